"""Frames out of a stream, whatever else is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.camera.multipart import FrameParser, boundary_of

FIRST, SECOND = (b"\xff\xd8\xff\xe0" + bytes([number]) * 500 + b"\xff\xd9" for number in (1, 2))


def part(frame: bytes, boundary: bytes = b"--edge", length: int | None = None, end: bytes = b"\r\n") -> bytes:
    head = boundary + end + b"Content-Type: image/jpeg" + end
    return head + b"Content-Length: %d" % (len(frame) if length is None else length) + end * 2 + frame + end


def unmeasured(frame: bytes) -> bytes:
    return b"--edge\r\nContent-Type: image/jpeg\r\n\r\n" + frame + b"\r\n"


def frames(stream: bytes) -> list[bytes]:
    return FrameParser(b"edge").feed(stream)


@pytest.mark.parametrize(
    ("content_type", "boundary"),
    [
        ("multipart/x-mixed-replace; boundary=edge", b"edge"),
        ("multipart/x-mixed-replace;boundary=--edge", b"edge"),
        ('Multipart/X-Mixed-Replace; charset=x; Boundary="the edge"', b"the edge"),
        ("multipart/x-mixed-replace", None),
        ("image/jpeg; boundary=edge", None),
        ("", None),
    ],
)
def test_boundaries_as_cameras_declare_them(content_type: str, boundary: bytes | None) -> None:
    assert boundary_of(content_type) == boundary


@given(st.lists(st.integers(1, 400)))
def test_frames_come_whole_however_they_arrive(cuts: list[int]) -> None:
    stream = part(FIRST) + part(SECOND) + unmeasured(FIRST) + part(SECOND, end=b"\n") + b"--edge--\r\n"
    parser, found = FrameParser(b"edge"), []
    for size in cuts:
        found += parser.feed(stream[:size])
        stream = stream[size:]
    assert found + parser.feed(stream) == [FIRST, SECOND, FIRST, SECOND]


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_noise_never_harms_the_frame_after_the_next(before: bytes, between: bytes) -> None:
    found = frames(before + part(FIRST) + between + part(SECOND) + part(SECOND) + part(SECOND))
    assert found[-1:] == [SECOND]
    assert set(found) <= {FIRST, SECOND}


@given(st.binary(max_size=2000))
def test_noise_alone_gives_nothing(noise: bytes) -> None:
    assert frames(noise) == []


@pytest.mark.parametrize(
    "damaged",
    [
        part(FIRST[:200]),
        part(FIRST[:200], length=len(FIRST)),
        part(FIRST[:200] + b"noise" + FIRST[200:], length=len(FIRST)),
        part(b""),
        part(b"not a picture"),
        part(FIRST, length=100),
        part(FIRST, length=900),
        unmeasured(FIRST[:300]),
        b"--edge\r\n" + b"X-Head: too long\r\n" * 500 + b"\r\n" + FIRST,
        part(FIRST, length=999_999_999),
    ],
)
def test_a_damaged_part_is_skipped_and_the_next_is_found(damaged: bytes) -> None:
    assert frames(part(FIRST) + damaged + part(SECOND) + part(SECOND))[-1] == SECOND
    assert len(frames(damaged + part(SECOND) + part(SECOND))) <= 2


def test_a_frame_padded_by_its_camera_counts() -> None:
    assert frames(part(FIRST + b"\0\0\0")) == [FIRST]


def test_a_stream_without_an_end_does_not_fill_the_memory() -> None:
    parser = FrameParser(b"edge", longest=10_000)
    parser.feed(b"--edge\r\n\r\n")
    for _ in range(100):
        assert parser.feed(b"\xff" * 1000) == []
        assert len(parser._heard) < 12_000
    assert parser.feed(part(FIRST)) == [FIRST]

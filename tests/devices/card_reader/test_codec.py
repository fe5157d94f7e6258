"""The frames of the SDT protocol: published vectors, and every mishap of a line."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from devices.card_reader.sdt.codec import (
    PREAMBLE,
    Answer,
    AnswerParser,
    Command,
    Garbled,
    checksum,
    request,
    sam_id,
)

REQUESTS = {
    Command.RESET: "AA AA AA 96 69 00 03 10 FF EC",
    Command.STATUS: "AA AA AA 96 69 00 03 11 FF ED",
    Command.SAM_ID: "AA AA AA 96 69 00 03 12 FF EE",
    Command.FIND: "AA AA AA 96 69 00 03 20 01 22",
    Command.SELECT: "AA AA AA 96 69 00 03 20 02 21",
    Command.READ: "AA AA AA 96 69 00 03 30 01 32",
    Command.READ_ADDRESS: "AA AA AA 96 69 00 03 30 03 30",
    Command.READ_CHIP_NUMBER: "AA AA AA 96 69 00 03 30 05 36",
    Command.READ_WITH_FINGERPRINTS: "AA AA AA 96 69 00 03 30 10 23",
    Command.BAUD_115200: "AA AA AA 96 69 00 03 60 00 63",
    Command.BAUD_57600: "AA AA AA 96 69 00 03 60 01 62",
    Command.BAUD_38400: "AA AA AA 96 69 00 03 60 02 61",
    Command.BAUD_19200: "AA AA AA 96 69 00 03 60 03 60",
    Command.BAUD_9600: "AA AA AA 96 69 00 03 60 04 67",
}

ANSWERS = {
    "AA AA AA 96 69 00 04 00 00 90 94": Answer(0x90),
    "AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97": Answer(0x9F, bytes(4)),
    "AA AA AA 96 69 00 04 00 00 80 84": Answer(0x80),
    "AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C": Answer(0x90, bytes(8)),
    "AA AA AA 96 69 00 04 00 00 81 85": Answer(0x81),
    "AA AA AA 96 69 00 04 00 00 41 45": Answer(0x41),
    "AA AA AA 96 69 00 04 00 00 31 35": Answer(0x31),
    "AA AA AA 96 69 00 04 00 00 91 95": Answer(0x91),
    "AA AA AA 96 69 00 04 00 00 10 14": Answer(0x10),
    "AA AA AA 96 69 00 04 6A 82 41 AD": Answer(0x41, card_status=b"\x6a\x82"),
}
SAM_ID = "AA AA AA 96 69 00 14 00 00 90 05 00 01 00 09 B8 32 01 05 BE 12 00 AD C5 B1 11 63"


def frame(answer: Answer) -> bytes:
    """Encode an answer, written down apart from the codec."""
    content = answer.card_status + bytes([answer.status]) + answer.data
    body = (len(content) + 1).to_bytes(2, "big") + content
    check = 0
    for byte in body:
        check ^= byte
    return bytes([0xAA, 0xAA, 0xAA, 0x96, 0x69]) + body + bytes([check])


answers = st.builds(
    Answer, st.integers(0, 255), st.one_of(st.binary(max_size=40), st.binary(min_size=1284, max_size=1284))
)
garbage = st.binary(max_size=30).filter(lambda noise: 0x69 not in noise)


def heard(pieces: list[bytes]) -> list[Answer | Garbled]:
    parser = AnswerParser()
    return [result for piece in pieces for result in parser.feed(piece)]


@pytest.mark.parametrize(("command", "published"), REQUESTS.items())
def test_a_request_has_the_published_bytes(command: Command, published: str) -> None:
    assert request(command) == bytes.fromhex(published)


@pytest.mark.parametrize(
    ("size", "published"),
    [("50", "AA AA AA 96 69 00 04 61 FF 50 CA"), ("58", "AA AA AA 96 69 00 04 61 FF 58 C2")],
)
def test_a_request_with_data_has_the_published_bytes(size: str, published: str) -> None:
    assert request(Command.MAX_RF_BYTES, bytes.fromhex(size)) == bytes.fromhex(published)


@pytest.mark.parametrize(("published", "answer"), ANSWERS.items())
def test_a_published_answer_is_understood(published: str, answer: Answer) -> None:
    assert heard([bytes.fromhex(published)]) == [answer]


def test_the_id_of_a_real_module_is_printed_as_on_the_module() -> None:
    (answer,) = heard([bytes.fromhex(SAM_ID)])
    assert isinstance(answer, Answer)
    assert sam_id(answer.data) == "05.01-20101129-0001228293-0296863149"


def test_an_id_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        sam_id(b"\x05\x00")


@pytest.mark.parametrize(
    "header", ["AA AA AA 96 69 05 08 00 00 90 01 00 04 00", "AA AA AA 96 69 09 0A 00 00 90 01 00 04 00 04 00"]
)
def test_the_long_answers_are_understood(header: str) -> None:
    start = bytes.fromhex(header)
    body = start + bytes(7 + int.from_bytes(start[5:7], "big") - len(start) - 1)
    (answer,) = heard([body + bytes([checksum(body[5:])])])
    assert isinstance(answer, Answer)
    assert len(answer.data) in {1284, 2310}


def test_what_a_card_says_is_not_in_repr() -> None:
    assert repr(Answer(0x90, b"secret")) == "Answer(status=144, card_status=b'\\x00\\x00')"


@given(st.lists(answers, max_size=4), st.data())
def test_answers_survive_any_splitting_and_merging(sent: list[Answer], data: st.DataObject) -> None:
    stream = b"".join(frame(answer) for answer in sent)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=10)))
    pieces = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert heard(pieces) == sent


@given(garbage, answers, garbage)
@example(b"\xaa", Answer(0x90), b"")
@example(b"\xaa\xaa\xaa\x96", Answer(0x90), b"\xaa\xaa")
def test_noise_around_an_answer_is_passed_over(before: bytes, answer: Answer, behind: bytes) -> None:
    assert heard([before + frame(answer) + behind]) == [answer]
    assert heard([bytes([byte]) for byte in before + frame(answer)]) == [answer]


@given(st.integers(1, 4), st.binary(min_size=1, max_size=3), answers)
@example(1, b"\x00", Answer(0x90, bytes(8)))  # logged by a real reader
@example(4, b"\x69", Answer(0x90))
def test_strange_bytes_inside_the_preamble_are_passed_over(at: int, strange: bytes, answer: Answer) -> None:
    whole = frame(answer)
    noisy = whole[:at] + strange + whole[at:]
    parser = AnswerParser()
    assert [each for each in [*parser.feed(noisy), *parser.salvage()] if each is not Garbled.LENGTH][
        -1
    ] == answer


@given(answers.filter(lambda answer: len(answer.data) < 40), st.data())
def test_one_wrong_bit_is_never_taken_for_an_answer(answer: Answer, data: st.DataObject) -> None:
    whole = bytearray(frame(answer))
    at = data.draw(st.integers(7, len(whole) - 1))
    whole[at] ^= 1 << data.draw(st.integers(0, 7))
    assume(PREAMBLE not in whole[7:])
    assert heard([bytes(whole)])[0] == Garbled.CHECKSUM


@pytest.mark.parametrize("length", ["00 00", "00 03", "0A 01", "FF FF"])
def test_an_absurd_length_is_passed_over(length: str) -> None:
    broken = PREAMBLE + bytes.fromhex(length)
    assert heard([broken + frame(Answer(0x90))]) == [Garbled.LENGTH, Answer(0x90)]


def test_the_answer_behind_a_wrong_checksum_is_found() -> None:
    wrong = bytes.fromhex("AA AA AA 96 69 00 04 00 00 90 95")
    assert heard([wrong + frame(Answer(0x90))]) == [Garbled.CHECKSUM, Answer(0x90)]


def test_a_frame_that_stopped_half_way_is_waited_for_until_it_is_given_up() -> None:
    parser = AnswerParser()
    states = [parser.in_frame]
    assert parser.feed(frame(Answer(0x90, bytes(1284)))[:700]) == []
    states.append(parser.in_frame)
    assert parser.feed(frame(Answer(0x80))) == []
    assert parser.salvage() == [Answer(0x80)]
    assert parser.salvage() == []
    assert [*states, parser.in_frame] == [False, True, False]


def test_a_vendors_time_out_frame_is_no_answer() -> None:
    parser = AnswerParser()
    assert parser.feed(bytes.fromhex("AA AA AA 96 69 00 05 05 05 05")) == []
    assert parser.salvage() == []


@given(
    st.lists(
        st.one_of(st.binary(max_size=50), st.just(PREAMBLE + b"\x05\x08"), answers.map(frame)), max_size=30
    )
)
def test_nothing_that_a_line_can_bring_breaks_the_parser(pieces: list[bytes]) -> None:
    parser = AnswerParser()
    for piece in pieces:
        parser.feed(piece)
    parser.salvage()
    assert parser.feed(frame(Answer(0x90))) == [Answer(0x90)]

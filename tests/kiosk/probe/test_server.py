"""The probe's socket, polled as the touchscreen polls it."""

import json
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.probe.server import Probe
from tests.kiosk.conftest import until


def answer(asked: str) -> dict[str, Any]:
    if asked == "large":
        return {"png": "x" * 3_000_000}
    if asked != "page":
        raise ValueError(asked)
    return {"page": "attract"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p"


@pytest.fixture
def probe(path: Path) -> Iterator[Probe]:
    probe = Probe(path, answer)
    yield probe
    probe.close()


@pytest.fixture
def connect(path: Path, probe: Probe) -> Iterator[Callable[[], socket.socket]]:
    lines: list[socket.socket] = []

    def begin() -> socket.socket:
        line = socket.socket(socket.AF_UNIX)
        lines.append(line)
        line.connect(str(path))
        line.settimeout(0)
        probe.poll()
        return line

    yield begin
    for line in lines:
        line.close()


def hear(probe: Probe, line: socket.socket) -> dict[str, Any]:
    heard = bytearray()

    def look() -> bool:
        probe.poll()
        try:
            heard.extend(line.recv(65536))
        except BlockingIOError:
            return False
        return heard.endswith(b"\n")

    until(look)
    said: dict[str, Any] = json.loads(heard)
    return said


def test_a_line_is_answered_by_a_line(probe: Probe, connect: Callable[[], socket.socket]) -> None:
    first, second = connect(), connect()
    for line in (first, second, first):
        line.sendall(b'{"ask": "page"}\n')
        assert hear(probe, line) == {"page": "attract"}


def test_a_line_may_come_in_pieces_and_two_at_once(
    probe: Probe, connect: Callable[[], socket.socket]
) -> None:
    line = connect()
    line.sendall(b'{"ask": ')
    probe.poll()
    line.sendall(b'"page"}\n')
    assert hear(probe, line) == {"page": "attract"}
    line.sendall(b'{"ask": "page"}\n{"ask": "page"}\n')
    probe.poll()
    assert line.recv(100).count(b"\n") == 2


@pytest.mark.parametrize("said", [b"page", b"[]", b'{"tell": "page"}', b'{"ask": "password"}', b"\xff"])
def test_what_is_not_understood_is_told(
    probe: Probe, connect: Callable[[], socket.socket], said: bytes
) -> None:
    line = connect()
    line.sendall(said + b"\n")
    assert "ask for page" in hear(probe, line)["error"]


def test_who_hangs_up_is_forgotten(probe: Probe, connect: Callable[[], socket.socket]) -> None:
    line, other = connect(), connect()
    line.sendall(b'{"ask": "page"}\n')
    line.close()
    probe.poll()
    probe.poll()
    other.sendall(b'{"ask": "page"}\n')
    assert hear(probe, other) == {"page": "attract"}


def test_who_asks_and_never_reads_does_not_hold_up_the_screen_for_long(path: Path) -> None:
    probe = Probe(path, answer, patience=0.05)
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(path))
        probe.poll()
        line.sendall(b'{"ask": "large"}\n')
        probe.poll()
        line.settimeout(5)
        while line.recv(1_000_000):
            pass
    probe.close()


@pytest.mark.usefixtures("probe")
def test_only_who_runs_the_touchscreen_may_look(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_socket_left_behind_is_in_nobody_s_way(path: Path, probe: Probe) -> None:
    again = Probe(path, answer)
    again.close()
    assert not path.exists()
    probe.poll()

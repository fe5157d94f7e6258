"""Ports that cannot be opened, and lines that vanish."""

import os
import pty
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.errors import Action, DeviceError, StaffError
from devices.serial_line import SerialLine


@pytest.fixture
def ends() -> Iterator[tuple[int, str]]:
    """Our end of a pseudo-terminal, and the path of the other."""
    ours, theirs = pty.openpty()
    yield ours, os.ttyname(theirs)
    for end in (ours, theirs):
        os.close(end)


def why_not(port: str) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        SerialLine(port, 115200).open()
    assert raised.value.action in {Action.CONFIGURATION, Action.CALL_STAFF}
    return raised.value


def test_a_port_that_is_not_there(tmp_path: Path) -> None:
    assert why_not(str(tmp_path / "ttyUSB0")).code == "NO_SUCH_PORT"


def test_a_url_of_no_kind() -> None:
    assert why_not("carrier-pigeon://loft").code == "NO_SUCH_PORT"


def test_a_file_is_no_port(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    assert why_not(str(path)).code == "NOT_A_SERIAL_LINE"


def test_a_device_that_is_no_line() -> None:
    assert why_not("/dev/null").code == "NOT_A_SERIAL_LINE"


def test_nobody_at_the_address() -> None:
    assert why_not("socket://127.0.0.1:9").code == "DEVICE_GONE"


def test_a_port_that_another_program_uses(ends: tuple[int, str]) -> None:
    first = SerialLine(ends[1], 115200)
    first.open()
    assert why_not(ends[1]).code == "PORT_BUSY"
    first.close()


def test_a_port_that_was_there_before(tmp_path: Path, ends: tuple[int, str]) -> None:
    link = tmp_path / "reader"
    link.symlink_to(ends[1])
    line = SerialLine(str(link), 115200)
    line.open()
    line.close()
    link.unlink()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        line.open()


def test_what_comes_is_read_and_what_came_unasked_is_dropped(ends: tuple[int, str]) -> None:
    line = SerialLine(ends[1], 115200)
    line.open()
    os.write(ends[0], b"unasked")
    line.write(b"question")
    assert os.read(ends[0], 100) == b"question"
    os.write(ends[0], b"answer")
    assert line.read() == b"answer"
    assert line.read() == b""
    line.close()


def test_a_rate_that_cannot_be_set_leaves_the_line_as_it_is(ends: tuple[int, str]) -> None:
    line = SerialLine(ends[1], 115200)
    line.open()
    line.set_baud(9600)
    line.set_baud(-1)
    assert (line.baud, line.is_open, line.has_rate) == (9600, True, True)
    line.close()


def test_a_closed_line_is_gone() -> None:
    line = SerialLine("/dev/null", 115200)
    for use in (line.read, lambda: line.write(b""), lambda: line.set_baud(9600)):
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            use()
    line.close()
    assert not line.is_open

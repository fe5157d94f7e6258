"""What a serial scanner's line does to codes, and its simulator's faults; every one ends in a code or in a typed error."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.errors import Action, DeviceError, RetryError, StaffError
from devices.scanner import Code, Symbology
from devices.scanner.framing import LONGEST, Framing
from devices.scanner.serial_scanner import SerialScanner
from devices.serial_line import SerialLine
from devices.simulators.control import ControlError
from devices.simulators.process import Simulated, simulated
from devices.simulators.scanner_faults import Kind, bend, fault_of


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    directory = tmp_path_factory.mktemp("scanner")
    with simulated("scanner", "--link", str(directory / "tty"), "--control", str(directory / "c")) as it:
        yield it


@pytest.fixture
def desk(running: Simulated) -> Simulated:
    running.tell("reset")
    return running


@pytest.fixture
def scanner(desk: Simulated) -> Iterator[SerialScanner]:
    with SerialScanner(desk.port) as device:
        yield device


def scanned(scanner: SerialScanner) -> Code:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if code := scanner.scan():
            return code
    raise AssertionError("no code came")


def test_a_code_in_pieces_is_whole(desk: Simulated, scanner: SerialScanner) -> None:
    desk.tell("fault", kind="split", value=2)
    desk.tell("scan", text="DSK-1")
    assert scanned(scanner).text == "DSK-1"


def test_the_rest_of_a_code_under_way_when_it_is_opened_is_no_code(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    drop = SerialLine.drop

    def overtaken(line: SerialLine) -> None:
        drop(line)
        os.write(ours, b"-OLD\r")  # its beginning was dropped

    monkeypatch.setattr(SerialLine, "drop", overtaken)
    with SerialScanner(os.ttyname(theirs)) as scanner:
        os.write(ours, b"DSK-1\r")
        assert scanned(scanner).text == "DSK-1"
        assert scanner.scan() is None
    os.close(ours)
    os.close(theirs)


def test_merged_codes_are_two(desk: Simulated, scanner: SerialScanner) -> None:
    desk.tell("fault", kind="merged")
    desk.tell("scan", text="DSK-1")
    desk.tell("scan", text="DSK-2")
    assert [scanned(scanner).text, scanned(scanner).text] == ["DSK-1", "DSK-2"]


@pytest.mark.parametrize("kind", ["no_terminator", "stall"])
def test_a_code_without_its_end_is_no_code(desk: Simulated, scanner: SerialScanner, kind: str) -> None:
    desk.tell("fault", kind=kind)
    desk.tell("scan", text="DSK-1")
    with pytest.raises(RetryError, match="SCAN_INCOMPLETE"):
        scanned(scanner)
    desk.tell("scan", text="DSK-2")
    assert scanned(scanner).text == "DSK-2"


def test_a_garbled_code_is_no_code(desk: Simulated, scanner: SerialScanner) -> None:
    desk.tell("fault", kind="garble", value=2)
    desk.tell("scan", text="DSK-1")
    with pytest.raises(RetryError, match="SCAN_GARBLED") as raised:
        scanned(scanner)
    assert raised.value.action is Action.RETRY


@pytest.mark.parametrize("byte", [0, 4, 6])
def test_a_scanner_unplugged_in_the_middle_of_a_code(
    desk: Simulated, scanner: SerialScanner, byte: int
) -> None:
    desk.tell("fault", kind="unplug", value=byte)
    desk.tell("scan", text="DSK-1")
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        all(scanned(scanner).text == "DSK-1" for _ in range(2))  # the code may have come whole
    scanner.close()
    desk.tell("plug")
    scanner.open()
    desk.tell("scan", text="DSK-2")
    assert scanned(scanner).text == "DSK-2"


def test_the_last_byte_lost_joins_no_codes(desk: Simulated, scanner: SerialScanner) -> None:
    desk.tell("fault", kind="drop_byte", value=5)
    desk.tell("scan", text="DSK-1")
    with pytest.raises(RetryError, match="SCAN_INCOMPLETE"):
        scanned(scanner)


def test_another_encoding(desk: Simulated) -> None:
    with SerialScanner(desk.port, encoding="gb18030") as scanner:
        desk.tell("scan", hex="回执".encode("gb18030").hex())
        assert scanned(scanner).text == "回执"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"]Q3DSK", Code("DSK", Symbology.QR)),
        (b"]E04006381333931", Code("4006381333931")),
        (b"]DSK", Code("]DSK")),
        (b"  ", None),
    ],
)
def test_identifiers_of_the_symbology(content: bytes, code: Code | None) -> None:
    assert Framing().code(content) == code


def test_ends_of_every_kind() -> None:
    framing = Framing()
    assert framing.feed(b"\r\nA\rB\nC\r\nD") == [b"A", b"B", b"C"]
    assert framing.begun
    assert framing.feed(b"\r") == [b"D"]
    assert not framing.begun


def test_noise_without_an_end_does_not_grow() -> None:
    framing = Framing()
    for _ in range(100):
        assert framing.feed(b"x" * 4096) == []
    (noise,) = framing.feed(b"\r")
    assert len(noise) <= LONGEST + 1
    with pytest.raises(RetryError, match="SCAN_GARBLED"):
        framing.code(noise)


@pytest.mark.parametrize("kind", Kind)
def test_every_fault_bends_what_is_sent(kind: Kind) -> None:
    assert bend(b"DSK-1", fault_of({"kind": kind.value})) != bend(b"DSK-1", None)


@pytest.mark.parametrize("message", [{"do": "dance"}, {"do": "fault", "kind": "earthquake"}, {"do": "scan"}])
def test_the_simulator_says_what_it_cannot(desk: Simulated, message: dict[str, str]) -> None:
    with pytest.raises(ControlError):
        desk.tell(**message)


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(DeviceError) as raised:
        work()
    return f"{raised.value}"


def test_errors_speak_of_the_scanner(tmp_path: Path) -> None:
    assert "scanner" in refused(SerialScanner(str(tmp_path / "tty")).open)
    assert "scanner" in refused(SerialScanner(str(tmp_path / "tty")).scan)

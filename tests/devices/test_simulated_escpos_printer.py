import base64
import io
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from devices.simulators import escpos_printer
from devices.simulators.control import ControlError, await_announcement
from devices.simulators.escpos_commands import Command, CommandReader
from devices.simulators.escpos_faults import Fault, Kind, fault_of
from devices.simulators.escpos_mechanism import Mechanism, lines_of
from devices.simulators.escpos_paper import read
from devices.simulators.process import simulated

#: What each command takes, written after the command reference.
COMMANDS = [
    ("1B40", "ESC @"),
    ("1B6101", "ESC a"),
    ("1B4501", "ESC E"),
    ("1B2130", "ESC !"),
    ("1B3324", "ESC 3"),
    ("1B32", "ESC 2"),
    ("1B6402", "ESC d"),
    ("1B4A10", "ESC J"),
    ("1B5200", "ESC R"),
    ("1B240100", "ESC $"),
    ("1B4408101800", "ESC D"),
    ("1B7000190A", "ESC p"),
    ("1C26", "FS &"),
    ("1C2E", "FS ."),
    ("1C210C", "FS !"),
    ("1D2111", "GS !"),
    ("1D564200", "GS V"),
    ("1D5600", "GS V"),
    ("1D7201", "GS r"),
    ("1D6100", "GS a"),
    ("1D4942", "GS I"),
    ("1D4C0000", "GS L"),
    ("1D28480600303041424344", "GS ( H"),
    ("1D286B0300314308", "GS ( k"),
    ("1D76300001000200AAAA", "GS v 0"),
    ("100401", "DLE EOT"),
    ("10140801031401060208", "DLE DC4"),
    ("1014020102", "DLE DC4"),
    ("100502", "DLE ENQ"),
    ("0A", "LF"),
    ("0D", "CR"),
    ("09", "HT"),
    ("41D5C5", "text"),
]
IDLE = ["12", "12", "12", "12"]


def statuses(printer: Mechanism) -> list[str]:
    return [printer.hear(bytes((0x10, 0x04, number))).hex() for number in (1, 2, 3, 4)]


def worked(printer: Mechanism, data: bytes) -> bytes:
    return printer.hear(data) + printer.work(0.0)[0]


@pytest.mark.parametrize(("data", "name"), COMMANDS)
def test_commands_are_taken_apart_as_the_reference_says(data: str, name: str) -> None:
    raw = bytes.fromhex(data)
    found = CommandReader().feed(raw + b"\x0a")
    assert [(command.name, command.raw) for command in found] == [(name, raw), ("LF", b"\x0a")]


@pytest.mark.parametrize("data", ["1B01", "1C99", "1DFF", "1001", "07"])
def test_what_is_no_command_is_unknown(data: str) -> None:
    assert CommandReader().feed(bytes.fromhex(data) + b"A") == [
        Command("unknown", raw=bytes.fromhex(data)),
        Command("text", b"A", b"A"),
    ]


@given(
    st.lists(st.sampled_from([bytes.fromhex(data) for data, _ in COMMANDS])),
    st.data(),
)
def test_it_does_not_matter_how_the_bytes_arrive(jobs: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(jobs)
    at = data.draw(st.integers(min_value=0, max_value=len(whole)))
    reader = CommandReader()
    pieces = reader.feed(whole[:at]) + reader.feed(whole[at:])
    assert b"".join(command.raw for command in pieces) == whole


def test_a_printer_with_nothing_wrong_says_so() -> None:
    printer = Mechanism("EPSON")
    assert statuses(printer) == IDLE
    assert printer.hear(b"\x10\x04\x09") == b""
    assert worked(printer, b"\x1dr\x01") == b"\x00"
    assert worked(printer, b"\x1dI\x42") == b"\x5fEPSON\0"
    assert worked(printer, b"\x1dI\x01") == b""
    assert worked(printer, b"\x1d(H\x06\x00000007") == b"\x37\x220007\0"
    assert worked(Mechanism("OTHER"), b"\x1d(H\x06\x00000007") == b""
    assert worked(Mechanism(""), b"\x1dI\x42") == b""


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.PAPER_NEAR_END, ["12", "12", "12", "1e"]),
        (Kind.PAPER_OUT, ["1a", "32", "12", "7e"]),
        (Kind.COVER_OPEN, ["1a", "16", "12", "12"]),
        (Kind.OVERHEATED, ["1a", "52", "52", "12"]),
        (Kind.BROKEN, ["1a", "52", "32", "12"]),
        (Kind.OFFLINE, ["1a", "12", "12", "12"]),
        (Kind.SILENT, ["", "", "", ""]),
        (Kind.CHATTY, ["1400000ff512"] * 4),
    ],
)
def test_every_state_has_its_bits(kind: Kind, said: list[str]) -> None:
    printer = Mechanism("EPSON")
    printer.fail(Fault(kind))
    assert statuses(printer) == said
    printer.mend()
    assert statuses(printer) == IDLE


def test_a_knife_jams_when_it_is_to_cut_and_cuts_when_it_is_free() -> None:
    printer = Mechanism("EPSON")
    printer.fail(Fault(Kind.CUTTER_JAM))
    worked(printer, b"A\n")
    assert statuses(printer) == IDLE
    worked(printer, b"\x1dV\x00")
    assert statuses(printer) == ["1a", "52", "1a", "12"]
    assert printer.receipts == []
    printer.mend()
    assert printer.work(0.0) == (b"", None)
    assert printer.receipts == [b"A\n\x1dV\x00"]
    assert printer.hanging == b""


def test_paper_ends_after_a_line_and_the_rest_waits_for_more() -> None:
    printer = Mechanism("EPSON")
    printer.fail(Fault(Kind.PAPER_OUT, after=2))
    assert worked(printer, b"A\nB\nC\n\x1dr\x01") == b""
    assert printer.hanging == b"A\nB\n"
    printer.mend()
    assert printer.work(0.0)[0] == b"\x00"
    assert printer.hanging == b"A\nB\nC\n"


def test_what_waits_can_be_forgotten_by_printers_that_know_how() -> None:
    for kind, left in ((None, b""), (Kind.KEEPS, b"A\n")):
        printer = Mechanism("EPSON")
        printer.fail(Fault(Kind.PAPER_OUT))
        if kind is not None:
            printer.fail(Fault(kind))
        worked(printer, b"A\n")
        assert printer.hear(bytes.fromhex("10140801031401060208")) == (b"" if kind else b"\x37\x25\0")
        printer.mend()
        printer.work(0.0)
        assert printer.hanging == left


def test_a_slow_printer_takes_its_time_for_lines_only() -> None:
    printer = Mechanism("EPSON")
    printer.fail(fault_of({"kind": "slow", "seconds": "2"}))
    printer.hear(b"\x1b@A\nB\n")
    assert printer.work(1.0) == (b"", 3.0)
    assert printer.hanging == b"\x1b@A\nB"
    assert printer.work(2.9) == (b"", 3.0)
    assert printer.work(3.0) == (b"", None)
    assert fault_of({"kind": "slow"}).seconds > 0


def test_lines_are_counted_however_they_are_made() -> None:
    data = b"A\n\x1bd\x03\x1dv0\x00\x01\x00\x01\x00\xff\x1d(k\x03\x001Q0\x1d(k\x03\x001C\x08"
    assert [lines_of(command) for command in CommandReader().feed(data)] == [0, 1, 3, 1, 1, 0]


def test_unknown_commands_are_counted() -> None:
    printer = Mechanism("EPSON")
    worked(printer, b"\x1b\x01\x07A\n")
    assert printer.unknown == 2


def test_paper_shows_what_is_printed() -> None:
    data = (
        b"\x1b@caf\x82\n\x1c&"
        + "张三".encode("gb18030")
        + b"\n\x1d!\x11\x1bE\x01A\n\x1b!\x30B\n\x1b!\x00\x1ba\x02C\n\x1c.D\n"
        b"\x1dv0\x00\x01\x00\x02\x00\xf0\x0f\x1d(k\x03\x001C\x04\x1d(k\x03\x001E0\x1d(k\x06\x001P0abc\x1d(k\x03\x001Q0"
        b"\x1bd\x02\x1d(k\x04\x001A2\x00\x1dV\x00"
    )
    paper = read(data, 80)
    assert paper.text == ["café", "张三", "A", "B", "C", "D", "[picture 8x2]", "[QR code 84x84]", "", ""]
    assert paper.codes == ["abc"]
    picture = Image.open(io.BytesIO(paper.png()))
    assert picture.width == 576 + 64
    assert picture.getextrema() == (0, 255)


def test_text_longer_than_the_paper_goes_on_in_the_next_line() -> None:
    assert read(b"A" * 40 + b"\n", 58).text == ["A" * 32, "A" * 8]


def test_a_character_may_arrive_in_halves() -> None:
    with simulated("escpos-printer") as it:
        host, port = it.port.split(":")
        with socket.create_connection((host, int(port))) as line:
            for piece in (b"\x1c&\xd5", b"\xc5\n\x1d", b"V\x00\x1d", b"r\x01"):
                line.sendall(piece)
            assert line.recv(1) == b"\x00"


def test_it_does_what_it_is_told_and_says_what_it_cannot(tmp_path: Path) -> None:
    with simulated("escpos-printer", "--fault", "cover_open,after=3", "--control", str(tmp_path / "c")) as it:
        host, port = it.port.split(":")
        with socket.create_connection((host, int(port))) as line:
            line.sendall(b"\x1b@A\n\x1dV\x00\x1dr\x01")
            assert line.recv(1) == b"\x00"
        for do in ("look", "mend", "unplug", "plug"):
            assert it.tell(do)["receipts"] == 1
        assert [base64.b64decode(each) for each in it.tell("receipts")["receipts"]] == [b"\x1b@A\n\x1dV\x00"]
        picture = it.tell("picture")
        assert picture["text"] == ["A"]
        assert base64.b64decode(picture["png"]).startswith(b"\x89PNG")
        assert it.tell("reset")["receipts"] == 0
        for do, more in (("dance", {}), ("fault", {"kind": "earthquake"}), ("picture", {}), ("fault", {})):
            with pytest.raises(ControlError):
                it.tell(do, **more)
        it.tell("stop")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_until_it_is_ended(tmp_path: Path, number: int) -> None:
    command = [sys.executable, "-m", "kiosk", "simulate", "escpos-printer", "--link", str(tmp_path / "tty")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert await_announcement(process)["port"] == str(tmp_path / "tty")
        process.send_signal(number)
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", ["earthquake", "paper_out,after", "slow,seconds=many"])
def test_a_fault_that_is_none_is_wrong_use(fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        escpos_printer.main(["--fault", fault])
    assert "--fault" in capsys.readouterr().err

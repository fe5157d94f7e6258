"""The simulated card reader itself: the published bytes, its command line, its wires."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from devices.card_reader.sdt_serial import SdtSerialReader
from devices.simulators import sdt_reader
from devices.simulators.control import ControlError, await_announcement, send
from devices.simulators.process import simulated
from devices.simulators.sdt_faults import Kind, bend, fault_of
from devices.simulators.sdt_module import SdtModule, frame
from devices.simulators.specimens import RESIDENT, SPECIMENS, write
from devices.simulators.wires import PtyWire, TcpWire

FIND, SELECT, READ = ("AAAAAA96690003200122", "AAAAAA96690003200221", "AAAAAA96690003300132")
EXCHANGES = {
    "AAAAAA9669000310FFEC": "AAAAAA96690004000090 94",
    "AAAAAA9669000311FFED": "AAAAAA96690004000090 94",
    "AAAAAA9669000312FFEE": "AAAAAA96690014000090 0500010009B8320105BE1200ADC5B111 63",
    "AAAAAA96690003200122": "AAAAAA9669000800009F00000000 97",
    "AAAAAA96690003200221": "AAAAAA96690004000081 85",
    "AAAAAA96690003300132": "AAAAAA96690004000041 45",
    "AAAAAA96690003300330": "AAAAAA96690004000041 45",
    "AAAAAA96690003600366": "AAAAAA96690004000010 14",
    "AAAAAA96690003600360": "AAAAAA96690004000090 94",
    "AAAAAA9669000461FF50CA": "AAAAAA96690004000090 94",
    "AAAAAA96690003777703": "AAAAAA96690004000021 25",
    "AAAAAA96690002000202": "AAAAAA96690004000011 15",
}


def say(module: SdtModule, request: str) -> bytes:
    return b"".join(module.answer(each) for each in module.hear(bytes.fromhex(request)))


@pytest.mark.parametrize(("request_bytes", "answer"), EXCHANGES.items())
def test_it_says_what_was_published(request_bytes: str, answer: str) -> None:
    module = SdtModule()
    module.lay(SPECIMENS["resident"])
    assert say(module, request_bytes) == bytes.fromhex(answer)


def test_a_whole_reading() -> None:
    module = SdtModule()
    assert say(module, FIND)[9] == 0x80
    module.lay(SPECIMENS["resident"])
    assert [say(module, request)[9] for request in (FIND, SELECT)] == [0x9F, 0x90]
    answer = say(module, READ)
    assert len(answer) == 1295
    assert answer[:14] == bytes.fromhex("AAAAAA9669050800009001000400")
    assert answer[14:270] == SPECIMENS["resident"].text
    assert say(module, FIND)[9] == 0x80  # until it is lifted
    assert len(say(module, "AAAAAA96690003301023")) == 1297
    assert len(say(module, "AAAAAA96690003300536")) == 39
    assert say(module, "AAAAAA96690003300330")[9] == 0x91
    module.lift()
    assert say(module, READ)[9] == 0x41


def test_requests_are_found_in_noise_and_pieces() -> None:
    module = SdtModule()
    request = bytes.fromhex("AAAAAA9669000311FFED")
    assert module.hear(b"\x00\xaa\xaa" + request[:6]) == []
    assert len(module.hear(request[6:] + request)) == 2
    assert [module.answer(each)[9] for each in module.hear(bytes.fromhex("AAAAAA9669FFFF"))] == [0x11]


def test_what_does_not_fit_on_a_card_is_refused() -> None:
    with pytest.raises(ValueError, match="sex has no room"):
        write(RESIDENT, sex="男女")


@pytest.mark.parametrize("kind", Kind)
def test_every_fault_bends_the_answer(kind: Kind) -> None:
    answer = frame(0x90, bytes(1284))
    sending = bend(answer, frame(0x80), fault_of({"kind": kind.value}))
    assert sending.pieces != (answer,) or sending.pause > 0
    assert bend(answer, b"", None).pieces == (answer,)


def test_faults_are_counted_and_may_wait_for_their_request() -> None:
    with simulated(
        "sdt-reader", "--listen", "127.0.0.1:0", "--fault", "status,on=find,value=0x41,times=2"
    ) as it:
        host, port = it.port.removeprefix("socket://").split(":")
        with socket.create_connection((host, int(port))) as line:
            heard = []
            for request in ("AAAAAA9669000311FFED", *3 * ["AAAAAA96690003200122"]):
                line.sendall(bytes.fromhex(request))
                heard.append(line.recv(100)[9])
    assert heard == [0x90, 0x41, 0x41, 0x80]


def test_the_newest_connection_is_served() -> None:
    wire = TcpWire("127.0.0.1", 0)
    address = ("127.0.0.1", int(wire.port.rpartition(":")[2]))
    wire.send(b"nobody hears this")
    with socket.create_connection(address), socket.create_connection(address) as second:
        wire.receive()
        wire.receive()
        wire.send(b"hello")
        assert second.recv(10) == b"hello"
    while wire.receive() or len(wire.sources()) > 1:
        pass
    wire.unplug()
    assert wire.sources() == []
    assert wire.receive() == b""
    wire.plug()
    wire.plug()
    assert wire.port == f"socket://127.0.0.1:{address[1]}"
    assert wire.baud() is None
    wire.unplug()


def test_a_pseudo_terminal_can_be_unplugged(tmp_path: Path) -> None:
    link = tmp_path / "tty"
    link.touch()
    wire = PtyWire(link)
    assert wire.receive() == b""
    wire.plug()
    assert link.is_symlink()
    for _ in range(2):
        wire.unplug()
    assert (wire.sources(), wire.receive(), wire.baud(), link.is_symlink()) == ([], b"", None, False)
    wire.send(b"nobody hears this")
    wire.plug()
    wire.send(b"x" * 100_000)  # nobody reads: the line is full, the simulator does not hang
    wire.unplug()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_until_it_is_ended(tmp_path: Path, number: int) -> None:
    command = [sys.executable, "-m", "kiosk", "simulate", "sdt-reader", "--link", str(tmp_path / "tty")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert await_announcement(process)["port"] == str(tmp_path / "tty")
        process.send_signal(number)
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_it_does_what_it_is_told_and_says_what_it_cannot(tmp_path: Path) -> None:
    with simulated("sdt-reader", "--card", "resident", "--control", str(tmp_path / "c")) as it:
        assert it.port.startswith("/dev/pts/")
        for do in ("unplug", "plug", "lift", "clear", "reset"):
            assert it.tell(do)["ok"]
        for do, kind in (("dance", ""), ("fault", "earthquake"), ("lay", "")):
            with pytest.raises(ControlError):
                send(tmp_path / "c", do=do, kind=kind)


@pytest.mark.parametrize("fault", ["earthquake", "split,on", "status,value=many"])
def test_a_fault_that_is_none_is_wrong_use(fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        sdt_reader.main(["--fault", fault])
    assert "--fault" in capsys.readouterr().err


def test_on_a_paced_wire_bytes_come_as_late_as_on_a_line(tmp_path: Path) -> None:
    link = tmp_path / "tty"
    options = (
        "--link",
        str(link),
        "--control",
        str(tmp_path / "c"),
        "--card",
        "resident",
        "--rate",
        "115200",
    )
    with simulated("sdt-reader", *options), SdtSerialReader(str(link)) as reader:
        began = time.monotonic()
        card = reader.read_card()
        took = time.monotonic() - began
    assert card is not None
    assert took >= 1295 * 10 / 115200  # text and photo alone

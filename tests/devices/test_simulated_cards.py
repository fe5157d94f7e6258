"""The simulated chip cards and their smart card service: their command lines, faults, ends."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.simulators import library_card, social_card
from devices.simulators.card_faults import Fault, Kind, bend, fault_of, option, strike
from devices.simulators.card_files import Asked, asked
from devices.simulators.control import ControlError, await_announcement, send
from devices.simulators.passport import Passport
from devices.simulators.pcsc_service import PcscService, missing
from devices.simulators.process import Simulated, simulated

ATR = bytes.fromhex("3B6D000000814A444686605199000001AC")


@pytest.mark.parametrize("kind", Kind)
def test_every_fault_bends_the_response_or_its_time(kind: Kind) -> None:
    fault = fault_of({"kind": kind.value})
    bent = bend(bytes.fromhex("AABB9000"), fault)
    assert (bent != bytes.fromhex("AABB9000")) is (kind in {Kind.STATUS, Kind.GARBLE, Kind.CUT})
    assert bend(b"\x90\x00", None) == b"\x90\x00"


def test_faults_wait_for_their_command_and_are_counted() -> None:
    faults = [Fault(Kind.LIFT, at=3), Fault(Kind.CUT, at=2, times=2), Fault(Kind.GARBLE, at=5, times=None)]
    kinds = [fault.kind if (fault := strike(faults, number)) else None for number in range(1, 8)]
    assert kinds == [None, Kind.CUT, Kind.LIFT, Kind.CUT, Kind.GARBLE, Kind.GARBLE, Kind.GARBLE]


@pytest.mark.parametrize("text", ["earthquake", "lift,at", "status,value=many"])
def test_a_fault_that_is_none_is_wrong_use(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises((ValueError, KeyError)):
        option(text)
    with pytest.raises(SystemExit, match="2"):
        social_card.main(["--fault", text])
    assert "--fault" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "parts"),
    [
        ("00A40400", Asked(0, 0xA4, 4, 0, b"", 0)),
        ("00B0000000", Asked(0, 0xB0, 0, 0, b"", 256)),
        ("00A4040002AABB", Asked(0, 0xA4, 4, 0, b"\xaa\xbb", 0)),
        ("00A4040002AABB08", Asked(0, 0xA4, 4, 0, b"\xaa\xbb", 8)),
        ("00A4040002AA", None),
        ("00A4040001AABBCC", None),
        ("00A4", None),
    ],
)
def test_a_command_is_taken_apart(command: str, parts: Asked | None) -> None:
    assert asked(bytes.fromhex(command)) == parts


def test_a_passport_that_nobody_was_let_into_says_nothing() -> None:
    passport = Passport("L898902C3674081221204159", b"", b"")
    answers = {
        "00": "6700",
        "0084000008": "6D00",
        "00B0000004": "6982",
        "00A4040C02AABB": "6A82",
        "00A4040C07A0000002471001": "9000",
    }
    assert {each: passport.answer(bytes.fromhex(each)).hex().upper() for each in answers} == answers
    assert len(passport.answer(bytes.fromhex("0084000008"))) == 10
    assert passport.answer(bytes.fromhex("0082000028" + "00" * 40 + "28")) == b"\x63\x00"


def test_a_library_card_knows_its_number_only() -> None:
    card = library_card.cards()["library"]()
    card.reset()
    answers = {"FFCA000000": "DEADBEEF9000", "00A4040000": "6A82", "00B0000004": "6D00"}
    assert {each: card.answer(bytes.fromhex(each)).hex().upper() for each in answers} == answers


class Vpcd:
    """What a virtual reader does to a card, byte for byte."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.where = "{}:{}".format(*self._listening.getsockname())
        self._listening.settimeout(10)
        self._line: socket.socket | None = None

    def insert(self) -> None:
        self._line = self._listening.accept()[0]
        self._line.settimeout(10)

    def say(self, body: bytes) -> None:
        assert self._line is not None
        self._line.sendall(len(body).to_bytes(2, "big") + body)

    def heard(self) -> bytes:
        assert self._line is not None
        size = self._line.recv(2, socket.MSG_WAITALL)
        return self._line.recv(int.from_bytes(size, "big"), socket.MSG_WAITALL) if size else b""

    def close(self) -> None:
        for each in (self._line, self._listening):
            if each is not None:
                each.close()


@pytest.fixture
def vpcd() -> Iterator[Vpcd]:
    """A virtual reader of ours, to look at what the card sends."""
    reader = Vpcd()
    yield reader
    reader.close()


@pytest.fixture
def card(vpcd: Vpcd, tmp_path: Path) -> Iterator[Simulated]:
    """A simulated card beside it."""
    with simulated(
        "social-card", "--reader", vpcd.where, "--control", str(tmp_path / "c"), "--card", "trace"
    ) as it:
        vpcd.insert()
        yield it


def test_the_protocol_of_the_virtual_reader(vpcd: Vpcd, card: Simulated) -> None:
    for control in (4, 1, 0, 2, 4):
        vpcd.say(bytes([control]))
        if control == 4:
            assert vpcd.heard() == ATR
    vpcd.say(bytes.fromhex("0084000008"))
    assert vpcd.heard() == bytes.fromhex("0123456789ABCDEF9000")
    assert card.tell("clear") == {"ok": True, "laid": True, "commands": 1, "instructions": "84"}
    card.tell("lift")
    assert vpcd.heard() == b""


def test_a_reader_that_goes_away_lifts_the_card(vpcd: Vpcd, card: Simulated) -> None:
    vpcd.close()
    while card.tell("clear")["laid"]:
        pass  # the test's own limit ends it


def test_what_cannot_be_done_is_said(card: Simulated, tmp_path: Path) -> None:
    for do in ("dance", "lay", "fault"):
        with pytest.raises(ControlError):
            send(tmp_path / "c", do=do, card="joker", kind="earthquake")
    assert card.tell("reset")["laid"] is False


def test_without_a_virtual_reader_there_is_no_card(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        where = "{}:{}".format(*nobody.getsockname())
    assert social_card.main(["--reader", where, "--card", "v1"]) == 1
    assert "start pcscd with vpcd" in capfd.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_card_ends_when_it_is_ended(vpcd: Vpcd, tmp_path: Path, number: int) -> None:
    command = [sys.executable, "-m", "kiosk", "simulate", "library-card", "--reader", vpcd.where]
    with subprocess.Popen(
        [*command, "--control", str(tmp_path / "c")], stdout=subprocess.PIPE, text=True
    ) as process:
        await_announcement(process)
        process.send_signal(number)
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_card_that_is_told_to_stop_ends(vpcd: Vpcd, tmp_path: Path) -> None:
    with simulated("library-card", "--reader", vpcd.where, "--control", str(tmp_path / "c")) as it:
        assert it.tell("stop")["ok"]


def test_a_smart_card_service_begins_and_ends(pcsc_service: Simulated) -> None:
    assert pcsc_service.tell("begin")["ok"]  # it runs already
    with pytest.raises(ControlError, match="cannot dance"):
        pcsc_service.tell("dance")


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("devices.simulators.pcsc_service.LIBRARY", tmp_path / "nothing.so")
    assert "apt-get install pcscd vsmartcard-vpcd" in missing()


def test_a_service_that_cannot_start_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    service = PcscService(tmp_path, 40000)
    service.end()  # it never began
    (tmp_path / "readers" / "virtual").write_text("this is no configuration")
    with pytest.raises(ValueError, match="did not start"):
        service.begin()
    assert capfd.readouterr().err

"""Recorded at the wire of a simulated device, scrubbed, and played to the real driver."""

import time
from pathlib import Path

import pytest

from devices.card_reader.layouts import card_of
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.errors import MediaError
from devices.printer.escpos_serial import EscposSerialPrinter
from devices.printer.realtime import AUTOMATIC_STATUS, Query
from devices.recording import tape
from devices.recording.codes import CodeScrubber
from devices.recording.replay import Player
from devices.recording.tape import DEVICE, HOST, Said, Tape
from devices.scanner.serial_scanner import SerialScanner
from devices.simulators.process import simulated
from devices.simulators.specimens import SPECIMENS
from tests.conformance.receipt_printers.desk import ADDRESS, RECEIPT
from tests.devices.recording.conftest import Tapped

PERSON = card_of(SPECIMENS["resident2"].text)
CALM = 5


def unhurried() -> float:
    """A driver's clock that is slower than ours: on a busy machine it asks no more questions than on another."""
    return time.monotonic() / CALM


@pytest.mark.parametrize("kind", ["", "wrong_checksum", "drop_byte", "stray_bytes", "stall"])
def test_a_card_is_read_as_a_specimen(tapped: Tapped, file: Path, tmp_path: Path, kind: str) -> None:
    with simulated("sdt-reader", "--link", str(tmp_path / "d"), "--control", str(tmp_path / "c")) as it:
        it.tell("lay", card="resident2")
        if kind:
            it.tell("fault", kind=kind, on="read", value=600)
        with tapped("sdt", it.port) as link, SdtSerialReader(link) as reader:
            card = reader.read_card()
    assert card is not None
    assert card.id_number == PERSON.id_number  # the tap has changed nothing
    kept = b"".join(said.data for said in tape.read(file).said)
    for secret in (
        PERSON.name,
        PERSON.id_number,
        PERSON.address,
        "荔湾区样本路五号",
        PERSON.issuing_authority,
    ):
        assert secret.encode("utf-16-le") not in kept
    with (
        simulated("replay", str(file), "--link", str(tmp_path / "p"), "--control", str(tmp_path / "r")) as it,
        SdtSerialReader(it.port) as reader,
    ):
        replayed = reader.read_card()
    specimen = card_of(SPECIMENS["resident"].text)
    assert replayed is not None
    assert (replayed.name, replayed.id_number, replayed.address) == (
        specimen.name,
        specimen.id_number,
        specimen.address,
    )


def test_a_receipt_is_printed_with_the_proof_of_then(tapped: Tapped, file: Path, tmp_path: Path) -> None:
    with (
        simulated("escpos-printer", "--link", str(tmp_path / "d"), "--control", str(tmp_path / "c")) as it,
        tapped("escpos", it.port) as link,
        EscposSerialPrinter(link, now=unhurried) as printer,
    ):
        assert printer.status().code == "OK"
        printer.print(RECEIPT)
        it.tell("fault", kind="paper_out")
        with pytest.raises(MediaError, match="PAPER_OUT"):
            printer.print(RECEIPT)
    kept = b"".join(said.data for said in tape.read(file).said)
    for secret in ("张", "办件编号", "收悉"):
        assert secret.encode("gb18030") not in kept
    assert ADDRESS.encode() not in kept
    assert b"440104" not in kept
    with (
        simulated("replay", str(file), "--link", str(tmp_path / "p"), "--control", str(tmp_path / "r")) as it,
        EscposSerialPrinter(it.port, now=unhurried) as printer,
    ):
        assert printer.status().code == "OK"
        printer.print(RECEIPT)
        with pytest.raises(MediaError, match="PAPER_OUT"):
            printer.print(RECEIPT)


def test_two_questions_that_went_out_as_one_are_not_taken_for_a_later_one() -> None:
    said = [
        Said(0.0, HOST, AUTOMATIC_STATUS),
        Said(0.0, HOST, Query.PRINTER.request()),
        Said(0.1, DEVICE, b"then"),
        Said(0.2, HOST, AUTOMATIC_STATUS),
        Said(0.3, DEVICE, b"later"),
    ]
    player = Player(Tape("escpos", tuple(said)))
    assert player.hear(AUTOMATIC_STATUS) == []
    assert player.hear(Query.PRINTER.request()) == [(0.1, b"then")]
    assert [data for _, data in player.hear(AUTOMATIC_STATUS)] == [b"later"]


def test_codes_keep_their_kind_and_length(tapped: Tapped, file: Path, tmp_path: Path) -> None:
    texts = ("DSK-20260105", "11010119900307123X", "回执 7")
    with (
        simulated("scanner", "--link", str(tmp_path / "d"), "--control", str(tmp_path / "c")) as it,
        tapped("scanner", it.port) as link,
        SerialScanner(link) as scanner,
    ):
        for text in texts:
            it.tell("scan", text=text, aim="]Q1")
            assert _scanned(scanner) == text
    with (
        simulated("replay", str(file), "--link", str(tmp_path / "p"), "--control", str(tmp_path / "r")) as it,
        SerialScanner(it.port) as scanner,
    ):
        it.tell("play")
        assert [_scanned(scanner) for _ in texts] == ["XXX-00000000", "11010519491231002X", "样样 0"]


def _scanned(scanner: SerialScanner) -> str:
    for _ in range(50):
        if code := scanner.scan():
            return code.text
    raise AssertionError("no code came")


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        (b"]C028123456789012345\r", b"]C000000000000000000\r"),
        (b"a-Z 9\r\n", b"x-X 0\r\n"),
        ("é𠮷".encode() + b"\r", "é𠀀".encode() + b"\r"),
        (b"\xc4\xe3A\r", b"\xff\xffX\r"),
        (b"1:11010119900307123X:2\r", b"0:11010519491231002X:0\r"),
    ],
)
def test_what_is_left_of_a_code(code: bytes, kept: bytes) -> None:
    scrubber = CodeScrubber()
    assert scrubber.device(code) == kept
    assert scrubber.device(b"DSK") == b""
    assert scrubber.rest() == (b"", b"XXX")

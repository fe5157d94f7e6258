"""A conversation with a chip card, recorded by the driver, scrubbed, and replayed by a card behind the real pcscd."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.card_reader import Card
from devices.card_reader.pcsc import PcscReader
from devices.recording import tape
from devices.recording.chip_cards import ChipCardScrubber, noted_by
from devices.recording.tape import Recorder
from devices.simulators.process import Simulated, simulated


def read(reader: PcscReader) -> Card:
    until = time.monotonic() + 15
    while (card := reader.read_card()) is None:
        assert time.monotonic() < until
    return card


@pytest.fixture
def plate(pcsc_service: Simulated) -> Callable[[], list[str]]:
    """Return the options of a card for the reader, once pcscd sees nothing on it."""

    def empty() -> list[str]:
        until = time.monotonic() + 15
        with PcscReader() as reader:
            while reader.card_present():
                assert time.monotonic() < until
        return ["--reader", str(pcsc_service.where["reader"])]

    return empty


@pytest.mark.parametrize(("name", "number"), [("v2", "D2143569X"), ("trace", "HA1046924")])
def test_a_social_security_card_is_replayed_as_a_specimen(
    plate: Callable[[], list[str]], tmp_path: Path, file: Path, name: str, number: str
) -> None:
    with (
        file.open("w", encoding="ascii") as written,
        simulated("social-card", *plate(), "--control", str(tmp_path / "c")) as it,
    ):
        it.tell("lay", card=name)
        with PcscReader(tap=noted_by(Recorder(written, "pcsc"))) as reader:
            card = read(reader)
    assert card.card_number == number
    kept = b"".join(said.data for said in tape.read(file).said)
    assert number.encode() not in kept
    for secret in (card.name, card.id_number):
        assert not secret or secret.encode("gb18030") not in kept
    with simulated("replay", str(file), *plate(), "--control", str(tmp_path / "r")) as it:
        it.tell("lay", card="tape")
        with PcscReader() as reader:
            replayed = read(reader)
    assert replayed.card_number == "X00000019"
    assert (replayed.name, replayed.id_number) == (
        ("样本", "11010519491231002X") if name == "v2" else ("", "")
    )
    assert replayed.extra.get("version") == card.extra.get("version")


@pytest.mark.parametrize(
    ("command", "response", "kept"),
    [
        ("00A4040007A0000002471001", "9000", "9000"),
        ("FFCA000000", "0102030405069000", "DEADBEEF01029000"),
        ("008200002811223344", "AABBCC9000", "0000009000"),
        ("0CB0000000", "8709011122339000", "0000000000009000"),
        (
            "00B2010012",
            "0110519900D15600000510000B26FFFFFFFF9000",
            "0110519900D15600000500000000000000009000",
        ),
        ("00B24F0003", "4F01319000", "4F01009000"),
        ("00B2070002", "07099000", "00009000"),
        ("00B2080014", "6A83", "6A83"),
    ],
)
def test_what_is_left_of_a_response(command: str, response: str, kept: str) -> None:
    scrubber = ChipCardScrubber()
    assert scrubber.response(bytes.fromhex(command), bytes.fromhex(response)).hex().upper() == kept


def test_what_is_left_of_a_command_is_its_head() -> None:
    scrubber = ChipCardScrubber()
    assert scrubber.command(bytes.fromhex("0020000003123456")) == bytes.fromhex("0020000003000000")
    assert scrubber.command(bytes.fromhex("00A4020002EF05")) == bytes.fromhex("00A4020002EF05")

"""What is particular to SDT on a serial line; what every reader owes is in the conformance suite."""

from collections.abc import Callable

import pytest

from devices.card_reader import Sex
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.errors import ResidentError, RetryError, StaffError
from devices.simulators.sdt_reader import SdtReader
from devices.simulators.specimens import write

Desk = Callable[..., SdtReader]


@pytest.mark.parametrize("baud", [57600, 38400, 19200, 9600])
def test_the_rate_of_the_reader_is_found_and_remembered(desk: Desk, baud: int) -> None:
    simulated = desk(card="resident", baud=baud)
    reader = SdtSerialReader(simulated.port)
    with reader:
        assert reader.read_card() is not None
    before = simulated.tell({"do": "clear"})["asked"]["status"]
    with reader:
        assert simulated.tell({"do": "clear"})["asked"]["status"] == before + 1


def test_the_rate_in_the_settings_is_tried_first(desk: Desk) -> None:
    simulated = desk(baud=9600)
    with SdtSerialReader(simulated.port, baud=9600):
        assert simulated.tell({"do": "clear"})["asked"] == {"status": 1}


def test_garbled_answers_at_the_rate_in_the_settings_are_told(desk: Desk) -> None:
    simulated = desk()
    simulated.tell({"do": "fault", "kind": "wrong_checksum", "times": 0})
    with pytest.raises(RetryError, match="BAD_CHECKSUM"):
        SdtSerialReader(simulated.port).open()


def test_garbled_answers_at_another_rate_are_noise(desk: Desk) -> None:
    simulated = desk(baud=9600)
    simulated.tell({"do": "fault", "kind": "wrong_checksum", "times": 0})
    with pytest.raises(StaffError, match="READER_SILENT"):
        SdtSerialReader(simulated.port).open()


def test_a_card_of_an_unknown_kind_is_not_guessed_at(desk: Desk) -> None:
    simulated = desk()
    simulated.tell({"do": "lay", "text": write({"kind": (248, 2)}, kind="Q").hex()})
    with SdtSerialReader(simulated.port) as reader:
        with pytest.raises(ResidentError, match="CARD_UNKNOWN"):
            reader.read_card()
        assert reader.read_card() is None


def test_a_text_of_another_length_is_no_card(desk: Desk) -> None:
    simulated = desk()
    simulated.tell({"do": "lay", "text": (write({}) + b"  ").hex()})
    with SdtSerialReader(simulated.port) as reader, pytest.raises(ResidentError, match="CARD_UNKNOWN"):
        reader.read_card()


def test_what_is_rare_on_a_card_comes_through(desk: Desk) -> None:
    simulated = desk()
    simulated.tell({"do": "lay", "text": write({"name": (0, 30)}, name="𠮷䶮·阿凡提").hex()})
    with SdtSerialReader(simulated.port) as reader:
        card = reader.read_card()
    assert card is not None
    assert (card.name, card.sex) == ("𠮷䶮·阿凡提", Sex.UNKNOWN)

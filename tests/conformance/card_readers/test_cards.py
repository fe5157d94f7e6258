"""Which cards every reader reads, over every driver and transport, and how often."""

import pytest

from devices.card_reader import CardReader
from devices.errors import ResidentError, StaffError
from devices.simulators.process import Simulated
from devices.simulators.specimens import SPECIMENS
from tests.conformance.card_readers.desk import over_every_line, over_one_line, over_usb_too, specimen


@pytest.mark.commands("serial_number")
@over_every_line
def test_the_reader_tells_its_number(reader: CardReader) -> None:
    assert reader.serial_number() == "05.01-20101129-0001228293-0296863149"


@pytest.mark.commands("read_card", "card_present")
def test_no_card_is_no_error(reader: CardReader) -> None:
    assert not reader.card_present()
    assert reader.read_card() is None


@pytest.mark.commands("read_card")
@over_every_line
@pytest.mark.parametrize("name", SPECIMENS)
def test_every_layout_is_read(desk: Simulated, reader: CardReader, name: str) -> None:
    desk.tell("lay", card=name)
    card = reader.read_card()
    assert card is not None
    assert card.id_number == specimen(name).id_number
    assert card.kind == specimen(name).kind


@pytest.mark.commands("read_card", "card_present")
@over_usb_too
def test_a_card_is_read_once_until_it_is_lifted(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    assert reader.read_card() == specimen("resident")
    assert reader.read_card() is None
    assert reader.card_present()
    desk.tell("lift")
    assert not reader.card_present()
    assert reader.read_card() is None
    desk.tell("lay", card="resident")
    assert reader.read_card() == specimen("resident")


@pytest.mark.commands("read_card", "card_present")
def test_the_next_card_is_read_also_when_the_change_was_not_seen(desk: Simulated, reader: CardReader) -> None:
    for name in ("resident", "hk_macau_taiwan", "foreign_2017"):
        desk.tell("lay", card=name)
        assert reader.read_card() == specimen(name)
        assert reader.card_present()


@pytest.mark.commands("read_card", "card_present")
def test_a_card_that_is_present_is_read_without_finding_it_again(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    assert reader.card_present()
    assert reader.read_card() == specimen("resident")
    assert desk.tell("clear")["asked"]["find"] == 1


@pytest.mark.commands("read_card")
@over_usb_too
def test_the_newest_additional_address_goes_along(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident2")
    card = reader.read_card()
    assert card is not None
    assert card.extra == {"latest_address": "广州市海珠区样本大道六号"}


@pytest.mark.commands("read_card")
@over_one_line
@pytest.mark.parametrize("kind", ["silent", "wrong_checksum", "drop_byte", "stall"])
@pytest.mark.parametrize("times", [1, 0])
def test_a_card_is_not_lost_for_its_additional_address(
    desk: Simulated, reader: CardReader, kind: str, times: int
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, on="read_address", times=times)
    assert reader.read_card() == specimen("resident")


@pytest.mark.commands("read_card")
@over_one_line
@pytest.mark.parametrize("status", [0x21, 0x41, 0x91, 0x9F])
def test_a_reader_without_additional_addresses(desk: Simulated, reader: CardReader, status: int) -> None:
    desk.tell("fault", kind="status", value=status, on="read_address", times=0)
    for name in ("resident", "resident2"):
        desk.tell("lay", card=name)
        assert reader.read_card() == specimen(name)
        assert reader.read_card() is None


@pytest.mark.commands("read_card")
@over_usb_too
@pytest.mark.parametrize("byte", [0, 9, 600, 1294])
def test_a_card_lifted_while_it_is_read(desk: Simulated, reader: CardReader, byte: int) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="lifted_at_byte", on="read", value=byte)
    with pytest.raises(ResidentError, match="CARD_LIFTED"):
        reader.read_card()
    desk.tell("lay", card="resident")
    assert reader.read_card() == specimen("resident")


@pytest.mark.commands("read_card")
@over_one_line
def test_a_card_lifted_before_it_is_selected(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="lifted_at_byte", on="find", value=1000)
    with pytest.raises(ResidentError, match="CARD_LIFTED"):
        reader.read_card()


@pytest.mark.commands("open", "close", "read_card")
@over_usb_too
def test_opening_and_closing_twice_does_nothing(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    reader.open()
    assert reader.read_card() == specimen("resident")
    reader.close()
    reader.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.read_card()

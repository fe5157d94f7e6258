"""What every card reader owes, over every driver and transport: data or an error with its action, never a hang."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.card_reader import Card, CardReader
from devices.card_reader.layouts import card_of
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.card_reader.sdt_usb import SdtUsbReader
from devices.errors import Action, ConfigurationError, DeviceError, ResidentError, RetryError, StaffError
from devices.simulators.process import Simulated
from devices.simulators.sdt_pipes import ONE_PAIR, TWO_PAIRS, SdtPipes
from devices.simulators.specimens import SPECIMENS

WHOLE_LIMIT = 10.0
HURRY = 3  # the driver's clock runs faster than ours, where a test is not about time
LINE_NOISE = ["stray_bytes", "stray_in_preamble", "garble", "wrong_checksum", "split", "merge", "drop_byte"]
REQUESTS = ["status", "find", "select", "read"]
ENDINGS = {
    0x10: ("BAD_CHECKSUM", Action.RETRY),
    0x11: ("BAD_LENGTH", Action.RETRY),
    0x21: ("READER_UNKNOWN", Action.CONFIGURATION),
    0x23: ("READER_NOT_PERMITTED", Action.CALL_STAFF),
    0x24: ("READER_STUMBLED", Action.RETRY),
    0x31: ("CARD_NOT_GENUINE", Action.ASK_RESIDENT),
    0x32: ("CARD_NOT_GENUINE", Action.ASK_RESIDENT),
    0x33: ("CARD_NOT_GENUINE", Action.ASK_RESIDENT),
    0x37: ("FINGERPRINT_NOT_VERIFIED", Action.ASK_RESIDENT),
    0x3F: ("CARD_READ_FAILED", Action.ASK_RESIDENT),
    0x40: ("WRONG_CARD", Action.ASK_RESIDENT),
    0x47: ("READER_STUMBLED", Action.RETRY),
    0x60: ("READER_SELF_TEST_FAILED", Action.REPLACE),
    0x66: ("READER_NOT_AUTHORISED", Action.REPLACE),
    0x77: ("READER_UNKNOWN", Action.CONFIGURATION),
}


over_one_line = pytest.mark.parametrize(
    "simulated", ["pty"], indirect=True
)  # the protocol, whatever carries it
over_usb_too = pytest.mark.parametrize("simulated", ["pty", "usb-two-pairs"], indirect=True)
over_every_line = pytest.mark.parametrize(
    "simulated", ["pty", "tcp", "usb-two-pairs", "usb-one-pair"], indirect=True
)


@pytest.fixture(scope="module", params=["pty", "tcp"])
def simulated(
    request: pytest.FixtureRequest, start: Callable[..., Simulated], run_directory: Path
) -> Simulated:
    """A reader on a line that the driver opens by its path, one behind a pyserial URL, and two on USB."""
    if request.param == "pty":
        return start("sdt-reader", "--link", str(run_directory / "reader"))
    it = start("sdt-reader", "--listen", "127.0.0.1:0")
    return it if request.param == "tcp" else Simulated({**it.where, "port": request.param + it.port})


def made(port: str, now: Callable[[], float]) -> CardReader:
    """Return the driver for a port of the simulators, not yet open."""
    if not port.startswith("usb-"):
        return SdtSerialReader(port, now=now)
    pairs, _, address = port.partition("socket://")
    host, _, number = address.rpartition(":")
    pipes = TWO_PAIRS if pairs == "usb-two-pairs" else ONE_PAIR
    return SdtUsbReader(backend=SdtPipes((host, int(number)), pipes), now=now)


@pytest.fixture
def desk(simulated: Simulated) -> Simulated:
    """The simulator as it was when it started, nothing on it."""
    simulated.tell("reset")
    return simulated


@pytest.fixture
def reader(desk: Simulated) -> Iterator[CardReader]:
    """The driver, open."""
    with made(desk.port, hurried) as device:
        yield device


def hurried() -> float:
    return time.monotonic() * HURRY


def specimen(name: str) -> Card:
    return card_of(SPECIMENS[name].text)


def read_or_fail(port: str, now: Callable[[], float] = hurried) -> Card | DeviceError | None:
    """Open a reader, read, close; whatever happens, within the limit."""
    began = now()
    try:
        with made(port, now) as device:
            return device.read_card()
    except DeviceError as error:
        return error
    finally:
        assert now() - began < WHOLE_LIMIT


@over_every_line
def test_the_reader_tells_its_number(reader: CardReader) -> None:
    assert reader.serial_number() == "05.01-20101129-0001228293-0296863149"


def test_no_card_is_no_error(reader: CardReader) -> None:
    assert not reader.card_present()
    assert reader.read_card() is None


@over_every_line
@pytest.mark.parametrize("name", SPECIMENS)
def test_every_layout_is_read(desk: Simulated, reader: CardReader, name: str) -> None:
    desk.tell("lay", card=name)
    card = reader.read_card()
    assert card is not None
    assert card.id_number == specimen(name).id_number
    assert card.kind == specimen(name).kind


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


def test_the_next_card_is_read_also_when_the_change_was_not_seen(desk: Simulated, reader: CardReader) -> None:
    for name in ("resident", "hk_macau_taiwan", "foreign_2017"):
        desk.tell("lay", card=name)
        assert reader.read_card() == specimen(name)
        assert reader.card_present()


def test_a_card_that_is_present_is_read_without_finding_it_again(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    assert reader.card_present()
    assert reader.read_card() == specimen("resident")
    assert desk.tell("clear")["asked"]["find"] == 1


@over_usb_too
def test_the_newest_additional_address_goes_along(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident2")
    card = reader.read_card()
    assert card is not None
    assert card.extra == {"latest_address": "广州市海珠区样本大道六号"}


@over_one_line
@pytest.mark.parametrize("kind", ["silent", "wrong_checksum", "drop_byte", "stall"])
@pytest.mark.parametrize("times", [1, 0])
def test_a_card_is_not_lost_for_its_additional_address(
    desk: Simulated, reader: CardReader, kind: str, times: int
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, on="read_address", times=times)
    assert reader.read_card() == specimen("resident")


@over_one_line
@pytest.mark.parametrize("status", [0x21, 0x41, 0x91, 0x9F])
def test_a_reader_without_additional_addresses(desk: Simulated, reader: CardReader, status: int) -> None:
    desk.tell("fault", kind="status", value=status, on="read_address", times=0)
    for name in ("resident", "resident2"):
        desk.tell("lay", card=name)
        assert reader.read_card() == specimen(name)
        assert reader.read_card() is None


@over_usb_too
@pytest.mark.parametrize("kind", LINE_NOISE)
@pytest.mark.parametrize("on", REQUESTS)
def test_noise_in_any_answer_is_survived_once(desk: Simulated, kind: str, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, on=on)
    assert read_or_fail(desk.port) == specimen("resident")


@over_every_line
@pytest.mark.parametrize("kind", LINE_NOISE)
def test_noise_on_any_line_is_survived_once(desk: Simulated, reader: CardReader, kind: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, on="read")
    assert reader.read_card() == specimen("resident")


@over_one_line
@pytest.mark.parametrize("value", [1, 2, 3, 4])
def test_a_strange_byte_inside_every_preamble(desk: Simulated, value: int) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="stray_in_preamble", value=value, times=0)
    assert read_or_fail(desk.port) == specimen("resident")


@pytest.mark.parametrize("kind", ["stray_bytes", "split", "merge"])
def test_noise_that_stays_but_destroys_nothing(desk: Simulated, kind: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, times=0)
    assert read_or_fail(desk.port) == specimen("resident")


@over_usb_too
def test_an_answer_in_slow_pieces(desk: Simulated) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="split", on="read", value=400, seconds=0.3)
    desk.tell("fault", kind="split", on="find", value=5, seconds=0.3)
    assert read_or_fail(desk.port, time.monotonic) == specimen("resident")


@over_one_line
@pytest.mark.parametrize("on", REQUESTS)
def test_a_checksum_that_stays_wrong_is_an_error(desk: Simulated, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="wrong_checksum", on=on, times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, RetryError)
    assert error.code == "BAD_CHECKSUM"


@over_one_line
def test_answers_that_always_stop_half_way_are_an_error(desk: Simulated) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="stall", on="read", value=700, times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, RetryError)
    assert error.code == "BAD_LENGTH"


@over_one_line
@pytest.mark.parametrize(("status", "ending"), ENDINGS.items())
@pytest.mark.parametrize("on", ["find", "select", "read"])
def test_every_status_that_stays_ends_in_its_action(
    desk: Simulated, status: int, ending: tuple[str, Action], on: str
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="status", value=status, on=on, times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, DeviceError)
    assert (error.code, error.action) == ending


@over_one_line
@pytest.mark.parametrize("status", [0x10, 0x11, 0x24, 0x41, 0x47, 0x81])
@pytest.mark.parametrize("on", ["status", "find", "select", "read"])
def test_a_status_that_passes_is_survived(desk: Simulated, status: int, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="status", value=status, on=on)
    assert read_or_fail(desk.port) == specimen("resident")


@over_one_line
def test_a_card_that_the_reader_thinks_it_gave_away_is_read_on(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="stall", on="read", value=700)
    desk.tell("fault", kind="status", value=0x41, on="read")
    assert reader.read_card() == specimen("resident")


@over_one_line
@pytest.mark.parametrize(
    ("status", "on", "code"),
    [
        (0x81, "select", "CARD_NOT_SELECTED"),
        (0x80, "select", "CARD_READ_FAILED"),
        (0x41, "read", "CARD_READ_FAILED"),
        (0x91, "read", "CARD_READ_FAILED"),
    ],
)
def test_a_card_that_cannot_be_read_is_to_be_laid_anew(
    desk: Simulated, reader: CardReader, status: int, on: str, code: str
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="status", value=status, on=on, times=0)
    with pytest.raises(ResidentError, match=code):
        reader.read_card()
    assert reader.read_card() is None  # told once, not at every poll
    assert reader.card_present()
    assert desk.tell("clear")["asked"][on] == 3
    desk.tell("lift")
    assert not reader.card_present()
    desk.tell("lay", card="resident")
    assert reader.read_card() == specimen("resident")


@over_one_line
@pytest.mark.parametrize(("status", "on"), [(0x90, "find"), (0x9F, "select"), (0x9F, "read"), (0x90, "read")])
def test_an_answer_that_does_not_fit_is_no_card(desk: Simulated, status: int, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="status", value=status, on=on, times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, ConfigurationError)
    assert error.code == "READER_UNKNOWN"


@over_one_line
def test_a_reader_that_says_it_is_broken_is_not_opened(desk: Simulated) -> None:
    desk.tell("fault", kind="status", value=0x66, on="status", times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, DeviceError)
    assert error.action is Action.REPLACE


@over_usb_too
@pytest.mark.parametrize("byte", [0, 9, 600, 1294])
def test_a_card_lifted_while_it_is_read(desk: Simulated, reader: CardReader, byte: int) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="lifted_at_byte", on="read", value=byte)
    with pytest.raises(ResidentError, match="CARD_LIFTED"):
        reader.read_card()
    desk.tell("lay", card="resident")
    assert reader.read_card() == specimen("resident")


@over_one_line
def test_a_card_lifted_before_it_is_selected(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="lifted_at_byte", on="find", value=1000)
    with pytest.raises(ResidentError, match="CARD_LIFTED"):
        reader.read_card()


@over_usb_too
@pytest.mark.parametrize("on", REQUESTS)
def test_an_answer_that_comes_late_is_not_taken_for_another(desk: Simulated, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="late", on=on, seconds=0.7)
    assert read_or_fail(desk.port, time.monotonic) == specimen("resident")


@over_one_line
@pytest.mark.parametrize("on", REQUESTS)
def test_a_request_that_once_stays_unanswered(desk: Simulated, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="silent", on=on)
    assert read_or_fail(desk.port) == specimen("resident")


@over_one_line
def test_a_reader_that_answers_everything_but_the_reading(desk: Simulated) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="silent", on="read", times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, ResidentError)
    assert error.code == "CARD_READ_FAILED"


@pytest.mark.parametrize("on", ["find", "select", "read"])
def test_a_reader_that_falls_silent(desk: Simulated, reader: CardReader, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="silent", on=on, times=0)
    desk.tell("fault", kind="silent", on="status", times=0)
    began = hurried()
    with pytest.raises(StaffError, match="READER_SILENT"):
        reader.read_card()
    assert hurried() - began < 6


@over_usb_too
def test_a_reader_that_is_silent_from_the_start(desk: Simulated) -> None:
    desk.tell("fault", kind="silent", times=0)
    began = time.monotonic()
    error = read_or_fail(desk.port, time.monotonic)
    assert isinstance(error, StaffError)
    assert error.code == "READER_SILENT"
    assert time.monotonic() - began < 4


def test_a_reader_that_falls_silent_while_it_is_polled(desk: Simulated, reader: CardReader) -> None:
    assert reader.read_card() is None
    desk.tell("fault", kind="silent", times=0)
    began = time.monotonic()
    with pytest.raises(StaffError, match="READER_SILENT"):
        reader.read_card()
    assert time.monotonic() - began < 2


@over_every_line
@pytest.mark.parametrize("byte", [0, 5, 600])
def test_a_reader_unplugged_in_the_middle_of_an_answer(
    desk: Simulated, reader: CardReader, byte: int
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="unplug", on="read", value=byte)
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.read_card()
    for _ in range(2):
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            reader.read_card()
    reader.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.open()
    desk.tell("plug")
    desk.tell("lay", card="resident")
    reader.open()
    assert reader.read_card() == specimen("resident")


@over_usb_too
def test_opening_and_closing_twice_does_nothing(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    reader.open()
    assert reader.read_card() == specimen("resident")
    reader.close()
    reader.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.read_card()

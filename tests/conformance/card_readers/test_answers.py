"""What every reader makes of noise, delay and each status word: data or an error with its action."""

import time

import pytest

from devices.card_reader import CardReader
from devices.errors import Action, ConfigurationError, DeviceError, ResidentError, RetryError
from devices.simulators.process import Simulated
from tests.conformance.card_readers.desk import (
    ENDINGS,
    LINE_NOISE,
    REQUESTS,
    over_every_line,
    over_one_line,
    over_usb_too,
    read_or_fail,
    specimen,
)


@pytest.mark.commands("read_card")
@over_one_line
@pytest.mark.parametrize("kind", LINE_NOISE)
@pytest.mark.parametrize("on", [pytest.param("status", marks=pytest.mark.commands("open")), *REQUESTS[1:]])
def test_noise_in_any_answer_is_survived_once(desk: Simulated, kind: str, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, on=on)
    assert read_or_fail(desk.port) == specimen("resident")


@pytest.mark.commands("read_card")
@over_every_line
@pytest.mark.parametrize("kind", LINE_NOISE)
def test_noise_on_any_line_is_survived_once(desk: Simulated, reader: CardReader, kind: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, on="read")
    assert reader.read_card() == specimen("resident")


@pytest.mark.commands("read_card")
@over_one_line
@pytest.mark.parametrize("value", [1, 2, 3, 4])
def test_a_strange_byte_inside_every_preamble(desk: Simulated, value: int) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="stray_in_preamble", value=value, times=0)
    assert read_or_fail(desk.port) == specimen("resident")


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("kind", ["stray_bytes", "split", "merge"])
def test_noise_that_stays_but_destroys_nothing(desk: Simulated, kind: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, times=0)
    assert read_or_fail(desk.port) == specimen("resident")


@pytest.mark.commands("read_card")
@over_one_line
def test_an_answer_in_slow_pieces(desk: Simulated) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="split", on="find", value=4, seconds=0.2)  # longer than an answer may take in one
    assert read_or_fail(desk.port, time.monotonic) == specimen("resident")


@pytest.mark.commands("open")
@over_usb_too
@pytest.mark.parametrize("on", REQUESTS)
def test_a_checksum_that_stays_wrong_is_an_error(desk: Simulated, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="wrong_checksum", on=on, times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, RetryError)
    assert error.code == "BAD_CHECKSUM"


@pytest.mark.commands("read_card")
@over_one_line
def test_answers_that_always_stop_half_way_are_an_error(desk: Simulated) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="stall", on="read", value=700, times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, RetryError)
    assert error.code == "BAD_LENGTH"


@pytest.mark.commands("read_card")
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


@pytest.mark.commands("read_card")
@over_one_line
@pytest.mark.parametrize("status", [0x10, 0x11, 0x24, 0x41, 0x47, 0x81])
@pytest.mark.parametrize("on", ["status", "find", "select", "read"])
def test_a_status_that_passes_is_survived(desk: Simulated, status: int, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="status", value=status, on=on)
    assert read_or_fail(desk.port) == specimen("resident")


@pytest.mark.commands("read_card")
@over_one_line
def test_a_card_that_the_reader_thinks_it_gave_away_is_read_on(desk: Simulated, reader: CardReader) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="stall", on="read", value=700)
    desk.tell("fault", kind="status", value=0x41, on="read")
    assert reader.read_card() == specimen("resident")


@pytest.mark.commands("read_card", "card_present")
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


@pytest.mark.commands("read_card")
@over_one_line
@pytest.mark.parametrize(("status", "on"), [(0x90, "find"), (0x9F, "select"), (0x9F, "read"), (0x90, "read")])
def test_an_answer_that_does_not_fit_is_no_card(desk: Simulated, status: int, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="status", value=status, on=on, times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, ConfigurationError)
    assert error.code == "READER_UNKNOWN"


@pytest.mark.commands("open")
@over_usb_too
def test_a_reader_that_says_it_is_broken_is_not_opened(desk: Simulated) -> None:
    desk.tell("fault", kind="status", value=0x66, on="status", times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, DeviceError)
    assert error.action is Action.REPLACE

"""Readers of identity cards on every line, their driver, and reading within the limit."""

import time
from collections.abc import Callable

import pytest

from devices.card_reader import Card, CardReader
from devices.card_reader.layouts import card_of
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.card_reader.sdt_usb import SdtUsbReader
from devices.errors import Action, DeviceError
from devices.simulators.sdt_pipes import ONE_PAIR, TWO_PAIRS, SdtPipes
from devices.simulators.specimens import SPECIMENS

WHOLE_LIMIT = 10.0
HURRY = 2  # the driver's clock runs faster than ours, where a test is not about time
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


def made(port: str, now: Callable[[], float]) -> CardReader:
    """Return the driver for a port of the simulators, not yet open."""
    if not port.startswith("usb-"):
        return SdtSerialReader(port, now=now)
    pairs, _, address = port.partition("socket://")
    host, _, number = address.rpartition(":")
    pipes = TWO_PAIRS if pairs == "usb-two-pairs" else ONE_PAIR
    return SdtUsbReader(backend=SdtPipes((host, int(number)), pipes), now=now)


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

"""What the return codes of PC/SC mean at a terminal."""

import pytest

from devices.card_reader.pcsc_status import error_of
from devices.errors import Action


@pytest.mark.parametrize(
    ("code", "name", "action"),
    [
        (0x80100069, "CARD_LIFTED", Action.ASK_RESIDENT),
        (0x8010000C, "CARD_LIFTED", Action.ASK_RESIDENT),
        (0x80100016, "CARD_READ_FAILED", Action.ASK_RESIDENT),
        (0x80100066, "CARD_NOT_SELECTED", Action.ASK_RESIDENT),
        (0x8010000F, "CARD_NOT_SELECTED", Action.ASK_RESIDENT),
        (0x80100068, "READER_STUMBLED", Action.RETRY),
        (0x8010001D, "READER_SERVICE_GONE", Action.CALL_STAFF),
        (0x8010001E, "READER_SERVICE_GONE", Action.CALL_STAFF),
        (0x8010002E, "DEVICE_GONE", Action.CALL_STAFF),
        (0x80100017, "DEVICE_GONE", Action.CALL_STAFF),
        (0x8010000B, "PORT_BUSY", Action.CONFIGURATION),
        (0x8010006A, "PORT_NOT_PERMITTED", Action.CONFIGURATION),
        (0x80100001, "READER_STUMBLED", Action.CALL_STAFF),
    ],
)
def test_every_code_has_an_action(code: int, name: str, action: Action) -> None:
    error = error_of(code)
    assert (error.code, error.action) == (name, action)


def test_a_code_of_no_list_is_named() -> None:
    assert "8010FFFF" in error_of(0x8010FFFF).message

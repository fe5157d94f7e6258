"""What each status code asks people to do."""

import pytest

from devices.card_reader.sdt.status import MISREAD, RESEND, STUMBLED, Status, error_of
from devices.errors import Action

ACTIONS = {
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
    0x41: ("CARD_READ_FAILED", Action.ASK_RESIDENT),
    0x47: ("READER_STUMBLED", Action.RETRY),
    0x60: ("READER_SELF_TEST_FAILED", Action.REPLACE),
    0x66: ("READER_NOT_AUTHORISED", Action.REPLACE),
    0x80: ("NO_CARD", Action.ASK_RESIDENT),
    0x81: ("CARD_NOT_SELECTED", Action.ASK_RESIDENT),
    0x90: ("READER_UNKNOWN", Action.CONFIGURATION),
    0x91: ("CARD_READ_FAILED", Action.ASK_RESIDENT),
    0x9F: ("READER_UNKNOWN", Action.CONFIGURATION),
    0x77: ("READER_UNKNOWN", Action.CONFIGURATION),
}


@pytest.mark.parametrize(("status", "expected"), ACTIONS.items())
def test_a_status_names_its_code_its_action_and_its_remedy(status: int, expected: tuple[str, Action]) -> None:
    error = error_of(status)
    assert (error.code, error.action) == expected
    assert ":" in error.message


def test_every_status_is_covered_here() -> None:
    assert {int(status) for status in Status} <= ACTIONS.keys()
    assert set(Status) > RESEND | STUMBLED | MISREAD

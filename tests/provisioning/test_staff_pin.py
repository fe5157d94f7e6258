"""The service PIN's hash."""

import pytest

from config.settings import Settings
from provisioning.staff_pin import fits, hashed


def test_a_pin_fits_its_hash_and_no_other() -> None:
    stored = hashed("24681012")
    assert "24681012" not in stored
    assert fits("24681012", stored)
    assert not fits("24681013", stored)
    assert not fits("24681012", "")
    assert hashed("24681012") != stored
    assert Settings.model_validate({"staff": {"pin": stored}}).staff.pin == stored


@pytest.mark.parametrize(
    "pin",
    ["", "1234567", "12345678", "98765432", "11112222", "1234567890123", "abcd1234", "１２３４５６７９"],
)
def test_what_everybody_tries_first_is_refused(pin: str) -> None:
    with pytest.raises(ValueError, match="8 to 12 digits"):
        hashed(pin)


def test_settings_take_no_pin_in_the_clear() -> None:
    with pytest.raises(ValueError, match="pattern"):
        Settings.model_validate({"staff": {"pin": "24681012"}})

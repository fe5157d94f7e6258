"""What can go wrong at a device, typed by what to do next (recovery actions as XFS4IoT names the conditions).

DeviceError
├── RetryError            try the same again: a garbled answer, a random number failed
├── ResidentError         ask the resident: lay the card anew, wrong card
├── MediaError            clear media or fill up: paper out, jam, cover open
├── StaffError            call staff: unplugged, silent, switched off
├── ReplaceError          replace the part: self-test failed, not authorised
└── ConfigurationError    the settings are wrong: no such port, unknown driver
"""

from enum import Enum


class Action(Enum):
    """What to do about a `DeviceError`."""

    RETRY = "retry"
    ASK_RESIDENT = "ask_resident"
    CLEAR_MEDIA = "clear_media"
    CALL_STAFF = "call_staff"
    REPLACE = "replace"
    CONFIGURATION = "configuration"


class DeviceError(Exception):
    """A device did not do what was asked. `code` is stable and in capitals, `message` names the remedy."""

    action: Action = Action.CALL_STAFF

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class RetryError(DeviceError):
    """Trying the same again will probably work."""

    action = Action.RETRY


class ResidentError(DeviceError):
    """The resident can mend it."""

    action = Action.ASK_RESIDENT


class MediaError(DeviceError):
    """Paper must be cleared or filled up."""

    action = Action.CLEAR_MEDIA


class StaffError(DeviceError):
    """Staff must look at it: unplugged, silent, switched off."""

    action = Action.CALL_STAFF


class ReplaceError(DeviceError):
    """The part must be replaced."""

    action = Action.REPLACE


class ConfigurationError(DeviceError):
    """The settings do not fit the machine."""

    action = Action.CONFIGURATION

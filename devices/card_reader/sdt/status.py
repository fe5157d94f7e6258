"""What the reader's status codes (SW3) mean and what to do about each; fact sheet: lists of five independent sources."""

from enum import IntEnum

from devices.errors import (
    ConfigurationError,
    DeviceError,
    ReplaceError,
    ResidentError,
    RetryError,
    StaffError,
)


class Status(IntEnum):
    """SW3 of an answer."""

    BAD_CHECKSUM = 0x10
    BAD_LENGTH = 0x11
    BAD_COMMAND = 0x21
    NOT_PERMITTED = 0x23
    UNRECOGNISED = 0x24
    CARD_REJECTS_SAM = 0x31
    SAM_REJECTS_CARD = 0x32
    CARD_NOT_VERIFIED = 0x33
    FINGERPRINT_NOT_VERIFIED = 0x37
    CARD_DATA_LENGTH = 0x3F
    UNKNOWN_CARD = 0x40
    READ_FAILED = 0x41
    RANDOM_FAILED = 0x47
    SELF_TEST_FAILED = 0x60
    NOT_AUTHORISED = 0x66
    NO_CARD = 0x80
    SELECT_FAILED = 0x81
    OK = 0x90
    NO_SUCH_ITEM = 0x91
    FOUND = 0x9F


#: The request did not arrive as it was sent: send it again.
RESEND = frozenset({Status.BAD_CHECKSUM, Status.BAD_LENGTH})
#: The reader stumbled: the same command may well succeed.
STUMBLED = frozenset({Status.RANDOM_FAILED, Status.UNRECOGNISED})
#: The card was not read this time: find it anew.
MISREAD = frozenset({Status.SELECT_FAILED, Status.READ_FAILED, Status.NO_SUCH_ITEM})

_LAY_ANEW = "lift the card and lay it flat on the reader again"
_NOT_GENUINE = (
    ResidentError,
    "CARD_NOT_GENUINE",
    f"The card is damaged or not genuine: {_LAY_ANEW}, or ask staff.",
)
_UNREADABLE = (ResidentError, "CARD_READ_FAILED", f"The card could not be read: {_LAY_ANEW}.")

_MEANING: dict[Status, tuple[type[DeviceError], str, str]] = {
    Status.BAD_CHECKSUM: (
        RetryError,
        "BAD_CHECKSUM",
        "The line to the reader garbles what is sent: try again; if it stays, replace the cable.",
    ),
    Status.BAD_LENGTH: (
        RetryError,
        "BAD_LENGTH",
        "The line to the reader loses what is sent: try again; if it stays, replace the cable.",
    ),
    Status.BAD_COMMAND: (
        ConfigurationError,
        "READER_UNKNOWN",
        "The reader does not know the command: set the driver that fits this reader.",
    ),
    Status.NOT_PERMITTED: (
        StaffError,
        "READER_NOT_PERMITTED",
        "The reader does not permit the command: unplug it and plug it in again; if it stays, ask its maker.",
    ),
    Status.UNRECOGNISED: (
        RetryError,
        "READER_STUMBLED",
        "The reader met an error it does not know: try again; if it stays, unplug it and plug it in again.",
    ),
    Status.CARD_REJECTS_SAM: _NOT_GENUINE,
    Status.SAM_REJECTS_CARD: _NOT_GENUINE,
    Status.CARD_NOT_VERIFIED: _NOT_GENUINE,
    Status.FINGERPRINT_NOT_VERIFIED: (
        ResidentError,
        "FINGERPRINT_NOT_VERIFIED",
        f"The fingerprint could not be verified: {_LAY_ANEW}, or ask staff.",
    ),
    Status.CARD_DATA_LENGTH: _UNREADABLE,
    Status.UNKNOWN_CARD: (
        ResidentError,
        "WRONG_CARD",
        "This is not an identity card: lay the resident identity card on the reader.",
    ),
    Status.READ_FAILED: _UNREADABLE,
    Status.RANDOM_FAILED: (
        RetryError,
        "READER_STUMBLED",
        "The reader could not talk to the card securely: try again; if it stays, unplug it and plug it in again.",
    ),
    Status.SELF_TEST_FAILED: (
        ReplaceError,
        "READER_SELF_TEST_FAILED",
        "The reader's security module failed its self-test: replace the reader.",
    ),
    Status.NOT_AUTHORISED: (
        ReplaceError,
        "READER_NOT_AUTHORISED",
        "The reader's security module is not authorised: replace the reader.",
    ),
    Status.NO_CARD: (ResidentError, "NO_CARD", "There is no card on the reader: lay it flat on the reader."),
    Status.SELECT_FAILED: (ResidentError, "CARD_NOT_SELECTED", f"The card did not answer: {_LAY_ANEW}."),
    Status.NO_SUCH_ITEM: _UNREADABLE,
}


def error_of(status: int) -> DeviceError:
    """Return the error that an answer with this SW3 stands for; a code of no list is a reader we do not know."""
    meaning = _MEANING.get(Status(status)) if status in _KNOWN else None
    if meaning is None:
        message = f"The reader answered {status:02X}, which does not fit the question: set the driver that fits this reader."
        return ConfigurationError("READER_UNKNOWN", message)
    kind, code, message = meaning
    return kind(code, message)


_KNOWN = frozenset(int(status) for status in Status)

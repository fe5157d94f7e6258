"""What the return codes of PC/SC (PC/SC part 5; pcsc-lite's `pcsclite.h`) mean at a terminal, and what to do about each."""

from devices.errors import ConfigurationError, DeviceError, ResidentError, RetryError, StaffError

OK = 0
TIMED_OUT = 0x8010000A
READER_UNAVAILABLE = 0x80100017
NO_SERVICE = frozenset(
    {0x8010001D, 0x8010001E, 0x80100003, 0x80100013, 0x80100014}
)  # gone, stopped, our handle is void
NO_READER = frozenset({READER_UNAVAILABLE, 0x8010002E, 0x80100009})
REMOVED = frozenset({0x80100069, 0x8010000C})
BROKEN_OFF = frozenset(
    {0x80100016, 0x80100004, 0x8010002F}
)  # not transacted: the card was lifted, or lies badly
MUTE = frozenset(
    {0x80100066, 0x80100067, 0x80100065, 0x8010000F}
)  # unresponsive, unpowered, unsupported, protocol
#: After these pcscd may believe for as long as 0.4 s that the card is still there.
PERHAPS_LIFTED = REMOVED | BROKEN_OFF | MUTE


def error_of(code: int) -> DeviceError:
    """Return the error that a return code stands for."""
    if code in REMOVED:
        return lifted()
    if code in MUTE:
        message = (
            "The card did not answer: lay it flat on the reader again, or put it in with the chip first."
        )
        return ResidentError("CARD_NOT_SELECTED", message)
    if code in BROKEN_OFF:
        message = "The card could not be read: lift the card and lay it flat on the reader again."
        return ResidentError("CARD_READ_FAILED", message)
    if code in NO_SERVICE:
        message = "The smart card service is not running: start pcscd (systemctl start pcscd.socket)."
        return StaffError("READER_SERVICE_GONE", message)
    if code in NO_READER:
        return StaffError("DEVICE_GONE", "The card reader is not connected: check its cable and its power.")
    return _of_the_machine(code)


def lifted() -> ResidentError:
    """Return the error of a card that did not stay."""
    return ResidentError(
        "CARD_LIFTED", "The card was lifted too early: lay it flat on the reader and leave it there."
    )


def silent() -> StaffError:
    """Return the error of a reader that does not come back from a command."""
    message = "The card reader does not answer: unplug it and plug it in again; if it stays, restart pcscd."
    return StaffError("READER_SILENT", message)


def _of_the_machine(code: int) -> DeviceError:
    match code:
        case 0x80100068:
            message = "Another program reset the card: try again; if it stays, stop that program."
            return RetryError("READER_STUMBLED", message)
        case 0x8010000B:
            message = "Another program uses the card reader: stop it, or give it another reader."
            return ConfigurationError("PORT_BUSY", message)
        case 0x8010006A:
            message = "The smart card service refuses this user: permit it access to pcscd in polkit's rules."
            return ConfigurationError("PORT_NOT_PERMITTED", message)
        case _:
            message = (
                f"The smart card service reports {code:08X}: restart pcscd; if it stays, unplug the reader."
            )
            return StaffError("READER_STUMBLED", message)

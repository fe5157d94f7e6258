"""What to do about a device's trouble, by its code: for the page for staff, and where the doctor speaks Chinese."""

REMEDIES = frozenset(
    [
        "PAPER_OUT",
        "COVER_OPEN",
        "PAPER_JAM",
        "CUTTER_JAM",
        "TONER_OUT",
        "OUTPUT_FULL",
        "DEVICE_GONE",
        "DEVICE_STOPPED",
        "PORT_BUSY",
        "PORT_NOT_PERMITTED",
        "READER_SILENT",
        "READER_STUMBLED",
        "CAMERA_FROZEN",
        "PRINTER_SILENT",
        "PRINTER_BROKEN",
        "QUEUE_STOPPED",
        "UNSTEADY",
        "DRIVER_MISSING",
        "SIMULATOR_REFUSED",
        "CAMERA_BUSY",
        "CAMERA_PERMISSION",
        "CAMERA_REFUSES",
        "CAMERA_SILENT",
        "CAMERA_SOURCE",
        "CSCA_UNREADABLE",
        "DRIVER_FAULT",
        "IPPTOOL_MISSING",
        "NOT_A_DEVICE",
        "NOT_A_PRINTER",
        "NOT_A_READER",
        "NOT_A_SERIAL_LINE",
        "NO_LIBUSB",
        "NO_SUCH_ADDRESS",
        "NO_SUCH_QUEUE",
        "READER_NOT_AUTHORISED",
        "READER_NOT_PERMITTED",
        "READER_SELF_TEST_FAILED",
        "READER_UNKNOWN",
        "UNKNOWN_DRIVER",
        "USB_LIBRARY_MISSING",
        "VOICE_MISSING",
        "VOICE_SILENT",
    ]
)
"""Codes with words of their own, `staff-remedy-…` in `screens/texts`."""


def remedy(code: str) -> str:
    """Return what the words of a code are called, "" when it has none."""
    return code.lower().replace("_", "-") if code in REMEDIES else ""

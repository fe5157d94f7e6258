"""Asking one device: what it says becomes a result, and what is wrong with it names the remedy in both languages."""

from collections.abc import Callable

from devices.errors import DeviceError
from provisioning.checks import Result

_REMEDIES = {
    "READER_SERVICE_GONE": "no-service",
    "NO_SUCH_READER": "no-such-reader",
    "NO_SUCH_PORT": "no-such-port",
    "PORT_NOT_PERMITTED": "not-permitted",
    "PORT_BUSY": "busy",
    "QUEUE_STOPPED": "queue-stopped",
    "QUEUE_CLOSED": "queue-closed",
    "QUEUE_RETRIES": "queue-retries",
    "PRINTER_NOT_ASKABLE": "not-askable",
}
"""Codes whose remedy is more than their action says; `doctor-device-…` in `screens/texts` is it."""


def asked(device: str, ask: Callable[[], Result]) -> Result:
    """Return what a device says, or what is wrong with it or its driver."""
    try:
        return ask()
    except DeviceError as error:
        found = _REMEDIES.get(error.code, error.action.value.replace("_", "-"))
        values = {"device": device, "code": error.code, "message": error.message}
        return Result("device", ok=False, found=found, values=values)
    except ImportError as error:
        values = {"device": device, "reason": str(error)}
        return Result("device", ok=False, found="library", values=values)


def absent(device: str) -> Result:
    """Return that the settings name no such device; that is no fault."""
    return Result("device", ok=True, found="absent", values={"device": device})


def works(device: str, how: str) -> Result:
    """Return that it works, and how: its driver, its number."""
    return Result("device", ok=True, found="works", values={"device": device, "how": how})

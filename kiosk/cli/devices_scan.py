"""`kiosk devices scan`: a scanner by itself."""

import argparse
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kiosk.cli.output import add_json, emit, fail

if TYPE_CHECKING:
    from devices.scanner import Code, Scanner

NOTHING = "No code was held before the scanner: hold one there and try again."
PAYMENT = "a payment code: what it says is not shown"


def configure(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of `kiosk devices`."""
    scanning = commands.add_parser("scan", help="read one code and print what it says")
    scanning.add_argument("--driver", default="serial", help="the driver's name; see `kiosk devices list`")
    scanning.add_argument(
        "--port", required=True, help="a tty's path or a pyserial URL; with camera: V4L2 index, file or URL"
    )
    scanning.add_argument("--baud", type=int, default=115200, help="rate of a serial line")
    scanning.add_argument("--encoding", default="utf-8", choices=["utf-8", "gb18030"], help="of the text")
    scanning.add_argument("--timeout", type=float, default=10.0, help="seconds to wait for a code")
    add_json(scanning)
    scanning.set_defaults(run=_scan)


def _scan(args: argparse.Namespace) -> int:
    catalog, errors = import_module("devices.catalog"), import_module("devices.errors")
    try:
        with catalog.scanner(args) as scanner:
            code = _first_code(scanner, time.monotonic() + args.timeout)
    except errors.DeviceError as error:
        return fail(args, error.code, error.message, error.action.value)
    if code is None:
        return fail(args, "NO_CODE", NOTHING, errors.Action.ASK_RESIDENT.value)
    return emit(args, code_document(code), PAYMENT if code.is_payment else code.text)


def _first_code(scanner: "Scanner", until: float) -> "Code | None":
    """Return the first code that is held there until then; the driver paces the asking."""
    while True:
        code = scanner.scan()
        if code is not None or time.monotonic() >= until:
            return code


def code_document(code: "Code") -> dict[str, Any]:
    """Return the code as `scan --json` prints it: `symbology`, `payment`, and `text`, which is null when it pays."""
    return {
        "symbology": code.symbology.value,
        "payment": code.is_payment,
        "text": None if code.is_payment else code.text,
    }

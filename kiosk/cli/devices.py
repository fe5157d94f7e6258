"""`kiosk devices …`: each device by itself, for the bench and for the technician."""

import argparse
import json
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kiosk.cli import devices_document
from kiosk.cli.output import add_json, emit, fail

if TYPE_CHECKING:
    from devices.card_reader import Card, CardReader

MORE = (
    "kiosk.cli.devices_list",
    "kiosk.cli.devices_media",
    "kiosk.cli.devices_scan",
    "kiosk.cli.devices_record",
)  # each `configure` adds its commands
NOBODY = "No card was laid on the reader: lay the card flat on it and try again."


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the commands of `kiosk devices`."""
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    reading = commands.add_parser("read-card", help="read one card and print what it says")
    reading.add_argument("--driver", default="sdt-serial", help="the driver's name; see `kiosk devices list`")
    reading.add_argument(
        "--port",
        default="",
        help="a tty's path or a pyserial URL; with pcsc a reader's name, with sdt-usb its ids",
    )
    reading.add_argument(
        "--baud", type=int, default=115200, help="the rate to begin with; others are tried too"
    )
    reading.add_argument("--timeout", type=float, default=10.0, help="seconds to wait for a card")
    devices_document.configure(reading)
    add_json(reading)
    reading.set_defaults(run=_read_card, refuse=reading.error)
    for module in MORE:
        import_module(module).configure(commands)


def _read_card(args: argparse.Namespace) -> int:
    catalog, errors = import_module("devices.catalog"), import_module("devices.errors")
    if not args.port and args.driver != "pcsc":
        args.refuse("--port is needed: a tty's path or a pyserial URL")
    try:
        with catalog.card_reader(args) as reader:
            devices_document.tell(reader, args)
            card = _first_card(reader, time.monotonic() + args.timeout)
    except errors.DeviceError as error:
        return fail(args, error.code, error.message, error.action.value)
    if card is None:
        return fail(args, "NO_CARD", NOBODY, errors.Action.ASK_RESIDENT.value)
    document = card_document(card)
    return emit(args, document, json.dumps(document, ensure_ascii=False, indent=2))


def _first_card(reader: "CardReader", until: float) -> "Card | None":
    """Return the first card that is laid until then; the driver paces the asking."""
    while True:
        card = reader.read_card()
        if card is not None or time.monotonic() >= until:
            return card


def card_document(card: "Card") -> dict[str, Any]:
    """Return the card as `read-card --json` prints it.

    `kind`, `name` and `id_number` always; the rest where the card has it. Dates are ISO dates; `valid_until` is always
    there, and null when the card is valid without an end. `extra` holds what only some cards have, by name.
    """
    document: dict[str, Any] = {
        "kind": card.kind.value,
        "name": card.name,
        "english_name": card.english_name,
        "id_number": card.id_number,
        "sex": card.sex.value if card.sex else "",
        "ethnicity": card.ethnicity,
        "nationality": card.nationality,
        "birth_date": card.birth_date.isoformat() if card.birth_date else "",
        "address": card.address,
        "issuing_authority": card.issuing_authority,
        "valid_from": card.valid_from.isoformat() if card.valid_from else "",
        "valid_until": card.valid_until.isoformat() if card.valid_until else None,
        "card_number": card.card_number,
        "extra": card.extra,
    }
    always = {"kind", "name", "id_number", "valid_until"}
    return {key: value for key, value in document.items() if value or key in always}

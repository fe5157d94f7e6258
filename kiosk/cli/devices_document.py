"""What opens a travel document, as `kiosk devices read-card` takes it: the machine-readable zone, or three of its fields."""

import argparse
import sys
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.card_reader import CardReader
    from devices.card_reader.mrz import DocumentKey

UID_FORMS = ("hex", "hex-reversed", "decimal", "decimal-reversed")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options for chip cards and travel documents."""
    parser.add_argument(
        "--uid", default="hex", choices=UID_FORMS, help="how a library card's number is written"
    )
    parser.add_argument(
        "--csca", default="", metavar="DIR", help="CSCA certificates, one directory each state"
    )
    parser.add_argument(
        "--mrz", default="", help="a travel document's machine-readable zone; - reads it from stdin"
    )
    parser.add_argument("--document-number", default="", help="instead of --mrz, with the two dates")
    parser.add_argument("--birth-date", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--expiry-date", type=date.fromisoformat, metavar="YYYY-MM-DD")


def tell(reader: "CardReader", args: argparse.Namespace) -> None:
    """Tell the reader what opens the document that will be laid, when the command says it.

    Raises:
        ResidentError: what was typed is no such thing (`MRZ_MISTYPED`).
        ConfigurationError: the driver does not read travel documents (`NO_TRAVEL_DOCUMENTS`).
    """
    mrz, errors = import_module("devices.card_reader.mrz"), import_module("devices.errors")
    try:
        key = _key(args)
    except mrz.MrzError as error:
        raise errors.ResidentError("MRZ_MISTYPED", f"Type it again: {error}.") from error
    if key is None:
        return
    if not isinstance(reader, mrz.OpensDocuments):
        message = f"The driver {args.driver} reads no travel documents: use --driver pcsc."
        raise errors.ConfigurationError("NO_TRAVEL_DOCUMENTS", message)
    reader.expect(key)


def _key(args: argparse.Namespace) -> "DocumentKey | None":
    mrz = import_module("devices.card_reader.mrz")
    fields = (args.document_number, args.birth_date, args.expiry_date)
    if args.mrz:
        key: DocumentKey = mrz.parse(sys.stdin.read() if args.mrz == "-" else args.mrz).key
        return key
    if not any(fields):
        return None
    if not all(fields):
        args.refuse("--document-number, --birth-date and --expiry-date go together")
    typed: DocumentKey = mrz.DocumentKey.typed(*fields)
    return typed

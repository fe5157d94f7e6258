"""`kiosk devices print` and `kiosk devices capture`: a receipt printer and a camera by themselves."""

import argparse
from importlib import import_module
from pathlib import Path

from kiosk.cli.output import add_json, emit, fail

SAMPLES = ("received", "pre-receipt", "report", "guide", "query", "test-page")


def configure(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to those of `kiosk devices`."""
    printing = commands.add_parser("print", help="print a specimen and say whether it came out")
    printing.add_argument(
        "--driver", default="escpos-tcp", help="the driver's name; see `kiosk devices list`"
    )
    printing.add_argument(
        "--address", required=True, help="host:port, a tty or device file, or vendor:product"
    )
    printing.add_argument("--sample", default="test-page", choices=SAMPLES, help="what to print")
    printing.add_argument(
        "--language", default="zh-Hans", choices=["zh-Hans", "zh-Hant", "en"], help="of the specimen"
    )
    printing.add_argument("--paper-mm", type=int, default=80, choices=[80, 58], help="width of the paper")
    printing.add_argument(
        "--text", default="font", choices=["font", "picture"], help="without a Chinese font"
    )
    printing.add_argument("--codes", default="native", choices=["native", "picture"], help="of QR codes")
    printing.add_argument("--cut", default="partial", choices=["partial", "full"], help="of the knife")
    printing.add_argument("--baud", type=int, default=115200, help="rate of a serial line")
    add_json(printing)
    printing.set_defaults(run=_print)
    documents = commands.add_parser("print-document", help="print a PDF and say whether it came out")
    documents.add_argument("--driver", default="ipp", help="the driver's name; see `kiosk devices list`")
    documents.add_argument("--address", required=True, help="ipp://localhost/printers/NAME")
    documents.add_argument(
        "--printer",
        default="",
        help="the address of the printer behind a queue, when the queue does not say it",
    )
    documents.add_argument("file", type=Path, help="the PDF")
    add_json(documents)
    documents.set_defaults(run=_print_document)
    capturing = commands.add_parser("capture", help="take one picture")
    capturing.add_argument("--driver", default="opencv", help="the driver's name; see `kiosk devices list`")
    capturing.add_argument(
        "--source", required=True, help="a V4L2 index (0, 0@3264x2448), a file, or an MJPEG URL"
    )
    capturing.add_argument("--out", required=True, type=Path, help="where the JPEG is written")
    add_json(capturing)
    capturing.set_defaults(run=_capture)


def _print(args: argparse.Namespace) -> int:
    catalog, errors = import_module("devices.catalog"), import_module("devices.errors")
    language = import_module("config.language").Language(args.language)
    receipt = import_module("kiosk.receipts.samples").SAMPLES[args.sample](language)
    try:
        with catalog.printer(args) as printer:
            paper = printer.status().paper.value
            printer.print(receipt)
    except errors.DeviceError as error:
        return fail(args, error.code, error.message, error.action.value)
    document = {"printed": True, "sample": args.sample, "paper": paper}
    return emit(args, document, f"Printed {args.sample}; the printer has said that it is through.")


def _print_document(args: argparse.Namespace) -> int:
    catalog, errors = import_module("devices.catalog"), import_module("devices.errors")
    try:
        document = args.file.read_bytes()
    except OSError as error:
        message = f"Could not read {args.file}: {error.strerror}. Name a PDF."
        return fail(args, "NOT_READ", message, errors.Action.CONFIGURATION.value)
    try:
        with catalog.document_printer(args) as printer:
            printer.print(document)
    except errors.DeviceError as error:
        return fail(args, error.code, error.message, error.action.value)
    return emit(args, {"printed": True}, "Printed; the printer itself has said that the job is completed.")


def _capture(args: argparse.Namespace) -> int:
    catalog, errors = import_module("devices.catalog"), import_module("devices.errors")
    try:
        with catalog.camera(args) as camera:
            picture = camera.still()
        args.out.write_bytes(picture.jpeg)
    except errors.DeviceError as error:
        return fail(args, error.code, error.message, error.action.value)
    except OSError as error:
        message = f"Could not write {args.out}: {error.strerror}. Choose another place with --out."
        return fail(args, "NOT_WRITTEN", message, errors.Action.CONFIGURATION.value)
    document = {
        "file": str(args.out),
        "width": picture.width,
        "height": picture.height,
        "bytes": len(picture.jpeg),
        "warnings": list(picture.warnings),
    }
    words = f"Wrote {args.out}: {picture.width}×{picture.height}, {len(picture.jpeg)} bytes."
    return emit(args, document, " ".join([words, *picture.warnings]))

"""`kiosk simulate DEVICE …`: one wire-level simulator as a process; `kiosk simulate tell PATH …` steers a running one.

`kiosk simulate panel DIRECTORY…` is a page that shows and drives all whose control sockets are there.

The options of each simulator are its own: `kiosk simulate sdt-reader --help`.
"""

import argparse
from importlib import import_module

SIMULATORS = {
    "sdt-reader": "devices.simulators.sdt_reader",
    "social-card": "devices.simulators.social_card",
    "passport": "devices.simulators.passport",
    "library-card": "devices.simulators.library_card",
    "pcsc-service": "devices.simulators.pcsc_service",
    "escpos-printer": "devices.simulators.escpos_printer",
    "ipp-printer": "devices.simulators.ipp_printer",
    "camera": "devices.simulators.camera",
    "scanner": "devices.simulators.scanner",
    "keypad": "devices.simulators.keypad",
    "replay": "devices.recording.replay",
    "panel": "kiosk.demo.panel",
    "tell": "devices.simulators.control",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what `kiosk simulate` understands; everything behind the device's name goes to its simulator."""
    parser.add_argument(
        "device", choices=SIMULATORS, help="what to simulate; `tell` steers a running simulator"
    )
    parser.add_argument("argv", nargs=argparse.REMAINDER, help="the simulator's own options; try --help")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the simulator until it is stopped."""
    return int(import_module(SIMULATORS[args.device]).main(args.argv))

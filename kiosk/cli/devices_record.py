"""`kiosk devices record`: what goes over a device's wire, with times and without anything personal, for `kiosk simulate replay`."""

import argparse
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.output import add_json, emit, fail
from kiosk.home import home

if TYPE_CHECKING:
    from devices.card_reader.pcsc import PcscReader
    from devices.recording.tape import Recorder

_POLL = 0.2
REFUSED = "RECORDING_REFUSED"
PROTOCOLS = ("sdt", "escpos", "scanner", "pcsc")  # `devices.recording.protocols`, without its imports


def configure(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of `kiosk devices`."""
    recording = commands.add_parser(
        "record", help="record what goes over a device's wire, without anything personal (training terminals)"
    )
    recording.add_argument("file", type=Path, help="where to write the recording")
    recording.add_argument("--as", dest="protocol", required=True, choices=PROTOCOLS, help="what is spoken")
    recording.add_argument(
        "--port", required=True, help="the device: a tty or pyserial URL; with pcsc a reader's name"
    )
    recording.add_argument("--baud", type=int, default=115200, help="rate of a serial line")
    recording.add_argument(
        "--link", type=Path, help="where the driver finds the device meanwhile; not with pcsc"
    )
    recording.add_argument(
        "--seconds", type=float, default=60.0, help="how long; with pcsc, until a card was read"
    )
    add_json(recording)
    recording.set_defaults(run=_record, refuse=recording.error)


def _record(args: argparse.Namespace) -> int:
    terminal = import_module("provisioning.selftest").bench(home()).terminal
    if terminal is not None and not terminal.settings.training:
        return fail(
            args,
            REFUSED,
            "This terminal serves residents: record on a training or laboratory terminal.",
            "configuration",
        )
    errors = import_module("devices.errors")
    if args.protocol != "pcsc" and args.link is None:
        args.refuse("--link is needed: the path that the driver's port is set to meanwhile")
    until = time.monotonic() + args.seconds
    try:
        with args.file.open("x", encoding="ascii") as file:
            recorder = import_module("devices.recording.tape").Recorder(file, args.protocol)
            (_chip_card if args.protocol == "pcsc" else _line)(args, recorder, until)
    except errors.DeviceError as error:
        return fail(args, error.code, error.message, error.action.value)
    except OSError as error:
        return fail(
            args,
            "NO_FILE",
            f"{args.file} cannot be written ({error.strerror}): name another.",
            "configuration",
        )
    return emit(args, {"file": str(args.file)}, str(args.file))


def _line(args: argparse.Namespace, recorder: "Recorder", until: float) -> None:
    stopped: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda got, _: stopped.append(got))
    line = import_module("devices.serial_line").SerialLine(args.port, args.baud, "device")
    tap = import_module("devices.recording.tap").Tap(line, args.link, args.protocol, recorder)
    tap.run(
        lambda: bool(stopped) or time.monotonic() >= until,
        lambda: print(f"recording: set the device's port to {args.link}", file=sys.stderr, flush=True),
    )


def _chip_card(args: argparse.Namespace, recorder: "Recorder", until: float) -> None:
    pcsc = import_module("devices.card_reader.pcsc")
    noted = import_module("devices.recording.chip_cards").noted_by(recorder)
    with pcsc.PcscReader(args.port, tap=noted) as reader:
        while time.monotonic() < until and not _read(reader):
            time.sleep(_POLL)


def _read(reader: "PcscReader") -> bool:
    """Return whether a card was there: also one that is refused is recorded."""
    try:
        return reader.read_card() is not None
    except import_module("devices.errors").ResidentError:
        return True

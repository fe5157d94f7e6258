"""A simulated barcode scanner that sends what it reads on a pseudo-terminal or a TCP port.

`kiosk simulate scanner [--link PATH | --listen HOST:PORT] [--control PATH]`

When it is ready it prints one JSON line, `{"port": ..., "control": ...}`. Over the control socket it understands: `scan`
(`text`, or `hex`: the bytes; `aim`: the AIM identifier to send before, as `]Q1`), `fault` (`kind`, `value`; of the next
code; see `devices.simulators.scanner_faults`), `clear`, `unplug`, `plug`, `reset` (as it was started), `stop`. It answers with
`{"ok": true, "sent": bytes}`.

It departs from a real scanner in this: it has no optics, it is told what it reads; bytes arrive at once, not at the line's
rate; it ends a code with CR, and cannot be set to anything else; it takes no commands from the terminal.
"""

import argparse
import contextlib
import select
import threading
import time
from collections.abc import Sequence

from devices.simulators.control import Message, serve
from devices.simulators.scanner_faults import Fault, bend, fault_of
from devices.simulators.wires import Wire, add_options, wire_of

_BETWEEN_PIECES = 0.02


class SimulatedScanner:
    """A scanner on a wire. `tell` is called by one thread at a time."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.stopping = threading.Event()
        self._fault: Fault | None = None
        self._held = b""  # merged with the next code

    @property
    def port(self) -> str:
        """Where a driver reaches the scanner."""
        return self._wire.port

    def tell(self, message: Message) -> Message:
        """Have the scanner do what the message says and return its answer.

        Raises:
            ValueError, KeyError: it does not understand the message.
        """
        sent = 0
        match message["do"]:
            case "scan":
                sent = self._send(_content(message))
            case "fault":
                self._fault = fault_of(message)
            case "clear":
                self._fault = None
            case "unplug":
                self._wire.unplug()
            case "plug":
                self._wire.plug()
            case "reset":
                self._wire.plug()
                self._as_started()
            case "stop":
                self.stopping.set()
            case other:
                raise ValueError(f"a scanner cannot {other}")
        return {"ok": True, "sent": sent}

    def close(self) -> None:
        """Unplug it."""
        self._wire.unplug()

    def _as_started(self) -> None:
        self._fault, self._held = None, b""

    def _send(self, content: bytes) -> int:
        sending = bend(content, self._fault)
        self._fault = None
        pieces = (self._held + b"".join(sending.pieces[:1]), *sending.pieces[1:])
        self._held = sending.held
        while select.select(self._wire.sources(), [], [], 0)[0]:
            self._wire.receive()  # takes up the newest TCP connection; what the terminal says is not heard
        for number, piece in enumerate(pieces):
            if number:
                time.sleep(_BETWEEN_PIECES)
            self._wire.send(piece)
        if sending.unplugged:
            self._wire.unplug()
        return sum(map(len, pieces))


def _content(message: Message) -> bytes:
    if "hex" in message:
        return bytes.fromhex(message["hex"])
    return str(message.get("aim", "")).encode() + str(message["text"]).encode()


def main(argv: Sequence[str]) -> int:
    """Run a simulated scanner until it is told to stop, interrupted or terminated."""
    args = _parser().parse_args(argv)
    scanner = SimulatedScanner(wire_of(args))
    with contextlib.closing(scanner):
        serve(scanner, args.control, port=scanner.port)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk simulate scanner", description="A simulated barcode scanner."
    )
    add_options(parser)
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    return parser

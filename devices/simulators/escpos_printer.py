"""A simulated receipt printer that speaks ESC/POS on a TCP port or a pseudo-terminal.

`kiosk simulate escpos-printer [--listen HOST:PORT | --link PATH] [--control PATH] [--paper-mm 80] [--maker EPSON] [--fault FAULT]`

When it is ready it prints one JSON line, `{"port": ..., "control": ...}`; the port is a printer's address in the settings
(`host:port`, or the path of a tty). Over the control socket it understands (`do` and what goes with it):

* `look` (only the answer counts), `fault` (`kind`, `after`, `seconds`; see `devices.simulators.escpos_faults`), `mend` (nothing is wrong any more: what is
  in the buffer is printed on), `unplug`, `plug`, `reset` (as it was started), `stop`;
* `receipts`: the bytes of each piece of paper cut off so far, oldest first, as base64;
* `picture` (`number`, the last by default): one of them as a PNG in base64, with its lines of text and the contents of
  its QR codes.

It answers with `{"ok": true, "receipts": count, "hanging": bytes printed and not cut, "unknown": count of unknown
commands}` and what was asked for. A fault on the command line is written `kind,after=3`.

It departs from a real printer in this: it prints at once unless told to be slow; its buffer has no end; real-time
requests are recognised only where a command may begin, not inside another's data; process ids are answered by a printer
whose maker is EPSON; an automatic status tells of every change once any is asked for; cut paper is always taken; over a pty a wrong baud rate does no harm.
"""

import argparse
import base64
import contextlib
import os
import queue
import select
import signal
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from devices.simulators.control import ControlServer, Message, announce
from devices.simulators.escpos_faults import Fault, Kind, fault_of
from devices.simulators.escpos_mechanism import Mechanism
from devices.simulators.wires import Wire, add_rate, wire_of


class EscposPrinter:
    """A printer on a wire. `run` serves it in the calling thread; `tell` may be called from any thread."""

    def __init__(self, wire: Wire, paper_mm: int, maker: str, faults: Sequence[Fault] = ()) -> None:
        self._wire, self._paper_mm, self._maker, self._faults = wire, paper_mm, maker, tuple(faults)
        self._told: queue.SimpleQueue[tuple[Message, Future[Message]]] = queue.SimpleQueue()
        self._awake, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._stopping = threading.Event()
        self._as_started()

    @property
    def port(self) -> str:
        """Where a driver reaches the printer."""
        return self._wire.port.removeprefix("socket://")

    def run(self) -> None:
        """Serve until told to `stop`; then unplug."""
        due: float | None = None
        while not self._stopping.is_set():
            wait = None if due is None else max(0.0, due - time.monotonic())
            ready, _, _ = select.select([self._awake, *self._sources()], [], [], wait)
            if self._awake in ready:
                os.read(self._awake, 1)
                self._obey()
            elif ready:
                self._wire.send(self._inside.hear(self._wire.receive()))
            due = self._work()
        self._wire.unplug()
        os.close(self._awake)
        os.close(self._wake)

    def tell(self, message: Message) -> Message:
        """Have the printer do what the message says and return its answer.

        Raises:
            ValueError, KeyError: it does not understand the message.
        """
        answer: Future[Message] = Future()
        self._told.put((message, answer))
        os.write(self._wake, b"!")
        return answer.result()

    def heed_signals(self) -> None:
        """Let SIGTERM and SIGINT end `run`, also one that comes just before it waits; in the main thread."""
        signal.set_wakeup_fd(self._wake)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.interrupt())

    def interrupt(self) -> None:
        """Have `run` end soon; may be called from a signal handler."""
        self._stopping.set()
        os.write(self._wake, b"!")

    def _sources(self) -> list[int]:
        return [] if self._inside.suffers(Kind.DEAF) else self._wire.sources()

    def _work(self) -> float | None:
        said, due = self._inside.work(time.monotonic())
        if self._inside.suffers(Kind.UNPLUG):
            self._wire.unplug()
        self._wire.send(said)
        return due

    def _as_started(self) -> None:
        self._inside = Mechanism(self._maker)
        for fault in self._faults:
            self._inside.fail(fault)

    def _obey(self) -> None:
        try:
            message, answer = self._told.get_nowait()
        except queue.Empty:
            return  # interrupted
        try:
            more = self._do(message)
        except (ValueError, KeyError, IndexError) as error:
            answer.set_exception(
                error if isinstance(error, ValueError | KeyError) else ValueError("no such receipt")
            )
        else:
            inside = self._inside
            standing = {
                "receipts": len(inside.receipts),
                "hanging": len(inside.hanging),
                "unknown": inside.unknown,
            }
            answer.set_result({"ok": True, **standing, **more})

    def _do(self, message: Message) -> Message:
        match message["do"]:
            case "fault":
                self._inside.fail(fault_of(message))
            case "look":
                pass
            case "mend":
                self._inside.mend()
            case "unplug":
                self._wire.unplug()
            case "plug":
                self._wire.plug()
            case "receipts":
                return {"receipts": [base64.b64encode(each).decode() for each in self._inside.receipts]}
            case "picture":
                return self._picture(int(message.get("number", -1)))
            case "reset":
                self._wire.unplug()  # what was still on the line is lost
                self._wire.plug()
                self._as_started()
            case "stop":
                self._stopping.set()
            case other:
                raise ValueError(f"a receipt printer cannot {other}")
        return {}

    def _picture(self, number: int) -> Message:
        from devices.simulators.escpos_paper import read  # noqa: PLC0415  # fonts and pictures only when looked at

        paper = read(self._inside.receipts[number], self._paper_mm)
        return {"png": base64.b64encode(paper.png()).decode(), "text": paper.text, "codes": paper.codes}


def main(argv: Sequence[str]) -> int:
    """Run a simulated printer until it is told to stop, interrupted or terminated."""
    args = _parser().parse_args(argv)
    printer = EscposPrinter(
        wire_of(args), args.paper_mm, args.maker, [fault_of(fault) for fault in args.fault]
    )
    if threading.current_thread() is threading.main_thread():
        printer.heed_signals()
    with contextlib.ExitStack() as stack:
        if args.control:
            stack.enter_context(ControlServer(args.control, printer.tell))
        announce(port=printer.port, control=args.control)
        printer.run()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk simulate escpos-printer", description="A simulated receipt printer."
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--listen", default="127.0.0.1:0", metavar="HOST:PORT", help="TCP; port 0 takes any")
    where.add_argument("--link", default="", help="a serial line instead: symbolic link to a pseudo-terminal")
    add_rate(parser)
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    parser.add_argument("--paper-mm", type=int, default=80, choices=[80, 58], help="width of the paper")
    parser.add_argument(
        "--maker", default="EPSON", help="what it says when it is asked who made it; may be empty"
    )
    kinds = ", ".join(kind.value for kind in Kind)
    parser.add_argument(
        "--fault",
        type=_fault_option,
        action="append",
        default=[],
        help=f"KIND[,after=LINES…]; kinds: {kinds}",
    )
    return parser


def _fault_option(text: str) -> dict[str, Any]:
    kind, *more = text.split(",")
    fault = {"kind": kind, **dict(pair.split("=", 1) for pair in more)}
    fault_of(fault)  # a mistake is told at once, as wrong use
    return fault

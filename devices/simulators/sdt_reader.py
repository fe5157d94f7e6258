"""A simulated identity card reader that speaks the SDT protocol on a pseudo-terminal or a TCP port.

`kiosk simulate sdt-reader [--link PATH | --listen HOST:PORT] [--control PATH] [--card NAME] [--fault FAULT] [--baud N]`

When it is ready it prints one JSON line, `{"port": ..., "control": ...}`. Over the control socket it understands
(`do` and what goes with it): `lay` (`card`, or `text`: 512 hexadecimal digits), `lift`, `fault` (`kind`, `on`, `value`, `seconds`, `times`; see
`devices.simulators.sdt_faults`), `clear` (no faults any more), `unplug`, `plug`, `reset` (as it was started), `stop`.
It answers with `{"ok": true, "asked": {request: count}}`. A fault on the command line is written
`kind,on=read,value=600,times=0`.

It departs from a real reader in this: answers come at once instead of after the card's 100 to 1000 ms; the photo is the
beginning of a photo and zeros; there are no fingerprints; on a pty a wrong baud rate is heard as nothing at all; over
TCP there is no baud rate; two cards at once cannot be laid.
"""

import argparse
import contextlib
import os
import queue
import select
import signal
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

from devices.simulators.control import ControlServer, Message, announce
from devices.simulators.sdt_faults import Fault, Kind, Sending, bend, fault_of
from devices.simulators.sdt_module import SdtModule, name_of
from devices.simulators.specimens import SPECIMENS, Specimen
from devices.simulators.wires import Wire, add_options, wire_of


class SdtReader:
    """A reader on a wire. `run` serves it in the calling thread; `tell` may be called from any thread."""

    def __init__(self, wire: Wire, card: str = "", faults: Sequence[Fault] = (), baud: int = 115200) -> None:
        self._wire, self._start = wire, (card, tuple(faults), baud)
        self._told: queue.SimpleQueue[tuple[Message, Future[Message]]] = queue.SimpleQueue()
        self._awake, self._wake = os.pipe()
        self._stopping = threading.Event()
        self._as_started()

    @property
    def port(self) -> str:
        """Where a driver reaches the reader."""
        return self._wire.port

    def run(self) -> None:
        """Serve until told to `stop`; then unplug."""
        while not self._stopping.is_set():
            ready, _, _ = select.select([self._awake, *self._wire.sources()], [], [])
            if self._awake in ready:
                os.read(self._awake, 1)
                self._obey()
            else:
                self._serve(self._wire.receive())
        self._wire.unplug()
        os.close(self._awake)
        os.close(self._wake)

    def tell(self, message: Message) -> Message:
        """Have the reader do what the message says and return its answer.

        Raises:
            ValueError, KeyError: it does not understand the message.
        """
        answer: Future[Message] = Future()
        self._told.put((message, answer))
        os.write(self._wake, b"!")
        return answer.result()

    def interrupt(self) -> None:
        """Have `run` end soon; may be called from a signal handler."""
        self._stopping.set()
        os.write(self._wake, b"!")

    def _obey(self) -> None:
        try:
            message, answer = self._told.get_nowait()
        except queue.Empty:
            return  # interrupted
        try:
            self._do(message)
        except (ValueError, KeyError) as error:
            answer.set_exception(error)
        else:
            answer.set_result({"ok": True, "asked": dict(self._asked)})

    def _do(self, message: Message) -> None:
        match message["do"]:
            case "lay":
                self._module.lay(_card(message))
            case "lift":
                self._module.lift()
            case "fault":
                self._faults.append(fault_of(message))
            case "clear":
                self._faults.clear()
            case "unplug":
                self._wire.unplug()
            case "plug":
                self._wire.plug()
            case "reset":
                self._wire.plug()
                self._as_started()
            case "stop":
                self._stopping.set()
            case other:
                raise ValueError(f"a card reader cannot {other}")

    def _as_started(self) -> None:
        card, faults, self._baud = self._start
        self._module = SdtModule()
        self._faults = list(faults)
        self._asked: Counter[str] = Counter()
        self._before = b""
        if card:
            self._module.lay(_card({"card": card}))

    def _serve(self, received: bytes) -> None:
        if not received or self._wire.baud() not in {None, self._baud}:
            return
        for request in self._module.hear(received):
            name = name_of(request)
            self._asked[name] += 1
            fault = self._fault_on(name)
            undone = fault is not None and fault.kind in {Kind.STATUS, Kind.SILENT}
            answer = b"" if undone else self._module.answer(request)
            self._send(bend(answer, self._before, fault))
            self._before = answer
        self._baud = self._module.sets_baud or self._baud

    def _fault_on(self, name: str) -> Fault | None:
        for at, fault in enumerate(self._faults):
            if fault.on in {"", name}:
                if fault.times == 1:
                    del self._faults[at]
                elif fault.times is not None:
                    self._faults[at] = replace(fault, times=fault.times - 1)
                return fault
        return None

    def _send(self, sending: Sending) -> None:
        for piece in sending.pieces:
            self._stopping.wait(sending.pause)
            self._wire.send(piece)
        if sending.lifted:
            self._module.lift()
        if sending.unplugged:
            self._wire.unplug()


def _card(message: Message) -> Specimen:
    if "text" in message:
        return Specimen(bytes.fromhex(message["text"]))
    if message["card"] not in SPECIMENS:
        raise ValueError(f"there is no specimen {message['card']}: lay one of {', '.join(SPECIMENS)}")
    return SPECIMENS[message["card"]]


def main(argv: Sequence[str]) -> int:
    """Run a simulated reader until it is told to stop, interrupted or terminated."""
    args = _parser().parse_args(argv)
    wire = wire_of(args)
    reader = SdtReader(wire, args.card, [fault_of(fault) for fault in args.fault], args.baud)
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: reader.interrupt())
    with contextlib.ExitStack() as stack:
        if args.control:
            stack.enter_context(ControlServer(args.control, reader.tell))
        announce(port=reader.port, control=args.control)
        reader.run()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk simulate sdt-reader", description="A simulated card reader.")
    add_options(parser)
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    parser.add_argument(
        "--card", default="", choices=["", *SPECIMENS], help="the card that lies there at first"
    )
    parser.add_argument("--baud", type=int, default=115200, choices=[115200, 57600, 38400, 19200, 9600])
    kinds = ", ".join(kind.value for kind in Kind)
    parser.add_argument(
        "--fault", type=_fault_option, action="append", default=[], help=f"KIND[,on=REQUEST…]; kinds: {kinds}"
    )
    return parser


def _fault_option(text: str) -> dict[str, Any]:
    kind, *more = text.split(",")
    fault = {"kind": kind, **dict(pair.split("=", 1) for pair in more)}
    fault_of(fault)  # a mistake is told at once, as wrong use
    return fault

"""A simulated chip card on a virtual reader of the real pcscd (vsmartcard's vpcd), whatever the card is.

`kiosk simulate social-card | passport | library-card [--reader HOST:PORT] [--control PATH] [--card NAME] [--fault FAULT]`

When it is ready it prints one JSON line, `{"reader": ..., "control": ...}`. Over the control socket it understands (`do`
and what goes with it): `lay` (`card`), `lift`, `fault` (`kind`, `at`, `value`, `seconds`, `times`; see
`devices.simulators.card_faults`), `clear` (no faults any more), `reset` (lifted, no faults), `stop`. It answers with
`{"ok": true, "laid": …, "commands": …, "instructions": …}`: how many commands came since the card was laid, and which (the
INS bytes, in hexadecimal). A fault on the command line is written `lift,at=5`.

vpcd is a TCP server; a card is a client of it, and is laid by connecting. A message is a length of two bytes and a body:
one byte from the reader is a control (0 off, 1 on, 2 reset, 4 give your answer to reset), more is a command.

It departs from a real card in this: responses come at once; power off is not noticed but as the end of a session; a card
is changed for another in no less than half a second, because pcscd looks for it every 0.4 seconds and would miss it.
"""

import argparse
import contextlib
import os
import queue
import select
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Protocol

from devices.simulators.card_faults import Fault, Kind, bend, fault_of, option, strike
from devices.simulators.control import ControlServer, Message, announce

READER = "127.0.0.1:35963"
GIVE_ATR = 4
_AWAY = 0.5
_QUICK_ACK = getattr(
    socket, "TCP_QUICKACK", None
)  # Linux; without it each response waits 40 ms for an acknowledgement


class CardImage(Protocol):
    """What a card is: how it introduces itself, and what it answers."""

    atr: bytes

    def reset(self) -> None:
        """Begin anew, as after power on."""

    def answer(self, command: bytes) -> bytes:
        """Return the response to a command APDU, with its status word."""


class VirtualCard:
    """A card that is laid and lifted. `run` serves it in the calling thread; `tell` may be called from any thread."""

    def __init__(self, reader: tuple[str, int], cards: Mapping[str, Callable[[], CardImage]]) -> None:
        self._reader, self._cards = reader, cards
        self._told: queue.SimpleQueue[tuple[Message, Future[Message]]] = queue.SimpleQueue()
        self._awake, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._stopping = False
        self._faults: list[Fault] = []
        self._line: socket.socket | None = None
        self._image: CardImage | None = None
        self._lifted_at = -_AWAY
        self._instructions = b""

    def begin(self, card: str, faults: Sequence[Message]) -> None:
        """Do what the command line says, before `run`.

        Raises:
            ValueError: there is no virtual reader to lay the card on.
        """
        self._faults.extend(fault_of(fault) for fault in faults)
        if card:
            self._lay(card)

    def run(self) -> None:
        """Serve until told to `stop`; then lift the card."""
        while not self._stopping:
            sources = [self._awake, *([self._line.fileno()] if self._line is not None else [])]
            ready, _, _ = select.select(sources, [], [])
            if self._awake in ready:
                os.read(self._awake, 1)
                self._obey()
            else:
                self._serve()
        self._lift()
        os.close(self._awake)
        os.close(self._wake)

    def tell(self, message: Message) -> Message:
        """Have the card do what the message says and return its answer.

        Raises:
            ValueError, KeyError: it does not understand the message, or there is no virtual reader.
        """
        answer: Future[Message] = Future()
        self._told.put((message, answer))
        os.write(self._wake, b"!")
        return answer.result()

    def end_on(self, *numbers: signal.Signals) -> None:
        """Have `run` end when one of the signals comes, whenever it comes; called in the main thread."""
        signal.set_wakeup_fd(self._wake)  # a signal just before `select` would not be noticed otherwise
        for number in numbers:
            signal.signal(number, lambda *_: self._end())

    def _end(self) -> None:
        self._stopping = True

    def _obey(self) -> None:
        with contextlib.suppress(queue.Empty):  # interrupted
            message, answer = self._told.get_nowait()
            try:
                self._do(message)
            except (ValueError, KeyError) as error:
                answer.set_exception(error)
            else:
                laid = self._line is not None
                told = {"commands": len(self._instructions), "instructions": self._instructions.hex(" ")}
                answer.set_result({"ok": True, "laid": laid, **told})

    def _do(self, message: Message) -> None:
        match message["do"]:
            case "lay":
                self._lift()
                self._lay(message["card"])
            case "lift":
                self._lift()
            case "fault":
                self._faults.append(fault_of(message))
            case "clear":
                self._faults.clear()
            case "reset":
                self._lift()
                self._faults.clear()
            case "stop":
                self._end()
            case other:
                raise ValueError(f"a card cannot {other}")

    def _lay(self, name: str) -> None:
        if name not in self._cards:
            raise ValueError(f"there is no specimen {name}: lay one of {', '.join(self._cards)}")
        time.sleep(max(0.0, self._lifted_at + _AWAY - time.monotonic()))
        try:
            line = socket.create_connection(self._reader, timeout=2.0)
        except OSError as error:
            host, port = self._reader
            raise ValueError(f"no virtual reader listens at {host}:{port}: start pcscd with vpcd") from error
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._line, self._image, self._instructions = line, self._cards[name](), b""

    def _lift(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line, self._lifted_at = None, time.monotonic()

    def _serve(self) -> None:
        try:
            body = self._received()
        except OSError:
            body = b""
        if not body or self._line is None or self._image is None:
            self._lift()
        elif body == bytes([GIVE_ATR]):
            self._send(self._image.atr)
        elif len(body) == 1:
            self._image.reset()
        else:
            self._instructions += body[1:2]
            self._answer(body, self._image)

    def _answer(self, command: bytes, image: CardImage) -> None:
        fault = strike(self._faults, len(self._instructions))
        kind = fault.kind if fault is not None else None
        if kind is Kind.LIFT:
            self._lift()
        elif kind is not Kind.SILENT:
            response = b"" if kind is Kind.STATUS else image.answer(command)
            if fault is not None and kind is Kind.SLOW:
                time.sleep(fault.seconds)
            self._send(bend(response, fault))

    def _received(self) -> bytes:
        size = int.from_bytes(self._exactly(2), "big")
        return self._exactly(size)

    def _exactly(self, size: int) -> bytes:
        received = b""
        while self._line is not None and len(received) < size:
            if not (piece := self._line.recv(size - len(received))):
                return b""
            received += piece
            if _QUICK_ACK is not None:
                self._line.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)
        return received

    def _send(self, body: bytes) -> None:
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._line.sendall(len(body).to_bytes(2, "big") + body)


def serve(name: str, cards: Mapping[str, Callable[[], CardImage]], argv: Sequence[str]) -> int:
    """Run a simulated card until it is told to stop, interrupted or terminated."""
    args = _parser(name, list(cards)).parse_args(argv)
    host, _, port = args.reader.rpartition(":")
    card = VirtualCard((host, int(port)), cards)
    if threading.current_thread() is threading.main_thread():
        card.end_on(signal.SIGTERM, signal.SIGINT)
    try:
        card.begin(args.card, args.fault)
    except ValueError as error:
        print(f"SIMULATOR: {error}", file=sys.stderr)  # noqa: T201  # a command's answer
        return 1
    with contextlib.ExitStack() as stack:
        if args.control:
            stack.enter_context(ControlServer(args.control, card.tell))
        announce(reader=args.reader, control=args.control)
        card.run()
    return 0


def _parser(name: str, cards: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"kiosk simulate {name}", description="A simulated chip card.")
    parser.add_argument("--reader", default=READER, metavar="HOST:PORT", help="where vpcd listens")
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    parser.add_argument("--card", default="", choices=["", *cards], help="the card that lies there at first")
    kinds = ", ".join(kind.value for kind in Kind)
    parser.add_argument(
        "--fault", type=option, action="append", default=[], help=f"KIND[,at=N…]; kinds: {kinds}"
    )
    return parser

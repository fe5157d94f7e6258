"""Plays a recording to the real driver: `kiosk simulate replay FILE [--link PATH | --listen HOST:PORT] [--control PATH]`.

It answers what it is asked as the device answered then, after the same time. Over the control socket it understands `play`
(say what the device said by itself at the beginning: a scanner's codes), `reset` (from the beginning) and `stop`. A recording of
a chip card is laid on a virtual reader: its options are those of `devices.simulators.virtual_card`, and its card is `tape`.

It departs from the device in this: a question that was never asked then is not answered, and what the driver sends is scrubbed as
the recording was before the two are compared.
"""

import argparse
import contextlib
import select
import signal
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from devices.recording import tape as tapes
from devices.recording.chip_cards import ChipCardScrubber
from devices.recording.protocols import CHIP_CARDS, LINES
from devices.recording.tape import Tape, Turn
from devices.simulators import virtual_card
from devices.simulators.control import ControlServer, Message, announce
from devices.simulators.wires import Wire, add_options, wire_of

_SLICE = 0.02
_ATR = bytes.fromhex("3B6D000000814A444686605199000001AC")


class Player:
    """Finds the answers to what is asked. Pure; each question is looked for behind the last one first.

    Where two questions went out as one then, the first of them waits for the second: it may have been asked again later, with
    another answer.
    """

    def __init__(self, tape: Tape) -> None:
        self._turns, self._scrubber = tape.turns(), LINES[tape.protocol]()
        self._next, self._asked = 0, b""

    def by_itself(self) -> tuple[tuple[float, bytes], ...]:
        """Return what the device said before it was asked anything."""
        return self._turns[0].answers if self._turns and not self._turns[0].host else ()

    def hear(self, data: bytes) -> list[tuple[float, bytes]]:
        """Return the answers to what is complete now, each with the seconds that it waits."""
        self._asked += self._scrubber.host(data)
        answers: list[tuple[float, bytes]] = []
        while self._asked and not self._next_has_begun():
            if (place := self._found(whole=True)) is not None:
                self._next = place + 1
                self._asked = self._asked[len(self._turns[place].host) :]
                answers += self._turns[place].answers
            elif self._found(whole=False) is not None:
                break  # it has begun
            else:
                self._asked = b""  # never asked then
        return answers

    def _next_has_begun(self) -> bool:
        following = self._turns[self._next : self._next + 1]
        return any(_fits(turn, self._asked, whole=False) and turn.host != self._asked for turn in following)

    def _found(self, *, whole: bool) -> int | None:
        order = [*range(self._next, len(self._turns)), *range(self._next)]
        return next((place for place in order if _fits(self._turns[place], self._asked, whole=whole)), None)


def _fits(turn: Turn, asked: bytes, *, whole: bool) -> bool:
    if whole:
        return bool(turn.host) and asked.startswith(turn.host)
    return turn.host.startswith(asked)


class ReplayedCard:
    """A card that answers each command as it was answered then."""

    atr = _ATR

    def __init__(self, tape: Tape) -> None:
        self._turns, self._scrubber = tape.turns(), ChipCardScrubber()
        self._next = 0

    def reset(self) -> None:
        """Stay where it is: a driver may cut the power between two attempts."""

    def answer(self, command: bytes) -> bytes:
        """Return the response to a command; 6D00 to one that was never given."""
        asked = self._scrubber.command(command)
        for place in (*range(self._next, len(self._turns)), *range(self._next)):
            if self._turns[place].host == asked and self._turns[place].answers:
                self._next = place + 1
                (_, response), *_ = self._turns[place].answers
                return bytes(response)
        return bytes.fromhex("6D00")


class Replay:
    """A recording on a wire. `run` serves it; `tell` may be called from any thread."""

    def __init__(self, wire: Wire, tape: Tape) -> None:
        self._wire, self._tape = wire, tape
        self._lock = threading.Lock()
        self._player, self._due = Player(tape), list[tuple[float, bytes]]()
        self.stopping = threading.Event()

    @property
    def port(self) -> str:
        """Where a driver reaches it."""
        return self._wire.port

    def run(self) -> None:
        """Serve until told to stop."""
        while not self.stopping.is_set():
            ready = select.select(self._wire.sources(), [], [], _SLICE)[0]
            with self._lock:
                if ready:
                    self._plan(self._player.hear(self._wire.receive()))
                while self._due and self._due[0][0] <= time.monotonic():
                    self._wire.send(self._due.pop(0)[1])
        self._wire.unplug()

    def tell(self, message: Message) -> Message:
        """Do what the message says.

        Raises:
            ValueError, KeyError: it is not understood.
        """
        with self._lock:
            match message["do"]:
                case "play":
                    self._plan(self._player.by_itself())
                case "reset":
                    self._player, self._due = Player(self._tape), []
                case "stop":
                    self.stopping.set()
                case other:
                    raise ValueError(f"a recording cannot {other}")
        return {"ok": True}

    def _plan(self, answers: Sequence[tuple[float, bytes]]) -> None:
        at = max(time.monotonic(), self._due[-1][0] if self._due else 0.0)
        for wait, data in answers:
            at += wait
            self._due.append((at, data))


def main(argv: Sequence[str]) -> int:
    """Play until told to stop, interrupted or terminated."""
    args, more = _parser().parse_known_args(argv)
    try:
        tape = tapes.read(args.file)
    except (OSError, ValueError, KeyError) as error:
        print(f"SIMULATOR: {args.file} is no recording: {error}", file=sys.stderr)  # noqa: T201  # a command's answer
        return 1
    if tape.protocol == CHIP_CARDS:
        control = ["--control", args.control] if args.control else []
        return virtual_card.serve("replay FILE", {"tape": lambda: ReplayedCard(tape)}, [*control, *more])
    if more:
        _parser().error(f"unrecognized arguments: {' '.join(more)}")
    replay = Replay(wire_of(args), tape)
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: replay.stopping.set())
    with contextlib.ExitStack() as stack:
        if args.control:
            stack.enter_context(ControlServer(args.control, replay.tell))
        announce(port=replay.port, control=args.control)
        replay.run()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk simulate replay", description="A recording of a device.")
    parser.add_argument("file", type=Path, help="what `kiosk devices record` wrote")
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    add_options(parser)
    return parser

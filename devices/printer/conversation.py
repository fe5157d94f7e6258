"""Bytes to and from a printer with a bound on every wait; nothing here knows what carries them."""

import os
import select
from abc import ABC, abstractmethod
from collections.abc import Callable

from devices.printer import PrinterStatus
from devices.printer.realtime import Answer, AnswerReader, Kind, Query, interpret, interpret_automatic

_SLICE = 0.05  # the longest wait for the system; limits are kept to this precision
_LONGEST_REST = 1.0  # a line that never falls quiet is noise
_LONGEST_SENDING = 30.0  # beyond what the line itself needs


class SilentError(Exception):
    """A question was not answered in time."""


class StuckError(Exception):
    """The printer has stopped taking data."""


class Connection(ABC):
    """An open line to a printer that never blocks. What it raises when the line is gone is its driver's `gone`."""

    #: Seconds that a byte takes; nothing to speak of in a network.
    pace = 0.0

    @abstractmethod
    def send(self, data: bytes, seconds: float) -> int:
        """Hand over what fits; return how many bytes, 0 when there was no room within `seconds`."""

    @abstractmethod
    def receive(self, seconds: float) -> bytes:
        """Return what has come, nothing when nothing came within `seconds`."""

    @abstractmethod
    def close(self) -> None:
        """Let the line go, with what is still on its way out."""


class Descriptor(Connection):
    """A connection that is a file of the system's, in non-blocking mode."""

    @abstractmethod
    def fileno(self) -> int:
        """Return its descriptor."""

    def send(self, data: bytes, seconds: float) -> int:
        """Write when there is room."""
        _, room, _ = select.select([], [self], [], seconds)
        return self._write(data) if room else 0

    def receive(self, seconds: float) -> bytes:
        """Read when there is something."""
        said, _, _ = select.select([self], [], [], seconds)
        return self._read() if said else b""

    def _write(self, data: bytes) -> int:
        return os.write(self.fileno(), data)

    def _read(self) -> bytes:
        received = os.read(self.fileno(), 4096)
        if not received:
            raise ConnectionResetError("the line was hung up")
        return received


class Conversation:
    """Asks and listens over one connection; times are seconds of `now`."""

    def __init__(self, connection: Connection, now: Callable[[], float]) -> None:
        self.connection = connection
        self._now = now
        self._reader = AnswerReader()
        self._heard: list[Answer] = []

    def send(self, data: bytes, patience: float) -> None:
        """Hand over all of `data`.

        Raises:
            StuckError: for `patience` seconds the printer took nothing, or it takes too little to ever end.
        """
        end = self._now() + _LONGEST_SENDING + 2 * len(data) * self.connection.pace
        until = self._now() + patience
        while data:
            taken = self.connection.send(data, _SLICE)
            if taken:
                data = data[taken:]
                until = self._now() + patience
            if data and self._now() >= min(until, end):
                raise StuckError

    def status(self, seconds: float) -> PrinterStatus:
        """Ask the printer how it is, waiting up to `seconds` for each of its four answers.

        Raises:
            SilentError: one did not come.
            StuckError: the question could not be sent.
        """
        return interpret(*(self._ask(query, seconds) for query in Query))

    def _ask(self, query: Query, seconds: float) -> int:
        self._listen(0)
        self._heard = [answer for answer in self._heard if answer.kind is not Kind.REAL_TIME]  # came too late
        self.send(query.request(), seconds)
        return self.await_answer(Kind.REAL_TIME, seconds).bits

    def noticed(self) -> PrinterStatus | None:
        """Return what the printer last said by itself (automatic status), once; None when it said nothing new."""
        self._listen(0)
        told = [answer for answer in self._heard if answer.kind is Kind.AUTOMATIC]
        self._heard = [answer for answer in self._heard if answer.kind is not Kind.AUTOMATIC]
        return interpret_automatic(told[-1].text) if told else None

    def await_answer(self, kind: Kind, seconds: float) -> Answer:
        """Return the next answer of a kind; others are kept for whoever waits for them.

        Raises:
            SilentError: none came within `seconds`.
        """
        until = self._now() + seconds
        while True:
            for place, answer in enumerate(self._heard):
                if answer.kind is kind:
                    return self._heard.pop(place)
            if self._now() >= until:
                raise SilentError
            self._listen(until - self._now())

    def rest(self, quiet: float) -> list[Answer]:
        """Return whatever else was said, once nothing has come for `quiet` seconds; it is forgotten here."""
        end = self._now() + _LONGEST_REST
        while self._listen(quiet) and self._now() < end:
            continue
        said, self._heard = self._heard, []
        return said

    def _listen(self, seconds: float) -> bool:
        """Take in what comes next, after waiting up to `seconds` for it; tell whether anything came."""
        until = self._now() + seconds
        while True:
            wait = min(_SLICE, max(0.0, until - self._now()))
            said = self.connection.receive(wait)
            self._heard += self._reader.feed(said)
            if said or self._now() >= until:
                return bool(said)

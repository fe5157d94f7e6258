"""Bytes to and from a printer with a bound on every wait; nothing here knows what carries them."""

import select
from abc import ABC, abstractmethod
from collections.abc import Callable

from devices.printer import PrinterStatus
from devices.printer.realtime import Answer, AnswerReader, Kind, Query, interpret

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
    def fileno(self) -> int:
        """Return the descriptor to wait on."""

    @abstractmethod
    def send(self, data: bytes) -> int:
        """Hand over what fits now; return how many bytes. Called when there is room."""

    @abstractmethod
    def receive(self) -> bytes:
        """Return what has come. Called when something has."""

    @abstractmethod
    def close(self) -> None:
        """Let the line go, with what is still on its way out."""


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
            _, room, _ = select.select([], [self.connection], [], _SLICE)
            if room:
                data = data[self.connection.send(data) :]
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
            said, _, _ = select.select([self.connection], [], [], wait)
            if said:
                self._heard += self._reader.feed(self.connection.receive())
            if said or self._now() >= until:
                return bool(said)

"""Asking an SDT reader: one request, one answer that fits it, within a time limit, whatever the line does in between.

* An answer that is garbled, or in which the reader says that the request was, is asked for again, twice at most.
* Answers carry no name of their request. One that does not fit (a late answer to a request given up before) is passed
  over.
* Between two finds lies more than the 300 ms that readers want, also when a find is asked again.
* A reader that says nothing is asked for its status; when it does not answer that either it is silent.
"""

import math
from collections.abc import Callable
from typing import Protocol

from devices.card_reader.sdt.codec import Answer, AnswerParser, Command, Garbled, request
from devices.card_reader.sdt.status import RESEND, STUMBLED, error_of
from devices.errors import DeviceError, RetryError, StaffError

SENDINGS = 3
STATUS_LIMIT = 0.5
BETWEEN_FINDS = 0.32
_PAUSE_IN_FRAME = 1.0  # a frame whose next byte does not come for this long has stopped
_PAUSE_AFTER_NOISE = 0.1  # a garbled frame is over when nothing follows for this long
_MOMENT = 0.05  # a look at the line that brings nothing takes as long
_OVERTIME = 2.0  # an answer that has begun may take this much longer than its limit

Fits = Callable[[Answer], bool]


class Line(Protocol):
    """What carries the bytes; see `devices.serial_line`."""

    def write(self, message: bytes, /) -> None:
        """Send, after dropping what came unasked."""

    def read(self) -> bytes:
        """Return what has come, after waiting a moment for it."""


class UnansweredError(RetryError):
    """The reader is there but did not answer this request."""


class Conversation:
    """Questions and answers over one line, in one thread."""

    def __init__(self, line: Line, now: Callable[[], float]) -> None:
        self._line, self._now = line, now
        self._last_find = -math.inf

    def ask(self, command: Command, fits: Fits, limit: float, sendings: int = SENDINGS) -> Answer:
        """Return the reader's answer, whatever its status.

        Raises:
            RetryError: `BAD_CHECKSUM` or `BAD_LENGTH` after `sendings` in a row; `READER_STUMBLED`; `READER_NO_ANSWER` when
                the reader answers other questions.
            ConfigurationError: all that came does not fit the question (`READER_UNKNOWN`).
            StaffError: the reader is silent (`READER_SILENT`) or gone (`DEVICE_GONE`).
        """
        trouble: DeviceError = _silent()
        enough = self._now() + limit + _PAUSE_IN_FRAME
        for _ in range(sendings):
            outcome = self._once(command, fits, limit)
            if isinstance(outcome, Answer):
                if not fits(outcome):
                    raise error_of(outcome.status)
                if outcome.status not in RESEND | STUMBLED:
                    return outcome
                trouble = error_of(outcome.status)
            elif outcome is not None:
                trouble = _garbled(outcome)
            else:
                trouble = self._silence()
                if limit > STATUS_LIMIT or isinstance(trouble, StaffError):
                    break  # asking a long question again would keep the resident waiting
            if self._now() > enough:
                break
        raise trouble

    def status(self, sendings: int = 1, limit: float = STATUS_LIMIT) -> Answer | None:
        """Ask for the reader's status; return the answer, or None when the reader says nothing.

        Raises:
            RetryError: all that came was garbled (`BAD_CHECKSUM`, `BAD_LENGTH`).
            StaffError: the line is gone (`DEVICE_GONE`).
        """
        garbled: Garbled | None = None
        for _ in range(sendings):
            outcome = self._once(Command.STATUS, lambda answer: not answer.data, limit)
            if isinstance(outcome, Answer):
                return outcome
            garbled = outcome or garbled
        if garbled is None:
            return None
        raise _garbled(garbled)

    def _silence(self) -> DeviceError:
        if self.status() is None:
            return _silent()
        return UnansweredError("READER_NO_ANSWER", "The reader did not answer: lay the card on it again.")

    def _once(self, command: Command, fits: Fits, limit: float) -> Answer | Garbled | None:
        """Ask once. Return the newest answer that fits, else one that does not, else what was garbled, else None."""
        hearing = _Hearing(fits)
        if command is Command.FIND:
            self._wait(self._last_find + BETWEEN_FINDS)
        self._line.write(request(command))
        self._listen(hearing, self._now() + limit)
        if command is Command.FIND:
            self._last_find = self._now()
        return hearing.conclusion()

    def _listen(self, hearing: "_Hearing", deadline: float) -> None:
        """Hear what comes until it fits or it is time; what came while we were kept from the processor is heard, too."""
        looked = -math.inf  # until then nothing more had come, for certain
        while hearing.fitting is None and looked < min(hearing.patience(deadline), deadline + _OVERTIME):
            began = self._now()
            if received := self._line.read():
                hearing.hear(received, self._now())
            looked = began + _MOMENT

    def _wait(self, until: float) -> None:
        """Let time pass; what comes meanwhile is dropped, and a line that vanishes is noticed."""
        while self._now() < until:
            self._line.read()


class _Hearing:
    """What came in answer to one request."""

    def __init__(self, fits: Fits) -> None:
        self._fits = fits
        self._parser = AnswerParser()
        self._last_heard = -math.inf
        self._misfit: Answer | None = None
        self._garbled: Garbled | None = None
        self.fitting: Answer | None = None

    def hear(self, received: bytes, now: float) -> None:
        self._last_heard = now
        self._sort(self._parser.feed(received))

    def patience(self, deadline: float) -> float:
        """Return until when it is worth waiting for more."""
        if self._parser.in_frame:
            return self._last_heard + _PAUSE_IN_FRAME
        return self._last_heard + _PAUSE_AFTER_NOISE if self._garbled else deadline

    def conclusion(self) -> Answer | Garbled | None:
        if self.fitting is None and self._parser.in_frame:
            self._garbled = self._garbled or Garbled.LENGTH
            self._sort(self._parser.salvage())
        return self.fitting or self._misfit or self._garbled

    def _sort(self, results: list[Answer | Garbled]) -> None:
        for result in results:
            if isinstance(result, Garbled):
                self._garbled = result
            elif self._fits(result):
                self.fitting = result
            else:
                self._misfit = result


def _garbled(how: Garbled) -> RetryError:
    code = "BAD_CHECKSUM" if how is Garbled.CHECKSUM else "BAD_LENGTH"
    return RetryError(code, "The reader's answers arrive garbled: try again; if it stays, replace the cable.")


def _silent() -> StaffError:
    return StaffError(
        "READER_SILENT", "The card reader does not answer: check its power, then unplug it and plug it in."
    )

"""Whether a receipt came out: the truth is asked for once more before nobody knows."""

import math

import pytest

from devices.errors import MediaError
from devices.printer.conversation import Connection, Conversation, SilentError
from devices.printer.proof import Prover
from devices.printer.realtime import Query

WELL, CUTTER_JAM = b"\x12", b"\x1a"


class Busy(Connection):
    """A printer with a jammed cutter that gives no proof, and tells how it is only from a time on; a wait is all that takes time."""

    def __init__(self, answers_from: float) -> None:
        self.time, self._answers_from, self._said = 0.0, answers_from, b""

    def send(self, data: bytes, seconds: float) -> int:  # noqa: ARG002  # there is always room
        queries = [query for query in Query if query.request() == data]
        if queries and self.time >= self._answers_from:
            self._said += CUTTER_JAM if queries == [Query.ERROR_CAUSE] else WELL
        return len(data)

    def receive(self, seconds: float) -> bytes:
        said, self._said = self._said, b""
        self.time += 0 if said else max(seconds, 0.001)
        return said

    def close(self) -> None: ...


def prover(line: Busy) -> Prover:
    return Prover(Conversation(line, lambda: line.time), lambda: line.time)


def test_one_that_was_too_busy_to_say_that_it_has_stopped_is_asked_again() -> None:
    with pytest.raises(MediaError, match="PRINT_INCOMPLETE"):
        prover(Busy(answers_from=2.0)).await_proof(4.0)


def test_of_one_that_never_says_anything_nothing_is_known() -> None:
    line = Busy(answers_from=math.inf)
    with pytest.raises(SilentError):
        prover(line).await_proof(4.0)
    assert line.time < 6.0

"""Every wait has a bound, also when a line does what no printer would."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from devices.printer.conversation import Conversation, Descriptor, SilentError, StuckError
from devices.printer.realtime import Answer, Kind

IDLE = b"\x12"


class Line(Descriptor):
    """One end of a pair of sockets with little room in it; `far` is the other."""

    def __init__(self) -> None:
        self.near, self.far = socket.socketpair()
        for end, option in ((self.near, socket.SO_SNDBUF), (self.far, socket.SO_RCVBUF)):
            end.setsockopt(socket.SOL_SOCKET, option, 1)
        self.near.setblocking(False)
        self.far.settimeout(2)

    def fileno(self) -> int:
        return self.near.fileno()

    def close(self) -> None:
        self.near.close()
        self.far.close()


@pytest.fixture
def line() -> Iterator[Line]:
    """A line, closed afterwards."""
    line = Line()
    yield line
    line.close()


@pytest.fixture
def beside() -> Iterator[Callable[[Callable[[], object]], None]]:
    """Do something again and again from beside, until the test ends."""
    over = threading.Event()
    threads: list[threading.Thread] = []

    def begin(doing: Callable[[], object]) -> None:
        def again() -> None:
            while not over.is_set():
                with suppress(TimeoutError):
                    doing()

        threads.append(threading.Thread(target=again))
        threads[-1].start()

    yield begin
    over.set()
    for thread in threads:
        thread.join()


def hurried() -> float:
    return time.monotonic() * 50


def test_a_line_that_takes_nothing(line: Line) -> None:
    talk = Conversation(line, time.monotonic)
    began = time.monotonic()
    with pytest.raises(StuckError):
        talk.send(bytes(1_000_000), 0.2)
    assert time.monotonic() - began < 1


def test_a_line_that_takes_so_little_that_it_would_never_end(
    line: Line, beside: Callable[[Callable[[], object]], None]
) -> None:
    beside(lambda: line.far.recv(64))
    with pytest.raises(StuckError):
        Conversation(line, hurried).send(bytes(100_000_000), 5.0)


def test_a_line_that_takes_everything_in_pieces(line: Line) -> None:
    data, taken = bytes(range(200)) * 50, bytearray()

    def read() -> None:
        while len(taken) < len(data):
            taken.extend(line.far.recv(512))

    reader = threading.Thread(target=read)
    reader.start()
    Conversation(line, time.monotonic).send(data, 5.0)
    reader.join()
    assert taken == data


def test_a_line_that_never_falls_quiet(line: Line, beside: Callable[[Callable[[], object]], None]) -> None:
    beside(lambda: line.far.send(b"\xff" * 16))
    talk = Conversation(line, hurried)
    assert talk.rest(1.0) == []
    with pytest.raises(SilentError):
        talk.status(1.0)


def test_answers_are_kept_for_whoever_waits_for_them(line: Line) -> None:
    talk = Conversation(line, time.monotonic)
    line.far.send(b"\x12\x00\x37\x220001\0")
    assert talk.await_answer(Kind.PROCESS_ID, 1.0).text == b"0001"
    assert talk.await_answer(Kind.IN_ORDER, 0.0).bits == 0
    assert talk.rest(0.0) == [Answer(Kind.REAL_TIME, 0x12)]
    assert talk.rest(0.0) == []


def test_an_answer_that_came_too_late_is_not_taken_for_the_next(line: Line) -> None:
    talk = Conversation(line, hurried)
    with pytest.raises(SilentError):
        talk.status(1.0)
    line.far.recv(100)
    line.far.send(b"\x1a")  # off line, but that was then
    answers = threading.Thread(target=lambda: [line.far.recv(3) and line.far.send(IDLE) for _ in range(4)])
    answers.start()
    assert talk.status(100.0).online
    answers.join()


def test_an_answer_at_the_last_moment_counts(line: Line) -> None:
    talk = Conversation(
        line, lambda: 0.0
    )  # a clock that stands still: time is never up before the answer is there
    line.far.send(b"\x00")
    assert talk.await_answer(Kind.IN_ORDER, 1.0).bits == 0

"""What a conversation with a reader makes of time: the rest of it is in the conformance suite, over real lines."""

from itertools import count

import pytest

from devices.card_reader.sdt.answers import fits_find
from devices.card_reader.sdt.codec import Command
from devices.card_reader.sdt.conversation import Conversation
from devices.card_reader.sdt.status import Status
from devices.errors import StaffError

NO_CARD = bytes.fromhex("AAAAAA966900040000 8084")


class Answering:
    """A line on which pieces have come by the time one looks."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)

    def write(self, message: bytes, /) -> None:
        pass

    def read(self) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


def test_an_answer_that_came_while_we_were_kept_from_the_processor_is_heard() -> None:
    line = Answering(NO_CARD[:7], NO_CARD[7:])
    now = count(0, 0.6)  # seconds pass between any two looks: more than the answer may take
    talk = Conversation(line, lambda: next(now))
    assert talk.ask(Command.FIND, fits_find, 0.5).status == Status.NO_CARD


def test_noise_without_end_ends_all_the_same() -> None:
    line = Answering(*[bytes([0xAA])] * 10_000)
    now = count(0, 0.01)
    with pytest.raises(StaffError, match="READER_SILENT"):
        Conversation(line, lambda: next(now)).ask(Command.FIND, fits_find, 0.5)

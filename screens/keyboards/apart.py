"""Pinyin in a process of its own, that ends with the resident: what was typed is gone with it, and so is its memory.

`screens.keyboards.child` is the other side.
"""

import json
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from screens.keyboards.pinyin import Composition, PinyinMissingError, Strokes

#: Seconds until the engine is loaded, until a key is answered, until the process has ended by itself.
LOADING, ANSWERING, GOODBYE = 10.0, 2.0, 1.5


class RimeApart:
    """A composer whose engine is another process.

    It is `gone` when that was killed or does not answer in time: it composes nothing any more, make another.
    """

    gone = traditional = False

    def __init__(self) -> None:
        """Start the process and wait until the engine is loaded.

        Raises:
            PinyinMissingError: the library or the dictionary is missing, or there is no process to be had.
        """
        ours, theirs = socket.socketpair()
        self._line = Connection(ours.detach())
        command = [sys.executable, "-P", "-m", "screens.keyboards.child", str(theirs.fileno())]
        try:
            with theirs:
                self._child = subprocess.Popen(
                    command, pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL, start_new_session=True
                )
        except OSError as error:
            self._line.close()
            raise PinyinMissingError(f"no process for Pinyin can be started ({error})") from error
        missing = self._answer(LOADING)
        if missing != "":
            self.close()
            raise PinyinMissingError(missing or "the process of Pinyin ended while it loaded")

    @property
    def process(self) -> int:
        """The id of the process."""
        return self._child.pid

    def turn(self, traditional: bool) -> None:
        """Offer traditional characters, or simplified ones."""
        self._ask("turn", traditional)
        self.traditional = traditional

    def feed(self, letter: str) -> Composition:
        """Add a letter."""
        return self._ask("feed", letter)[1]

    def back(self) -> Composition:
        """Take the last letter away."""
        return self._ask("back")[1]

    def choose(self, number: int) -> tuple[str, Composition]:
        """Take a candidate, counted from 0."""
        return self._ask("choose", number)

    def read(self, strokes: Strokes) -> tuple[str, ...]:
        """Return what strokes may mean."""
        return self._ask("read", strokes)[1].candidates

    def forget(self) -> None:
        """Drop what is being composed."""
        self._ask("forget")

    def close(self) -> None:
        """End the process."""
        self._line.close()  # the other side ends when it hears nothing more
        with suppress(subprocess.TimeoutExpired):
            self._child.wait(GOODBYE)
        self._child.kill()
        self._child.wait()

    def _ask(self, word: str, argument: str | int | Strokes = "") -> tuple[str, Composition]:
        answer = None
        if not self.gone:
            with suppress(OSError):  # it is gone: no answer comes
                self._line.send_bytes(json.dumps([word, argument]).encode())
            answer = self._answer(ANSWERING)
        text, letters, candidates = answer or ("", "", ())
        return text, Composition(letters, tuple(candidates))

    def _answer(self, limit: float) -> Any:
        """Return what the other side says, or None when it is gone."""
        with suppress(OSError, EOFError):
            if self._line.poll(limit):
                return json.loads(self._line.recv_bytes())
        self.gone = True
        self._child.kill()  # one that does not answer would not end by itself either
        return None

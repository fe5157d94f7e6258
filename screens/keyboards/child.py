"""The process that Pinyin is apart in: `python -m screens.keyboards.child DESCRIPTOR`.

Over the descriptor come JSON lists `[word, argument]` with the words of a `Composer` (`turn`, `feed`, `back`, `choose`, `read`,
`forget`).
Each is answered by `[text, letters, candidates]`; before them comes what loading came to: `""`, or why Pinyin is missing.
It ends when the other side is gone.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from screens.keyboards.pinyin import Composer, Composition, PinyinMissingError
from screens.keyboards.rime import Rime


def main(argv: Sequence[str]) -> int:
    """Compose until nobody asks any more."""
    line = Connection(int(argv[0]))
    try:
        rime = Rime()
    except PinyinMissingError as error:
        _send(line, str(error))
        return 1
    with suppress(EOFError, OSError):  # whoever asked is gone
        _send(line, "")
        while True:
            word, argument = json.loads(line.recv_bytes())
            text, now = answer(rime, word, argument)
            _send(line, [text, now.letters, now.candidates])
    rime.close()
    return 0


def answer(composer: Composer, word: str, argument: Any) -> tuple[str, Composition]:
    """Return the text that is now certain, and what still is not."""
    match word:
        case "turn":
            composer.turn(argument)
            return "", Composition()
        case "feed":
            return "", composer.feed(argument)
        case "back":
            return "", composer.back()
        case "choose":
            return composer.choose(argument)
        case "read":
            return "", Composition(candidates=composer.read(argument))
        case _:
            composer.forget()
            return "", Composition()


def _send(line: Connection, value: Any) -> None:
    line.send_bytes(json.dumps(value).encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

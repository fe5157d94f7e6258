"""Parts as sentences to be said, each piece in a tongue that can say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from screens.hearing import Tongue
from screens.voice.aloud import aloud
from screens.voice.part import Part, Reading
from screens.wording import one_line

_LONGEST = 4000
_HAN = re.compile(
    "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\u3000-\u9fff\uf900-\uffef\U00020000-\U0003ffff0-9 ]*"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said in one go, in one tongue. `repr` does not show it: it may be a name."""

    text: str = field(repr=False)
    tongue: Tongue


def sentences(part: Part, tongue: Tongue, private: bool) -> tuple[Sentence, ...]:
    """Return what is said of a part; `private` when only the resident hears it.

    A Chinese name in an English sentence is said in Mandarin: an English voice says no more than "Chinese letter".
    """
    text = ("，" if tongue.is_chinese else ", ").join(
        one_line(word, _LONGEST) for word in part.words(private)
    )
    reading = part.reading if private else Reading.TEXT
    return tuple(_in_tongues(text, tongue, reading)) if text.strip() else ()


def _in_tongues(text: str, tongue: Tongue, reading: Reading) -> Iterator[Sentence]:
    if tongue.is_chinese:
        yield Sentence(aloud(text, tongue, reading), tongue)
        return
    at = 0
    for found in _HAN.finditer(text):
        if text[at : found.start()].strip(" ,"):
            yield Sentence(aloud(text[at : found.start()], tongue, reading), tongue)
        yield Sentence(aloud(found[0], Tongue.MANDARIN, reading), Tongue.MANDARIN)
        at = found.end()
    if text[at:].strip(" ,"):
        yield Sentence(aloud(text[at:], tongue, reading), tongue)

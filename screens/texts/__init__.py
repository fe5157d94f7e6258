"""Texts in the resident's language, kept as Project Fluent files that translators edit.

One folder a language, the same files and message ids in each (a test compares them). An id begins with the name of its
file: `journey-language` stands in `journey.ftl`. A file is read when the first of its texts is asked for, and a text is
parsed when it is: parsing them all would hold the first page up by a third of a second.
"""

import re
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

HERE = Path(__file__).parent
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
"""Languages in which everything is said; the first is what residents find."""

TRADITIONAL = LANGUAGES[1]
CHINESE = LANGUAGES[:2]

_READ_MOST = ("zh-Hans", "en")

RIGHT_TO_LEFT = ("ug",)
PARTLY = ("ug",)
"""Languages of which some texts are there: what is not said in them is said in the first language."""

Words = Callable[..., str]
"""`words_of(language)("message-id", name=value)` gives the text."""


class MissingTextError(LookupError):
    """There is no such text, or it lacks a value: a programming error that the tests find."""


@cache
def words(language: str) -> Words:
    """Return the texts of a language tag ("zh-Hans", "zh-Hant", "en" or "ug").

    Raises:
        MissingTextError: when called with an unknown id or without a value that the text needs.
    """
    unread = {path.stem: path for path in (HERE / language).glob("*.ftl")}
    unparsed: dict[str, str] = {}
    plain: dict[str, str] = {}
    reading = threading.Lock()

    def read(message_id: str) -> None:
        with reading:
            if path := unread.pop(message_id.partition("-")[0], None):
                unparsed.update(_entries(path.read_text("utf-8")))
            if entry := unparsed.pop(message_id, None):
                parsed = FluentParser(with_spans=False).parse(entry)
                if (said := _plain(parsed)) is None:
                    _bundle(language).add_resource(parsed)
                else:
                    plain[message_id] = said

    def text(message_id: str, **values: object) -> str:
        if message_id not in plain:
            read(message_id)
        if (said := plain.get(message_id)) is not None:
            return said
        if language in PARTLY and not _bundle(language).has_message(message_id):
            return words(LANGUAGES[0])(message_id, **values)
        return _formatted(language, message_id, values)

    return text


def load_formatting() -> None:
    """Load how numbers and dates are written where most read, which texts with values need: it takes longer than a page."""
    for language in _READ_MOST:
        _bundle(language)


@cache
def _bundle(language: str) -> "FluentBundle":
    """Return the texts that have values in them."""
    from fluent.runtime import FluentBundle  # noqa: PLC0415  # the first page has no such texts

    return FluentBundle([language], use_isolating=False)


def _formatted(language: str, message_id: str, values: dict[str, object]) -> str:
    bundle = _bundle(language)
    if not bundle.has_message(message_id):
        raise MissingTextError(f"{language}: no text {message_id!r}; add it to screens/texts/{language}")
    pattern = bundle.get_message(message_id).value
    if pattern is None:
        raise MissingTextError(f"{language}: {message_id!r} has no value")
    said, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise MissingTextError(f"{language}: {message_id!r}: {errors[0]}")
    return str(said)


def _plain(parsed: ast.Resource) -> str | None:
    """Return the text of the one message when it has no values and no attributes, else None."""
    messages = [entry for entry in parsed.body if isinstance(entry, ast.Message)]
    if len(messages) != 1 or messages[0].value is None or messages[0].attributes:
        return None
    elements = messages[0].value.elements
    pieces = [piece.value for piece in elements if isinstance(piece, ast.TextElement)]
    return "".join(pieces) if len(pieces) == len(elements) else None


def _entries(source: str) -> dict[str, str]:
    """Return the messages of a Fluent file by their ids: each begins where a line begins with a letter."""
    return {entry.partition("=")[0].strip(): entry for entry in _BEGIN.split(source) if "=" in entry}


_BEGIN = re.compile(r"(?m)^(?=[a-zA-Z])")

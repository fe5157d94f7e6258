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

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

HERE = Path(__file__).parent
LANGUAGES = ("zh-Hans", "en")

Words = Callable[..., str]
"""`words_of(language)("message-id", name=value)` gives the text."""


class MissingTextError(LookupError):
    """There is no such text, or it lacks a value: a programming error that the tests find."""


@cache
def words(language: str) -> Words:
    """Return the texts of a language tag ("zh-Hans" or "en").

    Raises:
        MissingTextError: when called with an unknown id or without a value that the text needs.
    """
    bundle = FluentBundle([language], use_isolating=False)
    unread = {path.stem: path for path in (HERE / language).glob("*.ftl")}
    unparsed: dict[str, str] = {}
    reading = threading.Lock()

    def read(message_id: str) -> None:
        with reading:
            if path := unread.pop(message_id.partition("-")[0], None):
                unparsed.update(_entries(path.read_text("utf-8")))
            if entry := unparsed.pop(message_id, None):
                bundle.add_resource(FluentParser(with_spans=False).parse(entry))

    def text(message_id: str, **values: object) -> str:
        if not bundle.has_message(message_id):
            read(message_id)
        if not bundle.has_message(message_id):
            raise MissingTextError(f"{language}: no text {message_id!r}; add it to screens/texts/{language}")
        pattern = bundle.get_message(message_id).value
        if pattern is None:
            raise MissingTextError(f"{language}: {message_id!r} has no value")
        said, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise MissingTextError(f"{language}: {message_id!r}: {errors[0]}")
        return str(said)

    return text


def _entries(source: str) -> dict[str, str]:
    """Return the messages of a Fluent file by their ids: each begins where a line begins with a letter."""
    return {entry.partition("=")[0].strip(): entry for entry in _BEGIN.split(source) if "=" in entry}


_BEGIN = re.compile(r"(?m)^(?=[a-zA-Z])")

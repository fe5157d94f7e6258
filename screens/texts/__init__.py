"""Texts in the resident's language, kept as Project Fluent files that translators edit.

One folder a language, the same files and message ids in each (a test compares them). An id begins with the name of its
file: `journey-language` stands in `journey.ftl`. A file is read when the first of its texts is asked for, because
reading them all would hold the first page up.
"""

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
    reading = threading.Lock()

    def read(name: str) -> None:
        with reading:
            if path := unread.pop(name, None):
                bundle.add_resource(FluentParser(with_spans=False).parse(path.read_text("utf-8")))

    def text(message_id: str, **values: object) -> str:
        if (name := message_id.partition("-")[0]) in unread:
            read(name)
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

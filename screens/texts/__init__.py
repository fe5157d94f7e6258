"""Texts in the resident's language, kept as Project Fluent files that translators edit.

One folder a language, the same files and message ids in each (a test compares them).
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

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
    for path in sorted((HERE / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))

    def text(message_id: str, **values: object) -> str:
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

"""Which messages stand in a text that is shown: what translators want to see in its place."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

from screens.texts import HERE

_LEAST_FIXED = 2
"""A message with fewer letters of its own, such as a reason handed on, would be found everywhere."""

_VALUE = "\uffff"


class Messages:
    """The messages of a language, found by what they say."""

    def __init__(self, language: str) -> None:
        self._plain: dict[str, list[str]] = {}
        self._patterns: list[tuple[str, re.Pattern[str]]] = []
        for path in sorted((HERE / language).glob("*.ftl")):
            for message in _messages(path):
                self._add(message)

    @property
    def all(self) -> frozenset[str]:
        """Every id."""
        plain = (one for ids in self._plain.values() for one in ids)
        return frozenset((*plain, *(one for one, _ in self._patterns)))

    def said_in(self, texts: Iterable[str]) -> set[str]:
        """Return the ids of the messages that one of the texts may be."""
        return {one for text in texts for one in self._of(text)}

    def _add(self, message: ast.Message) -> None:
        for way in _ways(message):
            said = _flat("".join(one.value if isinstance(one, ast.TextElement) else _VALUE for one in way))
            if _VALUE not in said:
                self._plain.setdefault(said, []).append(message.id.name)
            elif sum(map(str.isalpha, said)) >= _LEAST_FIXED:
                pattern = ".+".join(map(re.escape, said.split(_VALUE)))
                self._patterns.append((message.id.name, re.compile(pattern)))

    def _of(self, text: str) -> tuple[str, ...]:
        return _found(self, _flat(text))

    def search(self, text: str) -> Iterator[str]:
        """Yield the ids of the messages that a text of one line may be."""
        yield from self._plain.get(text, ())
        yield from (one for one, pattern in self._patterns if pattern.fullmatch(text))


@cache
def _found(messages: Messages, text: str) -> tuple[str, ...]:
    return tuple(messages.search(text))


def _flat(text: str) -> str:
    return text.replace("\n", " ").strip()


def _messages(path: Path) -> Iterator[ast.Message]:
    for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
        if isinstance(entry, ast.Message):
            yield entry


def _ways(message: ast.Message) -> Iterator[list[ast.TextElement | ast.Placeable]]:
    """Yield what a message may say, piece by piece: one way for each variant of what it counts."""
    if message.value is None:
        return
    ways: list[list[ast.TextElement | ast.Placeable]] = [[]]
    for element in message.value.elements:
        chosen = _variants(element)
        ways = [[*way, *more] for way in ways for more in chosen]
    yield from ways


def _variants(element: ast.TextElement | ast.Placeable) -> list[list[ast.TextElement | ast.Placeable]]:
    if isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression):
        return [list(variant.value.elements) for variant in element.expression.variants]
    return [[element]]

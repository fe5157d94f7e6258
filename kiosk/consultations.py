"""Matters that residents decide or are asked about, and the papers they answer on, as the platform tells them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from kiosk.sheet import Bilingual, SheetGroup, groups_of, text_of

Read = TypeVar("Read")
NOTHING = Bilingual()
MOST_MATTERS, MOST_QUESTIONS, MOST_OPTIONS = 50, 20, 20


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be given."""

    id: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class MatterQuestion:
    """One question with its options, in the order in which they are shown."""

    id: str
    text: Bilingual
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is decided or asked. `closes_at` is ISO 8601; `result` and `reply` may be there once it is not `open` any more."""

    id: str
    title: Bilingual
    text: Bilingual
    who: Bilingual
    counting: Bilingual
    closes_at: str
    open: bool
    result: tuple[SheetGroup, ...] = ()
    reply: Bilingual = NOTHING

    @property
    def until(self) -> str:
        """The end, to the minute, as a clock on the wall of the place shows it."""
        return self.closes_at[:16].replace("T", " ")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to answer on: `secret` is its name at the platform, which stands for nobody."""

    secret: str = field(repr=False)
    questions: tuple[MatterQuestion, ...]


def matters_of(document: object) -> tuple[Matter, ...]:
    """Return the matters of a JSON document (`GET /v1/consultations/{item}` of `docs/platform-api.yaml`).

    Raises:
        ValueError: it holds none of that, or more than anybody can look through.
    """
    return _read(lambda said: tuple(map(_matter, _few(said["matters"], MOST_MATTERS))), document)


def paper_of(document: object) -> Paper:
    """Return the paper of a JSON document (`POST /v1/consultations/{id}/papers`).

    Raises:
        ValueError: it holds none.
    """
    return _read(_paper, document)


def _read(make: Callable[[Any], Read], document: object) -> Read:
    try:
        return make(document)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("that is no consultation: ask again, or look at the platform's answer") from error


def _few(said: object, most: int) -> list[Mapping[str, Any]]:
    if not isinstance(said, list) or len(said) > most:
        raise TypeError
    return said


def _matter(said: Mapping[str, Any]) -> Matter:
    if datetime.fromisoformat(said["closes_at"]).tzinfo is None or not isinstance(said["id"], str):
        raise TypeError
    return Matter(
        id=said["id"],
        title=text_of(said["title"]),
        text=text_of(said["text"]),
        who=text_of(said["who"]),
        counting=text_of(said["counting"]),
        closes_at=said["closes_at"],
        open=said["open"] is True,
        result=groups_of(said["result"]),
        reply=text_of(said["reply"]),
    )


def _paper(said: Mapping[str, Any]) -> Paper:
    questions = tuple(map(_question, _few(said["questions"], MOST_QUESTIONS)))
    if not isinstance(said["paper"], str) or not questions:
        raise TypeError
    return Paper(said["paper"], questions)


def _question(said: Mapping[str, Any]) -> MatterQuestion:
    options = tuple(
        Option(str(one["id"]), text_of(one["label"])) for one in _few(said["options"], MOST_OPTIONS)
    )
    return MatterQuestion(str(said["id"]), text_of(said["text"]), options)

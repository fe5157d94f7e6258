"""Matters that residents decide or are asked about, as data: what is asked, of whom, until when, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

Text = Mapping[str, str]

ABSTAIN = {"id": "abstain", "label": {"zh": "弃权", "en": "Abstain"}}


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of an item. `questions` are as the contract tells them (schema Question).

    `secret` is a ballot: one paper a person who may vote, every question answered, abstaining counts as an answer.
    `least_age` and `estates` say who may (0, none: everybody). `result` are rows that were published elsewhere already,
    `reply` is what was answered to those who spoke.
    """

    id: str
    item: str
    title: Text
    text: Text
    who: Text
    counting: Text
    opens_at: str
    closes_at: str
    questions: tuple[Mapping[str, Any], ...]
    secret: bool = False
    least_age: int = 0
    estates: tuple[str, ...] = ()
    result: tuple[Mapping[str, Any], ...] = ()
    reply: Text = field(default_factory=dict)

    def is_open(self, now: datetime) -> bool:
        """Whether answers are taken at that moment."""
        return datetime.fromisoformat(self.opens_at) <= now < datetime.fromisoformat(self.closes_at)

    def is_closed(self, now: datetime) -> bool:
        """Whether its time is over."""
        return datetime.fromisoformat(self.closes_at) <= now

    def fits(self, marks: Mapping[str, Any]) -> bool:
        """Whether `marks` name one option of each question that must be answered, and nothing else."""
        offered = {one["id"]: {option["id"] for option in one["options"]} for one in self.questions}
        known = all(name in offered and mark in offered[name] for name, mark in marks.items())
        return known and (not self.secret or marks.keys() == offered.keys())


def read(directory: Path) -> Mapping[str, Matter]:
    """Return the matters by their ids: those of `consultations.yaml` in the platform's home, else the demonstration's.

    Raises:
        ValueError: the file cannot be read as matters.
    """
    own = directory / "consultations.yaml"
    shipped = resources.files("fleet") / "registers" / "consultations.yaml"
    text = own.read_text("utf-8") if own.exists() else shipped.read_text("utf-8")
    try:
        return _parsed(text)
    except (KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise ValueError(f"{own}: not a list of matters; compare with the shipped file") from error


@lru_cache(maxsize=4)
def _parsed(text: str) -> Mapping[str, Matter]:
    return {one.id: one for one in map(_matter, yaml.safe_load(text)["matters"])}


def _matter(said: Mapping[str, Any]) -> Matter:
    secret = bool(said.get("secret"))
    questions = tuple(_question(one, secret=secret) for one in said["questions"])
    listed = {name: tuple(said.get(name, ())) for name in ("estates", "result")}
    whole = Matter(**{**said, **listed, "secret": secret, "questions": questions})
    for moment in (whole.opens_at, whole.closes_at):
        if datetime.fromisoformat(moment).tzinfo is None:
            raise ValueError(f"{whole.id}: a time without its zone")
    return whole


def _question(said: Mapping[str, Any], *, secret: bool) -> Mapping[str, Any]:
    options = [*said["options"], ABSTAIN] if secret else said["options"]
    return {**said, "options": options}

"""What departments hold about a resident, as the platform tells it: values with source and date, papers not to be brought."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

MOST_VALUES, MOST_HINTS = 200, 20


class Use(Enum):
    """What the resident wants with a value; the value goes into the transaction."""

    USED = "used"
    DECLINED = "declined"  # not to be used; answered by the resident
    WRONG = "wrong"  # answered by the resident, and the source is to correct it


@dataclass(frozen=True, slots=True)
class Shared:
    """One value: the path of the field, as JSON has it, the code of its source, the day it was true (ISO)."""

    path: str
    value: object = field(repr=False)
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What was found. `waived` are keys of materials that need not be brought, `hints` codes of items that the resident may be entitled to."""

    as_of: str
    values: tuple[Shared, ...] = field(repr=False)
    waived: frozenset[str]
    hints: tuple[str, ...] = field(default=(), repr=False)


def profile_of(document: object) -> Profile:
    """Return the profile of a JSON document (schema Profile of `docs/platform-api.yaml`).

    Raises:
        ValueError: it is none.
    """
    try:
        return _profile(document)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("that is no profile: ask again, or look at the platform's answer") from error


def _profile(said: object) -> Profile:
    if not isinstance(said, Mapping):
        raise TypeError
    as_of, waived, hints = said["as_of"], said["waived"], said.get("hints", [])
    if datetime.fromisoformat(as_of).tzinfo is None:
        raise ValueError("a time without its zone")
    for codes in (waived, hints):
        if not isinstance(codes, list) or not all(isinstance(one, str) for one in codes):
            raise TypeError
    values = tuple(map(_shared, said["values"][:MOST_VALUES]))
    return Profile(as_of, values, frozenset(waived), tuple(hints[:MOST_HINTS]))


def _shared(said: Mapping[str, object]) -> Shared:
    path, source, day = said["field"], said["source"], said["as_of"]
    if not (isinstance(path, str) and isinstance(source, str) and isinstance(day, str)):
        raise TypeError
    return Shared(path, said["value"], source, date.fromisoformat(day).isoformat())

"""A resident's cases, as the platform tells them: how each stands, what is missing, what may be asked of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from config.language import Language
from kiosk.sheet import Bilingual

MOST_CASES = 50
MOST_LINES = 60
LONGEST = 4000


class Act(Enum):
    """What may be asked of a case; the value goes over the wire (`about.act` of a document)."""

    SUPPLEMENT = "supplement"
    REBOOK = "rebook"
    CANCEL = "cancel"
    WITHDRAW = "withdraw"
    RATE = "rate"
    COMPLAIN = "complain"


@dataclass(frozen=True, slots=True)
class Step:
    """A state the case came into, and when (ISO 8601)."""

    state: Bilingual
    at: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A paper to correct or to add: its key in the catalogue, and why."""

    material: str
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Notice:
    """A paper of the authority. Without seal and address to verify it, it is read but never printed."""

    kind: str
    number: str
    issued_at: str
    text: Bilingual
    seal: Bilingual
    verify: str = field(repr=False)

    @property
    def sealed(self) -> bool:
        """Whether it can be proved genuine."""
        return bool(self.seal.zh and self.verify)


@dataclass(frozen=True, slots=True)
class Appointment:
    """What is booked: `at` is ISO 8601, `site` a code of the catalogue."""

    at: str
    site: str
    place: Bilingual

    @property
    def day(self) -> str:
        """The day, as an ISO date."""
        return self.at[:10]

    @property
    def time(self) -> str:
        """The time of day, to the minute."""
        return self.at[11:16]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case. `until` is the last day of the clock that runs before acceptance, `due` the promised one (ISO dates or "")."""

    number: str = field(repr=False)
    item: str
    code: str
    state: Bilingual
    light: str
    clock: Bilingual
    received_at: str
    until: str
    due: str
    steps: tuple[Step, ...] = ()
    notices: tuple[Notice, ...] = ()
    missing: tuple[Missing, ...] = ()
    acts: tuple[Act, ...] = ()
    appointment: Appointment | None = None

    def last_day(self) -> str:
        """Return the day that the clock runs to, "" when none does or nobody can be sure of it."""
        return self.due or self.until


def cases_of(document: object) -> tuple[CaseFile, ...]:
    """Return the cases of a JSON document (schema CaseFiles of `docs/platform-api.yaml`), as they come: the newest first.

    States, lights and acts that this version does not know are shown in the platform's words, or not offered.

    Raises:
        ValueError: it holds none of that, or more than anybody reads.
    """
    try:
        return tuple(map(_case, document["cases"][:MOST_CASES]))  # type: ignore[index]  # whatever it is: caught below
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("those are no cases: ask again, or look at the platform's answer") from error


def _case(said: Mapping[str, object]) -> CaseFile:
    received, known = _text(said["received_at"]), {act.value: act for act in Act}
    if datetime.fromisoformat(received).tzinfo is None:
        raise ValueError("a time without its zone")
    light = _entry(said["light"])
    return CaseFile(
        number=_text(said["number"]),
        item=_text(said["item"]),
        code=_text(said["state"]),
        state=_both(said, "state_text"),
        light=_text(light["code"]),
        clock=Bilingual(_text(light["zh"]), _text(light["en"])),
        received_at=received,
        until=_day(said["accept_by"]),
        due=_day(said["due"]),
        steps=tuple(Step(_both(one, "state_text"), _text(one["at"])) for one in _entries(said["steps"])),
        notices=tuple(map(_notice, _entries(said["notices"]))),
        missing=tuple(
            Missing(_text(one["material"]), _both(one, "reason")) for one in _entries(said["missing"])
        ),
        acts=tuple(act for value, act in known.items() if value in _list(said["acts"])),
        appointment=_appointment(_entry(said["appointment"])) if said["appointment"] else None,
    )


def _notice(said: Mapping[str, object]) -> Notice:
    kind, number, issued, verify = (_text(said[name]) for name in ("kind", "number", "issued_at", "verify"))
    return Notice(kind, number, issued, _both(said, "text"), _both(said, "seal"), verify)


def _appointment(said: Mapping[str, object]) -> Appointment:
    at, place = _text(said["at"]), _entry(said["place"])
    if datetime.fromisoformat(at).tzinfo is None:
        raise ValueError("a time without its zone")
    return Appointment(at, _text(said["site"]), Bilingual(_text(place["zh"]), _text(place["en"])))


def _both(said: Mapping[str, object], name: str) -> Bilingual:
    return Bilingual(_text(said[f"{name}_zh"]), _text(said[f"{name}_en"]))


def _day(said: object) -> str:
    return date.fromisoformat(_text(said)).isoformat() if said else ""


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said[:LONGEST]


def _entry(said: object) -> Mapping[str, object]:
    if not isinstance(said, Mapping):
        raise TypeError
    return said


def _list(said: object) -> Sequence[object]:
    if not isinstance(said, list):
        raise TypeError
    return said[:MOST_LINES]


def _entries(said: object) -> list[Mapping[str, object]]:
    return [_entry(one) for one in _list(said)]


def lines_of(text: Bilingual, language: Language) -> tuple[str, ...]:
    """Return a text of several lines, line by line."""
    return tuple(line for line in text.said(language).splitlines() if line.strip())

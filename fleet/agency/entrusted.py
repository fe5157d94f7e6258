"""What a document entrusts to an agent, if it does: a mandate given for itself, or with an application that an agent brought."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

TEXT_MAX = 60
MOST_POWERS = 10


@dataclass(frozen=True, slots=True)
class Entrusted:
    """Which item (`matter`), to which body (`agent`, "" for one of the family), with which powers, until when (ISO date).

    `person` is the document number of whoever acts, "" when only the body is named.
    """

    matter: str
    agent: str
    powers: tuple[str, ...]
    until: str
    person: str = field(default="", repr=False)


def entrusted(document: Mapping[str, Any]) -> Entrusted | None:
    """Return what a resident's document entrusts; None when that is nothing, or not whole."""
    form, who = _part(document, "form"), _part(document, "agent")
    if given := _part(form, "agency_entrust"):
        found = Entrusted(
            _text(given.get("entrust_item")),
            _text(given.get("entrust_agent")),
            _powers(given.get("entrust_scope")),
            _day(given.get("entrust_until")),
            _text(who.get("id_number")),
        )
        return found if found.matter and found.agent and found.powers and found.until else None
    given = _part(form, "agent")
    found = Entrusted(
        _text(document.get("item")),
        _text(who.get("roster")),
        _powers(given.get("poa_scope")),
        _day(given.get("poa_until")),
        _text(who.get("id_number")),
    )
    return found if found.person and found.powers and found.until else None


def _part(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = document.get(name)
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) and value.isprintable() and len(value) <= TEXT_MAX else ""


def _powers(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else []
    return tuple(filter(None, map(_text, listed[:MOST_POWERS])))


def _day(value: object) -> str:
    try:
        return date.fromisoformat(_text(value)).isoformat()
    except ValueError:
        return ""

"""An application that somebody takes along on a phone: kept by the platform as a draft, not handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

CODE_LENGTH = 8
"""How many digits open a draft at a terminal."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Where a phone finds a draft, the code that opens it at a terminal, and until when it is kept (ISO 8601)."""

    address: str = field(repr=False)
    code: str = field(repr=False)
    until: str


def draft_of(document: object) -> Draft:
    """Return the draft of a JSON document (schema Draft of `docs/platform-api.yaml`).

    Raises:
        ValueError: it is none.
    """
    try:
        address, code, until = (document[name] for name in ("address", "code", "until"))  # type: ignore[index]  # whatever it is: caught below
        known = datetime.fromisoformat(until).tzinfo and address.startswith("http")
        if not known or len(code) != CODE_LENGTH or not code.isdecimal():
            raise ValueError("a draft without its address, code or end")
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("that is no draft: ask again, or look at the platform's answer") from error
    return Draft(address, code, until)


def answers_of(document: object) -> Mapping[str, object]:
    """Return the answers of a draft that was opened, by path; ValueError when there are none."""
    match document:
        case {"answers": Mapping() as answers}:
            return answers
        case _:
            raise ValueError("a draft without its answers")

"""What the platform says of somebody who wants to act for residents."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.sheet import Bilingual

STANDINGS = ("active", "suspended", "too_many", "unknown")

_NOBODY = Bilingual()


@dataclass(frozen=True, slots=True)
class Standing:
    """How they stand: one of `STANDINGS`; `agent` is the code of the body they act for, `body` its name."""

    state: str
    agent: str = ""
    body: Bilingual = _NOBODY


def standing_of(document: object) -> Standing:
    """Return the standing of a JSON document (schema Agent of `docs/platform-api.yaml`).

    Raises:
        ValueError: it is none.
    """
    said = document if isinstance(document, Mapping) else {}
    state, agent, body = (said.get(name) for name in ("state", "agent", "body"))
    if state not in STANDINGS or not isinstance(agent, str) or not isinstance(body, Mapping):
        raise ValueError("that is no standing: look at the platform's answer")
    return Standing(state, agent, Bilingual(str(body.get("zh", "")), str(body.get("en", ""))))

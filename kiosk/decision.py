"""What an office decides at once about an application (秒批)."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.sheet import Bilingual

GRANTED, REFUSED, STAFF = "granted", "refused", "staff"
_OUTCOMES = (GRANTED, REFUSED, STAFF)
LONGEST = 300
NOTHING = Bilingual()


@dataclass(frozen=True, slots=True)
class Decision:
    """How a case stands, in the platform's words; `outcome` is "" while it is not decided.

    `staff`: people must look first, it becomes an ordinary case. `reason` and `remedy` say why, and what can be done.
    """

    state: Bilingual
    outcome: str = ""
    reason: Bilingual = NOTHING
    remedy: Bilingual = NOTHING


def decision_of(case: Mapping[str, object]) -> Decision:
    """Return what a case says (schema Case of `docs/platform-api.yaml`); a word that is not known here decides nothing."""
    said = case.get("decision")
    decided = said if isinstance(said, Mapping) and said.get("outcome") in _OUTCOMES else {}
    return Decision(
        Bilingual(_text(case.get("state_text_zh")), _text(case.get("state_text_en"))),
        str(decided.get("outcome", "")),
        _bilingual(decided.get("reason")),
        _bilingual(decided.get("remedy")),
    )


def _bilingual(said: object) -> Bilingual:
    known = said if isinstance(said, Mapping) else {}
    return Bilingual(_text(known.get("zh")), _text(known.get("en")))


def _text(said: object) -> str:
    return said[:LONGEST] if isinstance(said, str) else ""

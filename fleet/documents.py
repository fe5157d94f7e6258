"""Cases as the contract tells of them (docs/platform-api.yaml): nothing personal. `url` is the platform's."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from fleet.cases import Case, Notice, Step
from fleet.instant import STAFF, Decision
from fleet.states import DECIDED_AT_ONCE, STATES


def received(case: Case, url: str) -> dict[str, str]:
    """Return what the terminal hears when its transaction is here (schema Received)."""
    return {
        "id": case.transaction,
        "case_number": case.number,
        "follow_up": follow_up(case.token, url),
        "received_at": case.received_at,
    }


def progress(
    case: Case,
    steps: Sequence[Step],
    notices: Sequence[Notice],
    url: str,
    decision: Decision | None = None,
) -> dict[str, Any]:
    """Return how a case stands (schema Case)."""
    return {
        "number": case.number,
        "item": case.item,
        **_texts(case.state),
        "received_at": case.received_at,
        "accept_by": case.accept_by,
        "due": case.due,
        "steps": [{**_texts(step.state), "at": step.at} for step in steps],
        "notices": [_notice(notice, url) for notice in notices],
        "decision": _decision(case, decision),
    }


def _decision(case: Case, decision: Decision | None) -> dict[str, Any] | None:
    """What was decided at once, as soon as the case is there; that people must look is told at once."""
    if decision is None or not (decision.outcome == STAFF or case.state in DECIDED_AT_ONCE):
        return None
    return {
        "outcome": decision.outcome,
        "reason": {"zh": decision.reason_zh, "en": decision.reason_en},
        "remedy": {"zh": decision.remedy_zh, "en": decision.remedy_en},
    }


def held(cases: Iterable[Case], url: str) -> list[dict[str, Any]]:
    """Return cases as the operator sees them (schema HeldCases)."""
    return [
        {
            "number": case.number,
            "item": case.item,
            "transaction": case.transaction,
            "reference": case.reference,
            "terminal": case.terminal,
            "attachments": case.attachments,
            **_texts(case.state),
            "needs_staff": case.needs_staff,
            "holder_check": case.holder_check,
            "received_at": case.received_at,
            "follow_up": follow_up(case.token, url),
        }
        for case in cases
    ]


def follow_up(token: str, url: str) -> str:
    """Return the address of the resident's page."""
    return f"{url}/f/{token}"


def verify_address(code: str, url: str) -> str:
    """Return the address where anybody can see that a paper is genuine, "" for one without a code."""
    return f"{url}/n/{code}" if code else ""


def _notice(notice: Notice, url: str) -> dict[str, Any]:
    return {**asdict(notice), "verify": verify_address(notice.verify, url)}


def _texts(state: str) -> dict[str, str]:
    return {"state": state, "state_text_zh": STATES[state].zh, "state_text_en": STATES[state].en}

"""What is decided at once: granted, refused with a remedy, or left to people; told only when it is so."""

import json
from typing import Any

import pyrage
import pytest

from fleet.cases import Case
from fleet.documents import progress
from fleet.platform import Platform
from fleet.submission import Submission
from offline_queue.transaction import new_id
from tests.fleet.conftest import Clock


def handed_in(platform: Platform, item: str = "RS-011", **document: Any) -> Case:
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    payload = pyrage.encrypt(json.dumps({"item": item, **document}).encode(), [recipient])
    transaction = new_id()
    case, _ = platform.intake.take(
        Submission(transaction, f"P-T1-{transaction}", item, "T1", f"manifest of {transaction}", payload, ())
    )
    return case


def told(platform: Platform, case: Case) -> dict[str, Any]:
    now = platform.cases.by_number(case.number)
    assert now is not None
    return progress(now, (), (), platform.url, platform.cases.decision(case.number))


def walked(platform: Platform, case: Case) -> list[str]:
    return [step.state for step in platform.cases.steps(case.number)]


@pytest.mark.parametrize("item", ["MZ-005", "RS-008", "RS-011", "TY-003"])
def test_it_is_accepted_decided_and_closed_without_anybody(platform: Platform, item: str) -> None:
    case = handed_in(platform, item)
    assert told(platform, case)["decision"] is None
    while platform.clerk.look():
        pass
    assert walked(platform, case) == ["S10", "S30", "S50", "S60"]
    assert told(platform, case)["decision"]["outcome"] == "granted"
    (notice,) = platform.cases.notices(case.number)
    assert notice.kind == "R_ACCEPT"


def test_it_is_refused_with_why_and_what_can_be_done(platform: Platform) -> None:
    case = handed_in(platform, form={"card_loss": {"card_tail": "0000"}})
    assert told(platform, case)["decision"] is None, "not before it is decided"
    platform.clerk.look()
    assert not platform.clerk.look()
    assert walked(platform, case) == ["S10", "S29"]
    decision = told(platform, case)["decision"]
    assert decision["outcome"] == "refused"
    assert decision["reason"]["zh"] == "没有查到这张社会保障卡"
    assert "social insurance window" in decision["remedy"]["en"]


def test_what_people_must_look_at_stays_and_is_told_at_once(platform: Platform, clock: Clock) -> None:
    case = handed_in(platform, "RS-008", form={"pension_check": {"abroad": True}})
    clock.pass_(hours=1)
    assert not platform.clerk.look()
    assert told(platform, case)["decision"]["outcome"] == "staff"
    platform.clerk.advance(case.number)
    assert walked(platform, case) == ["S10", "S11"], "an ordinary case"


def test_who_was_not_checked_is_not_decided_at_once(platform: Platform) -> None:
    case = handed_in(platform, "MZ-005", holder_check={"outcome": "deferred", "id": ""})
    assert case.needs_staff
    assert platform.cases.decision(case.number) is None
    assert not platform.clerk.look()
    assert told(platform, case)["decision"] is None


@pytest.mark.parametrize("form", [{}, {"card_loss": "0000"}, {"pension_check": {"abroad": "no"}}])
def test_a_form_that_says_nothing_special(platform: Platform, form: dict[str, Any]) -> None:
    case = handed_in(platform, form=form)
    decision = platform.cases.decision(case.number)
    assert decision is not None
    assert decision.outcome == "granted"


def test_an_ordinary_item_is_not_decided_at_once(platform: Platform) -> None:
    case = handed_in(platform, "MZ-004")
    assert platform.cases.decision(case.number) is None
    assert not platform.clerk.look()

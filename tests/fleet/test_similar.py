"""Others who reported the same problem at the same place, at the real platform."""

import json
from typing import Any

import pyrage

from fleet.lookups import Question
from fleet.platform import Platform
from fleet.submission import Submission
from offline_queue.transaction import new_id
from tests.fleet.conftest import Clock

BOTH_STORES = True


def reported(platform: Platform, category: str, region: str = "440104001000", *, here: bool = True) -> None:
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    where = {"here": here, "region": region, "detail": "" if here else "示范路2号"}
    document = {
        "item": "CP-001",
        "form": {"problem": {"category": category, "where": where, "what": "灯不亮"}},
    }
    payload = pyrage.encrypt(json.dumps(document).encode(), [recipient])
    name = new_id()
    platform.intake.take(Submission(name, f"P-{name}", "CP-001", "T1", f"m {name}", payload, ()))


def test_others_who_reported_the_same_at_the_same_place_lately_are_counted(
    platform: Platform, clock: Clock
) -> None:
    def told(category: str = "light", *, here: bool = True) -> list[dict[str, Any]]:
        where = {"here": here, "region": "440104001000", "detail": ""}
        question = Question({"problem": {"category": category, "where": where}}, "", "", "")
        groups: list[dict[str, Any]] = platform.lookups.answer("T1", "CP-001", question)["groups"]
        return groups

    assert told() == []
    reported(platform, "light")
    reported(platform, "light")
    reported(platform, "noise")
    reported(platform, "light", "440104002000")
    reported(platform, "light", here=False)
    (group,) = told()
    assert group["rows"][0]["value"]["zh"].startswith("已有2人反映")
    assert told(here=False) == []
    clock.pass_(days=31)
    assert told() == []
    reported(platform, "light")
    platform.clerk.advance()
    for _ in range(3):
        platform.clerk.advance()
    assert told() == [], "what is done is not told"

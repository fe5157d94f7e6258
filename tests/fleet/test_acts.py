"""What residents ask of their cases, at the real platform: by whom, when, once; and what comes of it."""

import json
from typing import Any

import pyrage
import pytest

from fleet.acts import Act
from fleet.cases import Case
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.submission import Submission
from offline_queue.transaction import new_id
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal

BOTH_STORES = True

MINE, THEIRS = "440102194501010017", "110101199003070011"
ITEM, BOOKED = "MZ-004", "CP-018"


def hand_in(platform: Platform, document: dict[str, Any], terminal: str = "T1") -> Case:
    """Hand in a document; return the case that the terminal hears of."""
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    payload = pyrage.encrypt(json.dumps(document).encode(), [recipient])
    name = new_id()
    sent = Submission(name, f"P-{name}", str(document["item"]), terminal, f"m {name}", payload, ())
    case, is_new = platform.intake.take(sent)
    assert is_new
    again, is_new = platform.intake.take(sent)
    assert not is_new, "the same once more is the same"
    assert again.number == case.number
    assert case.transaction == name
    return case


def applied(platform: Platform, number: str = MINE, **more: Any) -> Case:
    return hand_in(platform, {"item": ITEM, "applicant": {"name": "张三", "id_number": number}, **more})


def ask(platform: Platform, case: str, act: Act, number: str = MINE, check: str = "", **more: Any) -> Case:
    document = {
        "item": "CP-009",
        "applicant": {"id_number": number} if number else None,
        "holder_check": {"outcome": "verified" if check else "none", "id": check},
        "about": {"case": case, "act": act.value},
        **more,
    }
    return hand_in(platform, document)


def checked(platform: Platform, number: str = MINE) -> str:
    check, _ = platform.holder_checks.send("T1", None, number)
    assert platform.holder_checks.check("T1", check, platform.messages.recent()[-1].code) == "verified"
    return check


def mine(platform: Platform, number: str = MINE) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = platform.case_files.of(number)["cases"]
    return cases


def acts(platform: Platform) -> list[str]:
    return [str(act) for act in mine(platform)[0]["acts"]]


def outcomes(platform: Platform) -> list[str]:
    return [row["outcome"] for row in platform.database.rows("SELECT outcome FROM acts ORDER BY rowid")]


def test_ones_own_cases_with_clock_and_light_and_nobody_elses(platform: Platform, clock: Clock) -> None:
    first = applied(platform)
    clock.pass_(hours=1)
    second = applied(platform)
    applied(platform, THEIRS)
    found = mine(platform)
    assert [one["number"] for one in found] == [second.number, first.number]
    assert found[0]["light"] == {"code": "green", "zh": "● 正常", "en": "● In time"}
    assert found[0]["accept_by"] == "2026-12-02"
    assert found[0]["acts"] == ["withdraw", "complain"]
    assert found[0]["appointment"] is None
    clock.pass_(days=6)
    assert mine(platform)[0]["light"]["code"] == "yellow"
    clock.pass_(days=3)
    assert mine(platform)[0]["light"]["zh"].startswith("✖ 已超时")
    assert mine(platform, "") == []
    assert "张" not in json.dumps(mine(platform), ensure_ascii=False)


def test_withdrawn_by_the_checked_holder_once(platform: Platform) -> None:
    case = applied(platform)
    ask(platform, case.number, Act.WITHDRAW)
    ask(platform, case.number, Act.WITHDRAW, THEIRS, checked(platform, THEIRS))
    assert mine(platform)[0]["state"] == "S10", "neither unchecked nor by somebody else"
    answer = ask(platform, case.number, Act.WITHDRAW, check=checked(platform))
    assert answer.number == case.number, "it belongs to the case; none of its own is opened"
    assert len(platform.cases.held()) == 1
    assert mine(platform)[0]["state"] == "S80"
    assert mine(platform)[0]["light"]["code"] == "over"
    assert acts(platform) == ["complain"]
    ask(platform, case.number, Act.WITHDRAW, check=checked(platform))
    assert outcomes(platform) == ["void", "void", "done", "void"]
    assert not platform.clerk.advance(), "nobody works on it any more"


def test_what_is_missing_is_told_once_and_supplemented(platform: Platform, clock: Clock) -> None:
    case = applied(platform)
    platform.clerk.advance()
    platform.clerk.correct(case.number, ["bank_book", "id_card"])
    (told,) = mine(platform)
    assert (told["state"], told["light"]["code"], told["accept_by"]) == ("S20", "stopped", "2026-12-09")
    assert [one["material"] for one in told["missing"]] == ["bank_book", "id_card"]
    assert told["acts"] == ["supplement", "withdraw", "complain"]
    (paper,) = told["notices"]
    assert (paper["kind"], paper["number"]) == ("R_CORRECT", "演示补正字〔2026〕第000001号")
    assert "一次性告知" in paper["text_zh"]
    assert "2026年12月09日前补正" in paper["text_zh"]
    assert "before 2026-12-09" in paper["text_en"]
    assert not platform.clerk.look(), "its time is not over"
    clock.pass_(days=2)
    ask(platform, case.number, Act.SUPPLEMENT)
    (now,) = mine(platform)
    assert (now["state"], now["accept_by"], now["missing"]) == ("S21", "2026-12-04", [])
    (moved,) = platform.clerk.advance()
    assert moved.state == "S30"
    assert [one["kind"] for one in mine(platform)[0]["notices"]] == ["R_CORRECT", "R_ACCEPT"]


def test_what_was_left_for_later_is_asked_for_before_it_is_accepted(platform: Platform) -> None:
    later = [{"key": "bank_book", "given": "later"}, {"key": "id_card", "given": "card"}, "?", {"key": 7}]
    applied(platform, materials=later)
    assert [one.state for _ in range(2) for one in platform.clerk.advance()] == ["S11", "S20"]
    assert [one["material"] for one in mine(platform)[0]["missing"]] == ["bank_book"]
    assert not platform.clerk.advance(), "it is the resident's turn"


def test_a_correction_that_does_not_come_ends_the_case(platform: Platform, clock: Clock) -> None:
    case = applied(platform)
    platform.clerk.correct(case.number, ["bank_book"])
    clock.pass_(days=15)
    (moved,) = platform.clerk.look()
    assert moved.state == "S22"
    ask(platform, case.number, Act.SUPPLEMENT)
    assert outcomes(platform) == ["void"]
    assert mine(platform)[0]["state"] == "S22"


def test_not_accepted_with_reason_and_remedies(platform: Platform) -> None:
    case = applied(platform)
    platform.clerk.reject(case.number)
    (told,) = mine(platform)
    (paper,) = told["notices"]
    assert told["state"] == "S29"
    assert paper["number"] == "演示不受字〔2026〕第000001号"
    for part in ("决定不予受理", "六十日内申请行政复议", "六个月内", "不具法律效力"):
        assert part in paper["text_zh"]
    assert "____" not in paper["text_zh"] + paper["text_en"]
    assert told["acts"] == ["rate", "complain"]


@pytest.mark.parametrize("wrong", ["", "nothing"])
def test_what_the_clerk_cannot_do(platform: Platform, wrong: str) -> None:
    case = applied(platform)
    with pytest.raises(PlatformError):
        platform.clerk.correct(case.number, [wrong] if wrong else [])
    with pytest.raises(PlatformError):
        platform.clerk.reject("440100-20261125-999999-0")
    platform.clerk.reject(case.number)
    with pytest.raises(PlatformError):
        platform.clerk.reject(case.number)


def test_rated_once_without_a_name(platform: Platform) -> None:
    case = applied(platform)
    for _ in range(5):
        platform.clerk.advance()
    assert "rate" in acts(platform)
    ask(platform, case.number, Act.RATE, number="", form={"rating": {"stars": "2"}})
    ask(platform, case.number, Act.RATE, number="", form={"rating": {"stars": "5"}})
    assert outcomes(platform) == ["done", "void"]
    assert [row["stars"] for row in platform.database.rows("SELECT stars FROM ratings")] == ["2"]
    assert "rate" not in acts(platform)


def test_a_complaint_is_a_case_of_its_own_once(platform: Platform) -> None:
    case = applied(platform)
    complaint = ask(platform, case.number, Act.COMPLAIN, item="CP-002")
    assert complaint.number != case.number
    assert {one["number"] for one in mine(platform)} == {case.number, complaint.number}
    assert "complain" not in next(one for one in mine(platform) if one["number"] == case.number)["acts"]


def test_an_unknown_case_or_act_is_kept_for_staff_as_a_case(platform: Platform) -> None:
    assert ask(platform, "440100-20261125-999999-0", Act.WITHDRAW).number
    odd = {"item": ITEM, "applicant": {"id_number": MINE}, "about": {"case": "x", "act": "dance"}}
    assert hand_in(platform, odd).state == "S10"
    assert len(platform.cases.held()) == 2


def booked(platform: Platform, place: int = 0) -> tuple[Case, str]:
    slot = platform.appointments.free(BOOKED, "site-01")[place]["id"]
    hold, _ = platform.appointments.hold("T1", BOOKED, slot)
    who = {"item": BOOKED, "applicant": {"id_number": MINE}, "appointment": {"hold": hold}}
    return hand_in(platform, who), slot


def left(platform: Platform, slot: str) -> int:
    free = {one["id"]: one["left"] for one in platform.appointments.free(BOOKED, "site-01")}
    return int(free[slot])


def test_a_cancelled_time_is_free_again(platform: Platform) -> None:
    case, slot = booked(platform)
    (one,) = mine(platform)
    assert one["appointment"]["slot"] == slot
    assert one["appointment"]["place"]["zh"]
    assert one["acts"] == ["complain", "cancel", "rebook"]
    assert left(platform, slot) == 2
    ask(platform, case.number, Act.CANCEL, check=checked(platform))
    assert left(platform, slot) == 3
    assert (mine(platform)[0]["state"], mine(platform)[0]["appointment"]) == ("S80", None)


def test_another_time_frees_the_first(platform: Platform) -> None:
    case, slot = booked(platform)
    other = platform.appointments.free(BOOKED, "site-01")[5]["id"]
    hold, _ = platform.appointments.hold("T1", BOOKED, other)
    ask(platform, case.number, Act.REBOOK, check=checked(platform), appointment={"hold": hold})
    assert mine(platform)[0]["appointment"]["slot"] == other
    assert (left(platform, slot), left(platform, other)) == (3, 2)


def test_who_comes_too_late_for_another_time_keeps_the_first(platform: Platform, clock: Clock) -> None:
    case, slot = booked(platform)
    ask(platform, case.number, Act.REBOOK, check=checked(platform), appointment={"hold": "unknown"})
    assert outcomes(platform) == ["void"]
    assert mine(platform)[0]["appointment"]["slot"] == slot
    clock.pass_(days=1)
    assert acts(platform) == ["complain"], "on the day itself nothing is moved any more"


def test_over_the_wire_and_what_is_sealed_can_be_verified(server: Server, terminal: Terminal) -> None:
    who = {"name": "张小三", "id_number": "440104198808080023"}
    number = terminal.put(*terminal.seal({"item": ITEM, "applicant": who})).json()["case_number"]
    with server.admin() as admin:
        for _ in range(2):
            admin.post(f"{server.url}/admin/clerk", json={"number": number})
    found = terminal.post("/v1/cases", {"id_number": who["id_number"]}).json()["cases"]
    (paper,) = next(one for one in found if one["number"] == number)["notices"]
    genuine = terminal.get(paper["verify"].removeprefix(server.url))
    assert genuine.status_code == 200
    assert paper["number"] in genuine.text
    assert terminal.get("/n/forged").status_code == 404
    assert terminal.post("/v1/cases", {}).status_code == 400
    asked = {"item": "CP-009", "applicant": who, "about": {"case": number, "act": "supplement"}}
    transaction, content = terminal.seal(asked)
    answer = terminal.put(transaction, content)
    assert (answer.status_code, answer.json()["case_number"]) == (201, number)
    assert answer.json()["id"] == transaction
    assert terminal.get(f"/v1/transactions/{transaction}").json() == answer.json()
    assert terminal.put(transaction, content).status_code == 200


def test_what_somebody_thinks_right_after_is_counted_without_a_name_and_a_bad_one_looked_into(
    platform: Platform,
) -> None:
    def rate(stars: str) -> Case:
        about = {"item": "PY-007", "act": "rate"}
        return hand_in(platform, {"item": "CP-012", "about": about, "form": {"rating": {"stars": stars}}})

    assert [rate(stars).needs_staff for stars in ("5", "3", "2", "1", "nine")] == [
        "",
        "",
        "bad_rating",
        "bad_rating",
        "",
    ]
    rows = platform.database.rows("SELECT item, stars FROM service_ratings")
    kept = [(row["item"], row["stars"]) for row in rows]
    assert sorted(kept) == [("PY-007", "1"), ("PY-007", "2"), ("PY-007", "3"), ("PY-007", "5")]
    told = {row["label"]["en"]: row["value"]["en"] for row in platform.oversight.groups()[0]["rows"]}
    assert told["Satisfied (fairly or more)"] == "Fewer than 5: not published"
    rate("4")
    told = {row["label"]["en"]: row["value"]["en"] for row in platform.oversight.groups()[0]["rows"]}
    assert told["Satisfied (fairly or more)"] == "60%"
    assert mine(platform) == []

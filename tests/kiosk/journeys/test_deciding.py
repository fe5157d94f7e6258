"""What is decided at once: every item of the flow, the wait, and each of its ends."""

import pytest

from devices.printer import Line
from kiosk.commands import Command
from kiosk.commands.decisions import AwaitDecision
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.decision import Decision, decision_of
from kiosk.events import Event
from kiosk.events.decisions import DecisionHeard
from kiosk.events.world import NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.phases.sending import Deciding
from kiosk.sheet import Bilingual
from screens.views.inputs import Touched
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.waiting import Working
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, Terminal, willing

ITEMS = {item.code: item for item in CATALOGUE.items if item.flow == "apply_instant"}
ACCEPTED = Decision(Bilingual("已受理", "Accepted"))
REFUSED = Decision(
    Bilingual("不予受理", "Not accepted"),
    "refused",
    Bilingual("没有查到这张卡", "no such card"),
    Bilingual("请核对卡号。", "Compare the number."),
)


def silent(command: Command) -> Event | None:
    return None if isinstance(command, AwaitDecision) else willing(command)


def deciding(code: str = "RS-011") -> tuple[Terminal, int]:
    """Where the platform has it and decides."""
    terminal = Terminal(answer=silent).open(code)
    Resident(terminal).walk("submitting.decision")
    return terminal, terminal.commanded(AwaitDecision)[-1].id


def outcome(terminal: Terminal) -> Outcome:
    page = terminal.view
    assert isinstance(page, Outcome)
    return page


def printed(terminal: Terminal) -> str:
    (job,) = terminal.commanded(PrintReceipt)
    return "\n".join(part.text for part in job.receipt.parts if isinstance(part, Line))


def test_the_flow_serves_four_items_one_of_them_without_a_network() -> None:
    assert sorted(ITEMS) == ["MZ-005", "RS-008", "RS-011", "TY-003"]
    assert [code for code, item in ITEMS.items() if item.offline.mode == "provisional"] == ["MZ-005"]


@pytest.mark.parametrize("code", ITEMS)
def test_every_item_is_decided_while_the_resident_waits(code: str) -> None:
    terminal, command = deciding(code)
    page = terminal.view
    assert isinstance(page, Working)
    assert page.lines == ("等待办理结果",)
    number = terminal.commanded(AwaitDecision)[0].case_number
    assert number in page.done[2]
    terminal.post(DecisionHeard(command, ACCEPTED))
    assert terminal.view.lines == ("已受理",)  # type: ignore[union-attr]  # still the page of the wait
    assert not terminal.commanded(PrintReceipt)
    terminal.post(DecisionHeard(command, Decision(Bilingual("已办结"), "granted")))
    found = outcome(terminal)
    assert (found.page, found.kind, found.reference) == ("outcome.granted", OutcomeKind.DONE, number)
    assert "同意" in found.sentence
    assert "当场办结：同意" in printed(terminal)
    assert "5个工作日" not in printed(terminal), "there is nothing left to be told"
    assert len(terminal.commanded(Record)) == 1
    terminal.finish()
    assert terminal.commanded(Wipe)


def test_what_is_refused_says_why_and_what_can_be_done() -> None:
    terminal, command = deciding()
    terminal.post(DecisionHeard(command, REFUSED))
    page = outcome(terminal)
    assert (page.page, page.kind) == ("outcome.not-granted", OutcomeKind.NOT_DONE)
    assert page.sentence == "没有办成：没有查到这张卡。"
    assert page.next_steps == ("请核对卡号。", "请到北京街道公共服务办，或拨打 12345。")
    assert "原因：没有查到这张卡。" in printed(terminal)
    assert "请核对卡号。" in printed(terminal)
    assert outcome(terminal.touch("language")).sentence == "Not granted: no such card."


def test_what_people_must_look_at_is_an_ordinary_case() -> None:
    terminal, command = deciding("RS-008")
    terminal.post(DecisionHeard(command, Decision(Bilingual("已提交"), "staff", Bilingual("居住在境外"))))
    page = outcome(terminal)
    assert (page.page, page.kind) == ("outcome.staff", OutcomeKind.DONE)
    assert "不能当场办结：居住在境外。" in page.sentence
    assert "普通办件" in page.next_steps[0]
    assert "5个工作日" in printed(terminal)


@pytest.mark.parametrize("how", ["time", "network"])
def test_what_takes_longer_is_an_ordinary_case_too_and_says_so(how: str) -> None:
    terminal, command = deciding()
    assert deadline(terminal.state) == SETTINGS.timers.decision_wait
    if how == "time":
        terminal.wait()
    else:
        terminal.post(NetworkChanged(False))
    page = outcome(terminal)
    assert (page.page, page.kind) == ("outcome.late", OutcomeKind.DONE)
    assert "还没有办好" in page.sentence
    assert "不用重复提交" in page.next_steps[0]
    terminal.post(DecisionHeard(command, Decision(Bilingual("已办结"), "granted")))
    assert terminal.page == "outcome.late", "the paper says so, too"
    assert len(terminal.commanded(PrintReceipt)) == 1


def test_nobody_can_walk_away_while_it_is_decided_and_nothing_is_sent_twice() -> None:
    terminal, command = deciding()
    terminal.post(Touched("leave"), Touched("next"), DecisionHeard(command - 1, REFUSED))
    assert isinstance(terminal.state.phase, Deciding)
    assert len(terminal.commanded(Record)) == 1


def test_without_a_network_the_one_that_may_wait_is_saved_and_the_others_are_not_begun() -> None:
    terminal = Terminal().open("MZ-005", online=False)
    page = Resident(terminal).walk()
    assert isinstance(page, Outcome)
    assert page.kind is OutcomeKind.SAVED
    assert not terminal.commanded(AwaitDecision)
    for code in ("RS-008", "RS-011", "TY-003"):
        begun = Terminal().open(code, online=False).view.primary
        assert begun is not None
        assert not begun.enabled


@pytest.mark.parametrize(
    ("case", "outcome_"),
    [
        ({}, ""),
        ({"state_text_zh": "已受理", "decision": None}, ""),
        ({"decision": {"outcome": "perhaps"}}, ""),
        ({"decision": "granted"}, ""),
        ({"decision": {"outcome": "granted", "reason": None, "remedy": {"zh": 1}}}, "granted"),
    ],
)
def test_what_a_platform_may_say_of_a_decision(case: dict[str, object], outcome_: str) -> None:
    assert decision_of(case).outcome == outcome_

"""Voting and having one's say: every item of the two flows, and what can go wrong on the way."""

import json
from dataclasses import replace

import pytest

from kiosk.commands import Command
from kiosk.commands.participation import AskAnswer, FindMatters, GetPaper, PutAnswer
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.participation import (
    AnswerIn,
    AnswerNotIn,
    AnswerSilent,
    MattersFound,
    MattersNotFound,
    PaperGiven,
    PaperRefused,
)
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.exploring.specimens import MATTERS, PAPER
from kiosk.journeys.phases.browsing import Attract
from screens.views.choices import Choice
from screens.views.inputs import Edited
from screens.views.listing import Listing
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.reading import Article
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, Terminal, willing
from tests.kiosk.receipts.reading import words

ITEMS = {item.code: item for item in CATALOGUE.items if item.flow in ("vote", "consult")}
VOTE, SAY = "CP-004", "CP-003"


def mute(*kinds: type[Command]) -> Terminal:
    return Terminal(answer=lambda one: None if isinstance(one, kinds) else willing(one))


def confirming(terminal: Terminal | None = None, code: str = VOTE) -> Terminal:
    terminal = (terminal or Terminal()).open(code)
    Resident(terminal).walk("vote.confirm")
    return terminal


def outcome(terminal: Terminal) -> Outcome:
    page = terminal.view
    assert isinstance(page, Outcome)
    return page


def test_the_flows_serve_three_items() -> None:
    assert set(ITEMS) == {"CP-003", "CP-004", "CP-005"}


@pytest.mark.parametrize("code", ITEMS)
def test_every_item_is_answered_once_without_a_name(code: str) -> None:
    terminal = confirming(code=code)
    assert not terminal.commanded(PutAnswer), "nothing is put in before it is confirmed"
    terminal.touch("cast")
    page = outcome(terminal)
    assert (page.kind, page.reference) == (OutcomeKind.DONE, "CODE1-CODE2")
    (asked,) = terminal.commanded(GetPaper)
    (put,) = terminal.commanded(PutAnswer)
    who, said = json.loads(asked.document), json.loads(put.document)
    signed_in = ITEMS[code].sign_in == "L2"
    assert (who["id_number"], bool(who["holder_check"])) == (CARD.id_number if signed_in else "", signed_in)
    assert said["marks"] == {"q1": "yes", "q2": "yes"}
    assert said["paper"] == PAPER.secret
    for secret in (CARD.id_number, CARD.name, who["holder_check"] or CARD.name):
        assert secret not in put.document
    assert not terminal.commanded(Record), "nothing of it is stored here"


@pytest.mark.parametrize("code", ITEMS)
def test_without_a_network_the_guide_says_so_before_the_first_question(code: str) -> None:
    primary = Terminal().open(code, online=False).view.primary
    assert primary is not None
    assert not primary.enabled
    assert primary.reason


def test_the_slip_and_the_last_page_do_not_show_the_choice() -> None:
    terminal = confirming().touch("cast")
    (slip,) = terminal.commanded(PrintReceipt)
    printed = words(slip.receipt)
    assert "参与凭条" in printed
    assert "CODE1-CODE2" in printed
    assert "不显示您的选择" in printed
    for choice in ("yes", "q1", CARD.name, CARD.id_number):
        assert choice not in printed
        assert choice not in str(terminal.view)
    assert terminal.state.session.marks == {}
    terminal.touch("done")
    assert "没有记下姓名" in terminal.view.lead
    assert isinstance(terminal.commands[-1], Wipe)


def test_matters_that_are_over_show_their_result_and_take_nothing() -> None:
    terminal = Terminal().open(VOTE).touch("start")
    page = terminal.view
    assert isinstance(page, Choice)
    assert [option.id for option in page.options] == ["matter:0", "matter:1"]
    assert "2027-01-01 18:00" in page.options[0].hint
    page = terminal.touch("matter:1").view
    assert isinstance(page, Article)
    assert page.primary is None
    assert "编号：1" in str(page)
    assert "答复" in str(page)
    terminal.touch("back", "matter:0", "back", "back")
    assert terminal.page == "guide"


def test_a_choice_is_changed_before_it_is_put_in() -> None:
    terminal = confirming()
    terminal.touch("change:1", "back", "change:1", "mark:no")
    page = terminal.view
    assert isinstance(page, Listing)
    assert [row.value for row in page.groups[0].rows] == ["yes", "no"]
    terminal.touch("back")
    assert terminal.page == "vote.mark"
    terminal.touch("next", "cast")
    assert json.loads(terminal.commanded(PutAnswer)[0].document)["marks"] == {"q1": "yes", "q2": "no"}


def test_going_back_through_the_paper_keeps_what_was_marked() -> None:
    terminal = confirming()
    terminal.touch("back", "back", "back")
    assert terminal.page == "card.confirm", "the card again, before the paper"
    Resident(terminal).walk("vote.mark")
    assert len(terminal.commanded(GetPaper)) == 1
    page = terminal.view
    assert isinstance(page, Choice)
    assert [option.selected for option in page.options] == [True, False]


def test_another_matter_means_another_paper() -> None:
    both = (MATTERS[0], replace(MATTERS[0], id="m3"))
    terminal = Terminal(
        answer=lambda one: MattersFound(one.id, both) if isinstance(one, FindMatters) else willing(one)
    )
    Resident(terminal.open(SAY)).walk("vote.mark")
    terminal.touch("mark:yes", "back", "back", "back", "matter:1", "next")
    assert [one.matter for one in terminal.commanded(GetPaper)] == ["m1", "m3"]
    assert terminal.state.session.marks == {}


def test_a_ballot_wants_every_answer_and_a_survey_may_be_skipped() -> None:
    terminal = Terminal().open(VOTE)
    Resident(terminal).walk("vote.mark")
    assert terminal.view.secondary is None
    assert terminal.view.primary is None
    terminal = Terminal().open(SAY)
    Resident(terminal).walk("vote.mark")
    terminal.touch("mark:yes", "back", "skip", "skip")
    Resident(terminal).walk("vote.confirm")
    terminal.touch("cast")
    assert json.loads(terminal.commanded(PutAnswer)[0].document)["marks"] == {}


@pytest.mark.parametrize("anonymous", [True, False])
def test_who_wants_a_reply_leaves_a_number(anonymous: bool) -> None:
    terminal = Terminal().open(SAY)
    Resident(terminal).walk("question.free_text")
    terminal.post(Edited("多放几把椅子")).touch("next")
    assert terminal.page == "question.anonymous"
    terminal.touch("option:yes" if anonymous else "option:no")
    if not anonymous:
        assert terminal.page == "question.reply_mobile"
        terminal.post(Edited("13800138000")).touch("next")
    page = terminal.view
    assert isinstance(page, Listing)
    assert "多放几把椅子" in [row.value for group in page.groups for row in group.rows]
    terminal.touch("cast")
    said = json.loads(terminal.commanded(PutAnswer)[0].document)
    assert (said["remark"], said["mobile"]) == ("多放几把椅子", "" if anonymous else "13800138000")
    assert "多放几把椅子" not in repr(terminal.state) + repr(terminal.commands)


def test_a_survey_prints_only_when_asked() -> None:
    terminal = confirming(code=SAY).touch("cast")
    assert not terminal.commanded(PrintReceipt)
    terminal.touch("print")
    assert terminal.page == "outcome.took_part"
    assert len(terminal.commanded(PrintReceipt)) == 1


def test_a_broken_printer_is_told_and_may_be_tried_again() -> None:
    terminal = confirming(mute(PrintReceipt)).touch("cast")
    assert outcome(terminal).secondary is None, "one is on its way"
    terminal.post(PrintEnded(terminal.commanded(PrintReceipt)[0].id, Paper.FAILED, "PAPER_OUT"))
    assert "没有打印" in str(outcome(terminal).paper)
    terminal.touch("print")
    assert len(terminal.commanded(PrintReceipt)) == 2
    terminal.wait()
    assert "不知道" in str(outcome(terminal).paper)
    broken = confirming().post(DeviceChanged(DeviceClass.PRINTER, False, "PAPER_OUT")).touch("cast")
    assert "没有纸" in str(outcome(broken).paper)
    assert not broken.commanded(PrintReceipt)


@pytest.mark.parametrize("reason", ["took-part", "not-eligible", "closed", "refused"])
def test_who_gets_no_paper_is_told_why(reason: str) -> None:
    terminal = mute(GetPaper).open(VOTE)
    Resident(terminal).walk("vote.paper")
    terminal.post(PaperRefused(terminal.commanded(GetPaper)[0].id, reason))
    page = outcome(terminal)
    assert page.kind is OutcomeKind.NOT_DONE
    assert "什么也没有提交" in page.sentence
    assert not terminal.commanded(PutAnswer)
    terminal.touch("again")
    assert terminal.page == "vote.matters"


def test_no_matter_and_no_answer_are_told() -> None:
    def nothing(command: Command) -> Event | None:
        return MattersFound(command.id, ()) if isinstance(command, FindMatters) else willing(command)

    terminal = Terminal(answer=nothing).open(SAY).touch("start")
    assert "现在没有" in outcome(terminal).next_steps[0]
    terminal.touch("done")
    assert terminal.page == "goodbye"
    terminal = mute(FindMatters).open(SAY).touch("start")
    terminal.post(MattersNotFound(terminal.commanded(FindMatters)[0].id, "offline"))
    terminal.touch("again")
    assert len(terminal.commanded(FindMatters)) == 2


def test_a_silent_platform_is_asked_and_nothing_is_put_in_twice() -> None:
    terminal = confirming(mute(PutAnswer, AskAnswer)).touch("cast")
    assert terminal.page == "vote.putting"
    terminal.post(AnswerSilent(terminal.commanded(PutAnswer)[0].id))
    assert terminal.page == "vote.asking"
    assert terminal.commanded(AskAnswer)[0].paper == PAPER.secret
    terminal.post(AnswerIn(terminal.commanded(AskAnswer)[0].id, "CODE1-CODE2"))
    assert outcome(terminal).reference == "CODE1-CODE2"
    assert len(terminal.commanded(PutAnswer)) == 1


def test_what_is_surely_not_in_is_tried_again_with_another_paper_and_the_same_choice() -> None:
    terminal = confirming(mute(PutAnswer, AskAnswer)).touch("cast").wait()
    terminal.post(AnswerNotIn(terminal.commanded(AskAnswer)[0].id, "not-in"))
    assert outcome(terminal).kind is OutcomeKind.NOT_DONE
    terminal.touch("again")
    assert terminal.page == "vote.confirm"
    assert len(terminal.commanded(GetPaper)) == 2
    terminal.touch("cast")
    first, second = terminal.commanded(PutAnswer)
    assert json.loads(first.document)["marks"] == json.loads(second.document)["marks"]


@pytest.mark.parametrize("way", ["done", "time"])
def test_what_nobody_knows_is_said_to_the_end(way: str) -> None:
    terminal = confirming(mute(PutAnswer, AskAnswer)).touch("cast").wait().wait()
    page = outcome(terminal)
    assert page.page == "outcome.fate_unknown"
    assert "不会重复计算" in page.sentence
    terminal.touch("again").wait()
    terminal.touch("done") if way == "done" else terminal.wait().wait()
    assert "还不知道" in terminal.view.lead


def test_nobody_leaves_while_it_is_on_its_way() -> None:
    terminal = confirming(mute(PutAnswer)).touch("cast")
    assert terminal.view.leave is None
    assert deadline(terminal.state) == 20


@pytest.mark.parametrize("kind", [FindMatters, GetPaper])
def test_a_platform_that_hangs_is_not_waited_for_for_ever(kind: type[Command]) -> None:
    terminal = mute(kind).open(SAY)
    Resident(terminal).walk("vote.finding" if kind is FindMatters else "vote.paper")
    assert deadline(terminal.state) == 20
    terminal.wait()
    assert "没有答复" in outcome(terminal).next_steps[0]


def test_a_late_paper_is_never_the_next_residents() -> None:
    terminal = mute(GetPaper).open(SAY)
    Resident(terminal).walk("vote.paper")
    late = terminal.commanded(GetPaper)[-1].id
    terminal.touch("leave", "done").open(SAY)
    Resident(terminal).walk("vote.paper")
    terminal.post(PaperGiven(late, PAPER))
    assert terminal.state.session.paper is None


def test_without_a_network_at_the_last_moment_nothing_can_be_put_in() -> None:
    terminal = confirming().post(NetworkChanged(False))
    primary = terminal.view.primary
    assert primary is not None
    assert not primary.enabled
    terminal = Terminal().open(VOTE).touch("start", "matter:0").post(NetworkChanged(False))
    primary = terminal.view.primary
    assert primary is not None
    assert not primary.enabled


def test_leaving_a_marked_paper_is_asked_about_and_everything_ends_by_itself() -> None:
    terminal = Terminal().open(SAY)
    Resident(terminal).walk("vote.mark")
    terminal.touch("mark:yes", "leave")
    assert terminal.page == "leaving"
    terminal.touch("leave")
    assert "什么也没有提交" in terminal.view.lead
    for code in (VOTE, SAY):
        terminal = confirming(code=code)
        for _ in range(3):
            terminal.wait()
        assert isinstance(terminal.state.phase, Attract)
    terminal = confirming().touch("cast").wait()
    assert "已参加" in str(terminal.view)
    terminal.wait().wait()
    assert isinstance(terminal.state.phase, Attract)


def test_whose_card_it_was_not_votes_with_their_own_in_the_matter_they_chose() -> None:
    terminal = Terminal().open("CP-004")
    resident = Resident(terminal)
    resident.walk("card.confirm")
    chosen = terminal.state.session.matter
    assert chosen is not None
    terminal.touch("not_me")
    assert terminal.page == "card.waiting"
    resident.walk("vote.confirm")
    assert terminal.state.session.matter == chosen

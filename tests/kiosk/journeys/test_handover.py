"""An application taken along on a phone: the platform keeps a draft, nothing is handed in, any terminal goes on with it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from kiosk.commands import Command
from kiosk.commands.handover import FetchDraft, KeepDraft
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.handover import DraftFetched, DraftKept, DraftNotFetched, DraftNotKept
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.handover import Draft, answers_of, draft_of
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.exploring.specimens import DRAFT
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.form import Asking
from screens.views.entry import Entry
from screens.views.inputs import Edited
from screens.views.outcome import Outcome, OutcomeKind
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, Answer, Terminal, willing

ITEM = "MZ-001"


def confirming(answer: Answer = willing, code: str = ITEM, *, online: bool = True) -> Terminal:
    terminal = Terminal(answer=answer).open(code, online=online).touch("start")
    Resident(terminal).walk("card.confirm")
    return terminal


def begun(answer: Answer = willing, until: str = "question.live_detail") -> Terminal:
    terminal = confirming(answer).touch("yes")
    Resident(terminal).walk(until)
    return terminal


def keeping(reason: str) -> Answer:
    def answer(command: Command) -> Event | None:
        return DraftNotKept(command.id, reason) if isinstance(command, KeepDraft) else willing(command)

    return answer


def fetching(answers: Mapping[str, object] | None, reason: str = "") -> Answer:
    def answer(command: Command) -> Event | None:
        if not isinstance(command, FetchDraft):
            return willing(command)
        if answers is None:
            return DraftNotFetched(command.id, reason) if reason else None
        return DraftFetched(command.id, answers)

    return answer


def draft(terminal: Terminal) -> dict[str, Any]:
    (command,) = terminal.commanded(KeepDraft)
    said: dict[str, Any] = json.loads(command.document)
    return said


def resuming(answer: Answer) -> Terminal:
    return confirming(answer).touch("resume").post(Edited("12345678")).touch("next")


def test_it_is_a_draft_and_says_so() -> None:
    terminal = begun().touch("leave")
    assert "不算受理" in str(terminal.view)
    terminal.touch("take_along")
    page = terminal.view
    assert isinstance(page, Outcome)
    assert (page.kind, page.qr, page.reference) == (OutcomeKind.DRAFT, DRAFT.address, "1234 5678")
    assert "尚未提交，没有受理" in page.sentence
    assert [row.value for row in page.rows] == ["2026年12月02日"]
    assert page.page.startswith("handover."), "supervision counts what ends on an outcome as finished"
    assert not terminal.commanded(Record)


def test_only_what_was_entered_goes_along() -> None:
    said = draft(begun().touch("leave", "take_along"))
    assert (said["item"], said["id_number"]) == (ITEM, CARD.id_number)
    assert said["answers"]["contact.mobile"] == "13800138000"
    assert not [path for path in said["answers"] if path.startswith("applicant.")]
    assert "address_now.live_detail" in said["missing"]
    assert "contact.mobile" not in said["missing"]
    assert CARD.name not in json.dumps(said, ensure_ascii=False)


def test_the_session_is_wiped_as_by_leaving() -> None:
    terminal = begun().touch("leave", "take_along")
    session = terminal.state.session
    assert (session.card, session.answers, session.plan) == (None, None, ())
    terminal.touch("done")
    assert terminal.page == "goodbye"
    assert "还没有提交" in str(terminal.view)
    assert terminal.commanded(Wipe)
    assert DRAFT.code not in repr(terminal.state)


def test_the_code_leaves_the_screen_by_itself() -> None:
    terminal = begun().touch("leave", "take_along").wait()
    assert terminal.page == "still_there"
    assert "还没有提交" in str(terminal.wait().view)
    assert isinstance(terminal.wait().state.phase, Attract)


@pytest.mark.parametrize("reason", ["offline", "refused"])
def test_where_it_is_not_kept_the_form_goes_on(reason: str) -> None:
    terminal = begun(keeping(reason))
    before = terminal.state.session
    terminal.touch("leave", "take_along")
    assert terminal.page == "leaving"
    assert "您填的都还在" in str(terminal.view)
    terminal.touch("go_on")
    assert terminal.page == "question.live_detail"
    assert terminal.state.session == before
    Resident(terminal).walk()
    assert terminal.commanded(Record)


def test_a_platform_that_says_nothing_is_not_waited_for_long_and_its_late_word_is_nobodys() -> None:
    terminal = begun(lambda command: None if isinstance(command, KeepDraft) else willing(command))
    terminal.touch("leave", "take_along")
    assert terminal.page == "handover.keeping"
    assert "leave" not in touches(terminal.view)
    (asked,) = terminal.commanded(KeepDraft)
    terminal.post(DeviceChanged(DeviceClass.PRINTER, working=False), DraftKept(asked.id + 7, DRAFT))
    assert terminal.page == "handover.keeping"
    terminal.wait()
    assert terminal.page == "leaving"
    terminal.post(DraftKept(asked.id, DRAFT)).touch("go_on")
    assert isinstance(terminal.state.phase, Asking)


def test_it_is_offered_for_ones_own_form_with_a_network_once_something_was_entered() -> None:
    assert "take_along" in touches(begun().touch("leave").view)
    assert "take_along" not in touches(begun().post(NetworkChanged(False)).touch("leave").view)
    assert "take_along" not in touches(confirming().touch("yes", "leave").view)
    assert "resume" in touches(confirming().view)
    assert "resume" not in touches(confirming(online=False).view)
    assert "resume" not in touches(confirming(code="PY-012").view), "nothing is handed in there"
    assert "resume" not in touches(confirming(code="RS-016").view), (
        "what is an organisation's is nobody's own"
    )


def test_it_goes_on_where_it_was_left() -> None:
    said = draft(begun(until="question.members").touch("leave", "take_along"))["answers"]
    terminal = resuming(fetching(json.loads(json.dumps(said))))
    assert terminal.page == "question.members"
    resident = Resident(terminal)
    resident.walk()
    assert "question.mobile" not in resident.seen
    (record,) = terminal.commanded(Record)
    form = json.loads(record.payload)["form"]
    assert form["contact"]["mobile"] == "13800138000"
    assert form["address_now"]["live_detail"]


def test_every_shape_of_answer_comes_back_as_it_went() -> None:
    terminal = begun(until="review").touch("leave", "take_along")
    said = draft(terminal)["answers"]
    again = resuming(fetching(json.loads(json.dumps(said))))
    assert again.page == "materials", "every question was answered; papers are photographed anew"
    Resident(again).walk("review")
    assert draft(again.touch("leave", "take_along"))["answers"] == said


def test_back_leads_to_what_was_answered_before() -> None:
    said = draft(begun().touch("leave", "take_along"))["answers"]
    assert resuming(fetching(said)).touch("back").page == "question.live_region"


def test_what_does_not_fit_any_more_is_asked_again() -> None:
    odd = {"contact.mobile": 7, "nothing.there": "x", "household.members": "x", "relief.reason": ["x"]}
    assert resuming(fetching(odd)).page == "question.mobile"


@pytest.mark.parametrize(
    ("reason", "says"), [("unknown", "核对接续码"), ("too_many", "次数太多"), ("offline", "没有回答"), ("refused", "没有给出")]
)  # fmt: skip
def test_why_there_is_none_is_said_and_back_leads_to_the_form(reason: str, says: str) -> None:
    terminal = resuming(fetching(None, reason))
    page = terminal.view
    assert isinstance(page, Entry)
    assert says in page.error
    terminal.touch("back", "yes")
    assert terminal.page == "for_whom"


def test_a_code_is_eight_digits_and_the_platform_is_not_waited_for_long() -> None:
    terminal = confirming(fetching(None)).touch("resume").post(Edited("12a3456789"))
    assert "next" in touches(terminal.view)
    assert "next" not in touches(terminal.post(Edited("1234567")).view)
    terminal.post(Edited("12345678")).touch("next")
    assert terminal.page == "handover.fetching"
    terminal.wait()
    assert terminal.page == "handover.code"
    assert "next" not in touches(terminal.post(Edited("12345678"), NetworkChanged(False)).view)


SAID = {"address": "https://p.example/w/x", "code": "01234567", "until": "2026-12-02T10:00:00+08:00"}
NO_DRAFTS: list[object] = [
    {**SAID, "code": "1"}, {**SAID, "until": "2026-12-02"}, {**SAID, "address": "x"}, {}, [], None
]  # fmt: skip
NO_ANSWERS: list[object] = [{"answers": []}, {}, None]


def test_what_a_platform_may_say() -> None:
    assert draft_of(SAID) == Draft(*SAID.values())
    assert answers_of({"answers": {"a.b": 1}}) == {"a.b": 1}


@pytest.mark.parametrize("wrong", NO_DRAFTS)
def test_what_is_no_draft_is_none(wrong: object) -> None:
    with pytest.raises(ValueError, match="draft"):
        draft_of(wrong)


@pytest.mark.parametrize("wrong", NO_ANSWERS)
def test_what_has_no_answers_is_no_draft(wrong: object) -> None:
    with pytest.raises(ValueError, match="answers"):
        answers_of(wrong)

"""The one-time code: right, wrong, expired, too many, offline, each with a way on."""

import json
from typing import Any

import pytest

from kiosk.commands import Command
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.sending import Record
from kiosk.events import Event
from kiosk.events.holder_check import CodeChecked, CodeNotSent, CodeSent
from kiosk.events.world import NetworkChanged
from kiosk.journeys import deadline
from screens.views.entry import Entry
from screens.views.inputs import Edited, Touched
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CODE, Terminal, willing


def _at_code(code: str = "MZ-001") -> Terminal:
    terminal = Terminal().open(code).touch("start")
    Resident(terminal).walk("code.offer")
    return terminal


def _checked(terminal: Terminal) -> dict[str, Any]:
    Resident(terminal).walk()
    (record,) = terminal.commanded(Record)
    found: dict[str, Any] = json.loads(record.payload)["holder_check"]
    return found


def _silent(command: Command) -> Event | None:
    return None if isinstance(command, SendCode | CheckCode) else willing(command)


def test_the_code_goes_to_the_number_that_was_entered() -> None:
    terminal = _at_code()
    assert "138****8000" in str(terminal.view)
    terminal.touch("next")
    (command,) = terminal.commanded(SendCode)
    assert (command.mobile, command.id_number) == ("13800138000", CARD.id_number)
    assert terminal.view.lead == "已发送到 138****8000。"


def test_the_right_code_goes_on_and_is_named_in_the_document() -> None:
    terminal = _at_code().touch("next").post(Edited(CODE)).touch("next")
    assert terminal.page == "review"
    assert terminal.state.session.holder
    check = terminal.state.session.holder.check
    assert _checked(terminal) == {"outcome": "verified", "id": check}
    assert check


def test_only_six_digits_can_be_entered() -> None:
    terminal = _at_code().touch("next").post(Edited("12a34"))
    page = terminal.view
    assert isinstance(page, Entry)
    assert page.value == "1234"
    assert page.primary
    assert page.primary.reason == "请先输入 6 位数字。"
    terminal.post(Touched("next"))
    assert not terminal.commanded(CheckCode)
    page = terminal.post(Edited("1234567")).view
    assert isinstance(page, Entry)
    assert page.value == "123456"


@pytest.mark.parametrize(("outcome", "said"), [("wrong", "验证码不对"), ("expired", "验证码过期了")])
def test_a_code_that_will_not_do_can_be_entered_again(outcome: str, said: str) -> None:
    terminal = _at_code().touch("next").post(Edited("111111"))
    terminal.answer = lambda command: (
        CodeChecked(command.id, outcome) if isinstance(command, CheckCode) else willing(command)
    )
    page = terminal.touch("next").view
    assert isinstance(page, Entry)
    assert said in page.error
    assert page.value == ""
    assert terminal.post(Edited("1")).view.error == ""
    terminal.answer = willing
    terminal.touch("resend").post(Edited(CODE)).touch("next")
    assert terminal.page == "review"
    assert len(terminal.commanded(SendCode)) == 2


def test_too_many_tries_end_at_the_window() -> None:
    terminal = _at_code().touch("next").post(Edited("111111"))
    terminal.answer = lambda command: (
        CodeChecked(command.id, "too_many") if isinstance(command, CheckCode) else willing(command)
    )
    page = terminal.touch("next").view
    assert page.title == "次数太多了"
    assert page.primary is None
    assert "到窗口办" in str(page)
    assert terminal.touch("back").page == "materials"


def test_a_number_that_takes_no_messages_can_be_changed() -> None:
    terminal = _at_code()
    terminal.answer = lambda command: (
        CodeNotSent(command.id, "refused") if isinstance(command, SendCode) else willing(command)
    )
    assert terminal.touch("next").view.title == "这个号码收不到"
    terminal.answer = willing
    assert terminal.touch("again").page == "code.entry"


@pytest.mark.parametrize("provisional", [True, False])
def test_a_silent_platform_defers_only_where_the_item_may_wait(provisional: bool) -> None:
    terminal = _at_code("MZ-001" if provisional else "GA-007")
    terminal.answer = lambda command: (
        CodeNotSent(command.id, "offline") if isinstance(command, SendCode) else willing(command)
    )
    page = terminal.touch("next").view
    assert page.primary
    if provisional:
        assert page.primary.label == "继续，以后核实"
        assert terminal.touch("next").page == "review"
        assert _checked(terminal) == {"outcome": "deferred", "id": ""}
    else:
        assert page.primary.label == "再发一次"
        assert terminal.post(Touched("next")).page == "code.stuck"


def test_a_network_lost_before_the_code_defers_by_itself() -> None:
    terminal = Terminal().open("MZ-001").touch("start")
    Resident(terminal).walk("materials")
    terminal.post(NetworkChanged(False))
    resident = Resident(terminal)
    resident.walk("review")
    assert not terminal.commanded(SendCode)
    assert _checked(terminal) == {"outcome": "deferred", "id": ""}


def test_a_network_lost_before_the_code_stops_what_cannot_wait() -> None:
    terminal = Terminal().open("GA-007").touch("start")
    Resident(terminal).walk("question.truth")
    terminal.post(NetworkChanged(False))
    assert "要等网络恢复才能提交" in terminal.view.banners[0].text
    Resident(terminal).walk("code.stuck")
    terminal.post(NetworkChanged(True)).touch("again").post(Edited(CODE)).touch("next")
    assert terminal.page == "review"


def test_a_platform_that_does_not_answer_is_not_waited_for_without_end() -> None:
    terminal = _at_code()
    terminal.answer = _silent
    terminal.touch("next")
    assert terminal.page == "code.sending"
    assert deadline(terminal.state) == 20
    (command,) = terminal.commanded(SendCode)
    assert terminal.wait().view.title == "验证码没有发成"
    assert terminal.post(CodeSent(command.id, "late")).page == "code.stuck"


def test_answers_to_other_commands_change_nothing() -> None:
    terminal = _at_code()
    terminal.answer = _silent
    terminal.touch("next")
    (sent,) = terminal.commanded(SendCode)
    assert (
        terminal.post(CodeSent(sent.id + 7, "x"), CodeNotSent(sent.id - 1, "refused")).page == "code.sending"
    )
    terminal.post(CodeSent(sent.id, "check"), Edited(CODE)).touch("next")
    (checked,) = terminal.commanded(CheckCode)
    assert terminal.post(CodeChecked(checked.id + 1, "verified")).page == "code.checking"
    assert terminal.post(Touched("back"), Touched("next")).page == "code.checking"
    assert terminal.post(CodeChecked(checked.id, "verified")).page == "review"


def test_nothing_else_moves_the_offer() -> None:
    terminal = _at_code()
    assert terminal.post(Touched("again"), Edited("x")).page == "code.offer"
    assert terminal.touch("back").page == "materials"


def test_another_mobile_is_checked_anew() -> None:
    terminal = _at_code().touch("next").post(Edited(CODE)).touch("next")
    terminal.touch("change:contact.mobile").post(Edited("13912345678")).touch("next")
    assert terminal.page == "code.offer"
    assert "139****5678" in str(terminal.view)


def test_while_the_code_is_sent_one_can_leave() -> None:
    terminal = _at_code()
    terminal.answer = _silent
    assert terminal.touch("next", "leave").page == "goodbye"

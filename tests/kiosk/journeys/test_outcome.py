"""How it ends: thanks only after `Recorded`, a paper only on proof, one of the truthful sentences every time."""

from dataclasses import replace

import pytest

from devices.printer import Line, Pair
from kiosk.commands import Command
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.sending import Delivered, NotRecorded, Recorded, Refused
from kiosk.events.world import NetworkChanged
from kiosk.journeys import deadline
from screens.views.inputs import Drawn, Touched
from screens.views.outcome import Goodbye, OutcomeKind
from screens.views.waiting import Working
from tests.kiosk.journeys.ending import goodbye, outcome, sent, without
from tests.kiosk.journeys.resident import STROKES, Resident
from tests.kiosk.journeys.terminal import SETTINGS, Terminal, willing


def test_nothing_is_thanked_for_before_it_is_kept() -> None:
    terminal = sent(without(Record))
    page = terminal.view
    assert isinstance(page, Working)
    assert page.lead == "请不要离开。"
    assert page.leave is None
    assert page.primary is None
    terminal.post(Touched("leave"), Touched("next"), Touched("done"))
    assert terminal.page == "submitting"
    assert len(terminal.commanded(Record)) == 1


def test_pressing_twice_hands_in_once() -> None:
    terminal = sent(without(Record)).post(Touched("next"), Touched("next"))
    assert len(terminal.commanded(Record)) == 1


def test_delivered_in_time_is_done_with_the_case_number() -> None:
    terminal = sent(willing)
    page = outcome(terminal)
    assert page.kind is OutcomeKind.DONE
    assert page.sentence == "已提交，平台已收到。"
    assert page.reference_label == "办件编号"
    assert page.reference.startswith("440104-20261125-")
    assert [row.label for row in page.rows] == ["事项", "收到时间", "编号"]
    assert page.rows[1].value == "2026-11-25 10:00"
    assert page.next_steps[0].startswith("收到不等于受理")
    (receipt,) = terminal.commanded(PrintReceipt)
    assert receipt.transaction.startswith("0190-")
    text = [part.value for part in receipt.receipt.parts if isinstance(part, Pair)]
    assert "张*丰" in text
    assert any(isinstance(part, Line) and part.text == "收件回执" for part in receipt.receipt.parts)


def test_the_platform_is_waited_for_some_seconds_only() -> None:
    terminal = sent(without(AwaitDelivery))
    assert terminal.page == "submitting.delivery"
    assert deadline(terminal.state) == SETTINGS.timers.delivery_wait
    terminal.wait()
    page = outcome(terminal)
    assert page.kind is OutcomeKind.SAVED
    assert page.sentence == "已保存在本机，会自动提交。"
    assert page.reference.startswith("P-GZ044-")
    assert any(
        isinstance(part, Line) and part.text == "预收件回执"
        for part in terminal.commanded(PrintReceipt)[0].receipt.parts
    )


def test_a_network_lost_while_waiting_is_not_waited_for() -> None:
    terminal = sent(without(AwaitDelivery)).post(NetworkChanged(True))
    assert terminal.page == "submitting.delivery"
    assert outcome(terminal.post(NetworkChanged(False))).kind is OutcomeKind.SAVED


def test_without_a_network_nobody_waits_for_the_platform() -> None:
    terminal = sent(willing, online=False)
    assert outcome(terminal).kind is OutcomeKind.SAVED
    assert not terminal.commanded(AwaitDelivery)
    assert outcome(terminal).next_steps[0].startswith("部门还没有收到，也没有受理。")
    assert terminal.view.banners[0].text == "网络中断。已保存的内容会在网络恢复后自动提交。"


def test_a_delivery_that_comes_late_is_told_while_the_resident_is_there() -> None:
    terminal = sent(without(AwaitDelivery)).wait()
    kept = terminal.state.session.kept
    assert kept
    stranger = Delivered("another", "c", "https://example.org", "2026-11-25T02:00:00+00:00")
    assert outcome(terminal.post(stranger)).kind is OutcomeKind.SAVED
    terminal.post(Delivered(kept.transaction, "case-1", "https://example.org", ""))
    page = outcome(terminal)
    assert (page.kind, page.reference) == (OutcomeKind.DONE, "case-1")
    assert len(terminal.commanded(PrintReceipt)) == 1
    terminal.post(Refused(kept.transaction, "unknown_item"))
    assert outcome(terminal).kind is OutcomeKind.DONE


@pytest.mark.parametrize("late", [False, True])
def test_what_the_platform_refuses_is_kept_and_looked_after(late: bool) -> None:
    def answer(command: Command) -> Event | None:
        return Refused(command.transaction, "x") if isinstance(command, AwaitDelivery) and not late else None

    terminal = sent(
        lambda command: answer(command) if isinstance(command, AwaitDelivery) else willing(command)
    )
    if late:
        terminal.wait()
        kept = terminal.state.session.kept
        assert kept
        terminal.post(Refused(kept.transaction, "x"))
    page = outcome(terminal)
    assert page.page == "outcome.refused"
    assert page.sentence == "已保存在本机，平台没有自动收下。"
    assert page.reference.startswith("P-")


@pytest.mark.parametrize(
    ("reason", "said"), [("disk_full", "本机存满了"), ("queue_full", "等待提交的太多"), ("unfit", "没能保存")]
)
def test_what_could_not_be_kept_is_not_done_and_the_form_is_still_there(reason: str, said: str) -> None:
    terminal = sent(
        lambda command: NotRecorded(command.id, reason) if isinstance(command, Record) else willing(command)
    )
    page = outcome(terminal)
    assert page.kind is OutcomeKind.NOT_DONE
    assert page.sentence == "没有办成，什么也没有提交。"
    assert said in page.next_steps[0]
    assert not page.reference
    assert terminal.touch("back").page == "review"
    assert not terminal.state.session.signed
    terminal.touch("next").post(Drawn(STROKES)).touch("next")
    assert terminal.page == "outcome.not_done"
    terminal.answer = willing
    assert outcome(terminal.touch("again")).kind is OutcomeKind.DONE
    ids = [command.id for command in terminal.commanded(Record)]
    assert len(set(ids)) == len(ids) == 3
    assert terminal.commanded(Record)[1].payload == terminal.commanded(Record)[2].payload


def test_answers_to_other_commands_are_not_taken_for_ours() -> None:
    terminal = sent(without(Record))
    (command,) = terminal.commanded(Record)
    for number in (command.id - 1, command.id + 1):
        terminal.post(
            Recorded(number, "t", "P-1", "2026-11-25T10:00:00+08:00"), NotRecorded(number, "failed")
        )
    assert terminal.page == "submitting"


def test_a_queue_that_is_slow_is_waited_for_and_one_that_is_stuck_is_said_to_be_unknown() -> None:
    terminal = sent(without(Record))
    assert deadline(terminal.state) == 30
    assert terminal.wait().view.lead == "比平常慢，请再等一下。"
    assert deadline(terminal.state) == 60
    (command,) = terminal.commanded(Record)
    terminal.wait()
    assert terminal.page == "goodbye"
    assert terminal.view.lead.startswith("本机没有答复，不知道有没有保存。")
    late = Recorded(command.id, "t", "P-1", "2026-11-25T10:00:00+08:00")
    assert terminal.post(late).page == "goodbye"


def test_a_slow_queue_that_answers_is_believed() -> None:
    terminal = sent(without(Record)).wait()
    (command,) = terminal.commanded(Record)
    terminal.answer = willing
    answer = willing(command)
    assert answer
    assert outcome(terminal.post(answer)).kind is OutcomeKind.DONE


def test_done_says_goodbye_and_wipes() -> None:
    terminal = sent(willing).finish()
    assert terminal.page == "goodbye"
    assert terminal.view.lead == "您提交的内容已保存，会照常办理。屏幕上的信息已清除。"
    assert len(terminal.commanded(Wipe)) == 1
    assert terminal.post(Touched("nothing")).page == "goodbye"
    assert terminal.touch("done").page == "attract"


def test_each_thing_to_take_along_has_a_picture_of_its_own() -> None:
    applied = goodbye(sent(willing).finish())
    assert dict(zip(applied.lines, applied.icons, strict=True)) == {
        "身份证": "idcard",
        "回执": "receipt",
        "手机": "phone",
    }
    looked = goodbye(Terminal().open("CP-001").touch("leave"))
    assert (looked.lines, looked.icons) == (("手机",), ("phone",))


def test_what_is_kept_is_all_that_is_left_after_recording() -> None:
    session = sent(without(AwaitDelivery)).state.session
    assert session.kept
    assert (session.answers, session.pictures, session.signed) == (None, {}, {})
    assert session == replace(session.again(), kept=session.kept, card=session.card, given=session.given)


def test_nothing_else_moves_the_outcome() -> None:
    terminal = sent(willing)
    before = terminal.state.phase
    terminal.post(Touched("nothing"), NetworkChanged(False))
    assert terminal.state.phase is before


def test_the_goodbye_names_the_card_only_to_whoever_showed_one() -> None:
    applied, reported = Terminal().open("MZ-004"), Terminal().open("CP-001")
    for terminal in (applied, reported):
        Resident(terminal).walk("outcome")
        terminal.finish()
    shown = [terminal.view for terminal in (applied, reported)]
    assert [isinstance(page, Goodbye) and page.lines for page in shown] == [
        ("身份证", "回执", "手机"),
        ("回执", "手机"),
    ]

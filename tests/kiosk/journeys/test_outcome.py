"""How it ends: thanks only after `Recorded`, a paper only on proof, one of the truthful sentences every time."""

from dataclasses import replace

import pytest

from devices.printer import Line, Pair, QrCode
from kiosk.commands import AwaitDelivery, Command, PrintReceipt, Record, Wipe
from kiosk.events import Event
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Delivered, NotRecorded, Recorded, Refused
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys import deadline, start
from kiosk.journeys.exploring import touches
from screens.views.frame import Tone
from screens.views.inputs import Drawn, Touched
from screens.views.outcome import Goodbye, Outcome, OutcomeKind
from screens.views.waiting import Working
from tests.kiosk.journeys.resident import STROKES, Resident
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, Answer, Terminal, willing


def _signed(code: str = "MZ-004", *, online: bool = True) -> Terminal:
    terminal = Terminal().open(code, online=online)
    Resident(terminal).walk("sign")
    return terminal.post(Drawn(STROKES))


def _sent(answer: Answer, *, online: bool = True, code: str = "MZ-004") -> Terminal:
    terminal = _signed(code, online=online)
    terminal.answer = answer
    return terminal.touch("next")


def _without(*kinds: type[Command]) -> Answer:
    """Means that leave commands of some kinds unanswered."""
    return lambda command: None if isinstance(command, kinds) else willing(command)


def _printing(paper: Paper, code: str = "") -> Answer:
    def answer(command: Command) -> Event | None:
        return PrintEnded(command.id, paper, code) if isinstance(command, PrintReceipt) else willing(command)

    return answer


def _outcome(terminal: Terminal) -> Outcome:
    page = terminal.view
    assert isinstance(page, Outcome)
    return page


def _goodbye(terminal: Terminal) -> Goodbye:
    page = terminal.view
    assert isinstance(page, Goodbye)
    return page


def _paper(terminal: Terminal) -> tuple[Tone, str]:
    paper = _outcome(terminal).paper
    assert paper
    return paper.tone, paper.text


def test_nothing_is_thanked_for_before_it_is_kept() -> None:
    terminal = _sent(_without(Record))
    page = terminal.view
    assert isinstance(page, Working)
    assert page.lead == "请不要离开。"
    assert page.leave is None
    assert page.primary is None
    terminal.post(Touched("leave"), Touched("next"), Touched("done"))
    assert terminal.page == "submitting"
    assert len(terminal.commanded(Record)) == 1


def test_pressing_twice_hands_in_once() -> None:
    terminal = _sent(_without(Record)).post(Touched("next"), Touched("next"))
    assert len(terminal.commanded(Record)) == 1


def test_delivered_in_time_is_done_with_the_case_number() -> None:
    terminal = _sent(willing)
    page = _outcome(terminal)
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
    terminal = _sent(_without(AwaitDelivery))
    assert terminal.page == "submitting.delivery"
    assert deadline(terminal.state) == SETTINGS.timers.delivery_wait
    terminal.wait()
    page = _outcome(terminal)
    assert page.kind is OutcomeKind.SAVED
    assert page.sentence == "已保存在本机，会自动提交。"
    assert page.reference.startswith("P-GZ044-")
    assert any(
        isinstance(part, Line) and part.text == "预收件回执"
        for part in terminal.commanded(PrintReceipt)[0].receipt.parts
    )


def test_a_network_lost_while_waiting_is_not_waited_for() -> None:
    terminal = _sent(_without(AwaitDelivery)).post(NetworkChanged(True))
    assert terminal.page == "submitting.delivery"
    assert _outcome(terminal.post(NetworkChanged(False))).kind is OutcomeKind.SAVED


def test_without_a_network_nobody_waits_for_the_platform() -> None:
    terminal = _sent(willing, online=False)
    assert _outcome(terminal).kind is OutcomeKind.SAVED
    assert not terminal.commanded(AwaitDelivery)
    assert _outcome(terminal).next_steps[0].startswith("部门还没有收到，也没有受理。")
    assert terminal.view.banners[0].text == "网络中断。已保存的内容会在网络恢复后自动提交。"


def test_a_delivery_that_comes_late_is_told_while_the_resident_is_there() -> None:
    terminal = _sent(_without(AwaitDelivery)).wait()
    kept = terminal.state.session.kept
    assert kept
    stranger = Delivered("another", "c", "https://example.org", "2026-11-25T02:00:00+00:00")
    assert _outcome(terminal.post(stranger)).kind is OutcomeKind.SAVED
    terminal.post(Delivered(kept.transaction, "case-1", "https://example.org", ""))
    page = _outcome(terminal)
    assert (page.kind, page.reference) == (OutcomeKind.DONE, "case-1")
    assert len(terminal.commanded(PrintReceipt)) == 1
    terminal.post(Refused(kept.transaction, "unknown_item"))
    assert _outcome(terminal).kind is OutcomeKind.DONE


@pytest.mark.parametrize("late", [False, True])
def test_what_the_platform_refuses_is_kept_and_looked_after(late: bool) -> None:
    def answer(command: Command) -> Event | None:
        return Refused(command.transaction, "x") if isinstance(command, AwaitDelivery) and not late else None

    terminal = _sent(
        lambda command: answer(command) if isinstance(command, AwaitDelivery) else willing(command)
    )
    if late:
        terminal.wait()
        kept = terminal.state.session.kept
        assert kept
        terminal.post(Refused(kept.transaction, "x"))
    page = _outcome(terminal)
    assert page.page == "outcome.refused"
    assert page.sentence == "已保存在本机，平台没有自动收下。"
    assert page.reference.startswith("P-")


@pytest.mark.parametrize(
    ("reason", "said"), [("disk_full", "本机存满了"), ("queue_full", "等待提交的太多"), ("unfit", "没能保存")]
)
def test_what_could_not_be_kept_is_not_done_and_the_form_is_still_there(reason: str, said: str) -> None:
    terminal = _sent(
        lambda command: NotRecorded(command.id, reason) if isinstance(command, Record) else willing(command)
    )
    page = _outcome(terminal)
    assert page.kind is OutcomeKind.NOT_DONE
    assert page.sentence == "没有办成，什么也没有提交。"
    assert said in page.next_steps[0]
    assert not page.reference
    assert terminal.touch("back").page == "review"
    assert not terminal.state.session.signed
    terminal.touch("next").post(Drawn(STROKES)).touch("next")
    assert terminal.page == "outcome.not_done"
    terminal.answer = willing
    assert _outcome(terminal.touch("again")).kind is OutcomeKind.DONE
    ids = [command.id for command in terminal.commanded(Record)]
    assert len(set(ids)) == len(ids) == 3
    assert terminal.commanded(Record)[1].payload == terminal.commanded(Record)[2].payload


def test_answers_to_other_commands_are_not_taken_for_ours() -> None:
    terminal = _sent(_without(Record))
    (command,) = terminal.commanded(Record)
    for number in (command.id - 1, command.id + 1):
        terminal.post(
            Recorded(number, "t", "P-1", "2026-11-25T10:00:00+08:00"), NotRecorded(number, "failed")
        )
    assert terminal.page == "submitting"


def test_a_queue_that_is_slow_is_waited_for_and_one_that_is_stuck_is_said_to_be_unknown() -> None:
    terminal = _sent(_without(Record))
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
    terminal = _sent(_without(Record)).wait()
    (command,) = terminal.commanded(Record)
    terminal.answer = willing
    answer = willing(command)
    assert answer
    assert _outcome(terminal.post(answer)).kind is OutcomeKind.DONE


def test_a_printed_receipt_is_claimed_only_on_proof() -> None:
    terminal = _sent(_without(PrintReceipt))
    assert _paper(terminal) == (Tone.NEUTRAL, "正在打印回执…")
    assert deadline(terminal.state) == SETTINGS.timers.print_wait
    (command,) = terminal.commanded(PrintReceipt)
    terminal.post(PrintEnded(command.id + 1, Paper.PRINTED))
    assert _paper(terminal)[1] == "正在打印回执…"
    entered = terminal.state.entered
    terminal.post(PrintEnded(command.id, Paper.PRINTED))
    assert _paper(terminal) == (Tone.GOOD, "回执已打印，请取走。")
    assert terminal.state.entered != entered
    assert "print" not in touches(terminal.view)
    assert "回执" in getattr(terminal.finish().view, "lines", ())


def test_a_printer_that_says_nothing_leaves_it_unknown_until_it_does() -> None:
    terminal = _sent(_without(PrintReceipt)).wait()
    tone, text = _paper(terminal)
    assert tone is Tone.WARNING
    assert text.startswith("不知道回执有没有打印出来。")
    (command,) = terminal.commanded(PrintReceipt)
    terminal.post(PrintEnded(command.id, Paper.PRINTED))
    assert _paper(terminal)[0] is Tone.GOOD


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("PAPER_OUT", "打印机没有纸"),
        ("COVER_OPEN", "打印机盖没合上"),
        ("CUTTER_JAM", "打印机卡纸"),
        ("PRINT_INCOMPLETE", "打印中断"),
        ("NOT_CONFIGURED", "本机没有打印机"),
        ("DEVICE_GONE", "打印机坏了"),
    ],
)
def test_a_receipt_that_was_not_printed_says_why_and_what_to_do(code: str, reason: str) -> None:
    terminal = _sent(_printing(Paper.FAILED, code))
    assert _paper(terminal) == (Tone.BAD, f"回执没有打印：{reason}。请记下编号，或用手机拍下本页。")
    assert "回执" not in getattr(terminal.post(Touched("done")).view, "lines", ())


def test_a_receipt_that_surely_did_not_come_out_can_be_tried_again() -> None:
    terminal = _sent(_printing(Paper.FAILED, "PAPER_OUT"))
    terminal.answer = willing
    terminal.touch("print")
    assert _paper(terminal)[0] is Tone.GOOD
    assert len(terminal.commanded(PrintReceipt)) == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_receipt_that_may_have_come_out_is_followed_only_by_copies_that_say_so(language: str) -> None:
    terminal = _sent(_printing(Paper.UNKNOWN))
    if language == "en":
        terminal.touch("language")
    offered = _outcome(terminal).secondary
    assert offered is not None
    assert offered.label == ("没出纸？补打一份" if language == "zh" else "Nothing came out? Print a copy")
    terminal.answer = _printing(Paper.FAILED, "PAPER_OUT")
    terminal.touch("print")
    terminal.answer = willing
    terminal.touch("print")  # the copy failed: the first may still be out
    first, *copies = terminal.commanded(PrintReceipt)
    assert not first.copy
    assert not _says_copy(first)
    assert [one.copy and _says_copy(one) for one in copies] == [True, True]
    assert _paper(terminal)[0] is Tone.GOOD
    assert "print" not in touches(terminal.view)


def _says_copy(command: PrintReceipt) -> bool:
    return any(isinstance(part, Line) and "COPY" in part.text for part in command.receipt.parts)


def test_a_printer_known_to_be_broken_is_not_tried_until_it_works() -> None:
    terminal = (
        _signed().post(DeviceChanged(DeviceClass.PRINTER, working=False, code="PAPER_OUT")).touch("next")
    )
    assert not terminal.commanded(PrintReceipt)
    assert _paper(terminal)[1].startswith("回执没有打印：打印机没有纸。")
    assert "print" not in touches(terminal.view)
    terminal.post(DeviceChanged(DeviceClass.PRINTER, working=True)).touch("print")
    assert _paper(terminal)[0] is Tone.GOOD


def test_rating_a_service_gives_no_receipt() -> None:
    terminal = Terminal().open("CP-012")
    page = Resident(terminal).walk()
    assert isinstance(page, Outcome)
    assert page.paper is None
    assert "print" not in touches(page)
    assert not terminal.commanded(PrintReceipt)


def test_the_receipt_of_a_report_says_what_and_where_but_not_the_words() -> None:
    terminal = Terminal().open("CP-001")
    Resident(terminal).walk()
    (command,) = terminal.commanded(PrintReceipt)
    pairs = {part.label: part.value for part in command.receipt.parts if isinstance(part, Pair)}
    assert pairs["发生地点"]
    assert "问题描述" not in pairs


def test_the_receipt_speaks_the_language_of_the_resident() -> None:
    terminal = Terminal().open("CP-001").touch("language")
    Resident(terminal).walk()
    (command,) = terminal.commanded(PrintReceipt)
    assert "Location" in {part.label for part in command.receipt.parts if isinstance(part, Pair)}


def test_done_says_goodbye_and_wipes() -> None:
    terminal = _sent(willing).finish()
    assert terminal.page == "goodbye"
    assert terminal.view.lead == "您提交的内容已保存，会照常办理。屏幕上的信息已清除。"
    assert len(terminal.commanded(Wipe)) == 1
    assert terminal.post(Touched("nothing")).page == "goodbye"
    assert terminal.touch("done").page == "attract"


def test_each_thing_to_take_along_has_a_picture_of_its_own() -> None:
    applied = _goodbye(_sent(willing).finish())
    assert dict(zip(applied.lines, applied.icons, strict=True)) == {
        "身份证": "idcard",
        "回执": "receipt",
        "手机": "phone",
    }
    looked = _goodbye(Terminal().open("CP-001").touch("leave"))
    assert (looked.lines, looked.icons) == (("手机",), ("phone",))


def test_what_is_kept_is_all_that_is_left_after_recording() -> None:
    session = _sent(_without(AwaitDelivery)).state.session
    assert session.kept
    assert (session.answers, session.pictures, session.signed) == (None, {}, {})
    assert session == replace(session.again(), kept=session.kept, card=session.card, given=session.given)


def test_nothing_else_moves_the_outcome() -> None:
    terminal = _sent(willing)
    before = terminal.state.phase
    terminal.post(Touched("nothing"), NetworkChanged(False))
    assert terminal.state.phase is before


def test_a_provisional_number_leads_to_where_its_arrival_can_be_seen() -> None:
    platform = SETTINGS.platform.model_copy(update={"url": "https://platform.example"})
    settings = SETTINGS.model_copy(update={"platform": platform})
    terminal = Terminal(start(settings, CATALOGUE, TODAY, "GZ044")).open("CP-002", online=False)
    Resident(terminal).walk()
    kept = terminal.state.session.kept
    assert kept
    address = f"https://platform.example/r/{kept.transaction}"
    assert _outcome(terminal).qr == address
    (command,) = terminal.commanded(PrintReceipt)
    assert QrCode(address) in command.receipt.parts


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


@pytest.mark.parametrize(
    ("received", "code", "day"),
    [
        ("2026-11-25T02:00:01+00:00", "MZ-004", "2026年12月02日"),
        ("2026-11-25T18:00:01+00:00", "MZ-004", "2026年12月03日"),  # it is the 26th there
        ("2026-11-25T02:00:01+00:00", "CP-001", "2026年12月02日"),
        ("2026-12-28T02:00:01+00:00", "MZ-004", ""),
    ],
)
def test_by_when_one_hears_is_a_date_or_told_by_the_office_and_never_a_guess(
    received: str, code: str, day: str
) -> None:
    def answer(command: Command) -> Event | None:
        if isinstance(command, AwaitDelivery):
            return Delivered(command.transaction, "440104-1", "https://example.org/f/t", received)
        return willing(command)

    terminal = Terminal(answer=answer).open(code)
    page = Resident(terminal).walk()
    assert isinstance(page, Outcome)
    said = str(page.next_steps)
    assert (day in said) if day else ("以部门通知为准" in said)
    assert ("最迟在" in said) is bool(day)
    (paper,) = terminal.commanded(PrintReceipt)
    labels = [part.value for part in paper.receipt.parts if isinstance(part, Pair)]
    iso = day.replace("年", "-").replace("月", "-").replace("日", "")
    assert (iso in labels) is bool(day)


def test_while_only_the_terminal_has_it_no_day_is_told() -> None:
    page = _sent(willing, online=False).view
    assert isinstance(page, Outcome)
    assert "最迟在" not in str(page.next_steps)
    assert "以部门通知为准" not in str(page.next_steps)


@pytest.mark.parametrize(("code", "line"), [("GA-009", "犬只照片（1 页）"), ("CP-001", "照片（1 页）")])
def test_photos_taken_in_a_question_are_counted_on_the_receipt(code: str, line: str) -> None:
    terminal = Terminal().open(code)
    Resident(terminal).walk()
    (job,) = terminal.commanded(PrintReceipt)
    lines = [part.text for part in job.receipt.parts if isinstance(part, Line)]
    assert any(line in text for text in lines), lines

"""The receipt of what was handed in: claimed only on proof, and what it says."""

import pytest

from devices.printer import Line, Pair, QrCode
from kiosk.commands import Command
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery
from kiosk.events import Event
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Delivered
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys import deadline, start
from kiosk.journeys.exploring.inputs import touches
from screens.views.frame import Tone
from screens.views.inputs import Touched
from screens.views.outcome import Outcome
from tests.kiosk.journeys.ending import outcome, paper, printing, sent, signed, without
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, Terminal, willing


def test_a_printed_receipt_is_claimed_only_on_proof() -> None:
    terminal = sent(without(PrintReceipt))
    assert paper(terminal) == (Tone.NEUTRAL, "正在打印回执…")
    assert deadline(terminal.state) == SETTINGS.timers.print_wait
    (command,) = terminal.commanded(PrintReceipt)
    terminal.post(PrintEnded(command.id + 1, Paper.PRINTED))
    assert paper(terminal)[1] == "正在打印回执…"
    entered = terminal.state.entered
    terminal.post(PrintEnded(command.id, Paper.PRINTED))
    assert paper(terminal) == (Tone.GOOD, "回执已打印，请取走。")
    assert terminal.state.entered != entered
    assert "print" not in touches(terminal.view)
    assert "回执" in getattr(terminal.finish().view, "lines", ())


def test_a_printer_that_says_nothing_leaves_it_unknown_until_it_does() -> None:
    terminal = sent(without(PrintReceipt)).wait()
    tone, text = paper(terminal)
    assert tone is Tone.WARNING
    assert text.startswith("不知道回执有没有打印出来。")
    (command,) = terminal.commanded(PrintReceipt)
    terminal.post(PrintEnded(command.id, Paper.PRINTED))
    assert paper(terminal)[0] is Tone.GOOD


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
    terminal = sent(printing(Paper.FAILED, code))
    assert paper(terminal) == (Tone.BAD, f"回执没有打印：{reason}。请记下编号，或用手机拍下本页。")
    assert "回执" not in getattr(terminal.post(Touched("done")).view, "lines", ())


def test_a_receipt_that_surely_did_not_come_out_can_be_tried_again() -> None:
    terminal = sent(printing(Paper.FAILED, "PAPER_OUT"))
    terminal.answer = willing
    terminal.touch("print")
    assert paper(terminal)[0] is Tone.GOOD
    assert len(terminal.commanded(PrintReceipt)) == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_receipt_that_may_have_come_out_is_followed_only_by_copies_that_say_so(language: str) -> None:
    terminal = sent(printing(Paper.UNKNOWN))
    if language == "en":
        terminal.touch("language")
    offered = outcome(terminal).secondary
    assert offered is not None
    assert offered.label == ("没出纸？补打一份" if language == "zh" else "Nothing came out? Print a copy")
    terminal.answer = printing(Paper.FAILED, "PAPER_OUT")
    terminal.touch("print")
    terminal.answer = willing
    terminal.touch("print")  # the copy failed: the first may still be out
    first, *copies = terminal.commanded(PrintReceipt)
    assert not first.copy
    assert not _says_copy(first)
    assert [one.copy and _says_copy(one) for one in copies] == [True, True]
    assert paper(terminal)[0] is Tone.GOOD
    assert "print" not in touches(terminal.view)


def _says_copy(command: PrintReceipt) -> bool:
    return any(isinstance(part, Line) and "COPY" in part.text for part in command.receipt.parts)


def test_a_printer_known_to_be_broken_is_not_tried_until_it_works() -> None:
    terminal = (
        signed().post(DeviceChanged(DeviceClass.PRINTER, working=False, code="PAPER_OUT")).touch("next")
    )
    assert not terminal.commanded(PrintReceipt)
    assert paper(terminal)[1].startswith("回执没有打印：打印机没有纸。")
    assert "print" not in touches(terminal.view)
    terminal.post(DeviceChanged(DeviceClass.PRINTER, working=True)).touch("print")
    assert paper(terminal)[0] is Tone.GOOD


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


def test_a_provisional_number_leads_to_where_its_arrival_can_be_seen() -> None:
    platform = SETTINGS.platform.model_copy(update={"url": "https://platform.example"})
    settings = SETTINGS.model_copy(update={"platform": platform})
    terminal = Terminal(start(settings, CATALOGUE, TODAY, "GZ044")).open("CP-002", online=False)
    Resident(terminal).walk()
    kept = terminal.state.session.kept
    assert kept
    address = f"https://platform.example/r/{kept.transaction}"
    assert outcome(terminal).qr == address
    (command,) = terminal.commanded(PrintReceipt)
    assert QrCode(address) in command.receipt.parts


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
    page = sent(willing, online=False).view
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

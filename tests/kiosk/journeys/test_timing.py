"""Every page but attract ends by itself; nobody who is there is thrown out."""

import pytest

from kiosk.commands.sessions import Wipe
from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.events.world import NetworkChanged, TimedOut
from kiosk.journeys import deadline, start
from screens.views.inputs import Edited, Touched
from screens.views.outcome import Goodbye
from screens.views.waiting import StillThere
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, SETTINGS, TODAY, Terminal

TIMERS = SETTINGS.timers


def _still(terminal: Terminal) -> StillThere:
    page = terminal.view
    assert isinstance(page, StillThere)
    return page


@pytest.mark.parametrize(
    ("way", "limit"),
    [
        ((), TIMERS.signed_out),
        (("search",), TIMERS.signed_out),
        (("group.community",), TIMERS.signed_out),
        (("group.community", "item.CP-010"), TIMERS.read),
        (("group.community", "item.CP-010", "start"), TIMERS.read),
        (("group.community", "item.CP-010", "start", "consent.basic", "next"), TIMERS.card_wait),
        (("group.community", "item.CP-010", "start", "consent.basic", "next", "without_card"), TIMERS.read),
        (("group.community", "item.CP-002", "start"), TIMERS.form),
    ],
)
def test_the_warning_comes_before_the_limit(way: tuple[str, ...], limit: float) -> None:
    terminal = Terminal().touch("start", *way)
    assert deadline(terminal.state) == limit - TIMERS.warn
    page = terminal.page
    assert _still(terminal.wait()).countdown == TIMERS.warn
    assert deadline(terminal.state) == TIMERS.warn
    assert terminal.touch("go_on").page == page


def test_a_page_stays_a_while_however_long_the_warning_is() -> None:
    timers = {"signed_out": 45, "warn": 120}
    settings = SETTINGS.model_copy(update={"timers": TIMERS.model_copy(update=timers)})
    terminal = Terminal(start(settings, CATALOGUE, TODAY, "GZ044")).touch("start")
    assert deadline(terminal.state) == 15


def test_nobody_answers_and_the_session_ends_truthfully() -> None:
    terminal = Terminal().touch("start").wait()
    assert _still(terminal).lines == ("时间到后会回到首页。",)
    assert terminal.wait().view.lead == "再见。"
    assert terminal.wait().page == "attract"
    assert len(terminal.commanded(Wipe)) == 1


def test_what_was_entered_is_said_to_be_gone() -> None:
    terminal = Terminal().open("CP-002").touch("start").post(Edited("街道办")).wait()
    assert _still(terminal).lines == ("时间到后会退出，您填写的内容会清除，什么也不提交。",)
    assert terminal.wait().view.lead == "时间到，已退出。您填写的内容已清除，什么也没有提交。"


def test_what_is_kept_is_said_to_be_kept() -> None:
    terminal = Terminal().open("CP-002")
    Resident(terminal).walk()
    assert deadline(terminal.state) == TIMERS.result
    assert _still(terminal.wait()).lines == ("时间到后会退出。您提交的内容已保存，会照常办理。",)
    assert terminal.wait().view.lead.startswith("您提交的内容已保存")


def test_touching_starts_the_time_anew_and_news_do_not() -> None:
    terminal = Terminal().open("CP-002").touch("start")
    entered = terminal.state.entered
    terminal.post(NetworkChanged(False), NetworkChanged(True), CardLifted())
    assert terminal.state.entered == entered
    terminal.post(Edited("街"))
    assert terminal.state.entered > entered
    assert terminal.post(TimedOut(entered)).page == "question.target"


def test_extensions_are_counted_and_activity_starts_the_count_anew() -> None:
    terminal = Terminal().touch("start")
    for _ in range(TIMERS.extend_max):
        terminal.wait().touch("go_on")
    page = _still(terminal.wait())
    assert page.primary is None
    assert "延长的次数用完了" in page.lines[0]
    assert terminal.post(Touched("go_on")).page == "still_there"
    assert terminal.wait().page == "goodbye"
    terminal = Terminal().touch("start")
    for _ in range(TIMERS.extend_max):
        terminal.wait().touch("go_on")
    terminal.touch("search", "back")
    assert _still(terminal.wait()).primary


def test_still_there_can_be_left() -> None:
    terminal = Terminal().touch("start").wait().touch("leave")
    assert terminal.page == "goodbye"


@pytest.mark.parametrize("event", [CardReading(), CardPresented(CARD), CardFailed("CARD_READ_FAILED", "x")])
def test_a_card_that_is_laid_says_that_somebody_is_there(event: CardReading) -> None:
    terminal = Terminal().open("CP-010").touch("start", "consent.basic", "next").wait()
    assert terminal.page == "still_there"
    assert terminal.post(event).page.startswith("card.")


def test_what_happens_beneath_is_not_lost() -> None:
    terminal = Terminal().open("CP-010").touch("start", "consent.basic", "next")
    terminal.post(CardPresented(CARD)).wait().post(NetworkChanged(False), CardLifted())
    assert terminal.page == "still_there"
    assert terminal.touch("go_on").page == "card.confirm"


def test_leaving_asks_when_something_would_be_lost() -> None:
    terminal = Terminal().open("CP-002").touch("start").post(Edited("街道办")).touch("next", "leave")
    assert terminal.page == "leaving"
    assert deadline(terminal.state) == TIMERS.read - TIMERS.warn
    assert terminal.touch("go_on").page == "question.about_case"
    terminal.touch("leave").post(NetworkChanged(False), Edited("x"))
    assert terminal.page == "leaving"
    assert terminal.touch("leave").page == "goodbye"
    assert terminal.view.lead == "已退出。您填写的内容已清除，什么也没有提交。"


def test_leaving_asks_nothing_when_nothing_would_be_lost() -> None:
    assert Terminal().touch("start", "leave").view.lead == "再见。"


def test_the_time_runs_also_over_the_question_whether_to_leave() -> None:
    terminal = Terminal().open("CP-002").touch("start").post(Edited("街道办")).touch("next", "leave").wait()
    assert terminal.page == "still_there"
    assert terminal.touch("go_on").page == "leaving"


def test_a_card_left_on_the_reader_is_pointed_at_before_the_terminal_rests() -> None:
    terminal = Terminal().touch("start", "leave").post(CardPresented(CARD))
    page = terminal.view
    assert isinstance(page, Goodbye)
    assert page.page == "goodbye.card"
    assert page.lead == "身份证还在读卡器上，请拿走。"
    entered = terminal.state.entered
    assert terminal.wait().page == "goodbye.card"
    assert terminal.state.entered != entered
    assert terminal.wait().page == "attract"
    assert deadline(terminal.state) is None


def test_a_card_taken_in_time_is_thanked_for() -> None:
    terminal = Terminal().touch("start", "leave").post(CardPresented(CARD), CardLifted())
    assert terminal.page == "goodbye"
    assert terminal.wait().page == "attract"


def test_idle_has_no_time_to_run_out() -> None:
    terminal = Terminal()
    before = terminal.state
    assert terminal.post(TimedOut(before.entered)).state is before


def test_choosing_a_language_starts_a_countdown_anew_and_a_stray_touch_does_not() -> None:
    terminal = Terminal().touch("start").wait()
    for page in ("still_there", "goodbye"):
        assert terminal.page == page
        entered = terminal.state.entered
        assert terminal.post(Touched("nothing")).state.entered == entered
        assert terminal.touch("language").state.entered == entered + 1
        terminal.wait()

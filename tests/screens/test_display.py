"""The display in a real window: what is shown, what a finger posts, what is forgotten."""

import gc
import weakref
from dataclasses import replace

from kivy.clock import Clock

from screens import samples
from screens.keyboards.pinyin import Readiness
from screens.touch import DOUBLE_TAP
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Step
from screens.views.inputs import Drawn, Edited, Touched
from screens.views.listing import Listing, Row, RowGroup
from tests.screens.conftest import Show
from tests.screens.samples import VIEWS

ENGLISH = samples.views("en")


def test_a_tap_posts_what_was_touched(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    shown.tap("fire")
    assert shown.drain() == [Touched("fire")]


def test_the_name_of_the_page(show: Show) -> None:
    shown = show()
    assert shown.display.page == ""
    assert shown.display.targets() == {}
    shown.show(VIEWS["choice_one"])
    assert shown.display.page == "question.reason"


def test_every_action_of_the_frame_posts(show: Show) -> None:
    shown = show(VIEWS["entry_code"])
    for name in ("language", "back", "leave", "resend"):
        shown.tap(name)
    assert shown.drain() == [Touched("language"), Touched("back"), Touched("leave"), Touched("resend")]


def test_a_double_tap_posts_once_and_not_on_the_next_page_either(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    at = shown.middle("next")
    shown.finger("down", at)
    shown.finger("up", at)
    shown.show(VIEWS["choice_many"])
    shown.now += DOUBLE_TAP / 2
    shown.finger("down", at)
    shown.finger("up", at)
    assert shown.drain() == [Touched("next")]


def test_a_finger_that_lies_while_the_page_changes_presses_nothing(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    at = shown.middle("next")
    shown.finger("down", at)
    shown.show(VIEWS["choice_many"])
    shown.finger("up", at)
    assert shown.drain() == []
    shown.tap("next")
    assert shown.drain() == [Touched("next")]


def test_a_finger_that_slides_off_presses_nothing(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    x, y = shown.middle("fire")
    shown.finger("down", (x, y))
    shown.finger("motion", (x, y + 400))
    shown.finger("up", (x, y + 400))
    assert shown.drain() == []


def test_a_second_finger_presses_nothing(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    shown.finger("down", shown.middle("fire"), which=1)
    shown.finger("down", shown.middle("accident"), which=2)
    shown.finger("up", shown.middle("accident"), which=2)
    shown.finger("up", shown.middle("fire"), which=1)
    assert shown.drain() == [Touched("fire")]


def test_a_disabled_action_explains_itself_and_posts_nothing(show: Show) -> None:
    view = VIEWS["entry_code"]
    shown = show(view)
    shown.tap("next")
    assert shown.drain() == []
    assert view.primary.reason in shown.texts
    shown.tap("next")
    shown.show(replace(view, value="1"))
    assert view.primary.reason not in shown.texts


def test_a_disabled_tile_posts_so_that_the_journey_explains_it(show: Show) -> None:
    shown = show(VIEWS["department"])
    shown.tap("5")
    assert shown.drain() == [Touched("5")]


def test_the_resting_page_begins_wherever_it_is_touched(show: Show) -> None:
    shown = show(VIEWS["attract"])
    for x, y in ((10.0, 1900.0), (1000.0, 900.0)):
        shown.now += 1
        shown.finger("down", (x, y))
        shown.finger("up", (x, y))
    shown.tap("language")
    assert shown.drain() == [Touched("start"), Touched("start"), Touched("language")]


def test_the_resting_page_takes_another_view(show: Show) -> None:
    shown = show(VIEWS["attract"])
    page = shown.page
    shown.show(replace(VIEWS["attract"], title="别的"))
    assert shown.page is page
    assert "别的" in shown.texts


def test_a_view_that_is_shown_already_changes_nothing(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    page, children = shown.page, list(shown.page.walk())
    shown.show(samples.views("zh-Hans")["choice_one"])
    assert shown.page is page
    assert list(page.walk()) == children


def test_the_same_page_keeps_its_keyboard_another_page_does_not(show: Show) -> None:
    view = VIEWS["entry_mobile"]
    shown = show(view)
    content = shown.page.content
    shown.show(replace(view, value="13901239", error="太短"))
    assert shown.page.content is content
    assert "太短" in shown.texts
    shown.show(VIEWS["entry_id"])
    assert shown.page.content is not content


def test_another_language_is_another_page(show: Show) -> None:
    shown = show(VIEWS["entry_mobile"])
    page = shown.page
    shown.show(ENGLISH["entry_mobile"])
    assert shown.page is not page
    assert "Step 5 of 9" in shown.texts


def test_a_page_that_scrolls_is_dragged_and_turned(show: Show) -> None:
    shown = show(VIEWS["choice_long"])
    assert "12" not in shown.display.targets()
    x, y = shown.middle("5")
    shown.finger("down", (x, y))
    for step in range(1, 8):
        shown.finger("motion", (x, y - 100 * step))
    shown.finger("up", (x, y - 700))
    assert "12" in shown.display.targets()
    assert shown.drain() == []
    shown.tap("scroll_up")
    assert "0" in shown.display.targets()
    shown.tap("scroll_down")
    shown.tap("12")
    assert shown.drain() == [Touched("12")]


def test_what_was_scrolled_stays_scrolled_when_the_page_is_brought_up_to_date(show: Show) -> None:
    view = VIEWS["declaration"]
    shown = show(view)
    shown.tap("scroll_down")
    checks = tuple(replace(check, ticked=True) for check in view.checks)
    shown.show(replace(view, checks=checks))
    assert "means" in shown.display.targets()


def test_the_camera_is_asked_only_where_it_is_shown(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    shown.frames(20)
    assert shown.asked == 0
    shown.show(VIEWS["capture"])
    shown.until(lambda: shown.asked > 1)
    shown.show(VIEWS["check_picture"])
    asked = shown.asked
    shown.frames(20)
    assert shown.asked == asked


def test_pinyin_is_ready_before_somebody_asks_for_it_and_ends_with_the_resident(show: Show) -> None:
    shown = show(VIEWS["attract"])
    shown.until(lambda: not shown.display._warm)
    assert shown.display._pinyin.readiness is Readiness.ASLEEP
    shown.show(replace(VIEWS["choice_one"], step=Step(1, 3)))
    shown.until(lambda: shown.display._pinyin.readiness is Readiness.READY)
    shown.display.wipe()
    assert shown.display._pinyin.readiness is Readiness.ASLEEP


def test_who_reads_english_starts_no_pinyin_unasked(show: Show) -> None:
    shown = show(replace(ENGLISH["choice_one"], step=Step(1, 3)))
    assert shown.display._pinyin.readiness is Readiness.ASLEEP


def test_a_display_that_was_closed_wakes_nothing(show: Show) -> None:
    shown = show(VIEWS["attract"])
    shown.display.close()
    begin = Clock.get_boottime()
    shown.until(lambda: Clock.get_boottime() > begin + 1.2)
    assert shown.display._pinyin.readiness is Readiness.MISSING


def test_wiping_leaves_nothing_of_a_session_in_memory(show: Show) -> None:
    """Every object that Python still holds is searched for what was typed and shown."""
    letters = [
        chr(0x4E00 + code) for code in (7, 77, 777, 7777)
    ]  # never written down as one text in this file

    def secret() -> str:
        return "".join(letters)

    shown = show(VIEWS["entry_chinese"])
    page = dict.fromkeys(("page", "title"), "question.secret")
    shown.show(Entry(keyboard=Keyboard.CHINESE, value=secret(), lines=4, **page))  # type: ignore[arg-type]  # texts
    shown.until(lambda: shown.display._pinyin.readiness is Readiness.READY)
    shown.until(lambda: "key:g" in shown.display.targets())
    shown.type("guangzhou")
    shown.show(
        Listing(
            page="review", title="核对", groups=(RowGroup("", (Row("姓名", secret()),)),), speech=(secret(),)
        )
    )
    shown.drain()
    assert holders(letters)
    shown.display.wipe()
    shown.show(VIEWS["attract"])
    shown.frames(3)
    assert not holders(letters)


def test_pages_that_went_are_gone_when_the_session_is_wiped(show: Show) -> None:
    shown = show(VIEWS["listing_review"])
    went = weakref.ref(shown.page)
    gc.disable()  # it must not be luck
    try:
        shown.show(VIEWS["attract"])
        shown.display.wipe()
        shown.until(lambda: went() is None)
    finally:
        gc.enable()


def test_wiping_drops_what_is_being_composed_and_the_ink(show: Show) -> None:
    shown = show(VIEWS["sign_signed"])
    pad = shown.page.content._pad
    assert pad._strokes
    shown.display.wipe()
    assert pad._strokes == ()
    shown.show(VIEWS["choice_one"])
    shown.display.wipe()


def test_signing_posts_the_strokes(show: Show) -> None:
    shown = show(VIEWS["sign_empty"])
    x, y, width, height = shown.display.targets()["pad"]
    at = [(x + width * part, y + height * part) for part in (0.25, 0.5, 0.75)]
    shown.finger("down", at[0])
    shown.finger("motion", at[1])
    shown.finger("motion", at[2])
    shown.finger("up", at[2])
    (drawn,) = shown.drain()
    assert isinstance(drawn, Drawn)
    (stroke,) = drawn.strokes
    assert [(round(a, 2), round(b, 2)) for a, b in stroke] == [(0.25, 0.25), (0.5, 0.5), (0.75, 0.75)]


def test_typing_posts_the_whole_text(show: Show) -> None:
    shown = show(VIEWS["entry_mobile"])
    shown.type("80")
    shown.tap("key:delete")
    assert shown.drain() == [Edited("13901238"), Edited("139012380"), Edited("13901238")]


def holders(letters: list[str]) -> list[str]:
    """The types of what holds a text with these letters in a row."""
    gc.unfreeze()
    gc.collect()
    found = []
    for holder in gc.get_objects():
        if holder is letters:
            continue
        for value in gc.get_referents(holder):
            if type(value) is str and len(value) < 10_000 and all(letter in value for letter in letters):
                found.append(type(holder).__name__)
    return found

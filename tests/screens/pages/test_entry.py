"""Typing on the real keyboard in a real window: letters become candidates, candidates become text."""

from dataclasses import replace
from typing import Any

import pytest

from screens import samples
from screens.keyboards import handwriting
from screens.keyboards.pinyin import Readiness
from screens.views.inputs import Edited
from tests.screens.conftest import Show
from tests.screens.keyboards.hands import written
from tests.screens.samples import VIEWS
from tests.screens.shown import LYING, Shown


def ready(shown: Shown) -> Shown:
    shown.until(lambda: shown.display._pinyin.readiness is Readiness.READY)
    shown.until(lambda: shown.page.content._keys._shown[2] is Readiness.READY)
    return shown


@pytest.fixture
def chinese(show: Show) -> Shown:
    return ready(show(replace(VIEWS["entry_chinese"], value="")))


def test_who_reads_traditional_characters_is_offered_them(show: Show) -> None:
    view = samples.views("zh-Hant")["entry_address"]
    shown = show(view)
    shown.until(lambda: shown.display._pinyin.readiness is Readiness.READY)
    shown.type("shu")
    shown.tap("candidate:0")
    assert shown.drain()[-1] == Edited("書")
    shown.show(replace(view, language="zh-Hans", page="question.other"))
    shown.type("shu")
    shown.tap("candidate:0")
    assert shown.drain()[-1] == Edited("书")


def test_pinyin_becomes_candidates_and_text(chinese: Shown) -> None:
    chinese.type("guangzhou")
    assert "guang zhou" in chinese.texts
    assert "广州" in chinese.texts
    chinese.drain()
    chinese.tap("candidate:0")
    assert chinese.drain() == [Edited("广州")]
    assert "candidate:0" not in chinese.display.targets()


def test_the_space_takes_the_likeliest(chinese: Shown) -> None:
    chinese.type("shequ")
    chinese.tap("key:space")
    assert chinese.drain()[-1] == Edited("社区")


def test_more_candidates_come_by_a_button_and_go_round(chinese: Shown) -> None:
    chinese.type("shi")
    first = candidates(chinese)
    assert "candidates:more" in chinese.display.targets()
    chinese.tap("candidates:more")
    second = candidates(chinese)
    assert min(second) == max(first) + 1
    number = max(second)
    word = chinese.page.content._typing.composition.candidates[number]
    for _ in range(40):
        if 0 in candidates(chinese):
            break
        chinese.tap("candidates:more")
    assert candidates(chinese) == first
    chinese.tap("candidates:more")
    chinese.drain()
    chinese.tap(f"candidate:{number}")
    assert chinese.drain() == [Edited(word)]


def test_what_is_composed_can_be_taken_back(chinese: Shown) -> None:
    chinese.type("ma")
    chinese.tap("key:delete")
    chinese.tap("key:delete")
    assert chinese.drain()[-1] == Edited("")
    assert candidates(chinese) == set()


def test_the_other_layers(chinese: Shown) -> None:
    chinese.tap("key:symbols")
    chinese.type("12")
    chinese.tap("key:letters")
    chinese.tap("key:shift")
    chinese.type("A" if "key:A" in chinese.display.targets() else "a")
    chinese.tap("key:chinese")
    chinese.tap("key:newline")
    assert chinese.drain()[-1] == Edited("12A\n")


def test_a_new_session_composes_afresh(chinese: Shown) -> None:
    chinese.type("guang")
    chinese.display.wipe()
    assert chinese.page.content._typing.composition.letters == ""
    chinese.show(VIEWS["attract"])
    chinese.show(replace(VIEWS["entry_chinese"], value=""))
    ready(chinese).type("zhou")
    assert "zhou" in chinese.texts


def test_the_length_is_counted(chinese: Shown) -> None:
    assert "0 / 200 字" in chinese.texts
    chinese.tap("key:，")
    assert "1 / 200 字" in chinese.texts


def test_a_longer_text_shows_its_end(show: Show) -> None:
    shown = show(VIEWS["entry_long"])
    assert any(text.replace("\n", "").endswith("希望街道能帮助我。") for text in shown.texts)


def test_the_journeys_text_counts(show: Show) -> None:
    view = VIEWS["entry_mobile"]
    shown = show(view)
    shown.tap("key:5")
    shown.show(replace(view, value="139"))  # the journey did not take the digit
    shown.tap("key:8")
    assert shown.drain() == [Edited("13901235"), Edited("1398")]


def test_another_question_of_the_same_name_is_built_again(show: Show) -> None:
    view = VIEWS["entry_mobile"]
    shown = show(view)
    content = shown.page.content
    shown.show(replace(view, max_length=5))
    assert shown.page.content is not content


def test_digits_are_grouped_as_people_read_them(show: Show) -> None:
    assert "139 0123" in show(VIEWS["entry_mobile"]).texts
    assert "110105 19491231 002X" in show(VIEWS["entry_id"]).texts
    assert "1850.5" in show(VIEWS["entry_money"]).texts


def test_a_secret_is_not_shown(show: Show) -> None:
    shown = show(VIEWS["entry_pin"])
    assert "••••" in shown.texts
    assert not [text for text in shown.texts if "4711" in text]


def test_a_date_is_filled_field_by_field(show: Show) -> None:
    shown = show(VIEWS["entry_date"])
    shown.type("57")
    shown.tap("key:delete")
    assert shown.drain() == [Edited("1945-05"), Edited("1945-05-07"), Edited("1945-05-0")]
    assert {"1945", "05", "0", "年", "月", "日"} <= set(shown.texts)
    shown.tap("key:clear")
    assert shown.drain() == [Edited("")]


def test_the_words_of_a_date_in_english(show: Show) -> None:
    shown = show(samples.views("en")["entry_month"])
    assert {"2026", "Year", "Month"} <= set(shown.texts)


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("entry_")])
def test_field_and_keyboard_fit_on_a_lying_panel(show: Show, name: str) -> None:
    shown = show(VIEWS[name], LYING)
    content = shown.page.content
    boxes: list[Any] = [content._field, content._keys]
    assert boxes[0].y >= boxes[1].top
    assert content.fit(LYING.width / 2) >= content.least(LYING.width / 2)


def test_pinyin_that_cannot_be_had_says_so_and_letters_still_work(show: Show) -> None:
    shown = show()
    shown.display._pinyin.close()  # as when the library is missing
    shown.show(replace(VIEWS["entry_chinese"], value=""))
    assert any("拼音输入暂时不能用" in text for text in shown.texts)
    shown.type("ab")
    assert shown.drain()[-1] == Edited("ab")


def candidates(shown: Shown) -> set[int]:
    names = shown.display.targets()
    return {int(name.partition(":")[2]) for name in names if name.startswith("candidate:")}


@pytest.mark.skipif(not handwriting.available(), reason="nothing reads handwriting on this processor")
def test_a_character_written_on_the_pad_becomes_text(show: Show) -> None:
    shown = ready(show(replace(VIEWS["entry_handwriting"], value="")))
    x, y, wide, high = shown.display.targets()["pad"]
    left = x + (wide - high) / 2
    for stroke in written("楼", 3):
        points = [(left + across * high, y + down * high) for across, down in stroke]
        shown.finger("down", points[0])
        for point in points[1::9]:
            shown.finger("motion", point)
        shown.finger("up", points[-1])
    assert "楼" in shown.texts
    number = shown.page.content._typing.composition.candidates.index("楼")
    shown.drain()
    shown.tap(f"candidate:{number}")
    assert shown.drain() == [Edited("楼")]
    assert shown.page.content._keys._writing._strokes == ()

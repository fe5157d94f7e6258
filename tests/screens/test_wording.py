"""Text from anywhere can be drawn: nothing in it freezes, turns or breaks the page."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from screens.wording import LONG, clean, one_line


def test_usual_text_stays_as_it_is() -> None:
    for text in (
        "张三，你好！",
        "Room 502, 168 Beijing Road",
        "欧阳𠮷䶮",
        "第一行\n第二行",
        "阿卜杜热西提·阿卜杜拉",
    ):
        assert clean(text) == text


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


def test_control_and_direction_signs_vanish() -> None:
    assert clean("a\x00b\x07c\u202ed\u200be\ufefff") == "abcdef"


def test_line_ends_of_every_kind_are_one_kind() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e") == "a\nb\nc\nd\ne"
    assert one_line("a\r\nb\nc") == "a b c"


def test_a_tab_is_a_space() -> None:
    assert clean("a\tb\u00a0c") == "a b c"


def test_marks_do_not_pile_up() -> None:
    assert clean("e" + "\u0301" * 50) == "e" + "\u0301" * 3


def test_long_text_ends() -> None:
    said = clean("字" * 100_000)
    assert len(said) == LONG
    assert said.endswith("…")
    assert clean("字" * LONG) == "字" * LONG


def test_curly_quotes_are_straight_only_without_chinese() -> None:
    assert clean("don’t “stop”") == 'don\'t "stop"'
    assert clean("请选“是”") == "请选“是”"


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_nothing_that_is_left_can_hurt(text: str) -> None:
    said = clean(text, 100)
    assert len(said) <= 100
    said.encode("utf-8")  # no half of a character
    for character in said:
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    assert clean(said, 100) == said

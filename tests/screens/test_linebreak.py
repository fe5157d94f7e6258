"""Where lines end: the rules of Chinese typesetting (GB/T 15834), whole words, no lone last character."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screens.linebreak import NEVER_FIRST, NEVER_LAST, balanced, break_lines, shorten, unorphaned, widest_unit


def advance(text: str) -> float:
    """A Chinese character is 2 wide, a letter 1."""
    return sum(2.0 if character > "\u2e80" else 1.0 for character in text)


def lines(text: str, width: float) -> list[str]:
    return break_lines(text, width, advance)


def test_chinese_breaks_between_any_two_characters() -> None:
    assert lines("请把身份证平放在读卡器上", 10) == ["请把身份证", "平放在读卡", "器上"]


def test_a_sign_never_begins_a_line() -> None:
    assert lines("请看这里，再按确认。", 8) == ["请看这", "里，再按", "确认。"]


def test_an_opening_bracket_never_ends_a_line() -> None:
    assert lines("请带原件（身份证）来", 10) == ["请带原件", "（身份证）", "来"]


def test_words_and_numbers_stay_whole() -> None:
    assert lines("call 12345 or ask the staff", 10) == ["call 12345", "or ask the", "staff"]
    assert lines("拨打12345热线", 8) == ["拨打", "12345热", "线"]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("请到中山五路 12 号站办理", 16, ["请到中山五路", "12 号站办理"]),
        ("最早一件已等30分钟", 14, ["最早一件已等", "30分钟"]),
        ("您现在在第 8 步", 11, ["您现在在", "第 8 步"]),
        ("有效期到2026年12月5日", 16, ["有效期到2026年", "12月5日"]),
        ("共12345678901元", 8, ["共", "12345678", "901元"]),
    ],
)
def test_a_number_stays_with_what_it_counts(text: str, width: float, broken: list[str]) -> None:
    assert lines(text, width) == broken


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("a zhangsan@example.org b", 10) == ["a", "zhangsan@e", "xample.org", "b"]


def test_line_ends_of_the_text_stay() -> None:
    assert lines("一\n\n二", 10) == ["一", "", "二"]


def test_no_space_begins_a_line() -> None:
    assert lines("aaaa    bbbb", 5) == ["aaaa", "bbbb"]


def test_too_many_lines_end_with_an_ellipsis() -> None:
    assert break_lines("一二三四五六七八九十", 4, advance, most=2) == ["一二", "三…"]
    assert break_lines("一二三四", 4, advance, most=2) == ["一二", "三四"]


def test_a_title_of_two_lines_parts_at_its_sign() -> None:
    assert balanced("付款结果还不知道，请不要重复付款。", 24, advance) == [
        "付款结果还不知道，",
        "请不要重复付款。",
    ]
    assert balanced("Done. The office has it.", 20, advance) == ["Done.", "The office has it."]


def test_a_title_without_a_sign_is_made_even() -> None:
    assert balanced("城镇独生子女父母计划生育奖励金申领", 30, advance) == [
        "城镇独生子女父母计",
        "划生育奖励金申领",
    ]
    assert balanced("短", 30, advance) == ["短"]
    assert balanced("两行\n原样", 30, advance) == ["两行", "原样"]


def test_a_title_made_even_is_not_cut_off() -> None:
    said = balanced("Human Resources and Social Security", 13, advance, most=4)
    assert said == ["Human", "Resources", "and Social", "Security"]


def test_a_sign_that_leaves_too_little_does_not_part() -> None:
    assert balanced("好，我们现在就开始办理这件事情吧", 24, advance) != [
        "好，",
        "我们现在就开始办理这件事情吧",
    ]


def test_no_line_of_one_character_is_left_over() -> None:
    text = "一二三四五六七八九十一"
    assert lines(text, 20)[-1] == "一"
    assert len(unorphaned(text, 20, advance)[-1]) > 1
    assert unorphaned("一二三", 20, advance) == ["一二三"]
    assert unorphaned("一二三四", 4, advance) == ["一二", "三四"]


def test_an_orphan_stays_when_it_costs_another_line() -> None:
    text = "一" * 91
    assert unorphaned(text, 20, advance) == lines(text, 20)


def test_shortened_to_one_line() -> None:
    assert shorten("一二三", 6, advance) == "一二三"
    assert shorten("一二三四", 6, advance) == "一二…"
    assert shorten("abc defg", 6, advance) == "abc d…"


def test_the_widest_unit() -> None:
    assert widest_unit("the identification card", advance) == len("identification")
    assert widest_unit("", advance) == 0


TEXTS = st.text(st.sampled_from("一二三，。（）《》“”ab1 .,-\n"), max_size=60)


@given(TEXTS, st.integers(6, 40))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    broken = lines(text, width)
    assert all(advance(line) <= width for line in broken)
    assert "".join(broken).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(st.text(st.sampled_from("一二三，。（）《》“”ab1.,-"), min_size=1, max_size=60), st.integers(12, 40))
def test_signs_stay_with_what_they_belong_to(text: str, width: int) -> None:
    assume(widest_unit(text, advance) <= width)
    broken = lines(text, width)
    assert not [line for line in broken[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in broken[:-1] if line[-1] in NEVER_LAST]


@given(TEXTS, st.integers(12, 40))
@pytest.mark.parametrize("way", [balanced, unorphaned])
def test_made_even_takes_no_more_lines(way: Callable[..., list[str]], text: str, width: int) -> None:
    even = way(text, width, advance)
    assert len(even) <= len(lines(text, width))
    assert all(advance(line) <= width for line in even)

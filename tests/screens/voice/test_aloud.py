"""Numbers, dates, amounts and codes as people say them."""

import re

import pytest

from screens.hearing import Tongue, tongue_of
from screens.voice.aloud import aloud
from screens.voice.part import Reading

MANDARIN, CANTONESE, ENGLISH = Tongue.MANDARIN, Tongue.CANTONESE, Tongue.ENGLISH


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("1850.50 元", "一千八百五十元五角", None),
        ("1850.50 yuan", None, "1850 yuan 50 fen"),
        ("¥1,268.05", "一千二百六十八元零五分", "1268 yuan 5 fen"),
        ("2 元", "两元", None),
        ("2026-11-24", "二零二六年十一月二十四日", "24 November 2026"),
        ("2026年2月2日", "二零二六年二月二日", None),
        ("08:30-17:00", "八点三十分到十七点", "8:30 to 17 o'clock"),
        ("8:05", "八点零五分", "8:05"),
        ("110105********002X", "幺 幺 零 幺 零 五，隐去八位，零 零 二 X", "1 1 0 1 0 5, 8 hidden, 0 0 2 X"),
        ("11010519491231002X", "幺 幺 零 幺 零 五，幺 九 四 九 幺 二 三 幺，零 零 二 X", "1 1 0 1 0 5, 1 9 4 9 1 2 3 1, 0 0 2 X"),
        ("138****8000", "幺 三 八，隐去四位，八 零 零 零", "1 3 8, 4 hidden, 8 0 0 0"),
        ("13800138000", "幺 三 八，零 零 幺 三，八 零 零 零", "1 3 8, 0 0 1 3, 8 0 0 0"),
        ("P-GZ044-20261124-0007-K", "P，G Z 零 四 四，二 零 二 六 一 一 二 四，零 零 零 七，K",
         "P, G Z 0 4 4, 2 0 2 6 1 1 2 4, 0 0 0 7, K"),
        ("12345", "幺 二 三 四 五", "1 2 3 4 5"),
        ("12345 元", "一万二千三百四十五元", None),
        ("120 个工作日", "一百二十 个工作日", None),
        ("第 2 步 · 共 12 步", "第 二 步，共 十二 步", None),
        ("2 份", "两 份", None),
        ("502 房", "五 零 二 房", None),
        ("12 / 200", "十二，共二百", "12 of 200"),
        ("3.5%", "百分之三点五", "3.5 percent"),
        ("20000", "二万", "20000"),
        ("02083120000", "零 二 零 八 三 幺 二 零 零 零 零", "0 2 0 8 3 1 2 0 0 0 0"),
        ("A4", "A四", "A4"),
    ],
)  # fmt: skip
def test_a_text_is_said_as_people_say_it(text: str, chinese: str | None, english: str | None) -> None:
    if chinese is not None:
        assert aloud(text, MANDARIN) == chinese
        assert aloud(text, CANTONESE) == chinese.replace("幺", "一" if "元" not in chinese else "幺")
    if english is not None:
        assert aloud(text, ENGLISH) == english


def test_no_digit_is_left_to_a_chinese_engine() -> None:
    text = "2026-11-24 11010519491231002X 3 ¥12.50 A4 3.14159 1/2 99999999999999999999"
    assert not re.search("[0-9]", aloud(text, MANDARIN))


@pytest.mark.parametrize(
    ("typed", "chinese", "english"),
    [
        ("1945-05-01", "一九四五年五月一日", "1 May 1945"),
        ("1945-0", "一 九 四 五，零", "1 9 4 5, 0"),
        ("19", "一 九", "1 9"),
        ("2026", "二零二六年", "2026"),
        ("2026-03", "二零二六年三月", "March 2026"),
    ],
)
def test_a_date_that_is_being_typed(typed: str, chinese: str, english: str) -> None:
    assert aloud(typed, MANDARIN, Reading.DATE) == chinese
    assert aloud(typed, ENGLISH, Reading.DATE) == english


def test_what_is_typed_digit_by_digit_is_said_so() -> None:
    assert aloud("1390", MANDARIN, Reading.DIGITS) == "幺 三 九 零"
    assert aloud("1390", CANTONESE, Reading.DIGITS) == "一 三 九 零"
    assert aloud("47", ENGLISH, Reading.DIGITS) == "4 7"


def test_a_language_has_its_tongue() -> None:
    assert tongue_of("zh-Hans") is MANDARIN
    assert tongue_of("zh-Hant") is CANTONESE
    assert tongue_of("en") is ENGLISH

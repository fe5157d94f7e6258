"""Numbers in Chinese characters."""

import pytest

from screens.voice.numerals import LARGEST, chinese_digits, chinese_number

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_PLACES = {"十": 10, "百": 100, "千": 1000}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "零"), (2, "二"), (10, "十"), (18, "十八"), (20, "二十"), (100, "一百"), (105, "一百零五"), (110, "一百一十"),
        (1_002, "一千零二"), (10_000, "一万"), (12_345, "一万二千三百四十五"), (20_000, "二万"), (100_050, "十万零五十"),
        (1_000_005, "一百万零五"), (100_000_000, "一亿"), (101_000_000, "一亿零一百万"), (2_000_300_000, "二十亿零三十万"),
    ],
)  # fmt: skip
def test_a_number_as_it_is_counted(number: int, said: str) -> None:
    assert chinese_number(number) == said


def test_every_number_is_counted_back() -> None:
    for number in (*range(0, 120_000, 7), *range(99_990_000, 1_000_000_000, 9_999_991), LARGEST):
        assert _counted_back(chinese_number(number)) == number


def test_what_has_no_numeral_is_refused() -> None:
    for number in (-1, LARGEST + 1):
        with pytest.raises(ValueError, match="digit by digit"):
            chinese_number(number)


def test_a_one_in_a_telephone_number_is_not_taken_for_a_seven() -> None:
    assert chinese_digits("110", telephone=True) == "幺幺零"
    assert chinese_digits("11X") == "一一X"


def _counted_back(said: str) -> int:
    """Read a numeral by the rules of the language, from the largest place down."""
    for place, worth in (("亿", 10**8), ("万", 10**4)):
        before, found, after = said.rpartition(place)
        if found:
            return _counted_back(before) * worth + _counted_back(after)
    total, digit = 0, 0
    for character in said:
        if character in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[character], 0
        else:
            digit = _DIGITS[character]
    return total + digit

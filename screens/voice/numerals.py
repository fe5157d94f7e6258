"""Numbers in Chinese characters: speech engines take them as they stand, and count digits in thousands where Chinese counts in 万."""

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_FOURS = ("", "万", "亿")
LARGEST = 10 ** (4 * len(_FOURS)) - 1


def chinese_number(number: int) -> str:
    """Return a number as it is counted: 12345 is 一万二千三百四十五, 105 is 一百零五, 10 is 十.

    Raises:
        ValueError: it is negative or larger than `LARGEST`.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no numeral for {number}: say it digit by digit")
    if number == 0:
        return _DIGITS[0]
    said, gap = "", False
    for place in reversed(range(len(_FOURS))):
        four = number // 10 ** (4 * place) % 10_000
        gap = gap or (bool(said) and four < 1000)
        if four:
            said += (_DIGITS[0] if gap else "") + _four(four) + _FOURS[place]
            gap = False
    return said.removeprefix("一") if said.startswith("一十") else said


def chinese_digits(digits: str, *, telephone: bool = False) -> str:
    """Return digits one by one, other characters as they are; over the telephone a one is 幺, so that nobody hears a seven."""
    ones = "幺" if telephone else "一"
    return "".join(
        ones if one == "1" else _DIGITS[int(one)] if one in "0123456789" else one for one in digits
    )


def _four(number: int) -> str:
    said, gap = "", False
    for place in reversed(range(len(_PLACES))):
        digit = number // 10**place % 10
        if digit:
            said += (_DIGITS[0] if gap else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = bool(said)
    return said

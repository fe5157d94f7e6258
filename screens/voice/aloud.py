"""Texts as they are said: numbers, dates, times, amounts, telephone and identity numbers the way people say them.

An engine left alone says an identity number in trillions, 12345 (the hotline) as a quantity, and in Mandarin 20000 as
"twenty thousands". Digits are said one by one where people do: codes, numbers of telephones and papers, years.
"""

import re
from collections.abc import Callable
from re import Match

from screens.hearing import Tongue
from screens.voice.numerals import LARGEST, chinese_digits, chinese_number
from screens.voice.part import Reading

_HOTLINES = "110|119|120|122|10086|10010|10000|95598|12123|12306|12315|12319|12329|12333|12345|12348|12355|12358|12366|12388|12393"
_MEASURES = "个個位份次天张張件条條页頁种種项項人元字年分秒岁歲名间間家点點遍"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])")
_CHINESE_YEAR = re.compile(r"(?<!\d)(\d{4})(?= ?年)")
_TIME = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
_RANGE = re.compile(r"(?<=\d) ?[-–—] ?(?=\d{1,2}:\d\d)")
_MONEY = re.compile(r"[¥￥] ?(\d[\d,]*)(?:\.(\d{1,2}))?|(?<![\d.*])(\d[\d,]*)(?:\.(\d{1,2}))? ?(元|yuan\b)")
_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*\d)(?:[A-Z0-9]*\d[A-Z0-9]*(?:-[A-Z0-9]+)+|[A-Z]+(?:-[A-Z0-9]+)+|(?=\w*[A-Z])[A-Z0-9]{4,})(?![A-Za-z0-9])"
)
_MASKED = re.compile(r"\d*\*{2,}[\dX]*")
_IDENTITY = re.compile(r"(?<!\d)(\d{6})(\d{8})(\d{3}[\dX])(?![\dX])")
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d) ?(\d{4}) ?(\d{4})(?!\d)")
_ONE_BY_ONE = re.compile(rf"(?<![\d.])(?:\d{{7,}}|0\d+|(?:{_HOTLINES})(?! ?(?:[{_MEASURES}]|yuan)))(?![\d.])")
_ROOM = re.compile(r"(?<!\d)\d{3,}(?= ?[房室])")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%")
_TWO = re.compile(rf"(?<![\d.第])(?<!第 )2(?= ?[{_MEASURES}])")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_OF = re.compile(r"(\d+) ?/ ?(\d+)")
_PAUSE = re.compile(r" ?[·|→•] ?")

_Say = Callable[[Match[str]], str]


def aloud(text: str, tongue: Tongue, reading: Reading = Reading.TEXT) -> str:
    """Return a text as it is to be handed to an engine that speaks this tongue; what it means stays the same."""
    if tongue is Tongue.UYGHUR:
        return text  # how numbers are said is the engine's: no speaker has told us better
    spaced = _PAUSE.sub("，" if tongue.is_chinese else ", ", text)
    if reading is Reading.DATE:
        return _partial_date(spaced, tongue)
    if reading is Reading.DIGITS:
        return _one_by_one(spaced, tongue, telephone=True)
    pieces = [(spaced, False)]
    for pattern, say in _CHINESE if tongue.is_chinese else _ENGLISH:
        pieces = [now for before in pieces for now in _said(before, pattern, say(tongue))]
    return "".join(piece for piece, _ in pieces)


def _said(piece: tuple[str, bool], pattern: re.Pattern[str], say: "_Say") -> list[tuple[str, bool]]:
    """Part a text at what the pattern finds; what is said once is not looked at again."""
    text, done = piece
    if done:
        return [piece]
    pieces, at = [], 0
    for found in pattern.finditer(text):
        pieces += [(text[at : found.start()], False), (say(found), True)]
        at = found.end()
    return [*pieces, (text[at:], False)]


def _one_by_one(text: str, tongue: Tongue, *, telephone: bool = False) -> str:
    """Digits one by one, with the groups that are written as pauses."""
    groups = [group for group in re.split(r"[\s-]+", text) if group]
    if tongue.is_chinese:
        mandarin = telephone and tongue is Tongue.MANDARIN
        return "，".join(" ".join(chinese_digits(group, telephone=mandarin)) for group in groups)
    return ", ".join(" ".join(group) for group in groups)


def _partial_date(text: str, tongue: Tongue) -> str:
    """A date of which the last part may be missing: what is whole is said as a date, the rest digit by digit."""
    year, *rest = text.split("-")
    whole = [part for part in rest if len(part) == 2 and int(part)]
    if len(year) < 4 or len(whole) < len(rest):
        left = [part for part in (year, *rest) if part]
        return ("，" if tongue.is_chinese else ", ").join(_one_by_one(part, tongue) for part in left)
    return _date(year, whole[0] if whole else "", whole[1] if len(whole) > 1 else "", tongue)


def _date(year: str, month: str, day: str, tongue: Tongue) -> str:
    if not tongue.is_chinese:
        name = _MONTHS[min(int(month), 12) - 1] if month and int(month) else month
        return " ".join(filter(None, (str(int(day)) if day else "", name, year)))
    said = f"{chinese_digits(year)}年"
    said += f"{chinese_number(int(month))}月" if month else ""
    return said + (f"{chinese_number(int(day))}日" if day else "")


def _dates(tongue: Tongue) -> _Say:
    return lambda found: _date(found[1], found[2], found[3] or "", tongue)


def _times(tongue: Tongue) -> _Say:
    def say(found: Match[str]) -> str:
        hour, minute = int(found[1]), int(found[2])
        if not tongue.is_chinese:
            return f"{hour}:{minute:02d}" if minute else f"{hour} o'clock"
        said = ("两" if hour == 2 else chinese_number(hour)) + "点"
        over = "零" if 0 < minute < 10 else ""
        return said + (f"{over}{chinese_number(minute)}分" if minute else "")

    return say


def _money(tongue: Tongue) -> _Say:
    def say(found: Match[str]) -> str:
        whole, part = (found[1] or found[3]).replace(",", ""), (found[2] or found[4] or "").ljust(2, "0")
        if not tongue.is_chinese:
            return f"{whole} yuan" + (f" {int(part)} fen" if int(part) else "")
        said = ("两" if whole == "2" else _counted(whole)) + "元"
        if part[0] != "0":
            said += f"{chinese_number(int(part[0]))}角"
        elif part[1] != "0":
            said += "零"
        return said + (f"{chinese_number(int(part[1]))}分" if part[1] != "0" else "")

    return say


def _masked(tongue: Tongue) -> _Say:
    def say(found: Match[str]) -> str:
        def hidden(stars: Match[str]) -> str:
            return (
                f" 隐去{chinese_number(len(stars[0]))}位 "
                if tongue.is_chinese
                else f" {len(stars[0])} hidden "
            )

        pieces = re.split(r"(\*+)", found[0])
        said = [
            hidden(stars)
            if (stars := re.match(r"\*+", piece))
            else _one_by_one(piece, tongue, telephone=True)
            for piece in pieces
        ]
        return ("，" if tongue.is_chinese else ", ").join(piece.strip() for piece in said if piece)

    return say


def _grouped(tongue: Tongue) -> _Say:
    return lambda found: _one_by_one(" ".join(found.groups()), tongue, telephone=True)


def _each(tongue: Tongue) -> _Say:
    return lambda found: _one_by_one(found[0], tongue, telephone=True)


def _code(tongue: Tongue) -> _Say:
    return lambda found: _one_by_one(found[0], tongue)


def _counted(number: str) -> str:
    whole, _, part = number.replace(",", "").partition(".")
    said = chinese_number(int(whole)) if int(whole) <= LARGEST else chinese_digits(whole)
    return said + (f"点{chinese_digits(part)}" if part else "")


def _percent(tongue: Tongue) -> _Say:
    return lambda found: f"百分之{_counted(found[1])}" if tongue.is_chinese else f"{found[1]} percent"


def _always(said: str) -> Callable[[Tongue], _Say]:
    return lambda _tongue: lambda _found: said


_COMMON: tuple[tuple[re.Pattern[str], Callable[[Tongue], _Say]], ...] = (
    (_MASKED, _masked),
    (_IDENTITY, _grouped),
    (_MOBILE, _grouped),
    (_DATE, _dates),
)
_CHINESE = (
    (_RANGE, _always("到")),
    *_COMMON,
    (_CHINESE_YEAR, lambda _tongue: lambda found: chinese_digits(found[1])),
    (_TIME, _times),
    (_MONEY, _money),
    (_CODE, _code),
    (_ONE_BY_ONE, _each),
    (_ROOM, _code),
    (_PERCENT, _percent),
    (_OF, lambda _tongue: lambda found: f"{_counted(found[1])}，共{_counted(found[2])}"),
    (_TWO, _always("两")),
    (_NUMBER, lambda _tongue: lambda found: _counted(found[0])),
)
_ENGLISH = (
    (_RANGE, _always(" to ")),
    *_COMMON,
    (_TIME, _times),
    (_MONEY, _money),
    (_CODE, _code),
    (_ONE_BY_ONE, _each),
    (_PERCENT, _percent),
    (_OF, lambda _tongue: lambda found: f"{found[1]} of {found[2]}"),
)

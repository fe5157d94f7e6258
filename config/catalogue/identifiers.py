"""Whether a number can be right: check digits and dates, never tables of regions.

Regions on cards are those of the first registration, many of them abolished, and permits use regions of their own
(81, 82, 83): a number is refused for its check character, its date or its shape, never for its region.
"""

import re
from datetime import date

_CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CITIZEN_CHECKS = "10X98765432"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

_CITIZEN = re.compile(r"[1-9][0-9]{16}[0-9Xx]")
_FOREIGN_OLD = re.compile(r"[A-Z]{3}[0-9]{12}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_PHONE = re.compile(r"0[0-9]{2,3}-?[2-9][0-9]{6,7}(-[0-9]{1,6})?|[2-9][0-9]{6,7}|[48]00-?[0-9]{3}-?[0-9]{4}")
_PLATE = re.compile(
    rf"[{_PROVINCES}][A-HJ-NP-Z]"
    r"([A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])"
)


def is_citizen_number(text: str) -> bool:
    """Say whether `text` is an 18-character number with a real date and its check character (GB 11643-1999).

    Residence permits for Hong Kong, Macao and Taiwan residents and foreigners' numbers since 2023 follow the same
    rule and pass. The check character X may be written small.
    """
    if not _CITIZEN.fullmatch(text) or _date(text[6:10], text[10:12], text[12:14]) is None:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _CITIZEN_WEIGHTS, strict=True))
    return text[17].upper() == _CITIZEN_CHECKS[total % 11]


def birth_date_of(number: str) -> date | None:
    """Return the date of birth in an 18-character number, or None when the number cannot be right."""
    return _date(number[6:10], number[10:12], number[12:14]) if is_citizen_number(number) else None


def is_foreigner_number(text: str) -> bool:
    """Say whether `text` is the number of a foreigner's permanent residence card.

    Since December 2023: 18 digits beginning with 9, checked like a citizen's. Before: three letters and twelve
    digits (nationality, region, YYMMDD, sequence) with the check digit of ICAO 9303.
    """
    if text.startswith("9"):
        return is_citizen_number(text)
    if not _FOREIGN_OLD.fullmatch(text):
        return False
    month_and_day = text[9:11], text[11:13]
    if all(_date(century + text[7:9], *month_and_day) is None for century in ("19", "20")):
        return False
    total = sum(int(char, 36) * (7, 3, 1)[place % 3] for place, char in enumerate(text[:14]))
    return total % 10 == int(text[14])


def is_uscc(text: str) -> bool:
    """Say whether `text` is a unified social credit code with its check character (GB 32100-2015)."""
    if len(text) != 18 or any(char not in _USCC_ALPHABET for char in text):
        return False
    total = sum(_USCC_ALPHABET.index(c) * weight for c, weight in zip(text[:17], _USCC_WEIGHTS, strict=True))
    return _USCC_ALPHABET[-total % 31] == text[17]


def is_luhn(text: str) -> bool:
    """Say whether `text` is digits, at least two, of which the last is the Luhn check digit (ISO/IEC 7812-1)."""
    if not re.fullmatch(r"[0-9]{2,}", text):
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in text[-2::-2])
    return (sum(map(int, text[-1::-2])) + sum(doubled)) % 10 == 0


def is_bank_card(text: str) -> bool:
    """Say whether `text` is a bank card number: 16 to 19 digits with the Luhn check digit."""
    return 16 <= len(text) <= 19 and is_luhn(text)


def is_mobile(text: str) -> bool:
    """Say whether `text` is a mainland mobile number: 1, then 3 to 9, then nine digits."""
    return _MOBILE.fullmatch(text) is not None


def is_phone(text: str) -> bool:
    """Say whether `text` is a phone number: fixed with or without area code, a 400 or 800 number, or a mobile."""
    return is_mobile(text) or _PHONE.fullmatch(text) is not None


def is_plate(text: str) -> bool:
    """Say whether `text` is a vehicle plate, ordinary or new-energy (GA 36-2018)."""
    return _PLATE.fullmatch(text) is not None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

"""What the 256 bytes of text on an identity card mean: four layouts, told apart by the character at offset 248.

Fields stand at fixed places in UTF-16LE, padded with spaces. A card from before or after our time may hold codes we do
not know: they are kept as they are. No number is refused for its region or check digit: the card is the authority.
"""

import re
import unicodedata
from datetime import date

from devices.card_reader import Card, CardKind, Sex
from devices.card_reader.ethnicity import ethnicity_name

SIZE = 256
ADDRESS_SIZE = 70
_KIND_AT = 248
_LONG_TERM = "长期"
_PADDING = " \0\u3000"


class LayoutError(ValueError):
    """These bytes are not the text of an identity card; says which field, never its content."""


def card_of(text: bytes) -> Card:
    """Return what the card's text block says.

    * Ordinary card: as printed; no `card_number`.
    * Residence permit for Hong Kong, Macau and Taiwan residents: `card_number` is the number of the travel permit,
      `extra["issues"]` how often the permit was issued.
    * Foreigner's permanent residence card: `name` is the Chinese name, or the English one when there is none;
      `id_number` and `card_number` are both the number of the card, which is the holder's number too. The 2017 version
      has the accepting authority's code as `issuing_authority`, and `extra["version"]`; the 2023 version has
      `extra["renewals"]` and, when it replaces an older card, that card's number as `extra["old_number"]`.

    Raises:
        LayoutError: the block has another size, another layout, or a date that is none.
    """
    if len(text) != SIZE:
        raise LayoutError(f"the text block has {len(text)} bytes instead of {SIZE}")
    fields = _Fields(text)
    match fields.text(_KIND_AT, 2):
        case "":
            return _resident(fields)
        case "J":
            return _hk_macau_taiwan(fields)
        case "I":
            return _foreign_2017(fields)
        case "Y":
            return _foreign_2023(fields)
        case _:
            raise LayoutError("the kind of card is not known")


def latest_address(records: bytes) -> str:
    """Return the newest of the additional addresses (records of 35 characters), or an empty string."""
    fields = _Fields(records)
    written = (fields.text(at, ADDRESS_SIZE) for at in range(0, len(records), ADDRESS_SIZE))
    return next((address for address in reversed(list(written)) if address), "")


class _Fields:
    """The fixed fields of a text block."""

    def __init__(self, block: bytes) -> None:
        self._block = block

    def text(self, at: int, size: int, *more: tuple[int, int]) -> str:
        """Return a field, and those it goes on in, without padding and control characters."""
        pieces = (self._block[start : start + length] for start, length in ((at, size), *more))
        decoded = b"".join(pieces).decode("utf-16-le", "replace").strip(_PADDING)
        return "".join(char for char in decoded if unicodedata.category(char) != "Cc")

    def date(self, at: int) -> date | None:
        """Return a date, or None for a blank field or long-term validity."""
        digits = self.text(at, 16)
        if digits in {"", _LONG_TERM}:
            return None
        if not re.fullmatch(r"[0-9]{8}", digits):
            raise LayoutError(f"there is no date at offset {at}")
        try:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError:
            raise LayoutError(f"there is no such day at offset {at}") from None

    def sex(self, at: int) -> Sex:
        """Return the sex after GB/T 2261.1."""
        return {"1": Sex.MALE, "2": Sex.FEMALE}.get(self.text(at, 2), Sex.UNKNOWN)

    def long_term(self, at: int) -> bool:
        """Return whether the card is valid without an end."""
        return self.text(at, 16) == _LONG_TERM


def _resident(fields: _Fields) -> Card:
    return Card(
        kind=CardKind.RESIDENT,
        name=fields.text(0, 30),
        sex=fields.sex(30),
        ethnicity=ethnicity_name(fields.text(32, 4)),
        birth_date=fields.date(36),
        address=fields.text(52, 70),
        id_number=fields.text(122, 36),
        issuing_authority=fields.text(158, 30),
        valid_from=fields.date(188),
        valid_until=fields.date(204),
        long_term=fields.long_term(204),
    )


def _hk_macau_taiwan(fields: _Fields) -> Card:
    return Card(
        kind=CardKind.HK_MACAU_TAIWAN_RESIDENT,
        name=fields.text(0, 30),
        sex=fields.sex(30),
        birth_date=fields.date(36),
        address=fields.text(52, 70),
        id_number=fields.text(122, 36),
        issuing_authority=fields.text(158, 30),
        valid_from=fields.date(188),
        valid_until=fields.date(204),
        long_term=fields.long_term(204),
        card_number=fields.text(220, 18),
        extra=_present(issues=fields.text(238, 4)),
    )


def _foreign_2017(fields: _Fields) -> Card:
    chinese, english, number = fields.text(158, 30), fields.text(0, 120), fields.text(122, 30)
    return Card(
        kind=CardKind.FOREIGN_PERMANENT_RESIDENT,
        name=chinese or english,
        english_name=english,
        sex=fields.sex(120),
        birth_date=fields.date(220),
        id_number=number,
        card_number=number,
        nationality=fields.text(152, 6),
        issuing_authority=fields.text(240, 8),
        valid_from=fields.date(188),
        valid_until=fields.date(204),
        long_term=fields.long_term(204),
        extra=_present(version=fields.text(236, 4)),
    )


def _foreign_2023(fields: _Fields) -> Card:
    chinese, english, number = fields.text(0, 30), fields.text(52, 70, (220, 22)), fields.text(122, 36)
    nationality = fields.text(242, 6)
    return Card(
        kind=CardKind.FOREIGN_PERMANENT_RESIDENT,
        name=chinese or english,
        english_name=english,
        sex=fields.sex(30),
        birth_date=fields.date(36),
        id_number=number,
        card_number=number,
        nationality=nationality,
        issuing_authority=fields.text(158, 30),
        valid_from=fields.date(188),
        valid_until=fields.date(204),
        long_term=fields.long_term(204),
        extra=_present(
            renewals=fields.text(32, 4), old_number=old_number(number, nationality, fields.text(250, 6))
        ),
    )


def old_number(number: str, nationality: str, link: str) -> str:
    """Return the 15-character number a foreigner's card had before the version of 2023; empty when there was none.

    Nationality, province digits, first two of the link, birth as YYMMDD, third of the link, ICAO 9303 check digit.
    """
    if len(link) != 3 or len(number) != 18 or not re.fullmatch("[A-Z]{3}", nationality):
        return ""
    begin = nationality + number[1:3] + link[:2] + number[8:14] + link[2]
    if not begin[3:].isascii() or not begin[3:].isdigit():
        return ""
    values = (int(char, 36) * weight for char, weight in zip(begin, (7, 3, 1) * 5, strict=False))
    return begin + str(sum(values) % 10)


def _present(**extra: str) -> dict[str, str]:
    return {key: value for key, value in extra.items() if value}

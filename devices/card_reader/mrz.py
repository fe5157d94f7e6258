"""Machine-readable zones of travel documents: from the characters, typed or scanned or read from the chip, to fields."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self, runtime_checkable

from devices.card_reader.mrz_layouts import CHINA, LAYOUTS, Layout

_FILLER = "<"
_WEIGHTS = (7, 3, 1)


class MrzError(ValueError):
    """These characters are no machine-readable zone; says which field, never its content."""


def check_digit(text: str) -> str:
    """Return the check digit after Doc 9303-3, 4.9."""
    values = (0 if char == _FILLER else int(char, 36) for char in text)
    return str(sum(value * _WEIGHTS[at % 3] for at, value in enumerate(values)) % 10)


@dataclass(frozen=True, slots=True, repr=False)
class DocumentKey:
    """What opens a travel document's chip (Doc 9303-11, 4.3): its number, the holder's birth and its expiry as YYMMDD."""

    number: str
    birth: str
    expiry: str

    def __post_init__(self) -> None:
        for name, value, form in (
            ("document number", self.number, "[0-9A-Z][0-9A-Z<]{0,21}"),
            ("birth date", self.birth, "[0-9<]{6}"),
            ("expiry date", self.expiry, "[0-9<]{6}"),
        ):
            if not re.fullmatch(form, value):
                raise MrzError(f"the {name} is not written as in the machine-readable zone")

    @classmethod
    def typed(cls, number: str, birth: date, expiry: date) -> Self:
        """Return the key of a document whose number and dates were typed.

        Raises:
            MrzError: the number is none.
        """
        return cls(_clean(number), birth.strftime("%y%m%d"), expiry.strftime("%y%m%d"))

    def birth_date(self, today: date) -> date | None:
        """Return the birth date, not after today; None when the zone leaves part of it open."""
        born = _day(self.birth, 2000)
        return _day(self.birth, 1900) if born and born > today else born

    def expiry_date(self) -> date | None:
        """Return until when the document is valid."""
        return _day(self.expiry, 2000)

    def information(self) -> str:
        """Return the MRZ information: each of the three with its check digit, the number filled up to nine characters."""
        parts = (self.number.rstrip(_FILLER).ljust(9, _FILLER), self.birth, self.expiry)
        return "".join(part + check_digit(part) for part in parts)

    def __repr__(self) -> str:
        return "DocumentKey(…)"


@runtime_checkable
class OpensDocuments(Protocol):
    """A card reader that opens travel documents."""

    def expect(self, document: DocumentKey | None) -> None:
        """Say what opens the document that is laid or will be; None forgets it."""


@dataclass(frozen=True, slots=True, repr=False)
class Zone:
    """The fields of a zone; what its layout does not have is empty. `name` is `SURNAME, GIVEN NAMES`."""

    layout: str
    code: str
    issuer: str
    key: DocumentKey
    nationality: str
    sex: str
    name: str

    def birth_date(self, today: date) -> date | None:
        """Return the birth date, not after today; None when the zone leaves part of it open."""
        return self.key.birth_date(today)

    def expiry_date(self) -> date | None:
        """Return until when the document is valid."""
        return self.key.expiry_date()

    def __repr__(self) -> str:
        return f"Zone({self.layout})"


def parse(text: str) -> Zone:
    """Return the fields of a zone; spaces, line breaks and the width of characters do not matter.

    The layout is the first that has this size and code and in which every check digit is right.

    Raises:
        MrzError: there is no such layout, or a check digit is wrong; says of which field.
    """
    zone = _clean(text)
    trouble: MrzError | None = None
    for layout in LAYOUTS:
        if len(zone) == layout.size and re.fullmatch(layout.code, zone[:2]):
            try:
                return _fields(zone, layout)
            except MrzError as error:
                trouble = trouble or error
    raise trouble or MrzError("the machine-readable zone has another number of characters")


def _fields(zone: str, layout: Layout) -> Zone:
    key = DocumentKey(
        _number(zone, layout),
        _checked(zone, layout.birth, "birth date"),
        _checked(zone, layout.expiry, "expiry date"),
    )
    if layout.whole and check_digit("".join(zone[part] for part in layout.whole)) != _last_check(
        zone, layout
    ):
        raise MrzError("the last check digit is wrong")
    return Zone(
        layout=layout.name,
        code=zone[:2].rstrip(_FILLER),
        issuer=zone[layout.issuer].rstrip(_FILLER) if layout.issuer else CHINA,
        key=key,
        nationality=zone[layout.nationality].rstrip(_FILLER) if layout.nationality else "",
        sex=zone[layout.sex].rstrip(_FILLER) if layout.sex else "",
        name=_name(zone[layout.holder]) if layout.holder else "",
    )


def _number(zone: str, layout: Layout) -> str:
    """Return the document number, also one that goes on where optional data stands otherwise."""
    begin, check = zone[layout.number], zone[layout.number.stop]
    if check != _FILLER or layout.more is None:
        return _checked(zone, layout.number, "document number").rstrip(_FILLER)
    rest = zone[layout.more].split(_FILLER, maxsplit=1)[0]
    if len(rest) < 2 or check_digit(begin + rest[:-1]) != rest[-1]:
        raise MrzError("the document number does not fit its check digit")
    return begin + rest[:-1]


def _checked(zone: str, place: slice, name: str) -> str:
    value = zone[place]
    if check_digit(value) != zone[place.stop]:
        raise MrzError(f"the {name} does not fit its check digit")
    return value


def _last_check(zone: str, layout: Layout) -> str:
    return zone[layout.whole[-1].stop]


def _name(holder: str) -> str:
    surname, _, given = holder.strip(_FILLER).partition("<<")
    parts = (re.sub("<+", " ", part).strip() for part in (surname, given))
    return ", ".join(part for part in parts if part)


def _day(digits: str, century: int) -> date | None:
    with suppress(ValueError):
        return date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    return None


def _clean(text: str) -> str:
    """Return capitals, digits and fillers only, narrow ones."""
    narrow = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    if not re.fullmatch("[0-9A-Z<]*", narrow):
        raise MrzError("only letters A to Z, digits and < stand in a machine-readable zone")
    return narrow

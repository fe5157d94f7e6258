"""Values as a resident reads them: on the review page, in lists, while checking."""

from collections.abc import Callable, Iterable, Mapping

from config.catalogue import Field, FieldType
from config.language import Language
from kiosk.journeys.form.answers import Address, Period, Place, Row
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.dates import day
from kiosk.journeys.form.regions import path_to
from kiosk.journeys.form.rows import row_name
from kiosk.journeys.form.wording import speaker, unit

_NUMBERS = (FieldType.ID_NUMBER, FieldType.PERMIT_NUMBER)
_LONG_NUMBER = 15


def display(context: Context, field: Field, value: object) -> str:
    """Return a value in words; empty for None. Numbers of documents and bank cards are masked in the middle."""
    if value is None:
        return ""
    if field.options:
        return _labels(context, field, value)
    shown = _shown(context, field.type, value)
    if field.type in _NUMBERS or field.mask == "id":
        return masked(shown)
    behind = unit(field, context.language)
    return f"{shown} {behind}" if behind else shown


def summary(context: Context, fields: Iterable[Field], row: Row) -> str:
    """Return what stands in a row of a repeated group, on one line; its name, which stands before, is left out."""
    name = row_name(fields, row)
    values = (display(context, field, row.get(field.key)) for field in fields)
    return speaker(context)("between").join(value for value in values if value not in ("", name))


def region_name(context: Context, code: str) -> str:
    """Return the names from the district down to a place; empty when there is no such place."""
    between = ", " if context.language is Language.ENGLISH else ""
    return between.join(region.name(context.language) for region in path_to(context.catalogue, code))


def masked(number: str) -> str:
    """Return a document's number with the middle hidden: enough to recognise one's own, too little to copy."""
    first, last = (6, 4) if len(number) >= _LONG_NUMBER else (1, 2)
    hidden = max(len(number) - first - last, 0)
    return number[:first] + "*" * hidden + number[first + hidden :]


def _labels(context: Context, field: Field, value: object) -> str:
    codes = value if isinstance(value, tuple) else (value,)
    between = ", " if context.language is Language.ENGLISH else "、"
    chosen = (option for option in context.options_of(field) if option.code in codes)
    return between.join(option.label(context.language) for option in chosen)


def _shown(context: Context, type_: FieldType, value: object) -> str:  # one a kind of value
    say = speaker(context)
    match value:
        case bool():
            return say("yes" if value else "no")
        case Period(start, end):
            return f"{day(context.language, start)} – {day(context.language, end)}"
        case Address(region, detail):
            return _address(context, region_name(context, region), detail)
        case Place(here, _, detail):
            return say("place-here") if here else detail
        case tuple():
            return say("pictures", count=str(len(value)))
        case _:
            return _WRITTEN.get(type_, _plain)(context, str(value))


def _address(context: Context, place: str, detail: str) -> str:
    if context.language is Language.ENGLISH:
        return ", ".join(filter(None, (detail, place)))
    return place + detail


def _plain(_context: Context, text: str) -> str:
    return text


def _bank_card(_context: Context, number: str) -> str:
    return f"{number[:4]} **** **** {number[-4:]}"


def _day(context: Context, text: str) -> str:
    return day(context.language, text)


_WRITTEN: Mapping[FieldType, Callable[[Context, str], str]] = {
    FieldType.BANK_CARD: _bank_card,
    FieldType.DATE: _day,
    FieldType.MONTH: _day,
    FieldType.REGION: region_name,
}

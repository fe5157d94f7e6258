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
    shown = _WAYS.get(field.type, _plain)(context, value)
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
    between = "" if context.language is Language.CHINESE else ", "
    return between.join(region.name(context.language) for region in path_to(context.catalogue, code))


def masked(number: str) -> str:
    """Return a document's number with the middle hidden: enough to recognise one's own, too little to copy."""
    first, last = (6, 4) if len(number) >= _LONG_NUMBER else (1, 2)
    hidden = max(len(number) - first - last, 0)
    return number[:first] + "*" * hidden + number[first + hidden :]


def _labels(context: Context, field: Field, value: object) -> str:
    codes = value if isinstance(value, tuple) else (value,)
    between = "、" if context.language is Language.CHINESE else ", "
    chosen = (option for option in context.options_of(field) if option.code in codes)
    return between.join(option.label(context.language) for option in chosen)


def _plain(_context: Context, value: object) -> str:
    return str(value)


def _truth(context: Context, value: object) -> str:
    return speaker(context)("yes" if value else "no")


def _bank_card(_context: Context, value: object) -> str:
    number = str(value)
    return f"{number[:4]} **** **** {number[-4:]}"


def _day(context: Context, value: object) -> str:
    return day(context.language, str(value))


def _period(context: Context, value: object) -> str:
    if not isinstance(value, Period):
        return ""
    return f"{day(context.language, value.start)} – {day(context.language, value.end)}"


def _region(context: Context, value: object) -> str:
    return region_name(context, str(value))


def _address(context: Context, value: object) -> str:
    if not isinstance(value, Address):
        return ""
    place = region_name(context, value.region)
    if context.language is Language.CHINESE:
        return place + value.detail
    return ", ".join(filter(None, (value.detail, place)))


def _place(context: Context, value: object) -> str:
    if not isinstance(value, Place):
        return ""
    return speaker(context)("place-here") if value.here else value.detail


def _pictures(context: Context, value: object) -> str:
    return speaker(context)("pictures", count=str(len(value) if isinstance(value, tuple) else 0))


_WAYS: Mapping[FieldType, Callable[[Context, object], str]] = {
    FieldType.BOOLEAN: _truth,
    FieldType.BANK_CARD: _bank_card,
    FieldType.DATE: _day,
    FieldType.MONTH: _day,
    FieldType.DATE_RANGE: _period,
    FieldType.REGION: _region,
    FieldType.ADDRESS: _address,
    FieldType.LOCATION: _place,
    FieldType.PHOTO: _pictures,
    FieldType.FILE: _pictures,
}

"""Whether a canonical value can be the answer to a field; if not, what is wrong and how to put it right.

Check digits and dates come from `config.catalogue.identifiers`: GB 11643, GB 32100, ISO/IEC 7812-1, GA 36.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from config.catalogue import Field, FieldType
from config.catalogue.expressions import bound
from config.catalogue.identifiers import is_bank_card, is_mobile, is_phone, is_plate, is_uscc
from kiosk.journeys.form.answers import Address, Period, Place
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.dates import as_date
from kiosk.journeys.form.documents import OTHER, number_fault
from kiosk.journeys.form.fault import Fault, fault
from kiosk.journeys.form.regions import is_end

UNKNOWN = fault("unknown")
"""A value that this field cannot have, such as an option that is no longer offered."""

_FIRST_DAY, _YEARS_AHEAD = date(1900, 1, 1), 50  # outside of these a date is a slip of the finger
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_NO_NAME = re.compile(r"[0-9@#%&*/\\<>=+_^$~|{}\[\]\"]")
_ACCOUNT = re.compile(r"[0-9A-Z-]{4,}")


@dataclass(frozen=True, slots=True)
class Checked:
    """A field to check a value for; `known` are the values of the fields beside it."""

    context: Context
    field: Field
    known: Mapping[str, object]


def check(context: Context, field: Field, value: object, known: Mapping[str, object]) -> Fault | None:
    """Return what is wrong with a value, None when it will do.

    None as a value is wrong for a required field only. Rows of a repeated group are counted here; what stands in them
    is checked field by field.
    """
    if value is None:
        return missing_fault(field) if field.required else None
    checked = Checked(context, field, known)
    if field.options:
        return _options(checked, value)
    return _CHECKS[field.type](checked, value)


def missing_fault(field: Field) -> Fault:
    """Return what to say when a required answer is not there."""
    if field.type is FieldType.MULTISELECT:
        return fault("required-ticks")
    if field.options or field.type in (FieldType.BOOLEAN, FieldType.REGION, FieldType.LOCATION):
        return fault("required-choice")
    return fault("required")


def _options(checked: Checked, value: object) -> Fault | None:
    codes = [option.code for option in checked.context.options_of(checked.field)]
    if checked.field.type is not FieldType.MULTISELECT:
        return None if value in codes else UNKNOWN
    if not isinstance(value, tuple) or not all(code in codes for code in value):
        return UNKNOWN
    return None if value or not checked.field.required else fault("required-ticks")


def _text(checked: Checked, value: object) -> Fault | None:
    field = checked.field
    if not isinstance(value, str) or _CONTROL.search(value.replace("\n", "")):
        return UNKNOWN
    if len(value) < max(field.min_len, 1):
        return fault("short", least=field.min_len)
    if len(value) > field.max_len:
        return fault("long", most=field.max_len)
    return fault("pattern") if field.pattern and not re.search(field.pattern, value) else None


def _name(checked: Checked, value: object) -> Fault | None:
    wrong = _text(checked, value)
    if wrong or not isinstance(value, str):
        return wrong
    return fault("name") if len(value) < 2 or _NO_NAME.search(value) else None


def _number(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, str):
        return UNKNOWN
    kind = checked.known.get(checked.field.validate_by) if checked.field.validate_by else ""
    return number_fault(value, kind if isinstance(kind, str) else "")


def _permit(_checked: Checked, value: object) -> Fault | None:
    return number_fault(value, OTHER) if isinstance(value, str) else UNKNOWN


def _shaped(right: Callable[[str], bool], text: str) -> Callable[[Checked, object], Fault | None]:
    """Return a check for texts of a shape of their own."""
    return lambda _, value: None if isinstance(value, str) and right(value) else fault(text)


def _date(checked: Checked, value: object) -> Fault | None:
    day = as_date(value)
    if day is None:
        return fault("date")
    earliest, latest = _bounds(checked)
    if day < earliest:
        return fault("date-early", limit=earliest.isoformat())
    return fault("date-late", limit=latest.isoformat()) if day > latest else None


def _month(checked: Checked, value: object) -> Fault | None:
    day = as_date(f"{value}-01") if isinstance(value, str) else None
    if day is None:
        return fault("month")
    earliest, latest = _bounds(checked)
    if day < earliest.replace(day=1):
        return fault("date-early", limit=f"{earliest:%Y-%m}")
    return fault("date-late", limit=f"{latest:%Y-%m}") if day > latest else None


def _period(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, Period):
        return UNKNOWN
    wrong = _date(checked, value.start) or _date(checked, value.end)
    return wrong or (fault("period") if value.end < value.start else None)


def _bounds(checked: Checked) -> tuple[date, date]:
    """Return the first and the last day a field allows; who holds a card was born by today."""
    today, field = checked.context.today, checked.field
    earliest = bound(field.min, today) if isinstance(field.min, str) else _FIRST_DAY
    if isinstance(field.max, str):
        return earliest, bound(field.max, today)
    born = field.prefill == "card"
    return earliest, today if born else date(today.year + _YEARS_AHEAD, 12, 31)


def _integer(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return fault("number")
    return _within(checked.field, Decimal(value))


def _decimal(checked: Checked, value: object) -> Fault | None:
    try:
        number = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        return fault("number")
    exponent = number.as_tuple().exponent
    scale = scale_of(checked.field)
    if isinstance(exponent, int) and -exponent > scale:
        return fault("scale", most=scale) if scale else fault("scale-0")
    return _within(checked.field, number)


def scale_of(field: Field) -> int:
    """Return how many digits may stand after the point; money has two."""
    return field.scale or (2 if field.type is FieldType.MONEY else 0)


def _within(field: Field, number: Decimal) -> Fault | None:
    least = field.min if isinstance(field.min, int) else 0
    most = field.max if isinstance(field.max, int) else 999_999_999
    return None if least <= number <= most else fault("range", least=least, most=most)


def _boolean(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, bool):
        return UNKNOWN
    return fault("must-be") if checked.field.must_be not in (None, value) else None


def _region(checked: Checked, value: object) -> Fault | None:
    known = isinstance(value, str) and is_end(checked.context.catalogue, value)
    return None if known else fault("region")


def _address(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, Address):
        return UNKNOWN
    if value.region and not is_end(checked.context.catalogue, value.region):
        return fault("region")
    return _text(checked, value.detail) if value.detail else fault("required")


def _place(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, Place):
        return UNKNOWN
    return None if value.here else _text(checked, value.detail) if value.detail else fault("required")


def _rows(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, tuple):
        return UNKNOWN
    if len(value) < checked.field.min_rows:
        return fault("rows-few", least=checked.field.min_rows)
    return fault("rows-many", most=checked.field.max_rows) if len(value) > checked.field.max_rows else None


def _pictures(checked: Checked, value: object) -> Fault | None:
    if not isinstance(value, tuple):
        return UNKNOWN
    if not value and checked.field.required:
        return fault("required")
    return fault("rows-many", most=checked.field.max_count) if len(value) > checked.field.max_count else None


def _account(checked: Checked, value: object) -> Fault | None:
    wrong = _text(checked, value)
    return wrong or (None if isinstance(value, str) and _ACCOUNT.fullmatch(value) else fault("account"))


def _never(_checked: Checked, _value: object) -> Fault | None:
    return UNKNOWN


_CHECKS: Mapping[FieldType, Callable[[Checked, object], Fault | None]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.NAME: _name,
    FieldType.ID_NUMBER: _number,
    FieldType.PERMIT_NUMBER: _permit,
    FieldType.USCC: _shaped(is_uscc, "uscc"),
    FieldType.MOBILE: _shaped(is_mobile, "mobile"),
    FieldType.PHONE: _shaped(is_phone, "phone"),
    FieldType.BANK_CARD: _shaped(is_bank_card, "bank-card"),
    FieldType.PLATE: _shaped(is_plate, "plate"),
    FieldType.ACCOUNT_NO: _account,
    FieldType.DATE: _date,
    FieldType.MONTH: _month,
    FieldType.DATE_RANGE: _period,
    FieldType.INTEGER: _integer,
    FieldType.DECIMAL: _decimal,
    FieldType.MONEY: _decimal,
    FieldType.BOOLEAN: _boolean,
    FieldType.REGION: _region,
    FieldType.ADDRESS: _address,
    FieldType.LOCATION: _place,
    FieldType.REPEAT: _rows,
    FieldType.PHOTO: _pictures,
    FieldType.FILE: _pictures,
}

"""Typed text as a canonical value."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from config.catalogue import Field, FieldType
from config.catalogue.identifiers import is_plate
from config.language import simplified
from kiosk.journeys.form.checks.quantities import scale_of
from kiosk.journeys.form.fault import Fault, fault

_CODES = {
    FieldType.ID_NUMBER,
    FieldType.PERMIT_NUMBER,
    FieldType.USCC,
    FieldType.MOBILE,
    FieldType.PHONE,
    FieldType.BANK_CARD,
    FieldType.PLATE,
    FieldType.ACCOUNT_NO,
}
_PARTIAL = re.compile(r"[0-9]{0,4}(-[0-9]{0,2}){0,2}")
_LENGTHS = {FieldType.DATE: 10, FieldType.DATE_RANGE: 10, FieldType.MONTH: 7}


def read(field: Field, text: str) -> str | int | Fault | None:
    """Return the value that was typed, None when nothing was; a fault for what is no number or no whole date.

    Codes lose their blanks and become capitals, wide digits and letters become plain ones, and 粵 on a plate is 粤; money and
    decimals get as many places as they have.
    """
    typed = text.strip()
    if not typed:
        return None
    if field.type in _LENGTHS:
        return _date(field, typed)
    if field.type is FieldType.INTEGER:
        plain = unicodedata.normalize("NFKC", typed)
        return int(plain) if re.fullmatch(r"[0-9]{1,15}", plain) else fault("number")
    if field.type in (FieldType.DECIMAL, FieldType.MONEY):
        return _decimal(field, unicodedata.normalize("NFKC", typed))
    if field.type in _CODES:
        code = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed)).upper()
        return simplified(code) if field.type is FieldType.PLATE and not is_plate(code) else code
    return typed


def _date(field: Field, typed: str) -> str | Fault:
    whole = len(typed) == _LENGTHS[field.type] or not _PARTIAL.fullmatch(typed)
    return typed if whole else fault("date-partial" if field.type is not FieldType.MONTH else "month-partial")


def _decimal(field: Field, typed: str) -> str | Fault:
    try:
        number = Decimal(typed)
    except InvalidOperation:
        return fault("number")
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        return fault("number")
    scale = scale_of(field)
    return str(number if -exponent > scale else number.quantize(Decimal(1).scaleb(-scale)))

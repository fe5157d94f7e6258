"""Whether a canonical value can be the answer to a field; if not, what is wrong and how to put it right.

Check digits and dates come from `config.catalogue.identifiers`: GB 11643, GB 32100, ISO/IEC 7812-1, GA 36.
"""

from collections.abc import Mapping

from config.catalogue import Field, FieldType
from config.catalogue.identifiers import is_bank_card, is_mobile, is_phone, is_plate, is_uscc
from kiosk.journeys.form.checks import quantities, structures, texts
from kiosk.journeys.form.checks.checked import Check, Checked
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.fault import Fault, fault

_CHECKS: Mapping[FieldType, Check] = {
    FieldType.TEXT: texts.text,
    FieldType.LONG_TEXT: texts.text,
    FieldType.NAME: texts.name,
    FieldType.ID_NUMBER: texts.number,
    FieldType.PERMIT_NUMBER: texts.permit,
    FieldType.ACCOUNT_NO: texts.account,
    FieldType.USCC: texts.shaped(is_uscc, "uscc"),
    FieldType.MOBILE: texts.shaped(is_mobile, "mobile"),
    FieldType.PHONE: texts.shaped(is_phone, "phone"),
    FieldType.BANK_CARD: texts.shaped(is_bank_card, "bank-card"),
    FieldType.PLATE: texts.shaped(is_plate, "plate"),
    FieldType.DATE: quantities.day,
    FieldType.MONTH: quantities.month,
    FieldType.DATE_RANGE: quantities.period,
    FieldType.INTEGER: quantities.integer,
    FieldType.DECIMAL: quantities.decimal,
    FieldType.MONEY: quantities.decimal,
    FieldType.BOOLEAN: structures.boolean,
    FieldType.REGION: structures.region,
    FieldType.ADDRESS: structures.address,
    FieldType.LOCATION: structures.place,
    FieldType.REPEAT: structures.rows,
    FieldType.PHOTO: structures.pictures,
    FieldType.FILE: structures.pictures,
}
_CHOSEN = (FieldType.BOOLEAN, FieldType.REGION, FieldType.LOCATION)


def check(context: Context, field: Field, value: object, known: Mapping[str, object]) -> Fault | None:
    """Return what is wrong with a value, None when it will do; `known` are the values of the fields beside it.

    None as a value is wrong for a required field only.
    """
    if value is None:
        return _missing(field) if field.required else None
    checked = Checked(context, field, known)
    return structures.options(checked, value) if field.options else _CHECKS[field.type](checked, value)


def _missing(field: Field) -> Fault:
    if field.type is FieldType.MULTISELECT:
        return fault("required-ticks")
    return fault("required-choice" if field.options or field.type in _CHOSEN else "required")

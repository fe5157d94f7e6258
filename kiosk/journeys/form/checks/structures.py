"""Choices, places, rows, pictures."""

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Address, Place, Row
from kiosk.journeys.form.checks.checked import UNKNOWN, Checked
from kiosk.journeys.form.checks.texts import text
from kiosk.journeys.form.fault import Fault, fault
from kiosk.journeys.form.regions import is_end


def options(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with the code of an option, or with the codes of several."""
    codes = [option.code for option in checked.context.options_of(checked.field)]
    if checked.field.type is not FieldType.MULTISELECT:
        return None if value in codes else UNKNOWN
    if not isinstance(value, tuple) or not all(code in codes for code in value):
        return UNKNOWN
    return None if value or not checked.field.required else fault("required-ticks")


def boolean(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with yes or no, where only one of them lets go on."""
    if not isinstance(value, bool):
        return UNKNOWN
    return fault("must-be") if checked.field.must_be not in (None, value) else None


def region(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with a region code: it must be where a walk down the regions ends."""
    known = isinstance(value, str) and is_end(checked.context.catalogue, value)
    return None if known else fault("region")


def address(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with an address: its region, when it has one of its own, or its words."""
    if not isinstance(value, Address):
        return UNKNOWN
    wrong = region(checked, value.region) if value.region else None
    return wrong or text(checked, value.detail)


def place(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with a place described in words."""
    if not isinstance(value, Place):
        return UNKNOWN
    return None if value.here else text(checked, value.detail)


def rows(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with the number of rows; what stands in them is checked field by field."""
    if not isinstance(value, tuple):
        return UNKNOWN
    if len(value) < checked.field.min_rows:
        return fault("rows-few", least=checked.field.min_rows)
    if len(value) > checked.field.max_rows:
        return fault("rows-many", most=checked.field.max_rows)
    return fault("rows-twice") if _same_person_twice(checked.field, value) else None


def _same_person_twice(group: Field, given: tuple[Row, ...]) -> bool:
    keys = [field.key for field in group.fields if field.other_person]
    numbers = [row[key] for key in keys for row in given if row.get(key)]
    return len(numbers) != len(set(numbers))


def pictures(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with the number of pictures."""
    if not isinstance(value, tuple):
        return UNKNOWN
    if not value and checked.field.required:
        return fault("required")
    most = checked.field.max_count
    return fault("rows-many", most=most) if len(value) > most else None

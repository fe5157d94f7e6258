"""The answers as the platform gets them: plain JSON, nested by field set."""

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Address, Answers, Period, Place, Row
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.part import Part, row_fields
from kiosk.journeys.form.rows import is_empty
from kiosk.journeys.form.scope import parts


def document(context: Context, answers: Answers) -> dict[str, object]:
    """Return the answers by field set and field key, for `json.dumps`; only what applies and was answered.

    Shapes: texts, codes, ISO dates and months, decimals and money as text, whole numbers, true and false, lists of
    codes; an address {region, detail}, a period {start, end}, a place {here, region, detail}; a repeated group as a list
    of objects; photos as a list of names of attachments. Signatures are attachments of their own.
    """
    sets = ((part.name, _fields(answers, part)) for part in parts(context, answers))
    return {name: fields for name, fields in sets if fields}


def _fields(answers: Answers, part: Part) -> dict[str, object]:
    found = {}
    for field in part.fields:
        value = part.known[field.key]
        if field.fields and value is not None:
            found[field.key] = _rows(field, answers.rows(f"{part.name}.{field.key}"), part)
        elif value is not None:
            found[field.key] = _plain(_with_region(value, part))
    return found


def _rows(group: Field, rows: tuple[Row, ...], part: Part) -> object:
    shown = ((row, row_fields(group, row, part.known)[0]) for row in rows if not is_empty(row))
    return [
        {field.key: _plain(row[field.key]) for field in fields if row.get(field.key) is not None}
        for row, fields in shown
    ]


def _with_region(value: object, part: Part) -> object:
    """Return an address with the region that another question of the field set asked for."""
    if not isinstance(value, Address) or value.region:
        return value
    asked = next((field.key for field in part.fields if field.type is FieldType.REGION), "")
    return Address(str(part.known.get(asked) or ""), value.detail)


def _plain(value: object) -> object:
    match value:
        case Address(region, detail):
            return {"region": region, "detail": detail}
        case Period(start, end):
            return {"start": start, "end": end}
        case Place(here, region, detail):
            return {"here": here, "region": region, "detail": detail}
        case tuple():
            return list(value)
        case _:
            return value

"""Answers on their way out of a session and back into another: plain JSON by path, in the order of the form."""

from collections.abc import Mapping
from dataclasses import replace

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Address, Answers, Period, Place
from kiosk.journeys.form.asking import questions
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.prefill import begin
from kiosk.journeys.form.question import NOT_ASKED, Kind, kind_of


def packed(context: Context, answers: Answers) -> dict[str, object]:
    """Return what was entered, by path, for `json.dumps`; None for what was skipped.

    Left out is what the card says anew next time, and pictures: they stay with the session. Shapes are those of `document`.
    """
    known = begin(replace(context, earlier={}))
    asked = (one for one in questions(context, answers) if one.row is None and one.kind is not Kind.PHOTO)
    return {
        one.id: _plain(answers.value(one.id))
        for one in asked
        if one.id in answers and (one.id not in known or known.value(one.id) != answers.value(one.id))
    }


def unpacked(context: Context, said: Mapping[str, object]) -> Answers:
    """Return the answers to go on with: what the card says, and of what was packed all that this form can still ask.

    What is out of date or wrong by now is asked again: `missing` finds it.
    """
    answers = begin(context)
    for path, value in said.items():
        field = _field(context, path)
        kept = _canonical(field, value) if field else None
        if field and (value is None or kept is not None):
            answers = answers.with_value(path, kept)
    return answers


def _field(context: Context, path: str) -> Field | None:
    found = context.catalogue.field_at(path)
    pictured = found is not None and (kind_of(found) is Kind.PHOTO or found.type in NOT_ASKED)
    return None if pictured else found


def _plain(value: object) -> object:
    match value:
        case Address(region, detail):
            return {"region": region, "detail": detail}
        case Period(start, end):
            return {"start": start, "end": end}
        case Place(here, region, detail):
            return {"here": here, "region": region, "detail": detail}
        case tuple():
            return [_plain(one) for one in value]
        case Mapping():
            return {key: _plain(one) for key, one in value.items()}
        case _:
            return value


def _canonical(field: Field, value: object) -> object:  # noqa: PLR0911  # one a shape
    """Return a value of JSON as the form keeps it; None for what cannot be one of this field."""
    match field.type, value:
        case FieldType.BOOLEAN, bool():
            return value
        case FieldType.INTEGER, int() if not isinstance(value, bool):
            return value
        case FieldType.MULTISELECT, list():
            return tuple(one for one in value if isinstance(one, str))
        case FieldType.ADDRESS, {"region": str(region), "detail": str(detail)}:
            return Address(region, detail)
        case FieldType.DATE_RANGE, {"start": str(start), "end": str(end)}:
            return Period(start, end)
        case FieldType.LOCATION, {"here": bool(here), "region": str(region), "detail": str(detail)}:
            return Place(here, region, detail)
        case FieldType.REPEAT, list():
            return tuple(_row(field, one) for one in value if isinstance(one, Mapping))
        case type_, str() if type_ not in _SHAPED:
            return value
        case _:
            return None


_SHAPED = frozenset(
    {
        FieldType.BOOLEAN,
        FieldType.INTEGER,
        FieldType.MULTISELECT,
        FieldType.ADDRESS,
        FieldType.DATE_RANGE,
        FieldType.LOCATION,
        FieldType.REPEAT,
    }
)
"""Types whose values are no text in JSON."""


def _row(group: Field, said: Mapping[str, object]) -> dict[str, object]:
    found = {field.key: _canonical(field, said.get(field.key)) for field in group.fields}
    return {key: value for key, value in found.items() if value is not None or said.get(key, "") is None}

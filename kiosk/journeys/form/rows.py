"""Rows of a repeated group: whether there is anything in one, and what it is called."""

from collections.abc import Iterable

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Row


def is_empty(row: Row) -> bool:
    """Say whether nothing was ever answered in a row: it does not exist yet."""
    return all(value is None for value in row.values())


def row_name(fields: Iterable[Field], row: Row) -> str:
    """Return what a row is called: the name in it, in a group without names the text; empty while there is none."""
    by_type = {field.type: field.key for field in reversed(tuple(fields))}
    key = by_type.get(FieldType.NAME) or by_type.get(FieldType.TEXT, "")
    return str(row.get(key) or "")

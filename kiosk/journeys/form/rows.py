"""Rows of a repeated group: whether there is anything in one, and what it is called."""

from collections.abc import Iterable

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Row


def is_empty(row: Row) -> bool:
    """Say whether nothing was ever answered in a row: it does not exist yet."""
    return all(value is None for value in row.values())


def row_name(fields: Iterable[Field], row: Row) -> str:
    """Return what a row is called: its first name or text; empty while there is none."""
    for field in fields:
        value = row.get(field.key)
        if field.type in (FieldType.NAME, FieldType.TEXT) and isinstance(value, str):
            return value
    return ""

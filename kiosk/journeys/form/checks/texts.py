"""Texts: lengths and patterns, names, numbers of documents, whatever has a shape of its own."""

import re
from collections.abc import Callable

from kiosk.journeys.form.checks.checked import UNKNOWN, Check, Checked
from kiosk.journeys.form.documents import OTHER, number_fault
from kiosk.journeys.form.fault import Fault, fault

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
_NO_NAME = re.compile(r"[0-9@#%&*/\\<>=+_^$~|{}\[\]\"]")
_ACCOUNT = re.compile(r"[0-9A-Z-]{4,}")


def text(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with a text: its length, or the pattern of its field."""
    field = checked.field
    if not isinstance(value, str) or _CONTROL.search(value):
        return UNKNOWN
    if len(value) < max(field.min_len, 1):
        return fault("short", least=max(field.min_len, 1))
    if len(value) > field.max_len:
        return fault("long", most=field.max_len)
    return fault("pattern") if field.pattern and not re.search(field.pattern, value) else None


def name(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with a name; those of other scripts and with middle dots are names, too."""
    wrong = text(checked, value)
    if wrong:
        return wrong
    return fault("name") if len(str(value)) < 2 or _NO_NAME.search(str(value)) else None


def number(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with the number of a document, whose kind another field may say."""
    if not isinstance(value, str):
        return UNKNOWN
    kind = checked.known.get(checked.field.validate_by) if checked.field.validate_by else ""
    return number_fault(value, kind if isinstance(kind, str) else "") or _own_fault(checked, value)


def _own_fault(checked: Checked, value: str) -> Fault | None:
    """Return what is wrong when the applicant gives their own number for somebody else's."""
    card = checked.context.card if checked.field.other_person and checked.context.mode == "self" else None
    return fault("own-number") if card is not None and value == card.id_number else None


def permit(_checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with the number of some permit."""
    return number_fault(value, OTHER) if isinstance(value, str) else UNKNOWN


def account(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with the number of an account with a provider."""
    wrong = text(checked, value)
    return wrong or (None if _ACCOUNT.fullmatch(str(value)) else fault("account"))


def shaped(right: Callable[[str], bool], wrong: str) -> Check:
    """Return a check for texts of a shape of their own; `wrong` is what to say about others."""
    return lambda _checked, value: None if isinstance(value, str) and right(value) else fault(wrong)

"""Questions: one field of one field set, asked on one page."""

from enum import Enum
from typing import NamedTuple

from config.catalogue import Field, FieldType

NOT_ASKED = frozenset(
    {
        FieldType.SIGNATURE,
        FieldType.OTP,
        FieldType.SLOT,
        FieldType.BALLOT,
        FieldType.SURVEY,
        FieldType.COMPUTED,
    }
)
"""Types that are never questions here: signing and one-time codes have pages of their own in a journey, slots, ballots
and surveys belong to flows of their own, computed values are nobody's to answer."""


class Kind(Enum):
    """How a question is answered. `PHOTO` is taken by the journey with the camera; all others are answered here."""

    CHOICE = "choice"  # one option, answered by touching it
    TICKS = "ticks"  # any number of options
    ENTRY = "entry"  # typed
    REGION = "region"  # a walk down the regions
    ADDRESS = "address"  # a region, then words
    PERIOD = "period"  # two dates
    PLACE = "place"  # here, or words
    LIST = "list"  # rows, each with fields of its own
    PHOTO = "photo"


_KINDS = {
    FieldType.SELECT: Kind.CHOICE,
    FieldType.BOOLEAN: Kind.CHOICE,
    FieldType.MULTISELECT: Kind.TICKS,
    FieldType.REGION: Kind.REGION,
    FieldType.ADDRESS: Kind.ADDRESS,
    FieldType.DATE_RANGE: Kind.PERIOD,
    FieldType.LOCATION: Kind.PLACE,
    FieldType.REPEAT: Kind.LIST,
    FieldType.PHOTO: Kind.PHOTO,
    FieldType.FILE: Kind.PHOTO,
}


class Question(NamedTuple):
    """One question. `id` is its path in the answers, `row` its row when it stands in a repeated group.

    A form with long lists has a thousand of them, made anew at every step: tuples are made fastest.
    """

    id: str
    field_set: str
    kind: Kind
    field: Field
    row: int | None = None


def kind_of(field: Field) -> Kind:
    """Return how a field is asked; whatever offers options (an amount to top up, for example) is a choice."""
    if field.options and field.type is not FieldType.MULTISELECT:
        return Kind.CHOICE
    return _KINDS.get(field.type, Kind.ENTRY)

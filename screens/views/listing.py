"""Pages of rows: checklists, reviews, sheets."""

from dataclasses import dataclass, field
from enum import Enum

from screens.views.frame import Action, View


class RowState(Enum):
    """How far a line of a checklist is."""

    TODO = "todo"
    DONE = "done"
    OPTIONAL = "optional"
    WAIVED = "waived"
    CARE = "care"  # of something that staff must see to


@dataclass(frozen=True, slots=True)
class Row:
    """A line: label and value, a state for checklists, and what can be pressed on it."""

    label: str
    value: str = field(default="", repr=False)
    state: RowState | None = None
    action: Action | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading, for the review page and lists of materials or people."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(View):
    """Rows in groups: material checklist, members of a household (with `add`), review before sending."""

    groups: tuple[RowGroup, ...]
    add: Action | None = None

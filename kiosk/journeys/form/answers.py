"""What the resident has answered so far: an immutable mapping of paths to canonical values.

A path is "contact.mobile", or "household.members.0.m_name" for what stands in a row of a repeated group. Canonical
values, by the type of the field: text; ISO dates ("1945-05-01") and months ("1945-05"); whole numbers as int; decimals
and money as text ("1850.50"); the code of an option, a tuple of codes for several; True or False; a 12-digit region
code; `Address`, `Period`, `Place`; a tuple of rows, each a mapping of field keys to values; for photos a tuple of the
names of attachments. None is kept for what the resident chose to skip.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.journeys.form.worked import Worked

Row = Mapping[str, object]
"""One row of a repeated group."""


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """A region code (empty when a question of its own asks for the region) and the words for the rest."""

    region: str
    detail: str


@dataclass(frozen=True, slots=True, repr=False)
class Period:
    """The first and the last day, ISO dates."""

    start: str
    end: str


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """Where something is: at the terminal (`here`, with the site's region), or somewhere described in words."""

    here: bool
    region: str
    detail: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Values by path. `path in answers` says whether the question was answered or skipped.

    `worked` is what `kiosk.journeys.form.scope` has worked out of them so far; it says nothing that they do not say.
    """

    values: Mapping[str, object] = field(default_factory=dict, repr=False)
    worked: Worked = field(default_factory=Worked, repr=False, compare=False)

    def __contains__(self, path: str) -> bool:
        place = _in_row(path)
        if place is None:
            return path in self.values
        rows = self.rows(place.group)
        return place.row < len(rows) and place.key in rows[place.row]

    def value(self, path: str) -> object:
        """Return the value at a path; None when there is none."""
        place = _in_row(path)
        if place is None:
            return self.values.get(path)
        rows = self.rows(place.group)
        return rows[place.row].get(place.key) if place.row < len(rows) else None

    def rows(self, path: str) -> tuple[Row, ...]:
        """Return the rows of a repeated group; nothing when there are none."""
        rows = self.values.get(path)
        return rows if isinstance(rows, tuple) else ()

    def with_value(self, path: str, value: object) -> "Answers":
        """Return these answers with another value at a path; a row is added when its number is the next one."""
        place = _in_row(path)
        if place is None:
            return self._with(path, value)
        rows = list(self.rows(place.group))
        row = rows[place.row] if place.row < len(rows) else {}
        rows[place.row : place.row + 1] = [{**row, place.key: value}]
        return self._with(place.group, tuple(rows))

    def _with(self, path: str, value: object) -> "Answers":
        field_set, _, _ = path.partition(".")
        return Answers({**self.values, path: value}, self.worked.without(field_set))


@dataclass(frozen=True, slots=True)
class _InRow:
    group: str
    row: int
    key: str


def _in_row(path: str) -> _InRow | None:
    """Return where in a repeated group a path leads; None for the path of a question that stands for itself."""
    field_set, key, *rest = path.split(".")
    return _InRow(f"{field_set}.{key}", int(rest[0]), rest[1]) if rest else None

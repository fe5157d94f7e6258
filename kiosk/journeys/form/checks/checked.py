"""What a check looks at, and the finding about a value that a field can never have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from config.catalogue import Field
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.fault import Fault, fault

UNKNOWN = fault("unknown")
"""A value that this field cannot have, such as an option that is no longer offered."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A field to check a value for; `known` are the values of the fields beside it."""

    context: Context
    field: Field
    known: Mapping[str, object]


Check = Callable[[Checked, object], Fault | None]
"""Returns what is wrong with a value, None when it will do."""

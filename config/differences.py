"""What differs between two settings, as a terminal would see it: field by field, defaults filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from config.settings import Settings


@dataclass(frozen=True, slots=True)
class Difference:
    """One field (dotted name) whose value differs; values are plain JSON."""

    field: str
    before: Any
    after: Any


def differences(before: Settings, after: Settings) -> tuple[Difference, ...]:
    """Return what changes for a terminal that goes from one to the other, in the order of the schema."""
    old, new = _flat(before.model_dump(mode="json")), _flat(after.model_dump(mode="json"))
    return tuple(Difference(name, old[name], new[name]) for name in old if old[name] != new[name])


def _flat(fields: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in fields.items():
        flat |= _flat(value, f"{prefix}{name}.") if isinstance(value, Mapping) else {f"{prefix}{name}": value}
    return flat

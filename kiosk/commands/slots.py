"""Appointments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindSlots:
    """Ask the platform for the free times of an item at a site. Answered by `SlotsFound` or `SlotsNotFound`."""

    id: int
    item: str
    site: str


@dataclass(frozen=True, slots=True)
class HoldSlot:
    """Have the platform hold a time for some minutes. Answered by `SlotHeld`, `SlotGone` or `SlotsNotFound`."""

    id: int
    item: str
    slot: str

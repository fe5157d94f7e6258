"""Answers about free times."""

from dataclasses import dataclass

from kiosk.slots import Slot


@dataclass(frozen=True, slots=True)
class SlotsFound:
    """Answer to `FindSlots`: the free times, the earliest first; may be none."""

    command: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class SlotsNotFound:
    """Answer to `FindSlots` or `HoldSlot`: the platform did not say; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class SlotHeld:
    """Answer to `HoldSlot`: it is held for longer than handing in takes; `hold` goes into the transaction."""

    command: int
    hold: str


@dataclass(frozen=True, slots=True)
class SlotGone:
    """Answer to `HoldSlot`: others were faster."""

    command: int

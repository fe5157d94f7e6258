"""Phases of choosing a time."""

from dataclasses import dataclass

from kiosk.slots import Slot


@dataclass(frozen=True, slots=True)
class FindingSlots:
    """The platform is asked what is free; `gone` once a chosen time was taken by others."""

    command: int
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ChoosingDay:
    """The days with free times."""

    slots: tuple[Slot, ...]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ChoosingTime:
    """The free times of a day."""

    slots: tuple[Slot, ...]
    day: str


@dataclass(frozen=True, slots=True)
class ConfirmingSlot:
    """What is about to be booked."""

    slots: tuple[Slot, ...]
    slot: Slot


@dataclass(frozen=True, slots=True)
class HoldingSlot:
    """The platform is asked to hold it."""

    command: int
    slot: Slot


@dataclass(frozen=True, slots=True)
class NoSlots:
    """Nothing can be booked: `reason` is `none` (nothing is free), `offline` or `refused`."""

    reason: str

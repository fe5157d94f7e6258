"""Choosing a time: free ones from the platform, a day, a time, held at the moment of booking, then handed in."""

from kiosk.commands.slots import HoldSlot
from kiosk.events import Event
from kiosk.events.slots import SlotGone, SlotHeld, SlotsFound, SlotsNotFound
from kiosk.journeys.phases.slots import (
    ChoosingDay,
    ChoosingTime,
    ConfirmingSlot,
    FindingSlots,
    HoldingSlot,
    NoSlots,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.recording import record
from kiosk.journeys.route import backward
from kiosk.journeys.slots import find
from kiosk.journeys.state import State
from screens.views.inputs import Touched

Appointing = FindingSlots | ChoosingDay | ChoosingTime | ConfirmingSlot | HoldingSlot | NoSlots


def react(state: State, phase: Appointing, event: Event) -> State:  # one a phase
    """Return what an event makes of choosing a time."""
    match phase:
        case FindingSlots():
            return _finding(state, phase, event)
        case ChoosingDay():
            return _day(state, phase, event)
        case ChoosingTime():
            return _time(state, phase, event)
        case ConfirmingSlot():
            return _confirming(state, phase, event)
        case HoldingSlot():
            return _holding(state, phase, event)
        case NoSlots():
            return _none(state, event)


def _finding(state: State, phase: FindingSlots, event: Event) -> State:
    match event:
        case SlotsFound(command, slots) if command == phase.command and slots:
            return state.at(ChoosingDay(slots, phase.gone))
        case SlotsFound(command) if command == phase.command:
            return state.at(NoSlots("none"))
        case SlotsNotFound(command, reason) if command == phase.command:
            return state.at(NoSlots(reason))
        case _:
            return state


def _day(state: State, phase: ChoosingDay, event: Event) -> State:
    match event:
        case Touched("back"):
            return backward(state, Stage.SLOT)
        case Touched(id) if id.removeprefix("day:") in {slot.day for slot in phase.slots}:
            return state.at(ChoosingTime(phase.slots, id.removeprefix("day:")))
        case _:
            return state


def _time(state: State, phase: ChoosingTime, event: Event) -> State:
    match event:
        case Touched("back"):
            return state.at(ChoosingDay(phase.slots))
        case Touched(id) if id.startswith("slot:"):
            chosen = next((slot for slot in phase.slots if slot.id == id.removeprefix("slot:")), None)
            return state.at(ConfirmingSlot(phase.slots, chosen)) if chosen else state
        case _:
            return state


def _confirming(state: State, phase: ConfirmingSlot, event: Event) -> State:
    match event:
        case Touched("back"):
            return state.at(ChoosingTime(phase.slots, phase.slot.day))
        case Touched("book") if state.outside.online:
            state = state.commanding(lambda number: HoldSlot(number, state.session.item, phase.slot.id))
            return state.at(HoldingSlot(state.issued, phase.slot))
        case _:
            return state


def _holding(state: State, phase: HoldingSlot, event: Event) -> State:
    """Hand in only what is held: the platform keeps the time for longer than handing in can take."""
    match event:
        case SlotHeld(command, hold) if command == phase.command:
            return record(state.having(slot=phase.slot, hold=hold))
        case SlotGone(command) if command == phase.command:
            return find(state, gone=True)
        case SlotsNotFound(command, reason) if command == phase.command:
            return state.at(NoSlots(reason))
        case _:
            return state


def _none(state: State, event: Event) -> State:
    match event:
        case Touched("again"):
            return find(state)
        case Touched("back"):
            return backward(state, Stage.SLOT)
        case _:
            return state

"""Waiting some seconds for what is decided at once; what takes longer becomes an ordinary case."""

from dataclasses import replace

from kiosk.commands.decisions import AwaitDecision
from kiosk.events import Event
from kiosk.events.decisions import DecisionHeard
from kiosk.events.sending import Delivered
from kiosk.events.world import NetworkChanged
from kiosk.journeys.outcome import finish
from kiosk.journeys.phases.sending import Deciding
from kiosk.journeys.plan import is_instant
from kiosk.journeys.state import State


def delivered(state: State, fate: Delivered) -> State:
    """Go on once the platform has it: wait for the decision where one is made at once, else show how it ended."""
    if not is_instant(state.item, online=state.outside.online):
        return finish(state, fate)
    state = state.commanding(lambda number: AwaitDecision(number, fate.case_number))
    return state.at(Deciding(state.issued, fate))


def react(state: State, phase: Deciding, event: Event) -> State:
    """Return what an event makes of the waiting."""
    match event:
        case DecisionHeard(command, decision) if command == phase.command:
            if decision.outcome:
                return finish(state, phase.fate, decision)
            return state.at(replace(phase, decision=decision))
        case NetworkChanged(online=False):
            return finish(state, phase.fate)
        case _:
            return state

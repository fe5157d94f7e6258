"""Handing the application to the queue."""

from kiosk.commands.sending import Record
from kiosk.journeys.payload import attachments, is_anonymous, payload
from kiosk.journeys.phases.sending import Recording
from kiosk.journeys.state import State


def record(state: State) -> State:
    """Have the application sealed and kept; thanks are due only once `Recorded` answers."""
    document, attached = payload(state), attachments(state)
    card = state.session.card
    resident = card.id_number if card and not is_anonymous(state) else ""
    state = state.commanding(lambda number: Record(number, state.session.item, document, attached, resident))
    return state.at(Recording(state.issued))

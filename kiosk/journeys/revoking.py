"""Revoking a mandate that one gave: asked once more, then at the platform, where it takes effect at once."""

from kiosk.commands.agency import RevokeMandate
from kiosk.events import Event
from kiosk.events.agency import MandateRevoked, MandateStands
from kiosk.journeys.phases.agency import ConfirmingRevocation, Revoking
from kiosk.journeys.phases.lookups import Found, NotFound
from kiosk.journeys.state import State
from screens.views.inputs import Touched


def react(state: State, phase: ConfirmingRevocation | Revoking, event: Event) -> State:
    """Return what an event makes of revoking."""
    match phase, event:
        case ConfirmingRevocation(sheet, list_), Touched("back" | "keep"):
            return state.at(Found(sheet, list_))
        case ConfirmingRevocation(), Touched("revoke") if state.outside.online:
            return _revoke(state, phase)
        case Revoking(command), MandateRevoked() if event.command == command:
            return state.at(Found(event.sheet))
        case Revoking(command), MandateStands() if event.command == command:
            return unrevoked(state, phase, event.reason)
        case _:
            return state


def unrevoked(state: State, phase: Revoking, reason: str) -> State:
    """Say that it is not known to be revoked; asking again shows how the mandate stands."""
    return state.at(NotFound(reason, phase.sheet.revoke, phase.list_))


def _revoke(state: State, phase: ConfirmingRevocation) -> State:
    session, mandate = state.session, phase.sheet.revoke
    state = state.commanding(lambda id_: RevokeMandate(id_, mandate, session.id_number, session.checked))
    return state.at(Revoking(state.issued, phase.sheet, phase.list_))

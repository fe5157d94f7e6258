"""Acting for an organisation: its code is scanned, and what its operator may do for it is said before the first question."""

from dataclasses import replace

from kiosk.commands.organisations import FindOrganisation
from kiosk.events import Event
from kiosk.events.organisations import OrganisationFound, OrganisationNotFound
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.journeys.case import with_answers
from kiosk.journeys.phases.representing import (
    FindingOrganisation,
    NotOperator,
    OrganisationShown,
    Representing,
    ScanningOrganisation,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward, forward
from kiosk.journeys.state import State
from kiosk.organisation import BY_LETTER, Organisation
from screens.views.inputs import Touched


def react(state: State, phase: Representing, event: Event) -> State:  # noqa: PLR0911  # one a kind of event
    """Return what an event makes of it."""
    match phase, event:
        case ((ScanningOrganisation() | OrganisationShown() | NotOperator()), Touched("back")):
            return _back(state, phase)
        case ScanningOrganisation(), CodeScanned(text) if state.outside.online:
            return _find(state, text)
        case ScanningOrganisation(), CodeScanned():
            return state.at(ScanningOrganisation("offline"))
        case ScanningOrganisation(), CodeUnusable(reason):
            return state.at(ScanningOrganisation(f"unusable-{reason}"))
        case FindingOrganisation(command), OrganisationFound() if event.command == command:
            return _found(state, event.organisation)
        case FindingOrganisation(command), OrganisationNotFound() if event.command == command:
            return state.at(ScanningOrganisation(event.reason))
        case OrganisationShown(organisation), Touched("yes"):
            return _represented(state, organisation)
        case OrganisationShown(), Touched("another"):
            return state.at(ScanningOrganisation())
        case NotOperator(), Touched("letter") if may_bring_letter(phase):
            return _represented(state, replace(phase.organisation, authority=BY_LETTER))
        case _:
            return state


def may_bring_letter(phase: NotOperator) -> bool:
    """Whether a letter of the organisation may stand for the register: not for one that exists no more."""
    return not phase.organisation.struck_off


def _find(state: State, code: str) -> State:
    operator = state.session.id_number
    state = state.commanding(lambda id_: FindOrganisation(id_, code, operator))
    return state.at(FindingOrganisation(state.issued))


def _found(state: State, organisation: Organisation) -> State:
    if organisation.struck_off:
        return state.at(NotOperator("struck_off", organisation))
    if organisation.covers(state.item.owner):
        return state.at(OrganisationShown(organisation))
    reason = "other_matters" if organisation.authority == "authorised" else organisation.authority
    return state.at(NotOperator(reason, organisation))


def _represented(state: State, organisation: Organisation) -> State:
    """Go on for that organisation; what was said for another one is gone."""
    before = state.session.organisation
    if before is None or before.uscc != organisation.uscc:
        state = with_answers(replace(state, session=replace(state.session, organisation=None).unsaid()), None)
    return forward(state.having(organisation=organisation), Stage.ORGANISATION)


def _back(state: State, phase: Representing) -> State:
    if isinstance(phase, NotOperator):
        return state.at(ScanningOrganisation())
    return backward(state, Stage.ORGANISATION)

"""What a resident entrusts: the terms of the mandate, and reading them before they are signed (民法典 art. 165)."""

from dataclasses import dataclass, field

from kiosk.events import Event
from kiosk.journeys import form
from kiosk.journeys.case import answers, context
from kiosk.journeys.form.display import display
from kiosk.journeys.phases.agency import ReadingMandate
from kiosk.journeys.plan import Stage
from kiosk.journeys.review import may_send
from kiosk.journeys.route import backward, forward
from kiosk.journeys.state import State
from kiosk.journeys.whom import entrusts
from screens.views.inputs import Touched

_ENTRUSTED = ("agency_entrust.entrust_item", "agency_entrust.entrust_scope", "agency_entrust.entrust_until")
_APPLIED = ("", "agent.poa_scope", "agent.poa_until")
"""Where the form asks for matter, powers and end: of a mandate by itself, of one that goes with an application."""

_BODY = "agency_entrust.entrust_agent"


@dataclass(frozen=True, slots=True)
class Terms:
    """A mandate in words: who may act (`agent`, "" when only a body is named, and `body`), in what, how far, until when."""

    agent: str = field(repr=False)
    body: str
    matter: str
    powers: str
    until: str


def terms(state: State) -> Terms:
    """Return what the resident is about to sign, in their language."""
    agent, language = state.session.agent, state.session.language
    paths = _ENTRUSTED if entrusts(state.outside.catalogue, state.item) else _APPLIED
    matter, powers, until = (_said(state, path) for path in paths)
    standing = agent.standing if agent else None
    return Terms(
        agent=(agent.card.name or agent.card.english_name) if agent else "",
        body=_said(state, _BODY) or (standing.body.said(language) if standing else ""),
        matter=matter or state.item.name(language),
        powers=powers,
        until=until,
    )


def react(state: State, _phase: ReadingMandate, event: Event) -> State:
    """Return what an event makes of the page with the mandate."""
    match event:
        case Touched("next") if may_send(state):
            return forward(state.having(signed={}), Stage.MANDATE)
        case Touched("back"):
            return backward(state, Stage.MANDATE)
        case _:
            return state


def _said(state: State, path: str) -> str:
    here, given = context(state), answers(state)
    question = form.find(here, given, path)
    return display(here, question.field, given.value(path)) if question else ""

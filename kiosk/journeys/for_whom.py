"""Whose matter it is. Whoever acts for somebody lays their own card first; then the card of whom it is about is asked for."""

from dataclasses import replace

from kiosk.commands.agency import AskStanding, CountAgentTime
from kiosk.events import Event
from kiosk.events.agency import AgentTimeUp, StandingTold, StandingUnknown
from kiosk.journeys.case import with_answers
from kiosk.journeys.closing import end
from kiosk.journeys.phases.agency import AskingStanding, ForWhom, NextMatter, NotAgent
from kiosk.journeys.phases.browsing import Guide, Home, Searching, Shelf
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.route import again, backward, forward
from kiosk.journeys.session import Agent
from kiosk.journeys.state import State
from kiosk.journeys.whom import Whom, offered
from kiosk.roster import Standing
from screens.views.inputs import Touched

Choosing = ForWhom | AskingStanding | NotAgent | NextMatter

FOR = "for."
"""What the ids of the choices begin with."""


def react(state: State, phase: Choosing, event: Event) -> State:  # noqa: PLR0911  # one a kind of event
    """Return what an event makes of choosing for whom it is."""
    match phase, event:
        case ForWhom(), Touched("back"):
            return backward(state, Stage.FOR_WHOM)
        case ForWhom(), Touched(id) if id in choices(state):
            return _chosen(state, Whom(id.removeprefix(FOR)))
        case AskingStanding(command), StandingTold() if event.command == command:
            return _told(state, event.standing)
        case AskingStanding(command), StandingUnknown() if event.command == command:
            return state.at(NotAgent(event.reason))
        case NotAgent(), Touched("again"):
            return _ask(state)
        case NotAgent(), Touched("back"):
            return state.at(ForWhom())
        case NextMatter(), Touched("next"):
            return state.at(Home())
        case NextMatter(), Touched("done"):
            return end(state, Ending.KEPT)
        case _:
            return state


def choices(state: State) -> tuple[str, ...]:
    """Return the ids of the choices."""
    return tuple(FOR + whom.value for whom in offered(state.outside, state.item))


def time_up(state: State, event: AgentTimeUp) -> State:
    """An agent's time is over: what is in hand is finished, nothing new is begun without their card."""
    agent = state.session.agent
    if agent is None or agent.counted != event.command:
        return state
    if isinstance(state.phase, Home | Shelf | Searching | NextMatter) or (
        isinstance(state.phase, Guide) and not state.session.plan
    ):
        return end(state, Ending.TIMED_OUT)
    return state.having(agent=replace(agent, expired=True))


def _chosen(state: State, whom: Whom) -> State:
    session = state.session
    match whom:
        case Whom.SELF | Whom.ORGANISATION:
            return forward(_switched(_planned(state, whom), whom), Stage.FOR_WHOM)
        case Whom.FAMILY if session.card:
            return _acting(state, whom, Agent(session.card))
        case Whom.AGENCY if state.outside.online:
            return _ask(state)
        case Whom.AGENCY:
            return state.at(NotAgent("offline"))
        case _:
            return state


def _ask(state: State) -> State:
    """Ask how whoever laid the card stands in the roster."""
    number = state.session.id_number
    state = state.commanding(lambda id_: AskStanding(id_, number))
    return state.at(AskingStanding(state.issued))


def _told(state: State, standing: Standing) -> State:
    card = state.session.card
    if standing.state != "active" or card is None:
        return state.at(NotAgent(standing.state))
    seconds = state.outside.settings.timers.agent
    state = state.commanding(lambda id_: CountAgentTime(id_, seconds))
    return _acting(state, Whom.AGENCY, Agent(card, standing, state.issued))


def _switched(state: State, whom: Whom) -> State:
    """Change between a person's own matter and an organisation's: what was said in the one is gone in the other."""
    if whom is Whom.SELF and state.session.organisation is None:
        return state
    unsaid = replace(state.session, organisation=None, stays=False, given={}).unsaid()
    return with_answers(replace(state, session=unsaid), None)


def _acting(state: State, whom: Whom, agent: Agent) -> State:
    """Set the card of whoever acts aside, and ask for that of whom it is about."""
    planned = _planned(state, whom).having(stays=False, given={}, holder=None)
    return again(with_answers(planned, None, card=None, agent=agent, asked=False, trail=(), signed={}))


def _planned(state: State, whom: Whom) -> State:
    online = state.session.began_online
    stages = plan(state.outside.catalogue, state.item, online=online, whom=whom)
    return state.having(whom=whom, plan=stages)

"""Signing in with a card: lay it, lift it, and say that it is you."""

from dataclasses import replace

from devices.card_reader import Card, CardKind
from kiosk.events import Event
from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.journeys import sharing
from kiosk.journeys.case import with_answers
from kiosk.journeys.phases.agency import ForWhom
from kiosk.journeys.phases.opening import Confirming, NoCard, PresentingCard, TooManyWait
from kiosk.journeys.phases.sharing import SharingConsent
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.route import backward, forward
from kiosk.journeys.state import State
from screens.views.card import CardStage
from screens.views.inputs import Touched

HELP_AFTER = 3
"""After so many failures the page sends the resident to the staff."""

_IDENTITY = (CardKind.RESIDENT, CardKind.FOREIGN_PERMANENT_RESIDENT, CardKind.HK_MACAU_TAIWAN_RESIDENT)


def react(state: State, phase: PresentingCard | NoCard | Confirming | TooManyWait, event: Event) -> State:
    """Return what an event makes of the pages around the reader."""
    match phase:
        case PresentingCard():
            return _presenting(state, phase, event)
        case NoCard() | TooManyWait():
            return state.at(PresentingCard()) if event == Touched("back") else state
        case Confirming():
            return _confirming(state, phase, event)


def _presenting(state: State, phase: PresentingCard, event: Event) -> State:  # noqa: PLR0911  # one a kind of event
    match event:
        case CardReading():
            return state.at(replace(phase, stage=CardStage.READING, trouble=""))
        case CardPresented(card) if _is_agents(state, card):
            return _failed(state, phase, "card-agents")
        case CardPresented(card) if card.kind in _IDENTITY:
            return state.at(PresentingCard(CardStage.LIFT, card=card))
        case CardPresented():
            return _failed(state, phase, "card-not-identity")
        case CardFailed(code):
            return _failed(state, phase, f"card-{_TROUBLES.get(code, 'unreadable')}")
        case CardLifted() if phase.card:
            return state.at(Confirming(phase.card))
        case CardLifted():
            return state.at(replace(phase, stage=CardStage.WAITING))
        case Touched("without_card"):
            return state.at(NoCard())
        case Touched("back"):
            return _back(state)
        case _:
            return state


def _is_agents(state: State, card: Card) -> bool:
    """Whether it is the card of whoever acts, laid again instead of the resident's."""
    agent = state.session.agent
    return agent is not None and agent.card.id_number == card.id_number


def _back(state: State) -> State:
    """Go back; with an agent to the choice for whom it is, with their own card."""
    agent, outside = state.session.agent, state.outside
    if agent is None:
        return backward(state, Stage.SIGN_IN)
    stages = plan(outside.catalogue, state.item, online=outside.online)
    alone = with_answers(
        state, None, card=agent.card, agent=None, whom=None, plan=stages, asked=False, trail=()
    )
    return alone.at(ForWhom())


_TROUBLES = {
    "WRONG_CARD": "not-identity",
    "CARD_LIFTED": "too-soon",
    "CARD_NOT_SELECTED": "too-soon",
    "NO_CARD": "too-soon",
    "CARD_NOT_GENUINE": "damaged",
    "CARD_UNKNOWN": "unknown",
}
"""What a reader's error code means to the resident; everything else is a card that could not be read."""


def _failed(state: State, phase: PresentingCard, trouble: str) -> State:
    return state.at(PresentingCard(CardStage.WAITING, trouble, phase.failures + 1))


def _confirming(state: State, phase: Confirming, event: Event) -> State:
    match event:
        case Touched("yes" | "share") if Stage.SUBMIT in state.session.plan and _has_too_many(
            state, phase.card
        ):
            return _forgotten(state).at(TooManyWait())
        case Touched("share") if sharing.offered(state):
            return state.having(card=phase.card).at(SharingConsent())
        case Touched("yes"):
            return forward(state.having(card=phase.card), Stage.SIGN_IN)
        case Touched("not_me"):
            return _forgotten(state).at(PresentingCard())
        case Touched("back"):
            return _back(state)
        case _:
            return state


def _has_too_many(state: State, card: Card) -> bool:
    return state.outside.full_residents.has(card.id_number)


def _forgotten(state: State) -> State:
    """Drop what belongs to the holder of a card; item, plan and consent stay."""
    session = state.session
    kept = replace(session.again(), plan=session.plan, ticked=session.ticked)
    return replace(state, session=replace(kept, consented=session.consented))

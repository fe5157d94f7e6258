"""Signing in with a card: lay it, lift it, and say that it is you."""

from dataclasses import replace

from devices.card_reader import Card, CardKind
from kiosk.commands.persons import FindPerson
from kiosk.events import Event
from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.events.persons import PersonFound, PersonNotFound
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.journeys import document_key, handover, sharing
from kiosk.journeys.case import with_answers
from kiosk.journeys.phases.agency import ForWhom
from kiosk.journeys.phases.handover import DraftCode
from kiosk.journeys.phases.opening import Confirming, FindingPerson, NoCard, PresentingCard, TooManyWait
from kiosk.journeys.phases.sharing import SharingConsent
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.route import backward, forward
from kiosk.journeys.session import Holder
from kiosk.journeys.sign_in_ways import Way, accepted, is_to_be_found, is_verified, way_of, ways
from kiosk.journeys.state import State
from screens.views.card import CardStage
from screens.views.inputs import Touched

HELP_AFTER = 3
"""After so many failures the page sends the resident to the staff."""

SignIn = PresentingCard | FindingPerson | NoCard | Confirming | TooManyWait


def react(state: State, phase: SignIn, event: Event) -> State:
    """Return what an event makes of the pages around the reader."""
    match phase:
        case PresentingCard():
            return _presenting(state, phase, event)
        case FindingPerson():
            return _finding(state, phase, event)
        case NoCard() | TooManyWait():
            return state.at(PresentingCard()) if event == Touched("back") else state
        case Confirming():
            return _confirming(state, phase, event)


def _presenting(  # noqa: PLR0911, PLR0912  # one a kind of event
    state: State, phase: PresentingCard, event: Event
) -> State:
    match event:
        case CardReading():
            return state.at(replace(phase, stage=CardStage.READING, trouble=""))
        case CardPresented(card) if _is_agents(state, card):
            return _failed(state, phase, "card-agents")
        case CardPresented(card) if way_of(card) in accepted(state.item):
            return state.at(PresentingCard(CardStage.LIFT, card=card))
        case CardPresented(card) if card.kind is CardKind.TRAVEL_DOCUMENT and not is_verified(card):
            return _failed(state, phase, "card-unverified")
        case CardFailed(code) if document_key.is_asked(state, code):
            return document_key.ask(state, phase, code)
        case CardPresented():
            return _failed(state, phase, "card-not-identity")
        case CardFailed(code):
            return _failed(state, phase, f"card-{_TROUBLES.get(code, 'unreadable')}")
        case CardLifted() if phase.card and is_to_be_found(phase.card):
            return _find(state, phase, card_number=phase.card.card_number)
        case CardLifted() if phase.card:
            return state.at(Confirming(phase.card))
        case CodeScanned(text) if key := document_key.scanned(state, text):
            return document_key.expect(state, key)
        case CodeScanned(text) if Way.APP_CODE in ways(state.outside, state.item):
            return _find(state, phase, code=text)
        case CodeUnusable(reason):
            return state.at(replace(phase, trouble=f"scan-{reason}"))
        case CardLifted():
            return state.at(replace(phase, stage=CardStage.WAITING))
        case Touched("without_card"):
            return state.at(NoCard())
        case Touched("back"):
            return _back(state)
        case _:
            return state


def _find(state: State, phase: PresentingCard, code: str = "", card_number: str = "") -> State:
    """Ask the platform who it is."""
    state = state.commanding(lambda number: FindPerson(number, code, card_number))
    return state.at(FindingPerson(state.issued, phase.failures))


def _finding(state: State, phase: FindingPerson, event: Event) -> State:
    match event:
        case PersonFound(command, card) if command == phase.command and _is_agents(state, card):
            return state.at(PresentingCard(trouble="card-agents", failures=phase.failures + 1))
        case PersonFound(command, card, check) if command == phase.command:
            return state.at(Confirming(card, check))
        case PersonNotFound(command, reason) if command == phase.command:
            return not_found(state, phase, reason)
        case _:
            return state


def not_found(state: State, phase: FindingPerson, reason: str) -> State:
    """Say that nobody was found, and let them try again or another way."""
    return state.at(PresentingCard(trouble=f"person-{reason}", failures=phase.failures + 1))


def _is_agents(state: State, card: Card) -> bool:
    """Whether it is the card of whoever acts, laid again instead of the resident's."""
    agent = state.session.agent
    return agent is not None and agent.card.id_number == card.id_number


def _back(state: State) -> State:
    """Go back; with an agent to the choice for whom it is, with their own card."""
    agent = state.session.agent
    if agent is None:
        return backward(state, Stage.SIGN_IN)
    stages = plan(state.outside.catalogue, state.item, online=state.session.began_online)
    alone = with_answers(
        state, None, card=agent.card, agent=None, whom=None, plan=stages, asked=False, trail=()
    )
    return alone.at(ForWhom())


_TROUBLES = {
    "WRONG_CARD": "not-identity",
    "MRZ_NEEDED": "not-identity",
    "MRZ_MISMATCH": "not-identity",
    "DOCUMENT_NEEDS_PACE": "needs-pace",
    "CARD_LIFTED": "too-soon",
    "CARD_NOT_SELECTED": "too-soon",
    "NO_CARD": "too-soon",
    "CARD_NOT_GENUINE": "damaged",
    "CARD_UNKNOWN": "unknown",
}
"""What a reader's error code means to the resident; everything else is a card that could not be read."""


def _failed(state: State, phase: PresentingCard, trouble: str) -> State:
    return state.at(PresentingCard(CardStage.WAITING, trouble, phase.failures + 1))


def _confirming(  # noqa: PLR0911  # one a button
    state: State, phase: Confirming, event: Event
) -> State:
    match event:
        case Touched("yes" | "share" | "resume") if Stage.SUBMIT in state.session.plan and _has_too_many(
            state, phase.card
        ):
            return _forgotten(state).at(TooManyWait())
        case Touched("share") if sharing.offered(state):
            return _confirmed(state, phase).at(SharingConsent())
        case Touched("resume") if handover.may_resume(state):
            return _confirmed(state, phase).at(DraftCode())
        case Touched("yes"):
            return forward(_confirmed(state, phase), Stage.SIGN_IN)
        case Touched("not_me"):
            return _forgotten(state).at(PresentingCard())
        case Touched("back"):
            return _back(state)
        case _:
            return state


def _confirmed(state: State, phase: Confirming) -> State:
    """Keep who it is, and that their phone has shown that they are the holder."""
    holder = Holder("verified", "", phase.check) if phase.check else state.session.holder
    return state.having(card=phase.card, holder=holder)


def _has_too_many(state: State, card: Card) -> bool:
    return state.outside.full_residents.has(card.id_number)


def _forgotten(state: State) -> State:
    """Drop what belongs to the holder of a card; item, plan, consent and the matter that was chosen before stay."""
    session = replace(state.session, stays=False, given={}, holder=None)
    kept = replace(session.again(), plan=session.plan, ticked=session.ticked)
    kept = replace(kept, matters=session.matters, matter=session.matter)
    return replace(state, session=replace(kept, consented=session.consented))

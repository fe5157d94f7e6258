"""Is it really the holder of the card? A one-time code, sent by the platform to the mobile that was entered."""

from dataclasses import replace

from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.persons import FindPerson
from kiosk.events import Event
from kiosk.events.holder_check import CodeChecked, CodeNotSent, CodeSent
from kiosk.events.persons import PersonFound, PersonNotFound
from kiosk.events.scanning import CodeScanned
from kiosk.journeys import sharing
from kiosk.journeys.case import mobile
from kiosk.journeys.phases.holder_check import (
    AppChecking,
    CodeChecking,
    CodeEntry,
    CodeOffer,
    CodeSending,
    CodeStuck,
)
from kiosk.journeys.phases.kinds import Waiting
from kiosk.journeys.phases.sharing import SharingConsent
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward, deferred, forward
from kiosk.journeys.session import Holder
from kiosk.journeys.sign_in_ways import Way, ways
from kiosk.journeys.state import State
from kiosk.journeys.typed import digits
from screens.views.inputs import Edited, Touched

CODE_LENGTH = 6

Checking = CodeOffer | CodeSending | CodeEntry | CodeChecking | CodeStuck | AppChecking


def react(state: State, phase: Checking, event: Event) -> State:  # noqa: PLR0911  # one a phase
    """Return what an event makes of the holder check."""
    if event == Touched("back") and not isinstance(phase, CodeSending | CodeChecking | AppChecking):
        return state.at(SharingConsent()) if _is_for_sharing(state) else backward(state, Stage.HOLDER_CHECK)
    if isinstance(event, CodeScanned) and by_app(state) and not isinstance(phase, Waiting):
        state = state.commanding(lambda number: FindPerson(number, event.text))
        return state.at(AppChecking(state.issued))
    match phase:
        case CodeOffer():
            return send(state) if event == Touched("next") else state
        case CodeSending():
            return _sending(state, phase, event)
        case CodeEntry():
            return _entry(state, phase, event)
        case CodeChecking():
            return _checking(state, phase, event)
        case CodeStuck():
            return _stuck(state, phase, event)
        case AppChecking():
            return _app(state, phase, event)


def by_app(state: State) -> bool:
    """Whether the code on a phone can say here that it is the holder."""
    return Way.APP_CODE in ways(state.outside, state.item)


def _app(state: State, phase: AppChecking, event: Event) -> State:
    """Only the code of the card's own holder counts."""
    card = state.session.card
    match event:
        case PersonFound(command, found, check) if command == phase.command:
            if card is None or not check or found.id_number != card.id_number:
                return state.at(CodeStuck("app"))
            return _proved(state.having(holder=Holder("verified", "", check)))
        case PersonNotFound(command) if command == phase.command:
            return state.at(CodeStuck("app"))
        case _:
            return state


def _proved(state: State) -> State:
    """Go on with what the check was made for."""
    return sharing.ask(state) if _is_for_sharing(state) else forward(state, Stage.HOLDER_CHECK)


def _is_for_sharing(state: State) -> bool:
    """Whether it is checked before departments are asked, not as a stage of the application."""
    return state.session.sharing and state.session.profile is None


def send(state: State) -> State:
    """Have a code sent."""
    id_number, number = state.session.id_number, mobile(state)
    state = state.commanding(lambda id_: SendCode(id_, number, id_number))
    return state.at(CodeSending(state.issued))


def may_defer(state: State, phase: CodeStuck) -> bool:
    """Whether the check may be left to the platform: it did not answer, and the item may wait for it."""
    silent = phase.reason == "offline" or not state.outside.online
    return silent and state.item.offline.mode == "provisional" and not _is_for_sharing(state)


def _sending(state: State, phase: CodeSending, event: Event) -> State:
    match event:
        case CodeSent(command, check) if command == phase.command:
            return state.at(CodeEntry(check))
        case CodeNotSent(command, reason) if command == phase.command:
            return state.at(CodeStuck(reason))
        case _:
            return state


def _entry(state: State, phase: CodeEntry, event: Event) -> State:
    match event:
        case Edited(text):
            return state.at(replace(phase, text=digits(text, CODE_LENGTH), trouble=""))
        case Touched("next") if len(phase.text) == CODE_LENGTH:
            state = state.commanding(lambda number: CheckCode(number, phase.check, phase.text))
            return state.at(CodeChecking(state.issued, phase.check))
        case Touched("resend"):
            return send(state)
        case _:
            return state


def _checking(state: State, phase: CodeChecking, event: Event) -> State:
    match event:
        case CodeChecked(command, "verified") if command == phase.command:
            proved = state.having(holder=Holder("verified", mobile(state), phase.check))
            return _proved(proved)
        case CodeChecked(command, "wrong" | "expired" as outcome) if command == phase.command:
            return state.at(CodeEntry(phase.check, trouble=f"code-{outcome}"))
        case CodeChecked(command, outcome) if command == phase.command:
            return state.at(CodeStuck(outcome))
        case _:
            return state


def _stuck(state: State, phase: CodeStuck, event: Event) -> State:
    match event:
        case Touched("next") if may_defer(state, phase):
            return deferred(state)
        case Touched("again"):
            return send(state)
        case _:
            return state

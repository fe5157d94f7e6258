"""From handing in to the outcome: kept or not, delivered or still waiting."""

from dataclasses import replace

from config.catalogue import FieldType
from config.language import Language
from kiosk.commands.sending import AwaitDelivery
from kiosk.events import Event
from kiosk.events.sending import Delivered, NotRecorded, Recorded, Refused
from kiosk.events.world import NetworkChanged
from kiosk.journeys import acts, deciding, form, onward
from kiosk.journeys.case import answers, context, needs
from kiosk.journeys.form.display import display
from kiosk.journeys.outcome import finish, is_ours
from kiosk.journeys.payload import given
from kiosk.journeys.phases.sending import Delivering, NotKept, Recording, Reviewing
from kiosk.journeys.plan import Stage
from kiosk.journeys.recording import record
from kiosk.journeys.route import backward
from kiosk.journeys.session import Kept, Session
from kiosk.journeys.slots import appointed, find
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views.inputs import Touched

_ON_RECEIPT = (FieldType.SELECT, FieldType.LOCATION)


def react(  # noqa: PLR0911  # one a kind of event
    state: State, phase: Recording | NotKept | Delivering, event: Event
) -> State:
    """Return what an event makes of sending."""
    match phase, event:
        case Recording(command), Recorded() | NotRecorded() if state.session.rated:
            return onward.over(state, state.session.rated.after) if event.command == command else state
        case Recording(command), Recorded() if event.command == command:
            return _kept(state, event)
        case Recording(command), NotRecorded(answered, reason) if answered == command:
            return state.at(NotKept(reason))
        case NotKept(), Touched("again"):
            return find(state) if state.session.slot else record(state)  # a hold lapses
        case NotKept(), Touched("back"):
            return _reconsidered(state)
        case Delivering(), Delivered() if is_ours(state, event):
            return deciding.delivered(state, event)
        case Delivering(), Refused() if is_ours(state, event):
            return finish(state, event)
        case Delivering(), NetworkChanged(online=False):
            return finish(state, None)
        case _:
            return state


def _reconsidered(state: State) -> State:
    """Go back to what can still be changed; what was signed is signed again."""
    state = state.having(signed={})
    return state.at(Reviewing()) if Stage.REVIEW in state.session.plan else backward(state, Stage.SUBMIT)


def _kept(state: State, event: Recorded) -> State:
    """Drop everything that is sealed now, but for what the outcome page and the receipt say; then watch for delivery."""
    kept = _facts(state, event)
    state = replace(state, session=replace(_left(state), kept=kept))
    if not state.outside.online:
        return finish(state, None)
    state = state.commanding(lambda number: AwaitDelivery(number, event.transaction))
    return state.at(Delivering(state.issued))


def _left(state: State) -> Session:
    """What is left of the session: with what was given, should another matter follow."""
    session = state.session
    if not onward.may_go_on(state):
        return session.again()
    return replace(session.again(), card=session.card, holder=session.holder, given=onward.given(state))


def _facts(state: State, event: Recorded) -> Kept:
    session, wanted = state.session, needs(state)
    card = session.card
    return Kept(
        transaction=event.transaction,
        reference=event.reference,
        recorded_at=event.recorded_at,
        applicant=(card.name or card.english_name) if card else "",
        materials=tuple(
            (need.key, len(session.pictures[need.key])) for need in wanted if need.key in session.pictures
        ),
        to_bring=tuple(need.key for need in wanted if given(state, need) == "later"),
        details={language: _details(state, language) for language in state.outside.settings.languages},
        booked=session.slot is not None,
        act=session.about.act if session.about else None,
        photos={language: _photos(state, language) for language in state.outside.settings.languages},
        to_sign=not all(session.signed.values()),
    )


def _photos(state: State, language: Language) -> tuple[tuple[str, int], ...]:
    """What questions were answered with photos, and how many there are of each."""
    asked = form.questions(replace(context(state), language=language), answers(state))
    pictures = state.session.pictures
    return tuple((one.field.label(language), len(pictures[one.id])) for one in asked if one.id in pictures)


def _details(state: State, language: Language) -> tuple[tuple[str, str], ...]:
    """What a report is about: what was chosen and where it is, not what was written."""
    here, answered = replace(context(state), language=language), answers(state)
    asked = (
        one for one in form.questions(here, answered) if one.field.type in _ON_RECEIPT and one.row is None
    )
    values = ((one.field, answered.value(one.id)) for one in asked)
    of_form = tuple(
        (field.label(language), display(here, field, value)) for field, value in values if value is not None
    )
    if state.session.slot:
        return appointed(state, language)
    return _of_case(state, language) if state.session.about else of_form


def _of_case(state: State, language: Language) -> tuple[tuple[str, str], ...]:
    """Which case it is about."""
    case, say = acts.case_of(state.session), speaker(language)
    if case is None:
        return ()
    item = state.outside.catalogue.by_code.get(case.item)
    return (say("outcome-about"), item.name(language) if item else case.item), (
        say("outcome-case"),
        case.number,
    )

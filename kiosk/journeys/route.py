"""The way through an application: from one stage to the next, and back."""

from kiosk.journeys import asking, ballots, documents, form, lookup, mine, similar, slots
from kiosk.journeys.billing import find_bills
from kiosk.journeys.case import context, known, mobile, with_answers
from kiosk.journeys.form import Answers, Question
from kiosk.journeys.phases.agency import ForWhom, ReadingMandate
from kiosk.journeys.phases.browsing import Guide
from kiosk.journeys.phases.form import Papers
from kiosk.journeys.phases.holder_check import CodeOffer, CodeStuck
from kiosk.journeys.phases.opening import Confirming, Consent, OfflineNotice, PresentingCard
from kiosk.journeys.phases.participation import ConfirmingMarks, Marking, ReadingMatter
from kiosk.journeys.phases.representing import OrganisationShown, ScanningOrganisation
from kiosk.journeys.phases.sending import Signing
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.recording import record
from kiosk.journeys.session import Holder
from kiosk.journeys.signatures import unsigned
from kiosk.journeys.stages import applies, complete
from kiosk.journeys.state import State

_ORDER = tuple(Stage)


def begin(state: State) -> State:
    """Begin the application for the item that is open, or go on with what was begun."""
    outside = state.outside
    if not state.session.plan:
        stages = plan(outside.catalogue, state.item, online=outside.online, whom=state.session.whom)
        state = with_answers(state, None, plan=stages)
    return again(state)


def forward(state: State, stage: Stage) -> State:
    """Go to the first stage behind `stage` that is not done."""
    return _first(state, tuple(one for one in state.session.plan if _ORDER.index(one) > _ORDER.index(stage)))


def backward(state: State, stage: Stage) -> State:
    """Go to the last stage before `stage` that has a page; before the first stands the guide."""
    for one in reversed(state.session.plan[: state.session.plan.index(stage)]):
        if applies(state, one) and (there := _from_behind(state, one)) is not None:
            return there
    return mine.back(state) if state.session.about else state.at(Guide())


def again(state: State) -> State:
    """Go to the first stage of all that is not done."""
    return _first(state, state.session.plan)


def answered(state: State, question: Question, given: Answers) -> State:
    """Go on from a question that was answered."""
    state = with_answers(state, given, **asking.passed(state, question.id))
    following = asking.after(state, question)
    if following is not None:
        return following
    return forward(state.having(asked=True, detour=None), Stage.QUESTIONS)


def before_question(state: State) -> State:
    """Go back from a question: to the one before, out of a change to the review page, or out of the form."""
    if (earlier := asking.before(state)) is not None:
        return earlier
    if state.session.detour is not None:
        return similar.review(state.having(detour=None))
    return backward(state, Stage.QUESTIONS)


def _first(state: State, stages: tuple[Stage, ...]) -> State:  # noqa: PLR0911, PLR0912  # one a stage
    stage = next(one for one in stages if applies(state, one) and not complete(state, one))
    match stage:
        case Stage.OFFLINE_NOTICE:
            return state.at(OfflineNotice())
        case Stage.CONSENT:
            return state.at(Consent())
        case Stage.SIGN_IN:
            return state.at(PresentingCard())
        case Stage.FOR_WHOM:
            return state.at(ForWhom())
        case Stage.ORGANISATION:
            return state.at(ScanningOrganisation())
        case Stage.QUESTIONS:
            return _questions(state)
        case Stage.MATERIALS:
            return state.at(Papers())
        case Stage.HOLDER_CHECK:
            return _holder_check(state)
        case Stage.REVIEW:
            return similar.review(state)
        case Stage.MANDATE:
            return state.at(ReadingMandate())
        case Stage.SIGNATURE:
            return _signature(state)
        case Stage.SLOT:
            return slots.find(state)
        case Stage.MATTER:
            return ballots.find(state)
        case Stage.SURVEY | Stage.BALLOT:
            return ballots.mark(state)
        case Stage.CAST:
            return state.at(ConfirmingMarks())
        case Stage.SUBMIT:
            return record(state)
        case Stage.LOOKUP:
            return lookup.ask(state)
        case Stage.DOCUMENTS:
            return documents.find(state)
        case Stage.PAYMENT:
            return find_bills(state)
        case Stage.CASES:
            return mine.find(state)


def _questions(state: State) -> State:
    if state.session.answers is None:
        state = with_answers(state, form.begin(context(state), known(state)))
    asked = asking.first(state)
    return asked if asked is not None else forward(state.having(asked=True), Stage.QUESTIONS)


def _holder_check(state: State) -> State:
    """Offer to send a code. Without a network the check is left to the platform, where the item may wait for it."""
    if state.outside.online:
        return state.at(CodeOffer())
    if state.item.offline.mode == "provisional":
        return deferred(state)
    return state.at(CodeStuck("offline"))


def _signature(state: State) -> State:
    first = unsigned(state)
    return state.at(Signing(first.name, first.signer)) if first else forward(state, Stage.SIGNATURE)


def deferred(state: State) -> State:
    """Go on without the check of the holder; the transaction says so, and the platform checks before it files."""
    return forward(state.having(holder=Holder("deferred", mobile(state))), Stage.HOLDER_CHECK)


def _from_behind(state: State, stage: Stage) -> State | None:  # noqa: PLR0911  # one a stage
    """Enter a stage by going back; None when there is nothing in it to go back to."""
    match stage:
        case Stage.OFFLINE_NOTICE:
            return state.at(OfflineNotice())
        case Stage.CONSENT:
            return state.at(Consent())
        case Stage.SIGN_IN:
            card = state.session.card
            return state.at(Confirming(card) if card else PresentingCard())
        case Stage.FOR_WHOM:
            return None if state.session.agent else state.at(ForWhom())
        case Stage.ORGANISATION:
            shown = state.session.organisation
            return state.at(OrganisationShown(shown) if shown else ScanningOrganisation())
        case Stage.QUESTIONS:
            return asking.last(state)
        case Stage.MATERIALS:
            return state.at(Papers())
        case Stage.REVIEW:
            return similar.review(state)
        case Stage.MATTER:
            return _matter_again(state)
        case Stage.SURVEY | Stage.BALLOT:
            return state.at(Marking(len(ballots.paper(state).questions) - 1))
        case Stage.MANDATE:
            return state.at(ReadingMandate())
        case _:
            return None


def _matter_again(state: State) -> State:
    return state.at(ReadingMatter(state.session.matters.index(ballots.matter(state))))

"""The chapter of an application that is taken along on a phone: the platform keeps a draft, and any terminal goes on with it."""

import json
from dataclasses import replace
from typing import assert_never

from kiosk.commands.handover import FetchDraft, KeepDraft
from kiosk.events import Event
from kiosk.events.handover import DraftFetched, DraftKept, DraftNotFetched, DraftNotKept
from kiosk.handover import CODE_LENGTH, Draft
from kiosk.journeys import form
from kiosk.journeys.case import answers, context, with_answers
from kiosk.journeys.closing import end
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.phases.handover import DraftCode, FetchingDraft, HandedOver, Handover
from kiosk.journeys.phases.kinds import Page
from kiosk.journeys.phases.opening import Confirming
from kiosk.journeys.phases.overlays import HandingOver, Leaving
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import forward
from kiosk.journeys.state import State
from kiosk.journeys.typed import digits
from kiosk.journeys.whom import Whom, is_for_organisations
from screens.views.inputs import Edited, Touched


def may_resume(state: State) -> bool:
    """Whether an application that was taken along may be gone on with here: one's own, with a network."""
    session, item = state.session, state.item
    own = session.agent is None and session.organisation is None and session.whom in (None, Whom.SELF)
    is_form = {Stage.SIGN_IN, Stage.QUESTIONS, Stage.SUBMIT} <= set(session.plan) and session.about is None
    return state.outside.online and own and is_form and not is_for_organisations(item)


def may_hand_over(state: State) -> bool:
    """Whether there is something that can be taken along now."""
    session = state.session
    begun = session.card is not None and session.answers is not None and session.kept is None
    return begun and may_resume(state) and bool(form.packed(context(state), answers(state)))


def hand_over(state: State, beneath: Page) -> State:
    """Have the platform keep what was entered; pictures and signatures stay here and go with the session."""
    if not may_hand_over(state):
        return state
    here, given = context(state), answers(state)
    document = json.dumps(
        {
            "item": state.session.item,
            "id_number": state.session.id_number,
            "answers": form.packed(here, given),
            "missing": [one.id for one in form.missing(here, given) if one.row is None],
        },
        ensure_ascii=False,
    )
    state = state.commanding(lambda number: KeepDraft(number, document))
    return state.at(HandingOver(state.issued, beneath))


def answered(state: State, phase: HandingOver, event: Event) -> State:
    """Return what the platform's word makes of it: kept, or the form goes on with all that is in it."""
    match event:
        case DraftKept(command, draft) if command == phase.command:
            return _kept(state, draft)
        case DraftNotKept(command, reason) if command == phase.command:
            return state.at(Leaving(phase.beneath, reason))
        case _:
            return state


def unanswered(state: State, phase: HandingOver | FetchingDraft) -> State:
    """The platform has said nothing in time."""
    if isinstance(phase, HandingOver):
        return state.at(Leaving(phase.beneath, "offline"))
    return state.at(DraftCode(trouble="offline"))


def react(state: State, phase: Handover, event: Event) -> State:
    """Return what an event makes of it."""
    match phase:
        case HandedOver():
            return end(state, Ending.TAKEN_ALONG) if event == Touched("done") else state
        case DraftCode():
            return _code(state, phase, event)
        case FetchingDraft():
            return _fetching(state, phase, event)
        case _:
            assert_never(phase)


def _kept(state: State, draft: Draft) -> State:
    """Nothing of what was entered is needed here any more."""
    left = replace(state.session.afresh(), item=state.session.item, taken_along=True)
    return replace(state, session=left, phase=HandedOver(draft))


def _code(state: State, phase: DraftCode, event: Event) -> State:
    match event:
        case Edited(text):
            return state.at(DraftCode(digits(text, CODE_LENGTH)))
        case Touched("next") if len(phase.text) == CODE_LENGTH and state.outside.online:
            session = state.session
            state = state.commanding(
                lambda number: FetchDraft(number, session.item, session.id_number, phase.text)
            )
            return state.at(FetchingDraft(state.issued))
        case Touched("back") if state.session.card:
            return state.at(Confirming(state.session.card, state.session.checked))
        case _:
            return state


def _fetching(state: State, phase: FetchingDraft, event: Event) -> State:
    match event:
        case DraftFetched(command, said) if command == phase.command:
            return _resumed(state.having(whom=Whom.SELF), form.unpacked(context(state), said))
        case DraftNotFetched(command, reason) if command == phase.command:
            return state.at(DraftCode(trouble=reason))
        case _:
            return state


def _resumed(state: State, given: form.Answers) -> State:
    """Go on where it was left: with the first question that was never reached, and a way back to those before it."""
    passed: list[str] = []
    question = form.following(context(state), given)
    while question and question.id in given:
        passed.append(question.id)
        question = form.following(context(state), given, question)
    return forward(with_answers(state, given, trail=tuple(passed)), Stage.SIGN_IN)

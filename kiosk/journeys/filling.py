"""One question a page: what an input makes of it."""

from dataclasses import replace

from kiosk.events import Event
from kiosk.events.scanning import CodeScanned
from kiosk.journeys import asking, form
from kiosk.journeys.case import answers, context, with_answers
from kiosk.journeys.form import Answered, Enter, Stay
from kiosk.journeys.phases.form import Asking
from kiosk.journeys.route import answered, before_question
from kiosk.journeys.scanning import coded, is_coded
from kiosk.journeys.state import State
from screens.views.inputs import Edited, Touched


def react(state: State, phase: Asking, event: Event) -> State:
    """Return what an event makes of a question."""
    match event:
        case Touched("back"):
            return _back(state, phase)
        case CodeScanned(text) if is_coded(phase.question):
            return _given(state, phase, Edited(coded(phase.question, text)))
        case Touched() | Edited():
            return _given(state, phase, event)
        case _:
            return state


def _given(state: State, phase: Asking, event: Touched | Edited) -> State:
    outcome = form.handle(context(state), answers(state), phase.question, phase.draft, event)
    match outcome:
        case Stay(draft):
            return state if draft == phase.draft else state.at(replace(phase, draft=draft))
        case Answered(given):
            return answered(state, phase.question, given)
        case Enter(given, path):
            return _enter(state, phase, given, path)


def _enter(state: State, phase: Asking, given: form.Answers, path: str) -> State:
    """Go to a question inside this one; the form leads back here when it is answered."""
    question = form.find(context(state), given, path) or phase.question
    passed = asking.passed(state, phase.question.id) if question.id != phase.question.id else {}
    return asking.ask(with_answers(state, given, **passed), question)


def _back(state: State, phase: Asking) -> State:
    within = form.back(context(state), answers(state), phase.question, phase.draft)
    return state.at(replace(phase, draft=within.draft)) if within else before_question(state)

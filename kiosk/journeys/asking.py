"""Which question comes before and which after: the trail through the form, and the detours from the review page."""

from kiosk.journeys import form
from kiosk.journeys.case import answers, context
from kiosk.journeys.form import Kind, Question
from kiosk.journeys.phases.form import Asking, Capturing, Target
from kiosk.journeys.state import State


def ask(state: State, question: Question) -> State:
    """Ask a question; one for photos is asked at the camera."""
    if question.kind is Kind.PHOTO:
        return state.at(Capturing(Target(question=question.id)))
    return state.at(Asking(question, form.draft(context(state), answers(state), question)))


def first(state: State) -> State | None:
    """Ask what is to be asked first; None when nothing is left to ask.

    That is the first question of all, or, when the form was gone through once or is gone on with, what is still open.
    """
    begun = state.session.asked or state.session.trail
    question = _open(state) if begun else form.following(context(state), answers(state))
    return ask(state, question) if question else None


def last(state: State) -> State | None:
    """Ask the last question passed again; None when there is none."""
    trail = state.session.trail
    while trail:
        question = form.find(context(state), answers(state), trail[-1])
        trail = trail[:-1]
        if question:
            return ask(state.having(trail=trail), question)
    return None


def change(state: State, path: str) -> State | None:
    """Ask a question again from the review page; None when it is not asked."""
    question = form.find(context(state), answers(state), path)
    return ask(state.having(detour=()), question) if question else None


def after(state: State, question: Question) -> State | None:
    """Ask what follows a question that was answered; None when the form is through.

    On a detour that is what the change has opened; inside a list it is what leads back to the list.
    """
    if state.session.detour is None or question.row is not None:
        following = form.following(context(state), answers(state), question)
    else:
        following = _open(state)
    return ask(state, following) if following else None


def passed(state: State, path: str) -> dict[str, tuple[str, ...]]:
    """Return what changes in the session with one more question on the trail, or on the detour that is being made."""
    if state.session.detour is None:
        return {"trail": (*state.session.trail, path)}
    return {"detour": (*state.session.detour, path)}


def before(state: State) -> State | None:
    """Ask the question before; None when there is none on the way that was come."""
    if state.session.detour is None:
        return last(state)
    detour = state.session.detour
    while detour:
        question = form.find(context(state), answers(state), detour[-1])
        detour = detour[:-1]
        if question:
            return ask(state.having(detour=detour), question)
    return None


def _open(state: State) -> Question | None:
    """What was never asked because it did not apply, and what lacks a valid answer."""
    here, given = context(state), answers(state)
    never = (one for one in form.questions(here, given) if one.row is None and one.id not in given)
    return next(never, None) or next(iter(form.missing(here, given)), None)

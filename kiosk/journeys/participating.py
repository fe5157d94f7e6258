"""Taking part: a matter, a paper, its questions, one confirmation; and whether the answer is in, in the end."""

from dataclasses import replace
from typing import assert_never

from kiosk.events import Event
from kiosk.events.participation import (
    AnswerIn,
    AnswerNotIn,
    AnswerSilent,
    MattersFound,
    MattersNotFound,
    PaperGiven,
    PaperRefused,
)
from kiosk.events.printing import PrintEnded
from kiosk.journeys import ballots
from kiosk.journeys.closing import end
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.phases.participation import (
    AskingFate,
    ChoosingMatter,
    ConfirmingMarks,
    FateUnknown,
    FindingMatters,
    GettingPaper,
    Marking,
    NotTaken,
    Participation,
    PuttingIn,
    ReadingMatter,
    TookPart,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward, forward
from kiosk.journeys.state import State
from screens.views.inputs import Touched

MATTER, MARK, CHANGE = "matter:", "mark:", "change:"
"""What the ids of a page begin with; the place in a list follows, or the id of an option."""

AGAIN = frozenset({"offline", "void", "not-in"})
"""Why nothing is in although the same may be tried again with another paper."""


def react(state: State, phase: Participation, event: Event) -> State:  # noqa: PLR0911  # one a phase
    """Return what an event makes of taking part."""
    match phase:
        case FindingMatters():
            return _finding(state, phase, event)
        case ChoosingMatter():
            return _choosing(state, event)
        case ReadingMatter():
            return _reading(state, phase, event)
        case GettingPaper():
            return _getting(state, phase, event)
        case Marking():
            return _marking(state, phase, event)
        case ConfirmingMarks():
            return _confirming(state, event)
        case PuttingIn() | AskingFate():
            return _awaiting(state, phase, event)
        case FateUnknown():
            return _unknown(state, event)
        case TookPart():
            return _took_part(state, phase, event)
        case NotTaken():
            return _not_taken(state, phase, event)
        case _:
            assert_never(phase)


def silent(state: State, phase: FindingMatters | GettingPaper | PuttingIn | AskingFate) -> State:
    """Return what a phase of waiting becomes when the platform says nothing; what may be in is asked for."""
    match phase:
        case PuttingIn():
            return ballots.ask_fate(state)
        case AskingFate():
            return state.at(FateUnknown())
        case FindingMatters() | GettingPaper():
            return state.at(NotTaken("offline"))


def _finding(state: State, phase: FindingMatters, event: Event) -> State:
    match event:
        case MattersFound(command, matters) if command == phase.command:
            return state.having(matters=matters).at(ChoosingMatter() if matters else NotTaken("none"))
        case MattersNotFound(command, reason) if command == phase.command:
            return state.at(NotTaken(reason))
        case _:
            return state


def _choosing(state: State, event: Event) -> State:
    match event:
        case Touched("back"):
            return backward(state, Stage.MATTER)
        case Touched(id):
            place = _picked(id, MATTER, len(state.session.matters))
            return state if place is None else state.at(ReadingMatter(place))
        case _:
            return state


def _reading(state: State, phase: ReadingMatter, event: Event) -> State:
    matter = state.session.matters[phase.place]
    match event:
        case Touched("back"):
            return state.at(ChoosingMatter())
        case Touched("next") if matter.open and state.outside.online:
            same = state.session.matter is not None and state.session.matter.id == matter.id
            state = state if same else state.having(paper=None, marks={})
            return forward(state.having(matter=matter), Stage.MATTER)
        case _:
            return state


def _getting(state: State, phase: GettingPaper, event: Event) -> State:
    match event:
        case PaperGiven(command, paper) if command == phase.command:
            state = state.having(paper=paper)
            return state.at(ConfirmingMarks()) if ballots.is_marked(state) else state.at(Marking(0))
        case PaperRefused(command, reason) if command == phase.command:
            return state.at(NotTaken(reason))
        case _:
            return state


def _marking(  # noqa: PLR0911  # one a way on
    state: State, phase: Marking, event: Event
) -> State:
    question = ballots.question_at(state, phase.place)
    marks = dict(state.session.marks)
    match event:
        case Touched("back") if phase.again:
            return state.at(ConfirmingMarks())
        case Touched("back") if phase.place:
            return state.at(Marking(phase.place - 1))
        case Touched("back"):
            return backward(state, ballots.stage(state))
        case Touched("next") if question.id in marks:
            return _passed(state, phase)
        case Touched("skip") if ballots.is_survey(state):
            marks.pop(question.id, None)
            return _passed(state.having(marks=marks), phase)
        case Touched(id) if id.removeprefix(MARK) in {option.id for option in question.options}:
            return _passed(state.having(marks={**marks, question.id: id.removeprefix(MARK)}), phase)
        case _:
            return state


def _passed(state: State, phase: Marking) -> State:
    if phase.again:
        return state.at(ConfirmingMarks())
    following = phase.place + 1
    if following < len(ballots.paper(state).questions):
        return state.at(Marking(following))
    return forward(state, ballots.stage(state))


def _confirming(state: State, event: Event) -> State:
    match event:
        case Touched("back"):
            return backward(state, Stage.CAST)
        case Touched("cast") if state.outside.online:
            return ballots.put_in(state)
        case Touched(id):
            place = _picked(id, CHANGE, len(ballots.paper(state).questions))
            return state if place is None else state.at(Marking(place, again=True))
        case _:
            return state


def _awaiting(state: State, phase: PuttingIn | AskingFate, event: Event) -> State:
    match event:
        case AnswerIn(command, code) if command == phase.command:
            return ballots.taken(state, code)
        case AnswerNotIn(command, reason) if command == phase.command:
            return state.having(cast="", paper=None).at(NotTaken(reason))
        case AnswerSilent(command) if command == phase.command:
            return silent(state, phase)
        case _:
            return state


def _unknown(state: State, event: Event) -> State:
    match event:
        case Touched("again"):
            return ballots.ask_fate(state)
        case Touched("done"):
            return end(state, Ending.CAST_UNKNOWN)
        case _:
            return state


def _took_part(state: State, phase: TookPart, event: Event) -> State:
    match event:
        case Touched("print") if ballots.can_print(state, phase):
            return ballots.slip(state, phase)
        case Touched("done"):
            return end(state, Ending.CAST)
        case PrintEnded(command, paper, code) if phase.printing and phase.printing.command == command:
            return state.at(replace(phase, printing=replace(phase.printing, paper=paper, code=code)))
        case _:
            return state


def _not_taken(state: State, phase: NotTaken, event: Event) -> State:
    """Try again with another paper, or go back to the list; what was marked stays."""
    match event:
        case Touched("again") if phase.reason in AGAIN and state.session.matter is not None:
            return ballots.mark(state.having(paper=None))
        case Touched("again" | "back"):
            return ballots.find(state)
        case Touched("done"):
            return end(state, Ending.LEFT)
        case _:
            return state


def _picked(touched: str, prefix: str, count: int) -> int | None:
    """Return the place in a list of `count` that a touched id names; None when it names none."""
    place = touched.removeprefix(prefix) if touched.startswith(prefix) else ""
    return int(place) if place.isdecimal() and int(place) < count else None

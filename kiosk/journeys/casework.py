"""The chapter of one's own cases: the list, one of them, its papers, and what is asked of it."""

from dataclasses import replace
from typing import assert_never

from kiosk import receipts
from kiosk.case_file import Act, CaseFile
from kiosk.commands.printing import PrintReceipt
from kiosk.events import Event
from kiosk.events.cases import CasesFound, CasesNotFound
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceClass
from kiosk.journeys import acts, form, mine
from kiosk.journeys.case import context, with_answers
from kiosk.journeys.closing import end
from kiosk.journeys.form import Answers
from kiosk.journeys.onward import STARS
from kiosk.journeys.phases.cases import (
    CaseOpen,
    Cases,
    ConfirmingAct,
    FindingCases,
    MyCases,
    NoCases,
    NoticeOpen,
    Rating,
)
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward, begin
from kiosk.journeys.state import State
from screens.views.inputs import Touched

_TO_CONFIRM = (Act.WITHDRAW, Act.CANCEL)


def react(state: State, phase: Cases, event: Event) -> State:  # noqa: PLR0911  # one a phase
    """Return what an event makes of one's own cases."""
    if event == Touched("done") and not isinstance(phase, FindingCases | ConfirmingAct | Rating):
        return end(state, Ending.LOOKED)
    match phase:
        case FindingCases():
            return _finding(state, phase, event)
        case MyCases():
            return _list(state, event)
        case CaseOpen():
            return _open(state, phase, event)
        case NoticeOpen():
            return _notice(state, phase, event)
        case ConfirmingAct():
            return _confirming(state, phase, event)
        case Rating():
            return _rating(state, event)
        case NoCases():
            return _none(state, event)
        case _:
            assert_never(phase)


def case_at(state: State, phase: CaseOpen | NoticeOpen | ConfirmingAct) -> CaseFile:
    """Return the case of a page."""
    return state.session.cases[phase.place]


def can_print(state: State, phase: NoticeOpen) -> bool:
    """Whether the paper can be printed now: it is sealed, the printer works, and no other copy may have come out."""
    free = phase.printing is None or phase.printing.paper is Paper.FAILED
    sealed = case_at(state, phase).notices[phase.notice].sealed
    return sealed and free and state.outside.works(DeviceClass.PRINTER)


def _finding(state: State, phase: FindingCases, event: Event) -> State:
    match event:
        case CasesFound(command, cases) if command == phase.command:
            return state.having(cases=cases).at(MyCases())
        case CasesNotFound(command, reason) if command == phase.command:
            return state.at(NoCases(reason))
        case _:
            return state


def _list(state: State, event: Event) -> State:
    match event:
        case Touched("back"):
            return backward(state, Stage.CASES)
        case Touched(id) if (place := _place(id, "case:", len(state.session.cases))) is not None:
            return state.at(CaseOpen(place))
        case _:
            return state


def _open(state: State, phase: CaseOpen, event: Event) -> State:
    case = case_at(state, phase)
    match event:
        case Touched("back"):
            return state.at(MyCases())
        case Touched(id) if (place := _place(id, "notice:", len(case.notices))) is not None:
            return state.at(NoticeOpen(phase.place, place))
        case Touched(id) if id.startswith("act:"):
            return _asked(state, phase, id.removeprefix("act:"))
        case _:
            return state


def _asked(state: State, phase: CaseOpen, name: str) -> State:
    act = next((act for act in acts.offered(state, case_at(state, phase)) if act.value == name), None)
    if act is None or not acts.possible(state, act):
        return state
    if act in _TO_CONFIRM:
        return state.at(ConfirmingAct(phase.place, act))
    return _begin(state, phase.place, act)


def _begin(state: State, place: int, act: Act) -> State:
    state = replace(state, session=acts.beginning(state.session, place, act))
    if act is Act.RATE:
        return state.at(Rating())
    return begin(with_answers(state, form.begin(context(state), acts.known(state))))


def _confirming(state: State, phase: ConfirmingAct, event: Event) -> State:
    match event:
        case Touched("back"):
            return state.at(CaseOpen(phase.place))
        case Touched("confirm") if acts.possible(state, phase.act):
            return _begin(state, phase.place, phase.act)
        case _:
            return state


def _rating(state: State, event: Event) -> State:
    match event:
        case Touched("back" | "skip"):
            return mine.back(state)
        case Touched(id) if id.startswith("stars:") and id.removeprefix("stars:") in STARS:
            stars = Answers({"rating.stars": id.removeprefix("stars:")})
            return begin(with_answers(state, stars))
        case _:
            return state


def _none(state: State, event: Event) -> State:
    match event:
        case Touched("again"):
            return mine.find(state)
        case Touched("back"):
            return backward(state, Stage.CASES)
        case _:
            return state


def _notice(state: State, phase: NoticeOpen, event: Event) -> State:
    match event:
        case Touched("back"):
            return state.at(CaseOpen(phase.place))
        case Touched("print") if can_print(state, phase):
            return _print(state, phase)
        case PrintEnded(command, paper, code) if phase.printing and phase.printing.command == command:
            return state.at(replace(phase, printing=replace(phase.printing, paper=paper, code=code)))
        case _:
            return state


def _print(state: State, phase: NoticeOpen) -> State:
    outside, notice = state.outside, case_at(state, phase).notices[phase.notice]
    paper = receipts.notice(
        state.session.language.on_paper,
        outside.catalogue,
        outside.settings.site,
        notice,
        training=outside.settings.training,
    )
    state = state.commanding(lambda number: PrintReceipt(number, paper))
    return state.at(replace(phase, printing=Printing(state.issued)))


def _place(touched: str, prefix: str, count: int) -> int | None:
    """Return the place that a touched line names, None when it is another kind of line or there is none such."""
    place = touched.removeprefix(prefix)
    return int(place) if touched.startswith(prefix) and place.isdecimal() and int(place) < count else None

"""What is commanded when somebody takes part: finding matters, a paper, putting the answer in, and its slip."""

import json

from kiosk import receipts
from kiosk.commands.participation import AskAnswer, FindMatters, GetPaper, PutAnswer
from kiosk.commands.printing import PrintReceipt
from kiosk.consultations import Matter, MatterQuestion, Paper
from kiosk.events.printing import Paper as PaperState
from kiosk.events.world import DeviceClass
from kiosk.journeys import form
from kiosk.journeys.case import answers, context
from kiosk.journeys.phases.participation import (
    AskingFate,
    FindingMatters,
    GettingPaper,
    Marking,
    PuttingIn,
    TookPart,
)
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State

IN, UNKNOWN = "in", "unknown"
"""What a session knows of the answer that it has put in."""

_PRINTED = "SC-25"


def find(state: State) -> State:
    """Ask what is open."""
    state = state.commanding(lambda number: FindMatters(number, state.session.item))
    return state.at(FindingMatters(state.issued))


def mark(state: State) -> State:
    """Go to the first question of the paper; without a paper, ask for one."""
    if state.session.paper is not None:
        return state.at(Marking(0))
    document = json.dumps(
        {
            "form": form.document(context(state), answers(state)) if state.session.answers else {},
            "id_number": state.session.id_number,
            "holder_check": state.session.checked,
        },
        ensure_ascii=False,
    )
    chosen = matter(state).id
    state = state.commanding(lambda number: GetPaper(number, chosen, document))
    return state.at(GettingPaper(state.issued))


def put_in(state: State) -> State:
    """Put the answer in: under the paper, with what was said besides, and no name."""
    said = {name: answers(state).value(f"survey.{name}") for name in ("free_text", "reply_mobile")}
    document = json.dumps(
        {
            "paper": paper(state).secret,
            "marks": dict(state.session.marks),
            "remark": said["free_text"] or "",
            "mobile": said["reply_mobile"] or "",
        },
        ensure_ascii=False,
    )
    chosen = matter(state).id
    state = state.commanding(lambda number: PutAnswer(number, chosen, document))
    return state.at(PuttingIn(state.issued))


def ask_fate(state: State) -> State:
    """Ask whether the answer is in; it may be."""
    chosen, secret = matter(state).id, paper(state).secret
    state = state.having(cast=UNKNOWN).commanding(lambda number: AskAnswer(number, chosen, secret))
    return state.at(AskingFate(state.issued))


def taken(state: State, code: str) -> State:
    """Show that it is in; the choice is forgotten at once, and the slip printed where the flow has one."""
    state = state.having(paper=None, marks={}, answers=None, cast=IN)
    page = TookPart(code)
    wanted = _PRINTED in state.outside.catalogue.flows[state.item.flow]
    return slip(state, page) if wanted and can_print(state, page) else state.at(page)


def can_print(state: State, phase: TookPart) -> bool:
    """Whether the slip can be printed now: the printer works, and none may have come out."""
    free = phase.printing is None or phase.printing.paper is PaperState.FAILED
    return free and state.outside.works(DeviceClass.PRINTER)


def slip(state: State, phase: TookPart) -> State:
    """Print the slip, which does not show the choice."""
    outside = state.outside
    receipt = receipts.participation(
        state.session.language.on_paper,
        outside.catalogue,
        state.item,
        outside.settings.site,
        title=matter(state).title,
        code=phase.code,
        address=address(state, phase.code),
        terminal_id=outside.terminal_id,
        training=outside.settings.training,
    )
    state = state.commanding(lambda number: PrintReceipt(number, receipt))
    return state.at(TookPart(phase.code, Printing(state.issued)))


def address(state: State, code: str) -> str:
    """Return where the code shows that the answer is in; empty on a terminal without a platform."""
    platform = state.outside.settings.platform.url
    return f"{platform}/b/{code}" if platform else ""


def stage(state: State) -> Stage:
    """Return the stage of the paper: a ballot, or questions that may be skipped."""
    return Stage.SURVEY if is_survey(state) else Stage.BALLOT


def is_survey(state: State) -> bool:
    """Whether questions may be skipped."""
    return Stage.SURVEY in state.session.plan


def matter(state: State) -> Matter:
    """Return the matter that was chosen."""
    if state.session.matter is None:
        raise AssertionError("a paper without a matter")
    return state.session.matter


def paper(state: State) -> Paper:
    """Return the paper that is answered."""
    if state.session.paper is None:
        raise AssertionError("an answer without a paper")
    return state.session.paper


def is_marked(state: State) -> bool:
    """Whether every question of the paper has an answer."""
    return all(question.id in state.session.marks for question in paper(state).questions)


def question_at(state: State, place: int) -> MatterQuestion:
    """Return a question of the paper."""
    return paper(state).questions[place]

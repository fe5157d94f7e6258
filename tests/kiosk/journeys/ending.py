"""Matters brought to their end, for tests of how that is told."""

from kiosk.commands import Command
from kiosk.commands.printing import PrintReceipt
from kiosk.events import Event
from kiosk.events.printing import Paper, PrintEnded
from screens.views.frame import Tone
from screens.views.inputs import Drawn
from screens.views.outcome import Goodbye, Outcome
from tests.kiosk.journeys.resident import STROKES, Resident
from tests.kiosk.journeys.terminal import Answer, Terminal, willing


def signed(code: str = "MZ-004", *, online: bool = True) -> Terminal:
    terminal = Terminal().open(code, online=online)
    Resident(terminal).walk("sign")
    return terminal.post(Drawn(STROKES))


def sent(answer: Answer, *, online: bool = True, code: str = "MZ-004") -> Terminal:
    terminal = signed(code, online=online)
    terminal.answer = answer
    return terminal.touch("next")


def without(*kinds: type[Command]) -> Answer:
    """Means that leave commands of some kinds unanswered."""
    return lambda command: None if isinstance(command, kinds) else willing(command)


def printing(paper: Paper, code: str = "") -> Answer:
    def answer(command: Command) -> Event | None:
        return PrintEnded(command.id, paper, code) if isinstance(command, PrintReceipt) else willing(command)

    return answer


def outcome(terminal: Terminal) -> Outcome:
    page = terminal.view
    assert isinstance(page, Outcome)
    return page


def goodbye(terminal: Terminal) -> Goodbye:
    page = terminal.view
    assert isinstance(page, Goodbye)
    return page


def paper(terminal: Terminal) -> tuple[Tone, str]:
    paper = outcome(terminal).paper
    assert paper
    return paper.tone, paper.text

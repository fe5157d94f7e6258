"""The journeys of residents, each walked once where everything works, and every moment at which a mishap may come in.

A journey is a row of the catalogue's flows (or of what is asked of a case); a moment is a state on its way with the commands
that are under way. From a moment on a visit goes on in a world that answers otherwise.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from kiosk.commands import Command
from kiosk.commands.agency import CountAgentTime
from kiosk.events import Event
from kiosk.events.world import DeviceChanged, DeviceClass, TimedOut
from kiosk.journeys import State, deadline, step
from kiosk.journeys.phases.agency import NextMatter
from kiosk.journeys.phases.browsing import Attract, Guide
from kiosk.journeys.phases.cases import ConfirmingAct, FindingCases, Rating
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.phases.form import Asking
from kiosk.journeys.phases.kinds import Waiting
from kiosk.journeys.phases.participation import ConfirmingMarks
from kiosk.journeys.phases.sending import Reviewing, Signing
from kiosk.journeys.whom import Whom
from screens.views.outcome import Goodbye as GoodbyePage
from screens.views.outcome import Outcome
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import Answer, Terminal, willing

MOST_PAGES = 150
MOST_TRIES = 1
"""How often somebody tries again what did not work."""

MOST_TIMES = 12
"""More timeouts than any state needs to come to rest."""


@dataclass(frozen=True)
class Journey:
    """What a resident came for: an item, or something that is asked of a case (its place in the list and the act)."""

    item: str = ""
    whom: Whom = Whom.SELF
    act: str = ""


JOURNEYS = {
    "apply": Journey("MZ-001"),
    "apply, online only": Journey("JY-001"),
    "apply at once": Journey("RS-011"),
    "supplement": Journey(act="case:0 act:supplement"),
    "withdraw": Journey(act="case:0 act:withdraw"),
    "rebook": Journey(act="case:1 act:rebook"),
    "progress": Journey("CP-009"),
    "personal query": Journey("RS-010"),
    "print": Journey("RS-009"),
    "pay, without signing in": Journey("PY-007"),
    "pay, signed in": Journey("PY-002"),
    "report": Journey("CP-001"),
    "vote": Journey("CP-004"),
    "survey": Journey("CP-003"),
    "supervision": Journey("CP-008"),
    "for the family": Journey("MZ-010", Whom.FAMILY),
    "as an agent": Journey("MZ-004", Whom.AGENCY),
    "entrust an agent": Journey("CP-013"),
    "revoke a mandate": Journey("CP-014"),
    "for an organisation": Journey("RS-016"),
    "appointment": Journey("CP-018"),
    "appointment of an item": Journey("GA-005"),
    "rating": Journey("CP-012"),
}


@dataclass
class Visit(Terminal):
    """A terminal that remembers what happened to it, and what of what it commanded is still under way.

    `matters` counts those that an agent has finished before: each is over, and wiped, when the next one may begin.
    """

    events: list[Event] = field(default_factory=list)
    under_way: list[Command] = field(default_factory=list)
    met: list["Moment"] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    goodbyes: list[Goodbye] = field(default_factory=list)
    matters: int = 0

    def post(self, *events: Event) -> "Visit":
        """Let events happen, and what answers them; remember every kind of state that is entered."""
        waiting = list(events)
        while waiting:
            before = type(self.state.phase)
            self.state, commands = step(self.state, waiting[0])
            self.events.append(waiting.pop(0))
            self.commands += commands
            if isinstance(self.state.phase, NextMatter) and before is not NextMatter:
                self._begin_the_next()
            self.under_way = list(commands)
            self._look(entered=type(self.state.phase) is not before)
            waiting += [event for event in map(self.answer, commands) if event is not None]
        return self

    def _begin_the_next(self) -> None:
        self.matters += 1
        self.outcomes = []
        self.events, self.commands = [], [one for one in self.commands if isinstance(one, CountAgentTime)]

    def _look(self, *, entered: bool) -> None:
        page, phase = self.view, self.state.phase
        if isinstance(page, Outcome):
            self.outcomes.append(page)
        if isinstance(phase, Goodbye):
            self.goodbyes[len(self.goodbyes) - (not entered) :] = [phase]
        if entered and not isinstance(phase, Attract):
            self.met.append(
                Moment(
                    page.page,
                    self.state,
                    tuple(self.commands),
                    tuple(self.events),
                    tuple(self.under_way),
                    self.matters,
                )
            )

    def give_up(self) -> "Visit":
        """Walk away: only time passes, until nobody is in session."""
        for _ in range(MOST_TIMES):
            if deadline(self.state) is None:
                return self
            self.post(TimedOut(self.state.entered))
        raise AssertionError(f"{self.state.phase} does not end")

    def leave(self) -> "Visit":
        """Press the way out for as long as there is one, then wait."""
        for _ in range(MOST_TIMES):
            page = self.view
            if page.leave is None or isinstance(page, Outcome):
                break
            self.touch(page.leave.id)
        return self.give_up()

    def carry_on(self, whom: Whom = Whom.SELF) -> "Visit":
        """Do what the pages ask for as long as they offer a way on; then walk away."""
        resident, tries = Resident(self, whom=whom), Counter[str]()
        for _ in range(MOST_PAGES):
            page = self.view
            tries[page.page] += page.primary is not None and page.primary.id == "again"
            if (
                isinstance(self.state.phase, Attract)
                or tries[page.page] > MOST_TRIES
                or not goes_on(resident)
            ):
                break
        return self.give_up()


@dataclass(frozen=True)
class Moment:
    """A state on the way, with everything that led there; `under_way` is commanded and not answered yet."""

    page: str
    state: State
    commands: tuple[Command, ...]
    events: tuple[Event, ...]
    under_way: tuple[Command, ...]
    matters: int

    def resumed(self, answer: Answer = willing, happened: Iterable[Event] = ()) -> Visit:
        """Go on from here: something happens, and from now on the world answers with `answer`."""
        visit = Visit(self.state, answer, list(self.commands), list(self.events), matters=self.matters)
        if isinstance(self.state.phase, Goodbye):
            visit.goodbyes.append(self.state.phase)
        visit.post(*happened)
        return visit.post(*(event for event in map(answer, self.under_way) if event is not None))


def goes_on(resident: Resident) -> bool:
    """Do what the page asks for; False when it offers nothing."""
    page = resident.terminal.view
    try:
        if page.page in _PASSED_BY:
            resident.terminal.touch(_PASSED_BY[page.page])
        elif isinstance(page, Outcome | GoodbyePage) or page.page in _ENDED:
            resident.terminal.touch(page.primary.id if page.primary else "done")
        else:
            resident.answer(page)
    except AssertionError:
        return False
    return True


_PASSED_BY = {"rate": "skip", "agency.next": "done"}
"""Pages after the end, and how a resident passes them by."""

_ENDED = ("agency.next", "cases.mine", "lookup.found")
"""Pages at which a resident has what they came for."""


@cache
def moments(name: str) -> tuple[Moment, ...]:
    """Return every kind of moment of a journey, the first of each, in the order of the way."""
    journey = JOURNEYS[name]
    visit = Visit().post(*(DeviceChanged(device, working=True) for device in DeviceClass))
    resident = Resident(visit, whom=journey.whom)
    if journey.act:
        _asked(resident, *journey.act.split())
    else:
        visit.open(journey.item)
    while not isinstance(visit.state.phase, Attract):
        page = visit.view
        if page.page in _ENDED:
            visit.touch("leave") if page.page != "agency.next" else visit.touch("done")
        else:
            assert goes_on(resident), f"{name} stops at {page}"
    first: dict[type, Moment] = {}
    for moment in visit.met:
        first.setdefault(type(moment.state.phase), moment)
    return tuple(first.values())


def _asked(resident: Resident, case: str, act: str) -> None:
    """From the home page to one's cases, and what is asked of one."""
    visit = resident.terminal
    visit.touch("start", "mine")
    resident.walk("cases.mine")
    visit.touch(case, act)
    if isinstance(visit.state.phase, ConfirmingAct):
        visit.touch("confirm")


def turns(name: str) -> tuple[Moment, ...]:
    """Return the columns of the matrix: before anything was said, with everything said, and wherever the terminal is at work."""
    met = moments(name)
    last = Asking | Reviewing | Signing | Rating | ConfirmingMarks
    said = [one for one in met if isinstance(one.state.phase, last)]
    at_work = [
        one
        for one in met
        if isinstance(one.state.phase, Waiting) and not isinstance(one.state.phase, FindingCases)
    ]
    return (*(one for one in met if isinstance(one.state.phase, Guide)), *said[-1:], *at_work)


def at(name: str, phase: type) -> Moment:
    """Return the moment of a journey at which it is in a phase."""
    return next(one for one in moments(name) if isinstance(one.state.phase, phase))


def each(wanted: Callable[[Moment], bool] = lambda _: True) -> list[tuple[str, Moment]]:
    """Return the moments of all journeys that are wanted, each with the name of its journey."""
    return [(name, one) for name in JOURNEYS for one in moments(name) if wanted(one)]

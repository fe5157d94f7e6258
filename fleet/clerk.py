"""The demonstration clerk: takes the next step of a case, by hand or by time, and issues notices of acceptance.

It stands for the departments that a real platform has. What needs staff it leaves alone.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from config.catalogue import Item
from fleet.cases import Case, Cases, Missing
from fleet.casework import move
from fleet.clock import CHINA, Now, stamp
from fleet.database import Database
from fleet.instant import FLOW, GRANTED, REFUSED
from fleet.notices import Office, issue_acceptance, issue_correction, issue_rejection
from fleet.problems import PlatformError, unknown
from fleet.services import Services
from fleet.states import (
    ACCEPTED,
    CLOSED,
    CORRECTED,
    DECIDED,
    HANDLED,
    NOT_CORRECTED,
    NOT_YET_ACCEPTED,
    RECEIVED,
    REJECTED,
    SUBMITTED,
    TO_CORRECT,
    may_follow,
)

log = logging.getLogger(__name__)

LICENCE = "01"  # power type 行政许可

APPLICATION: Mapping[str, str] = {
    SUBMITTED: RECEIVED,
    RECEIVED: ACCEPTED,
    CORRECTED: ACCEPTED,
    ACCEPTED: HANDLED,
    HANDLED: DECIDED,
    DECIDED: CLOSED,
}
AT_ONCE: Mapping[str, Mapping[str, str]] = {
    GRANTED: {SUBMITTED: ACCEPTED, ACCEPTED: DECIDED, DECIDED: CLOSED},
    REFUSED: {SUBMITTED: REJECTED},
}
"""The way of what is decided at once (即办件): by the outcome."""

REPORT: Mapping[str, str] = {SUBMITTED: ACCEPTED, ACCEPTED: HANDLED, HANDLED: CLOSED}


@dataclass(frozen=True, slots=True)
class Task:
    """A step to take: the case, its item, the state it comes into; `by_law` when nobody decided in time.

    `missing` are the papers that the resident is asked for.
    """

    case: Case
    item: Item
    state: str
    by_law: bool = False
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Clerk:
    """Works on the cases of one platform. `pace` is how long a case waits for its next step, None for by hand only."""

    database: Database
    services: Services
    now: Now
    pace: timedelta | None = None

    def advance(self, number: str = "") -> Sequence[Case]:
        """Take one step in every open case, or in the one of that number; return those that moved.

        Raises:
            PlatformError: there is no such case, or no step for it.
        """
        cases = Cases(self.database)
        if not number:
            return self._do([self._next(case) for case in cases.unfinished()])
        case = cases.by_number(number)
        if case is None:
            raise unknown("See `kiosk fleet cases`.", "请用 kiosk fleet cases 查看。")
        if not (moved := self._do([self._next(case)])):
            raise PlatformError(
                409,
                "no-step",
                "The demonstration clerk has no step for this case. 演示办事员无法推进该办件。",
                "It is closed, or needs staff: see `kiosk fleet show`. 已办结或需人工处理：请用 kiosk fleet show 查看。",
            )
        return moved

    def look(self) -> Sequence[Case]:
        """Do what time asks for: what the law accepts by itself, and the next step of what has waited; return it."""
        return self._do([self._timely(case) for case in Cases(self.database).unfinished()])

    def correct(self, number: str, papers: Sequence[str]) -> Sequence[Case]:
        """Ask, once, for everything that is missing: materials by their keys in the catalogue.

        Raises:
            PlatformError: there is no such case or material, or nothing can be asked for any more.
        """
        known = self.services.catalogue().materials
        if not papers or any(paper not in known for paper in papers):
            raise unknown("Name materials of the catalogue.", "请填写目录中的材料。")
        missing = tuple(Missing(paper, *_WHY) for paper in dict.fromkeys(papers))
        return self._by_hand(number, TO_CORRECT, missing)

    def reject(self, number: str) -> Sequence[Case]:
        """Do not accept an application.

        Raises:
            PlatformError: there is no such case, or it is accepted already.
        """
        return self._by_hand(number, REJECTED, ())

    def _by_hand(self, number: str, state: str, missing: tuple[Missing, ...]) -> Sequence[Case]:
        case = Cases(self.database).by_number(number)
        item = self.services.item(case.item) if case else None
        if case is None or item is None:
            raise unknown("See `kiosk fleet cases`.", "请用 kiosk fleet cases 查看。")
        if not may_follow(case.state, state):
            raise PlatformError(
                409,
                "no-step",
                "That cannot follow the case's state. 该办件当前状态不能这样处理。",
                "See `kiosk fleet show`. 请用 kiosk fleet show 查看。",
            )
        return self._do([Task(case, item, state, missing=missing)])

    def _timely(self, case: Case) -> Task | None:
        """What time asks for: silence for five working days is acceptance of a licence application (行政许可法 32).

        A correction that was asked for and did not come ends the case.
        """
        today = self.now().astimezone(CHINA).date().isoformat()
        item = self.services.item(case.item)
        if item and case.accept_by is not None and case.accept_by < today:
            if case.state in NOT_YET_ACCEPTED and item.power_type == LICENCE:
                return Task(case, item, ACCEPTED, by_law=True)
            if case.state == TO_CORRECT:
                return Task(case, item, NOT_CORRECTED)
        if item and (task := self._at_once(case, item)):
            return task
        waited = self.pace is not None and case.since <= stamp(self.now() - self.pace)
        return self._next(case) if waited else None

    def _next(self, case: Case) -> Task | None:
        item = self.services.item(case.item)
        if item is None or case.needs_staff:
            return None
        if task := self._at_once(case, item):
            return task
        state = (REPORT if item.kind == "report" else APPLICATION).get(case.state)
        if state is None:
            return None
        task = Task(case, item, state)
        missing = tuple(Cases(self.database).missing(case.number)) if case.state == RECEIVED else ()
        return replace(task, state=TO_CORRECT, missing=missing) if missing else task

    def _at_once(self, case: Case, item: Item) -> Task | None:
        """The next step of what is decided at once, None for everything else."""
        if item.flow != FLOW or case.needs_staff:
            return None
        decision = Cases(self.database).decision(case.number)
        state = AT_ONCE.get(decision.outcome, {}).get(case.state) if decision else None
        return Task(case, item, state) if state else None

    def _do(self, tasks: Iterable[Task | None]) -> Sequence[Case]:
        return [moved for task in tasks if task and (moved := self._take(task))]

    def _take(self, task: Task) -> Case | None:
        case, at = task.case, self.now()
        with self.database.writing() as connection:
            if not move(connection, case, task.state, at):
                return None  # somebody else moved it in this moment
            self._issue(Office(connection, self.services.catalogue(), at), task)
        log.info("case %s is %s", case.number, task.state)
        return Cases(self.database).by_number(case.number)

    @staticmethod
    def _issue(office: Office, task: Task) -> None:
        """Issue the paper that belongs to the step, if one does."""
        match task.state:
            case state if state == ACCEPTED and task.item.kind != "report":
                issue_acceptance(office, task.case, task.item, by_law=task.by_law)
            case state if state == TO_CORRECT:
                issue_correction(office, task.case, task.item, task.missing)
            case state if state == REJECTED:
                issue_rejection(office, task.case, task.item)


_WHY = ("缺少，或者看不清", "missing, or not legible")
"""Why the demonstration clerk asks for a paper."""

"""The demonstration clerk: takes the next step of a case, by hand or by time, and issues notices of acceptance.

It stands for the departments that a real platform has. What needs staff it leaves alone.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from config.catalogue import Item
from fleet.cases import Case, Cases, move
from fleet.clock import CHINA, Now, stamp
from fleet.database import Database
from fleet.notices import issue_acceptance
from fleet.problems import PlatformError, unknown
from fleet.services import Services
from fleet.states import ACCEPTED, CLOSED, DECIDED, HANDLED, NOT_YET_ACCEPTED, RECEIVED, SUBMITTED

log = logging.getLogger(__name__)

LICENCE = "01"  # power type 行政许可

APPLICATION: Mapping[str, str] = {
    SUBMITTED: RECEIVED,
    RECEIVED: ACCEPTED,
    ACCEPTED: HANDLED,
    HANDLED: DECIDED,
    DECIDED: CLOSED,
}
REPORT: Mapping[str, str] = {SUBMITTED: ACCEPTED, ACCEPTED: HANDLED, HANDLED: CLOSED}


@dataclass(frozen=True, slots=True)
class Task:
    """A step to take: the case, its item, the state it comes into; `by_law` when nobody decided in time."""

    case: Case
    item: Item
    state: str
    by_law: bool = False


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

    def _timely(self, case: Case) -> Task | None:
        """Administrative Licensing Law art. 32: silence for five working days is acceptance of a licence application."""
        today = self.now().astimezone(CHINA).date().isoformat()
        if case.state in NOT_YET_ACCEPTED and case.accept_by is not None and case.accept_by < today:
            item = self.services.item(case.item)
            if item and item.power_type == LICENCE:
                return Task(case, item, ACCEPTED, by_law=True)
        waited = self.pace is not None and case.since <= stamp(self.now() - self.pace)
        return self._next(case) if waited else None

    def _next(self, case: Case) -> Task | None:
        item = self.services.item(case.item)
        if item is None or case.needs_staff:
            return None
        state = (REPORT if item.kind == "report" else APPLICATION).get(case.state)
        return Task(case, item, state) if state else None

    def _do(self, tasks: Iterable[Task | None]) -> Sequence[Case]:
        return [moved for task in tasks if task and (moved := self._take(task))]

    def _take(self, task: Task) -> Case | None:
        case, at = task.case, self.now()
        with self.database.writing() as connection:
            if not move(connection, case, task.state, at):
                return None  # somebody else moved it in this moment
            if task.state == ACCEPTED and task.item.kind != "report":
                issue_acceptance(connection, case, task.item, at, by_law=task.by_law)
        log.info("case %s is %s", case.number, task.state)
        return Cases(self.database).by_number(case.number)

"""What changes a case: opening it, bringing it into another state, noting what is missing; always inside one commit."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from fleet import numbers
from fleet.cases import Case, Missing
from fleet.clock import CHINA, stamp
from fleet.database import Connection
from fleet.states import SUBMITTED, may_follow
from fleet.working_days import add_working_days

ACCEPTANCE_WORKING_DAYS = 5  # Administrative Licensing Law art. 32


@dataclass(frozen=True, slots=True)
class Opening:
    """A case to be opened. Only whether an application is accepted must be told within days."""

    transaction: str
    token: str
    item: str
    applicant: str
    needs_staff: str
    holder_check: str
    is_application: bool


def open_case(connection: Connection, opening: Opening, at: datetime) -> str:
    """Open a case; return its number."""
    day = at.astimezone(CHINA).date()
    accept_by = add_working_days(day, ACCEPTANCE_WORKING_DAYS) if opening.is_application else None
    number = numbers.case_number(connection, day)
    connection.execute(
        """INSERT INTO cases VALUES (:number, :transaction, :token, :item, :applicant, :needs_staff, :holder_check, :state,
        :since, :accept_by, NULL)""",
        {
            **asdict(opening),
            "number": number,
            "state": SUBMITTED,
            "since": stamp(at),
            "accept_by": accept_by.isoformat() if accept_by else None,
        },
    )
    connection.execute("INSERT INTO steps VALUES (?, 0, ?, ?)", (number, SUBMITTED, stamp(at)))
    return number


def move(connection: Connection, case: Case, state: str, at: datetime) -> bool:
    """Bring a case into another state; return whether it was still in the state that `case` says.

    Raises:
        ValueError: that state may not follow.
    """
    if not may_follow(case.state, state):
        raise ValueError(f"{state} may not follow {case.state}")
    moved = connection.execute(
        "UPDATE cases SET state = ?, since = ? WHERE number = ? AND state = ?",
        (state, stamp(at), case.number, case.state),
    ).rowcount
    if moved:
        connection.execute(
            "INSERT INTO steps SELECT ?, count(*), ?, ? FROM steps WHERE case_number = ?",
            (case.number, state, stamp(at), case.number),
        )
    return bool(moved)


def note_missing(connection: Connection, number: str, missing: Sequence[Missing]) -> None:
    """Note what the resident still has to bring, with what was noted before."""
    connection.executemany(
        """INSERT INTO missing VALUES (?, ?, ?, ?) ON CONFLICT (case_number, material)
        DO UPDATE SET reason_zh = excluded.reason_zh, reason_en = excluded.reason_en""",
        [(number, one.material, one.reason_zh, one.reason_en) for one in missing],
    )


def restart_acceptance(connection: Connection, case: Case, at: datetime) -> None:
    """Let the days within which acceptance must be told begin again: what was missing is here now."""
    until = add_working_days(at.astimezone(CHINA).date(), ACCEPTANCE_WORKING_DAYS)
    connection.execute(
        "UPDATE cases SET accept_by = ? WHERE number = ?", (until.isoformat() if until else None, case.number)
    )

"""Cases: what became of what residents handed in. Nothing here names anybody but by a masked name."""

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from fleet import numbers
from fleet.clock import CHINA, stamp
from fleet.database import Database
from fleet.states import SUBMITTED, UNFINISHED, may_follow
from fleet.working_days import add_working_days

ACCEPTANCE_WORKING_DAYS = 5  # Administrative Licensing Law art. 32
SELECT = """SELECT number, transaction_id AS "transaction", token, item, applicant, needs_staff, holder_check, state, since,
    accept_by, due, received_at, reference, terminal,
    (SELECT count(*) FROM attachments WHERE attachments.transaction_id = transactions.id) AS attachments
    FROM cases JOIN transactions ON id = transaction_id"""


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `needs_staff` says why staff must look first, or ""; dates are ISO, None when over or not known."""

    number: str
    transaction: str
    token: str
    item: str
    applicant: str
    needs_staff: str
    holder_check: str
    state: str
    since: str
    accept_by: str | None
    due: str | None
    received_at: str
    reference: str
    terminal: str
    attachments: int


@dataclass(frozen=True, slots=True)
class Step:
    """A state the case came into."""

    state: str
    at: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A paper that the platform issued; `kind` is its key in the catalogue."""

    kind: str
    number: str
    issued_at: str
    text_zh: str
    text_en: str


class Cases:
    """What the platform holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def by_number(self, number: str) -> Case | None:
        """Return the case of that number."""
        return _case(self._database.row(f"{SELECT} WHERE number = ?", number))

    def by_token(self, token: str) -> Case | None:
        """Return the case whose page has that token."""
        return _case(self._database.row(f"{SELECT} WHERE token = ?", token))

    def by_transaction(self, transaction: str, terminal: str) -> Case | None:
        """Return the case of a transaction that `terminal` handed in."""
        return _case(
            self._database.row(f"{SELECT} WHERE transaction_id = ? AND terminal = ?", transaction, terminal)
        )

    def by_receipt(self, transaction: str) -> Case | None:
        """Return the case of a transaction by the number on its receipt, whichever terminal handed it in."""
        return _case(self._database.row(f"{SELECT} WHERE transaction_id = ?", transaction))

    def by_reference(self, reference: str) -> Case | None:
        """Return the case of the number that the terminal gave."""
        return _case(self._database.row(f"{SELECT} WHERE reference = ?", reference))

    def held(self) -> Sequence[Case]:
        """Return every case, the oldest first."""
        rows = self._database.rows(f"{SELECT} ORDER BY cases.rowid")
        return [Case(**dict(row)) for row in rows]

    def unfinished(self) -> Sequence[Case]:
        """Return the cases on which something is still to be done, the oldest first."""
        marks = ", ".join("?" * len(UNFINISHED))
        rows = self._database.rows(
            f"{SELECT} WHERE state IN ({marks}) ORDER BY cases.rowid", *sorted(UNFINISHED)
        )
        return [Case(**dict(row)) for row in rows]

    def steps(self, number: str) -> Sequence[Step]:
        """Return the states that a case went through, the first first."""
        rows = self._database.rows(
            "SELECT state, at FROM steps WHERE case_number = ? ORDER BY position", number
        )
        return [Step(row["state"], row["at"]) for row in rows]

    def notices(self, number: str) -> Sequence[Notice]:
        """Return the papers issued for a case."""
        rows = self._database.rows("SELECT * FROM notices WHERE case_number = ? ORDER BY rowid", number)
        return [
            Notice(row["kind"], row["number"], row["issued_at"], row["text_zh"], row["text_en"])
            for row in rows
        ]


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


def open_case(connection: sqlite3.Connection, opening: Opening, at: datetime) -> str:
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


def move(connection: sqlite3.Connection, case: Case, state: str, at: datetime) -> bool:
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


def _case(row: sqlite3.Row | None) -> Case | None:
    return Case(**dict(row)) if row else None

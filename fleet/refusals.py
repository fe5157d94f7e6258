"""What was refused for good and stays parked on a terminal: the operator must see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from fleet.clock import Now, stamp
from fleet.database import Database
from fleet.problems import PlatformError

KEPT = 1000
WEEK = timedelta(days=7)
AT_ONCE = 20  # in one answer's header

# What arrived later is not parked; what came with other content under a number that is here is.
_PARKED = "(status = 409 OR NOT EXISTS (SELECT 1 FROM transactions WHERE id = transaction_id))"
_ALL = f"SELECT * FROM refusals WHERE {_PARKED} ORDER BY rowid DESC"  # noqa: S608  # constants
_ASK = f"UPDATE refusals SET retry_at = ? WHERE terminal = ? AND transaction_id = ? AND {_PARKED}"  # noqa: S608  # as above
_WANTED = f"""
    SELECT transaction_id FROM refusals WHERE terminal = ? AND retry_at > ? AND {_PARKED} ORDER BY rowid LIMIT ?
"""  # noqa: S608  # as above


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused transaction; `title` says why, `retry_at` when the operator asked for it again, None when nobody has."""

    terminal: str
    transaction: str
    status: int
    title: str
    at: str
    retry_at: str | None


class Refusals:
    """The newest refusals, one for each transaction."""

    def __init__(self, database: Database, now: Now) -> None:
        self._database, self._now = database, now

    def note(self, terminal: str, transaction: str, problem: PlatformError) -> None:
        """Keep that a transaction was refused."""
        shown = transaction[:100]
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM refusals WHERE terminal = ? AND transaction_id = ?", (terminal, shown)
            )
            connection.execute(
                "INSERT INTO refusals (terminal, transaction_id, status, title, at) VALUES (?, ?, ?, ?, ?)",
                (terminal, shown, problem.status, problem.title, stamp(self._now())),
            )
            connection.execute(
                "DELETE FROM refusals WHERE rowid <= (SELECT max(rowid) FROM refusals) - ?", (KEPT,)
            )

    def parked(self) -> Sequence[Refusal]:
        """Return those that have not arrived since, the newest first."""
        rows = self._database.rows(_ALL)
        return [
            Refusal(
                row["terminal"],
                row["transaction_id"],
                row["status"],
                row["title"],
                row["at"],
                row["retry_at"],
            )
            for row in rows
        ]

    def ask_again(self, terminal: str, transaction: str) -> bool:
        """Have the terminal send it again, as soon as it is heard; return whether it is parked."""
        with self._database.writing() as connection:
            found = connection.execute(
                _ASK,
                (stamp(self._now()), terminal, transaction),
            ).rowcount
        return bool(found)

    def wanted(self, terminal: str) -> Sequence[str]:
        """Return what a terminal is to send again; told with each heartbeat until it comes, for a week at most."""
        rows = self._database.rows(_WANTED, terminal, stamp(self._now() - WEEK), AT_ONCE)
        return [row["transaction_id"] for row in rows]

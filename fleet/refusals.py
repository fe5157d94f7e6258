"""What was refused for good and stays parked on a terminal: the operator must see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from fleet.clock import Now, stamp
from fleet.database import Database
from fleet.problems import PlatformError

KEPT = 1000


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused transaction; `title` says why."""

    terminal: str
    transaction: str
    status: int
    title: str
    at: str


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
                "INSERT INTO refusals VALUES (?, ?, ?, ?, ?)",
                (terminal, shown, problem.status, problem.title, stamp(self._now())),
            )
            connection.execute(
                "DELETE FROM refusals WHERE rowid <= (SELECT max(rowid) FROM refusals) - ?", (KEPT,)
            )

    def newest(self) -> Sequence[Refusal]:
        """Return them, the newest first."""
        rows = self._database.rows("SELECT * FROM refusals ORDER BY rowid DESC")
        return [
            Refusal(row["terminal"], row["transaction_id"], row["status"], row["title"], row["at"])
            for row in rows
        ]

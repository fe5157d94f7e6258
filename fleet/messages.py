"""Short messages that a city's platform would send to phones; here the operator can read them for some minutes."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fleet.clock import Now, stamp
from fleet.database import Database

KEPT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `to` is masked."""

    to: str
    text: str = field(repr=False)
    code: str = field(repr=False)
    holder_check: str
    at: str


class Messages:
    """The messages of the last minutes."""

    def __init__(self, database: Database, now: Now) -> None:
        self._database, self._now = database, now

    def recent(self) -> Sequence[Message]:
        """Return them, the oldest first."""
        since = stamp(self._now() - KEPT)
        rows = self._database.rows("SELECT * FROM messages WHERE at > ? ORDER BY sequence", since)
        return [
            Message(row["recipient"], row["text"], row["code"], row["holder_check"], row["at"])
            for row in rows
        ]


def send(connection: sqlite3.Connection, to: str, code: str, holder_check: str, at: datetime) -> None:
    """Send a one-time code; those that are no longer kept go."""
    text = (
        f"【社区服务】验证码 {code}，5分钟内有效，请勿告诉他人。"
        f"Your code is {code}, valid for 5 minutes. Never share it."
    )
    connection.execute("DELETE FROM messages WHERE at <= ?", (stamp(at - KEPT),))
    connection.execute(
        "INSERT INTO messages VALUES (NULL, ?, ?, ?, ?, ?)", (to, text, code, holder_check, stamp(at))
    )

"""What terminals tell of submissions and sessions, for supervision: when, which item, how long. Nothing about anybody.

The platform itself knows when something was received and accepted. What is told again is known by its id.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any
from uuid import UUID

from fleet.clock import stamp
from fleet.database import Database
from fleet.problems import malformed

STEPS = (
    (
        """CREATE TABLE moments (
            terminal TEXT NOT NULL, submission TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (terminal, submission, kind)
        ) STRICT""",
        """CREATE TABLE sessions (
            terminal TEXT NOT NULL, id TEXT NOT NULL, item TEXT NOT NULL, at TEXT NOT NULL, ended TEXT NOT NULL,
            PRIMARY KEY (terminal, id)
        ) STRICT""",
        """CREATE TABLE durations (
            terminal TEXT NOT NULL, session TEXT NOT NULL, item TEXT NOT NULL, step TEXT NOT NULL, seconds REAL NOT NULL
        ) STRICT""",
        "CREATE INDEX durations_of ON durations (item, step)",
    ),
)

OF_SUBMISSION = ("guide_shown", "captured", "sealed", "sent")
SESSION = "session"
MOST_EVENTS, MOST_STEPS, LONGEST = 500, 40, 24 * 60 * 60.0
NAME = re.compile(r"[a-z_]{1,40}")
ITEM = re.compile(r"[A-Z]{2}-[0-9]{3}")
ID = re.compile(r"[A-Za-z0-9-]{1,80}")
DONE = ("outcome", "lookup")
"""The steps on which a session ends that was gone through to its end."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How long sessions of an item took: how many, how many to the end, the median of those in seconds, and of each step."""

    item: str
    sessions: int
    finished: int
    seconds: float
    steps: Mapping[str, float]


class TerminalEvents:
    """Keeps them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def note(self, terminal: str, events: Iterable[Any]) -> None:
        """Keep what a terminal tells; kinds that are not known here are passed over.

        Raises:
            PlatformError: something is not as the contract says; nothing of it is kept.
        """
        submissions, sessions = [], []
        for event in events:
            kind, at = _text(event, "kind", NAME), _moment(event)
            if kind in OF_SUBMISSION:
                submissions.append((terminal, _submission(event), kind, at))
            elif kind == SESSION:
                sessions.append((event, at))
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO moments VALUES (?, ?, ?, ?) ON CONFLICT (terminal, submission, kind) DO NOTHING",
                submissions,
            )
            for event, at in sessions:
                name, item = _text(event, "id", ID), _text(event, "item", ITEM)
                row = (terminal, name, item, at, _text(event, "ended", NAME))
                fresh = connection.execute(
                    "INSERT INTO sessions VALUES (?, ?, ?, ?, ?) ON CONFLICT (terminal, id) DO NOTHING", row
                ).rowcount
                if fresh:
                    connection.executemany(
                        "INSERT INTO durations VALUES (?, ?, ?, ?, ?)",
                        [(terminal, name, item, step, seconds) for step, seconds in _steps(event)],
                    )

    def moments(self, submission: str) -> Mapping[str, str]:
        """Return when what was done with a submission at its terminal."""
        rows = self._database.rows(
            "SELECT kind, at FROM moments WHERE submission = ? ORDER BY at", submission
        )
        return {row["kind"]: row["at"] for row in rows}

    def supervised(self) -> frozenset[str]:
        """Return the submissions whose sealing and sending are known."""
        rows = self._database.rows(
            """SELECT submission FROM moments WHERE kind IN ('sealed', 'sent')
            GROUP BY submission HAVING count(DISTINCT kind) = 2"""
        )
        return frozenset(row["submission"] for row in rows)

    def measured(self) -> list[Measured]:
        """Return how long sessions took, by item, the most used first."""
        ends = {
            (row["terminal"], row["id"]): (row["item"], row["ended"])
            for row in self._database.rows("SELECT terminal, id, item, ended FROM sessions")
        }
        totals: dict[tuple[str, str], float] = dict.fromkeys(ends, 0.0)
        by_step: dict[str, dict[str, list[float]]] = {}
        for row in self._database.rows("SELECT terminal, session, item, step, seconds FROM durations"):
            totals[row["terminal"], row["session"]] += row["seconds"]
            by_step.setdefault(row["item"], {}).setdefault(row["step"], []).append(row["seconds"])
        items = {item for item, _ in ends.values()}
        found = [_measured(item, ends, totals, by_step.get(item, {})) for item in items]
        return sorted(found, key=lambda one: (-one.sessions, one.item))


def _measured(
    item: str,
    ends: Mapping[tuple[str, str], tuple[str, str]],
    totals: Mapping[tuple[str, str], float],
    steps: Mapping[str, list[float]],
) -> Measured:
    mine = {key: ended for key, (of, ended) in ends.items() if of == item}
    finished = [totals[key] for key, ended in mine.items() if ended in DONE]
    medians = {step: median(seconds) for step, seconds in sorted(steps.items())}
    return Measured(item, len(mine), len(finished), median(finished) if finished else 0.0, medians)


def _text(event: Any, name: str, shape: "re.Pattern[str]") -> str:
    value = event.get(name) if isinstance(event, dict) else None
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise _malformed()
    return value


def _moment(event: Any) -> str:
    try:
        at = datetime.fromisoformat(event["at"])
    except (TypeError, ValueError, KeyError) as error:
        raise _malformed() from error
    if at.tzinfo is None:
        raise _malformed()
    return stamp(at)


def _submission(event: Any) -> str:
    try:
        return str(UUID(event["transaction"]))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise _malformed() from error


def _steps(event: Any) -> list[tuple[str, float]]:
    said = event.get("steps")
    if not isinstance(said, dict) or len(said) > MOST_STEPS:
        raise _malformed()
    for step, seconds in said.items():
        if not NAME.fullmatch(step) or type(seconds) not in (int, float) or not 0 <= seconds <= LONGEST:
            raise _malformed()
    return [(step, float(seconds)) for step, seconds in said.items()]


def _malformed() -> Exception:
    return malformed(
        "Send events as docs/platform-api.yaml says, and nothing about anybody.",
        "请按接口文档提交事件，不得包含任何个人信息。",
    )

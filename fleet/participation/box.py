"""The box: papers that are out, answers that came under one. It is a file of its own, and no name ever reaches it.

An answer is stored under a number drawn for it, in no order, and beside nothing that leads to its paper.
"""

import json
import secrets
from base64 import b32encode
from collections import Counter
from collections.abc import Mapping
from enum import Enum
from hashlib import sha256

from fleet.database import Database

STEPS = (
    (
        """CREATE TABLE papers (
            paper TEXT PRIMARY KEY, matter TEXT NOT NULL, used INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE answers (number BLOB PRIMARY KEY, matter TEXT NOT NULL, marks TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE codes (code TEXT PRIMARY KEY, matter TEXT NOT NULL) STRICT, WITHOUT ROWID",
        # Words and a telephone number, sealed to the platform's own key.
        """CREATE TABLE remarks (
            number BLOB PRIMARY KEY, matter TEXT NOT NULL, sealed BLOB NOT NULL, replied INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ),
)


class Fate(Enum):
    """What is true of a paper."""

    OUT = "out"
    USED = "used"
    VOID = "void"  # another one was given out instead, or there never was such a paper


class Box:
    """Takes one answer a paper."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, before: str, paper: str, matter: str) -> bool:
        """Give out a paper (by its digest) instead of the one before ("" for none); return False when that was used."""
        with self._database.writing() as connection:
            used = connection.execute(
                "SELECT 1 FROM papers WHERE paper = ? AND used = 1", (before,)
            ).fetchone()
            if used is None:
                connection.execute("DELETE FROM papers WHERE paper = ?", (before,))
                connection.execute("INSERT INTO papers VALUES (?, ?, 0)", (paper, matter))
        return used is None

    def settle(self, paper: str, matter: str) -> bool:
        """Return whether a paper (by its digest) was used; one that was not is void from now on, whatever still comes."""
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM papers WHERE paper = ? AND matter = ? AND used = 0", (paper, matter)
            )
        return self._is_used(paper, matter)

    def put(self, paper: str, matter: str, marks: Mapping[str, str], code: str, remark: bytes) -> Fate:
        """Put an answer in under a paper (by its digest); return what was true of the paper, `OUT` when it is in now."""
        with self._database.writing() as connection:
            fresh = connection.execute(
                "UPDATE papers SET used = 1 WHERE paper = ? AND matter = ? AND used = 0", (paper, matter)
            ).rowcount
            if fresh:
                number = secrets.token_bytes(16)
                connection.execute(
                    "INSERT INTO answers VALUES (?, ?, ?)", (number, matter, json.dumps(marks))
                )
                connection.execute("INSERT INTO codes VALUES (?, ?)", (code, matter))
            if fresh and remark:
                number = secrets.token_bytes(16)  # another one: words do not lead to marks
                connection.execute("INSERT INTO remarks VALUES (?, ?, ?, 0)", (number, matter, remark))
        if fresh:
            return Fate.OUT
        return Fate.USED if self._is_used(paper, matter) else Fate.VOID

    def _is_used(self, paper: str, matter: str) -> bool:
        found = self._database.row(
            "SELECT 1 FROM papers WHERE paper = ? AND matter = ? AND used = 1", paper, matter
        )
        return found is not None

    def count(self, matter: str) -> tuple[int, Counter[tuple[str, str]]]:
        """Return how many answers are in, and how many for each question and option."""
        rows = self._database.rows("SELECT marks FROM answers WHERE matter = ?", matter)
        return len(rows), Counter(mark for row in rows for mark in json.loads(row["marks"]).items())

    def matter_of(self, code: str) -> str | None:
        """Return the matter in whose box the answer is that got this code, None when there is none."""
        row = self._database.row("SELECT matter FROM codes WHERE code = ?", code)
        return str(row["matter"]) if row else None

    def unreplied(self, matter: str) -> dict[bytes, bytes]:
        """Return what was said to a matter and got no reply yet: sealed remarks by their numbers."""
        rows = self._database.rows(
            "SELECT number, sealed FROM remarks WHERE matter = ? AND replied = 0", matter
        )
        return {row["number"]: row["sealed"] for row in rows}

    def replied(self, number: bytes) -> None:
        """Note that a remark got its reply."""
        with self._database.writing() as connection:
            connection.execute("UPDATE remarks SET replied = 1 WHERE number = ?", (number,))


def code_of(paper: str) -> str:
    """Return the code with which a resident sees that the answer under `paper` is in the box: ten signs, 50 bits.

    It is worked out of the paper one way, so that asking again gives the same, and it leads back to nothing.
    """
    letters = b32encode(sha256(f"code {paper}".encode()).digest()).decode()[:10]
    return f"{letters[:5]}-{letters[5:]}"

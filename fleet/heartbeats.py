"""What a terminal says of itself every minute, and whether its journal goes on from what it was.

The head of a terminal's journal (number and hash of its last entry) is remembered here, out of the terminal's reach. Each
answer asks for the hash that the remembered entry has now; a journal that was cut, put back or written anew cannot tell it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from fleet.database import Database

REWOUND = "rewound"
EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Head:
    """Number and hash of a journal's entry."""

    position: int
    hash: str


def judge(known: Head | None, said: Head, since: Head | None) -> tuple[Head, str]:
    """Return the head to be remembered and what is wrong, "" for nothing. `since` is what `known` is now, as the terminal says.

    What is remembered moves on only with that proof.
    """
    if known is None:
        return said, ""
    if said.position < known.position:
        return known, REWOUND
    proof = said if said.position == known.position else since
    if proof is None or proof.position != known.position:
        return known, ""
    return (said, "") if proof.hash == known.hash else (known, EDITED)


def note(
    database: Database,
    at: str,
    terminal: str,
    said: Mapping[str, Any],
    *,
    head: Head | None,
    since: Head | None,
) -> int:
    """Note that a terminal lives, and what it says; return the number of the journal's entry it is to prove next, 0 for none."""
    with database.writing() as connection:
        row = connection.execute("SELECT heartbeat FROM terminals WHERE id = ?", (terminal,)).fetchone()
        before = json.loads((row and row["heartbeat"]) or "{}").get("journal")
        known = Head(before["position"], before["hash"]) if before else None
        trouble = ""
        if head is not None:
            known, trouble = judge(known, head, since)
        journal = {**asdict(known), "trouble": trouble} if known else None
        connection.execute(
            "UPDATE terminals SET heard_at = ?, heartbeat = ? WHERE id = ?",
            (at, json.dumps({**said, "journal": journal}), terminal),
        )
    return known.position if known else 0

"""The roll: who has asked for a paper, by keyed digests. It knows no answer, and once a paper was used no paper either."""

import secrets
from hashlib import sha256

from fleet.database import Database
from fleet.participation.box import Box

STEPS = (
    (
        # `paper` is the digest of the paper given out last, NULL once it is in the box. No times: they would tell.
        """CREATE TABLE voters (
            matter TEXT NOT NULL, voter TEXT NOT NULL, paper TEXT, PRIMARY KEY (matter, voter)
        ) STRICT, WITHOUT ROWID""",
    ),
)


class Roll:
    """One paper a person: another one takes the place of the one before, until that is in the box."""

    def __init__(self, database: Database, box: Box) -> None:
        self._database, self._box = database, box

    def paper(self, matter: str, voter: str) -> str | None:
        """Return a new paper for whoever `voter` stands for, None when they have taken part."""
        paper = new_paper()
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT paper FROM voters WHERE matter = ? AND voter = ?", (matter, voter)
            ).fetchone()
            before = row["paper"] if row else ""
            if before is None or not self._box.replace(before, digest(paper), matter):
                return None
            connection.execute(
                "INSERT OR REPLACE INTO voters VALUES (?, ?, ?)", (matter, voter, digest(paper))
            )
        return paper

    def forget(self, matter: str, paper: str) -> None:
        """Forget whose a paper was that is in the box now; when this is missed, the box tells when they come again."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE voters SET paper = NULL WHERE matter = ? AND paper = ?", (matter, digest(paper))
            )


def new_paper() -> str:
    """Return a name for a paper that nobody finds by trying."""
    return secrets.token_urlsafe(24)


def digest(paper: str) -> str:
    """Return what is kept of a paper."""
    return sha256(paper.encode()).hexdigest()

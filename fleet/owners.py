"""Whose case it is, whose phone a code goes to: by keyed digests only, no number of a person is kept."""

from fleet.clock import Now, stamp
from fleet.database import Connection, Database
from fleet.digests import Digests
from fleet.problems import too_many

TAIL_LENGTH = 4
TRIES_A_DAY = 5
DAY_SECONDS = 24 * 60 * 60


class Owners:
    """Recognises the owner of a case again by their document number."""

    def __init__(self, database: Database, digests: Digests, now: Now) -> None:
        self._database, self._digests, self._now = database, digests, now

    def note(self, connection: Connection, case: str, id_number: str) -> None:
        """Note whose case it is; nobody's when no number was given."""
        if id_number:
            tail = self._digests.of("case tail", case, id_number.upper()[-TAIL_LENGTH:])
            connection.execute("INSERT INTO owners VALUES (?, ?, ?)", (case, self.of(id_number), tail))

    def of(self, id_number: str) -> str:
        """Return the digest that stands for the holder of a document."""
        return self._digests.of("owner", id_number.upper())

    def cases(self, id_number: str) -> tuple[str, ...]:
        """Return the numbers of the cases of a document's holder, the newest first."""
        rows = self._database.rows(
            "SELECT case_number FROM owners WHERE owner = ? ORDER BY rowid DESC", self.of(id_number)
        )
        return tuple(row["case_number"] for row in rows)

    def is_tail(self, case: str, tail: str) -> bool:
        """Whether these are the last four signs of the applicant's document number; few tries a case and day.

        Raises:
            PlatformError: too many were wrong today.
        """
        wrong, today = self._digests.of("wrong tail", case), stamp(self._now())[:10]
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT count(*) FROM code_requests WHERE subject = ? AND at >= ?", (wrong, today)
            ).fetchone()
            if row[0] >= TRIES_A_DAY:
                raise too_many(DAY_SECONDS)
            found = connection.execute(
                "SELECT 1 FROM owners WHERE case_number = ? AND tail = ?",
                (case, self._digests.of("case tail", case, tail.upper())),
            ).fetchone()
            if found is None:
                connection.execute("INSERT INTO code_requests VALUES (?, ?)", (wrong, stamp(self._now())))
        return found is not None

"""Mandates: what residents have entrusted to whom. Kept by digests of document numbers; nobody is named."""

from collections.abc import Sequence
from dataclasses import dataclass

from fleet.agency.entrusted import Entrusted
from fleet.clock import Now, stamp
from fleet.database import Connection, Database, Row
from fleet.digests import Digests
from fleet.problems import unknown

DAY = len("2026-11-25")


@dataclass(frozen=True, slots=True)
class Mandate:
    """One mandate; `number` is that of its case, `revoked_at` "" while it was not revoked."""

    number: str
    matter: str
    agent: str
    powers: tuple[str, ...]
    given_at: str
    until: str
    revoked_at: str

    def holds(self, today: str) -> bool:
        """Whether the agent may act under it on a day (ISO date)."""
        return not self.revoked_at and today <= self.until


class Mandates:
    """Keeps mandates and lets those who gave them see and revoke them."""

    def __init__(self, database: Database, digests: Digests, now: Now) -> None:
        self._database, self._digests, self._now = database, digests, now

    def note(self, connection: Connection, number: str, principal: str, entrusted: Entrusted) -> None:
        """Note what the holder of a document has entrusted, in force from now on."""
        one = entrusted
        connection.execute(
            "INSERT INTO mandates VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                number,
                self._owner(principal),
                one.agent,
                self._person(one.person) if one.person else "",
                one.matter,
                ",".join(one.powers),
                stamp(self._now()),
                one.until,
            ),
        )

    def given_by(self, id_number: str) -> Sequence[Mandate]:
        """Return the mandates that the holder of a document gave, the newest first."""
        rows = self._database.rows(
            "SELECT * FROM mandates WHERE owner = ? ORDER BY rowid DESC", self._owner(id_number)
        )
        return [_mandate(row) for row in rows]

    def one(self, id_number: str, number: str) -> Mandate:
        """Return one of them.

        Raises:
            PlatformError: they gave none of that number.
        """
        found = next((one for one in self.given_by(id_number) if one.number == number), None)
        if found is None:
            raise unknown("Look at the list of mandates again.", "请重新查看委托清单。")
        return found

    def revoke(self, id_number: str, number: str) -> Mandate:
        """Revoke one, from now on and for good; return it. One that was revoked before stays as it was.

        Raises:
            PlatformError: they gave none of that number.
        """
        self.one(id_number, number)
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE mandates SET revoked_at = ? WHERE number = ? AND revoked_at IS NULL",
                (stamp(self._now()), number),
            )
        return self.one(id_number, number)

    def today(self) -> str:
        """Return the day (ISO date)."""
        return stamp(self._now())[:DAY]

    def taken_today(self, person: str) -> int:
        """Return how many mandates the agent of that document number has taken up today."""
        row = self._database.row(
            "SELECT count(*) FROM mandates WHERE person = ? AND given_at >= ?",
            self._person(person),
            self.today(),
        )
        return int(row[0]) if row else 0

    def _owner(self, id_number: str) -> str:
        return self._digests.of("owner", id_number.upper())

    def _person(self, id_number: str) -> str:
        return self._digests.of("agent", id_number.upper())


def _mandate(row: Row) -> Mandate:
    powers = tuple(row["powers"].split(","))
    return Mandate(
        row["number"],
        row["matter"],
        row["agent"],
        powers,
        row["given_at"],
        row["until"],
        row["revoked_at"] or "",
    )

"""Cases: what became of what residents handed in. Nothing here names anybody but by a masked name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fleet.database import Database, Row
from fleet.instant import Decision
from fleet.states import UNFINISHED

SELECT = """SELECT number, transaction_id AS "transaction", token, item, applicant, needs_staff, holder_check, state, since,
    accept_by, due, received_at, reference, terminal,
    (SELECT count(*) FROM attachments WHERE attachments.transaction_id = transactions.id) AS attachments
    FROM cases JOIN transactions ON id = transaction_id"""

NOTICES = "SELECT kind, number, issued_at, text_zh, text_en, seal_zh, seal_en, verify FROM notices"


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
    """A paper that the platform issued; `kind` is its key in the catalogue.

    `seal_zh` and `seal_en` say whose electronic seal it bears, `verify` is the code by which anybody can see that it is genuine;
    empty for papers of a time when none were sealed.
    """

    kind: str
    number: str
    issued_at: str
    text_zh: str
    text_en: str
    seal_zh: str = ""
    seal_en: str = ""
    verify: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A paper that a resident is asked to correct or to add; `material` is its key in the catalogue."""

    material: str
    reason_zh: str
    reason_en: str


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
        own = self._database.row(f"{SELECT} WHERE transaction_id = ? AND terminal = ?", transaction, terminal)
        return _case(own) or self._about(transaction, terminal)

    def by_receipt(self, transaction: str) -> Case | None:
        """Return the case of a transaction by the number on its receipt, whichever terminal handed it in."""
        return _case(self._database.row(f"{SELECT} WHERE transaction_id = ?", transaction)) or self._about(
            transaction
        )

    def _about(self, transaction: str, terminal: str = "") -> Case | None:
        """The case that a transaction asked something of, as if it were that transaction's."""
        row = self._database.row(
            """SELECT case_number, reference, received_at, terminal FROM acts JOIN transactions ON id = transaction_id
            WHERE transaction_id = ? AND ? IN ('', terminal)""",
            transaction,
            terminal,
        )
        case = self.by_number(row["case_number"]) if row else None
        if row is None or case is None:
            return None
        return replace(
            case,
            transaction=transaction,
            reference=row["reference"],
            received_at=row["received_at"],
            terminal=row["terminal"],
        )

    def by_reference(self, reference: str) -> Case | None:
        """Return the case of the number that the terminal gave."""
        return _case(self._database.row(f"{SELECT} WHERE reference = ?", reference))

    def held(self) -> Sequence[Case]:
        """Return every case, the oldest first."""
        rows = self._database.rows(f"{SELECT} ORDER BY cases.rowid")
        return [Case(**dict(row)) for row in rows]

    def stars(self) -> Sequence[str]:
        """Return every level that somebody has chosen, of a case or of an item that was just done, in no order that tells."""
        rows = self._database.rows("SELECT stars FROM ratings UNION ALL SELECT stars FROM service_ratings")
        return sorted(row["stars"] for row in rows)

    def unfinished(self) -> Sequence[Case]:
        """Return the cases on which something is still to be done, the oldest first."""
        marks = ", ".join("?" * len(UNFINISHED))
        rows = self._database.rows(
            f"{SELECT} WHERE state IN ({marks}) ORDER BY cases.rowid", *sorted(UNFINISHED)
        )
        return [Case(**dict(row)) for row in rows]

    def similar(self, category: str, region: str, since: str) -> int:
        """Return how many open cases report a problem of that category in that region since a moment (`stamp`)."""
        marks = ", ".join("?" * len(UNFINISHED))
        row = self._database.row(
            f"""SELECT count(*) AS number FROM reports JOIN cases ON cases.number = case_number
            JOIN transactions ON id = transaction_id
            WHERE category = ? AND region = ? AND received_at >= ? AND state IN ({marks})""",  # noqa: S608  # marks
            category,
            region,
            since,
            *sorted(UNFINISHED),
        )
        return int(row["number"]) if row else 0

    def steps(self, number: str) -> Sequence[Step]:
        """Return the states that a case went through, the first first."""
        rows = self._database.rows(
            "SELECT state, at FROM steps WHERE case_number = ? ORDER BY position", number
        )
        return [Step(row["state"], row["at"]) for row in rows]

    def decision(self, number: str) -> Decision | None:
        """Return what is decided at once about a case; None for what is not."""
        row = self._database.row(
            "SELECT outcome, reason_zh, reason_en, remedy_zh, remedy_en FROM decisions WHERE case_number = ?",
            number,
        )
        return Decision(**dict(row)) if row else None

    def notices(self, number: str) -> Sequence[Notice]:
        """Return the papers issued for a case."""
        rows = self._database.rows(f"{NOTICES} WHERE case_number = ? ORDER BY rowid", number)
        return [Notice(**dict(row)) for row in rows]

    def notice(self, verify: str) -> Notice | None:
        """Return the paper with that code, None when there is none: then a paper that shows it is not genuine."""
        row = self._database.row(f"{NOTICES} WHERE verify = ?", verify) if verify else None
        return Notice(**dict(row)) if row else None

    def value_corrections(self, number: str) -> Sequence[tuple[str, str]]:
        """Return the fields whose shared value the resident says is wrong, each with the source that is to correct it."""
        rows = self._database.rows(
            "SELECT field, source FROM value_corrections WHERE case_number = ? ORDER BY rowid", number
        )
        return [(row["field"], row["source"]) for row in rows]

    def missing(self, number: str) -> Sequence[Missing]:
        """Return the papers that the resident was asked for, all of them at once."""
        rows = self._database.rows(
            "SELECT material, reason_zh, reason_en FROM missing WHERE case_number = ? ORDER BY rowid", number
        )
        return [Missing(**dict(row)) for row in rows]


def _case(row: Row | None) -> Case | None:
    return Case(**dict(row)) if row else None

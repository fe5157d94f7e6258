"""Papers that the platform issues for a case: acceptance (受理), correction (补正), non-acceptance (不予受理).

Each has the catalogue's wording with its blanks filled in, a number of its own series, a seal and a code by which anybody can
see that it is genuine. Everything here is a demonstration: no paper of it has any legal effect, and each says so.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from config.catalogue import Catalogue, Item
from config.catalogue.model import Limit
from config.catalogue.papers import ReceiptTemplate
from fleet import notice_texts, numbers
from fleet.cases import Case, Missing
from fleet.casework import note_missing
from fleet.clock import CHINA, stamp
from fleet.database import Connection
from fleet.working_days import add_working_days, not_before_working_day

ACCEPTANCE, CORRECTION, REJECTION = "R_ACCEPT", "R_CORRECT", "R_REJECT"
CORRECTION_WORKING_DAYS = 10
CODE_BYTES = 16  # 128 bits: nobody makes a code that is found


def due_date(limit: Limit, accepted: date) -> date | None:
    """Return the day on which what was accepted on `accepted` must be done, None when the calendar does not reach it."""
    match limit.unit:
        case "wd":
            return add_working_days(accepted, limit.value)
        case "day":
            return not_before_working_day(accepted + timedelta(days=limit.value))
        case "h" | "now":
            return accepted


@dataclass(frozen=True, slots=True)
class Office:
    """Who issues: the store in the middle of a commit, the catalogue, the moment."""

    connection: Connection
    catalogue: Catalogue
    at: datetime

    @property
    def day(self) -> date:
        """The day in China."""
        return self.at.astimezone(CHINA).date()


def issue_acceptance(office: Office, case: Case, item: Item, *, by_law: bool = False) -> None:
    """Issue the notice of acceptance of a case and set the day on which it must be done.

    `by_law`: nobody decided in time, so the application counts as accepted.
    """
    due = due_date(item.promised_limit, office.day)
    office.connection.execute(
        "UPDATE cases SET due = ?, accept_by = NULL WHERE number = ?",
        (due.isoformat() if due else None, case.number),
    )
    facts = notice_texts.Facts(case, item, _template(office, ACCEPTANCE), due)
    _issue(office, case, item, ACCEPTANCE, notice_texts.acceptance(facts, by_law=by_law))


def issue_correction(office: Office, case: Case, item: Item, missing: Sequence[Missing]) -> None:
    """Tell once everything that must be corrected or added, and by when; until then no time limit runs."""
    until = add_working_days(office.day, CORRECTION_WORKING_DAYS)
    office.connection.execute(
        "UPDATE cases SET accept_by = ? WHERE number = ?", (until.isoformat() if until else None, case.number)
    )
    note_missing(office.connection, case.number, missing)
    facts = notice_texts.Facts(case, item, _template(office, CORRECTION), until)
    _issue(office, case, item, CORRECTION, notice_texts.correction(facts, office.catalogue, missing))


def issue_rejection(office: Office, case: Case, item: Item) -> None:
    """Say that the application is not accepted, why, and what can be done against it."""
    office.connection.execute("UPDATE cases SET accept_by = NULL WHERE number = ?", (case.number,))
    facts = notice_texts.Facts(case, item, _template(office, REJECTION), None)
    _issue(office, case, item, REJECTION, notice_texts.rejection(facts))


def _template(office: Office, kind: str) -> ReceiptTemplate:
    return office.catalogue.receipts[kind]


def _issue(office: Office, case: Case, item: Item, kind: str, texts: tuple[str, str]) -> None:
    number = numbers.notice_number(office.connection, kind, office.day.year)
    seal_zh, seal_en = notice_texts.seal(office.catalogue, item)
    office.connection.execute(
        """INSERT INTO notices (number, case_number, kind, issued_at, text_zh, text_en, seal_zh, seal_en, verify)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            number,
            case.number,
            kind,
            stamp(office.at),
            *texts,
            seal_zh,
            seal_en,
            secrets.token_urlsafe(CODE_BYTES),
        ),
    )

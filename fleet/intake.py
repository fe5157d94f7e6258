"""Intake: a submission becomes a transaction and its case in one commit, once however often it comes."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from config.catalogue import Item
from fleet import acts, appointments, drafts, instant, messages
from fleet.acts import Act, Asker, Desk
from fleet.agency.roster import Roster
from fleet.cases import Case, Cases, Missing
from fleet.casework import Opening, note_missing, open_case
from fleet.clock import Now, stamp
from fleet.database import Connection, Database
from fleet.documents import follow_up
from fleet.holder_checks import HolderChecks, is_verified
from fleet.opening import Opened, Opener
from fleet.owners import Owners
from fleet.persons.organisations import Organisations
from fleet.problems import PlatformError
from fleet.services import Services
from fleet.submission import Submission
from fleet.together import Together

UNKNOWN_ITEM = "unknown_item"
SLOT_LOST = "slot_lost"
HOLDER_NOT_CHECKED = "holder_not_checked"
AGENT_NOT_REGISTERED = "agent_not_registered"
BAD_RATING = "bad_rating"
OPERATOR_NOT_AUTHORISED = "operator_not_authorised"
TOKEN_BYTES = 16  # 128 bits: nobody finds a case's page by trying


class Intake:
    """Takes submissions in."""

    def __init__(
        self,
        database: Database,
        opener: Opener,
        owners: Owners,
        services: Services,
        checks: HolderChecks,
        *,
        roster: Roster,
        organisations: Organisations,
        url: str,
        now: Now,
    ) -> None:
        self._database, self._opener, self._owners, self._services = database, opener, owners, services
        self._checks, self._roster, self._organisations = checks, roster, organisations
        self._url, self._now = url, now
        self._cases = Cases(database)
        self._together = Together(self._take_together)

    def take(self, submission: Submission) -> tuple[Case, bool]:
        """Return the submission's case, durable, and whether it is new.

        Raises:
            PlatformError: another content came under that id before.
        """
        is_new = self._together.do((submission, self._opener.look(submission)))
        if isinstance(is_new, PlatformError):
            raise is_new
        return self._case(submission), is_new

    def take_all(self, submissions: Sequence[Submission]) -> Sequence[tuple[Case, bool] | PlatformError]:
        """Take them in, in their order, by one commit; return for each what `take` returns or raises."""
        kept = self._take_together([(one, self._opener.look(one)) for one in submissions])
        return [
            is_new if isinstance(is_new, PlatformError) else (self._case(one), is_new)
            for one, is_new in zip(submissions, kept, strict=True)
        ]

    def kept(self, transaction: str, digest: str) -> bytes | None:
        """Return an attachment of a transaction that is here, by the SHA-256 of what came."""
        rows = self._database.rows("SELECT content FROM attachments WHERE transaction_id = ?", transaction)
        found = (row["content"] for row in rows if sha256(row["content"]).hexdigest() == digest)
        return next(found, None)

    def _take_together(self, looked: Sequence[tuple[Submission, Opened]]) -> list[bool | PlatformError]:
        """Keep what was opened before: that takes long, and others must not wait for it."""
        with self._database.writing() as connection:
            return [self._take(connection, one, opened) for one, opened in looked]

    def _take(self, connection: Connection, submission: Submission, opened: Opened) -> bool | PlatformError:
        """Keep the submission unless it is here; return whether it is new, or why it cannot be kept."""
        try:
            if self._is_here(connection, submission):
                return False
        except PlatformError as problem:
            return problem
        self._keep(connection, submission, opened, self._services.item(opened.item))
        return True

    def _case(self, submission: Submission) -> Case:
        case = self._cases.by_transaction(submission.id, submission.terminal)
        if case is None:
            raise AssertionError("a case is never removed")
        return case

    @staticmethod
    def _is_here(connection: Connection, submission: Submission) -> bool:
        row = connection.execute(
            "SELECT manifest FROM transactions WHERE id = ?", (submission.id,)
        ).fetchone()
        if row is not None and row["manifest"] != submission.manifest:
            raise PlatformError(
                409,
                "other-content",
                "Another content came under this number before. 该编号下已有其他内容。",
                "Keep the transaction on the terminal and tell the operator. 请保留终端上的事务并告知运维。",
            )
        return row is not None

    def _keep(
        self, connection: Connection, submission: Submission, opened: Opened, item: Item | None
    ) -> None:
        at = self._now()
        _store(connection, submission, stamp(at))
        if self._act(connection, submission, opened, at) and not _opens_a_case(opened):
            return
        opening = self._opening(connection, submission, opened, item, at)
        number = open_case(connection, opening, at)
        self._note(connection, number, opened)
        if item and item.flow == instant.FLOW and opened.decision and not opening.needs_staff:
            instant.note(connection, number, opened.decision)
        if opened.mobile:
            page = follow_up(opening.token, self._url)
            receipt = messages.Receipt(number, submission.reference, page)
            messages.tell_received(connection, opened.mobile, receipt, at)

    def _opening(
        self,
        connection: Connection,
        submission: Submission,
        opened: Opened,
        item: Item | None,
        at: datetime,
    ) -> Opening:
        """Return the case to be opened, and why staff must look at it first; what was held for it is taken."""
        holder = _holder(connection, opened, submission.terminal)
        kept = not opened.hold or appointments.keep(connection, opened.hold, submission.id, at)
        slot = "" if kept else SLOT_LOST
        return Opening(
            transaction=submission.id,
            token=secrets.token_urlsafe(TOKEN_BYTES),
            item=opened.item,
            applicant=opened.applicant,
            needs_staff=opened.trouble
            or _doubt(item, holder)
            or slot
            or self._bringer_doubt(opened, submission, item)
            or _dissatisfied(opened),
            holder_check=holder,
            is_application=item is not None and item.kind == "apply",
        )

    def _note(self, connection: Connection, number: str, opened: Opened) -> None:
        """Keep beside a case whose it is, and what else came with it."""
        self._owners.note(connection, number, opened.id_number)
        drafts.handed_in(connection, self._owners.of(opened.id_number), opened.item)
        if opened.problem:
            one = opened.problem
            connection.execute("INSERT INTO reports VALUES (?, ?, ?)", (number, one.category, one.region))
        if opened.entrusted and opened.id_number and not self._agent_doubt(opened):
            self._roster.mandates.note(connection, number, opened.id_number, opened.entrusted)
        known = self._services.catalogue().materials if opened.to_bring else {}
        missing = [Missing(one, *_TO_BRING) for one in opened.to_bring if one in known]
        note_missing(connection, number, missing)
        wrong = [(number, *one) for one in opened.wrong]
        connection.executemany("INSERT INTO value_corrections VALUES (?, ?, ?)", wrong)

    def _bringer_doubt(self, opened: Opened, submission: Submission, item: Item | None) -> str:
        """Why staff must look first at who brings it."""
        return self._agent_doubt(opened) or self._operator_doubt(opened, submission, item)

    def _operator_doubt(self, opened: Opened, submission: Submission, item: Item | None) -> str:
        """Why staff must look at an operator first: their organisation has shown its code and lets them bring this, or a letter says so."""
        one, who = opened.organisation, opened.id_number
        if one is None:
            return ""
        owner = item.owner if item else ""
        covered = self._organisations.may_bring(submission.terminal, one.check, one.uscc, who, owner)
        return "" if covered else OPERATOR_NOT_AUTHORISED

    def _agent_doubt(self, opened: Opened) -> str:
        """Why staff must look at an agent first: who acts for a body must be on its roster."""
        one = opened.entrusted
        if one is None or not one.agent or not one.person:
            return ""
        return "" if self._roster.is_registered(one.person, one.agent) else AGENT_NOT_REGISTERED

    def _act(self, connection: Connection, submission: Submission, opened: Opened, at: datetime) -> bool:
        """Do what is asked of a case that is here; return whether there is one to ask it of."""
        if opened.about and opened.about.item and opened.about.act is Act.RATE:
            acts.rate(connection, opened.about, at)
            return False
        case = self._cases.by_number(opened.about.case) if opened.about else None
        if opened.about is None or case is None:
            return False
        checked = self._checks.is_holder(submission.terminal, opened.holder_check, opened.id_number)
        acts.carry_out(
            Desk(self._database, connection, self._now()),
            case,
            self._services.item(case.item),
            opened.about,
            Asker(submission.id, self._owners.of(opened.id_number), checked),
        )
        return True


_TO_BRING = ("交到窗口，或在终端补交", "to be brought to the window, or added at a terminal")
"""Why a paper that was to come later is asked for."""


def _opens_a_case(opened: Opened) -> bool:
    """A complaint about a case is to be answered by itself; anything else that is asked of a case belongs to it."""
    return opened.about is None or opened.about.act is Act.COMPLAIN


def _dissatisfied(opened: Opened) -> str:
    return BAD_RATING if opened.about and opened.about.is_bad_rating else ""


def _store(connection: Connection, submission: Submission, at: str) -> None:
    """Keep the submission as it came."""
    one = submission
    connection.execute(
        "INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?, ?)",
        (one.id, one.terminal, one.reference, one.type, one.manifest, one.payload, at),
    )
    connection.executemany(
        "INSERT INTO attachments VALUES (?, ?, ?, ?, ?)",
        [
            (one.id, position, attachment.name, attachment.media_type, attachment.content)
            for position, attachment in enumerate(one.attachments)
        ],
    )


def _holder(connection: Connection, opened: Opened, terminal: str) -> str:
    """Return whether it is sure here that the person at the terminal was the holder of the card."""
    if is_verified(connection, opened.holder_check, terminal):
        return "verified"
    return "deferred" if opened.deferred else "none"


def _doubt(item: Item | None, holder: str) -> str:
    if item is None:
        return UNKNOWN_ITEM
    return HOLDER_NOT_CHECKED if holder == "deferred" else ""

"""Intake: a submission becomes a transaction and its case in one commit, once however often it comes."""

import secrets
import sqlite3

from fleet.cases import Case, Cases, open_case
from fleet.clock import Now, stamp
from fleet.database import Database
from fleet.holder_checks import is_verified
from fleet.opening import Opened, Opener
from fleet.problems import PlatformError
from fleet.services import Services
from fleet.submission import Submission

UNKNOWN_ITEM = "unknown_item"
TOKEN_BYTES = 16  # 128 bits: nobody finds a case's page by trying


class Intake:
    """Takes submissions in."""

    def __init__(self, database: Database, opener: Opener, services: Services, now: Now) -> None:
        self._database, self._opener, self._services, self._now = database, opener, services, now
        self._cases = Cases(database)

    def take(self, submission: Submission) -> tuple[Case, bool]:
        """Return the submission's case, durable, and whether it is new.

        Raises:
            PlatformError: another content came under that id before.
        """
        opened = self._opener.look(submission)  # what takes long happens before others must wait
        trouble = opened.trouble or ("" if self._services.item(opened.item) else UNKNOWN_ITEM)
        with self._database.writing() as connection:
            is_new = not self._is_here(connection, submission)
            if is_new:
                self._keep(connection, submission, opened, trouble)
        case = self._cases.by_transaction(submission.id, submission.terminal)
        if case is None:
            raise AssertionError("a case is never removed")
        return case, is_new

    @staticmethod
    def _is_here(connection: sqlite3.Connection, submission: Submission) -> bool:
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
        self, connection: sqlite3.Connection, submission: Submission, opened: Opened, trouble: str
    ) -> None:
        at = self._now()
        connection.execute(
            "INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                submission.id,
                submission.terminal,
                submission.reference,
                submission.type,
                submission.manifest,
                submission.payload,
                stamp(at),
            ),
        )
        connection.executemany(
            "INSERT INTO attachments VALUES (?, ?, ?, ?, ?)",
            [
                (submission.id, position, one.name, one.media_type, one.content)
                for position, one in enumerate(submission.attachments)
            ],
        )
        verified = is_verified(connection, opened.holder_check, submission.terminal)
        open_case(
            connection,
            submission.id,
            opened,
            token=secrets.token_urlsafe(TOKEN_BYTES),
            needs_staff=trouble,
            holder_check="verified" if verified else "none",
            at=at,
        )

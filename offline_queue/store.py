"""The queue's store: what a resident handed in is kept by one durable commit, and its fate can be asked for."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Self

from offline_queue import export, intake, journal, overview, print_jobs, verification
from offline_queue.boot_clock import BootClock, MachineClock
from offline_queue.database import DATABASE, Database, translated
from offline_queue.errors import QueueError, QueueFullError, UnfitError, UnknownTransactionError
from offline_queue.outbox import Outbox
from offline_queue.parts import Parts
from offline_queue.print_jobs import PrintState
from offline_queue.records import Acknowledged, Entry, Fate, Finding, Parked, State, Stats, Waiting
from offline_queue.seal import Sealed, Sealer
from offline_queue.transaction import ORDINARY, Attachment, Sending, Transaction, new_id

__all__ = ["Acknowledged", "Fate", "Parked", "Store", "Waiting"]


class Store:
    """The queue in `directory`. `sealer` is needed only to put; `now` gives the terminal's time with its offset.

    A store is used by the thread that opened it; any number of processes may have one open.

    Raises:
        DamagedError: what is there is no queue, or one of a later version.
        QueueError: the directory or its disk cannot be used.
    """

    def __init__(
        self,
        directory: Path,
        sealer: Sealer | None,
        now: Callable[[], datetime],
        *,
        max_waiting: int = 2000,
        clock: BootClock | None = None,
    ) -> None:
        self.directory = directory
        self._sealer, self._now, self._max_waiting = sealer, now, max_waiting
        with translated():
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            directory.chmod(0o700)
            self._parts = Parts(directory / "attachments")
        self._database = Database(directory / DATABASE)
        self._seen = self._database.data_version()
        self.outbox = Outbox(
            self._database, self._parts, now, clock or MachineClock(), directory / "submitters"
        )
        with translated():
            self._parts.sweep(self._named)

    def put(
        self,
        type: str,  # noqa: A002  # the contract's name for it
        payload: bytes,
        attachments: Sequence[Attachment] = (),
        *,
        print_job: bool = False,
        id: str | None = None,  # noqa: A002  # the contract's name for it
        sending: Sending = ORDINARY,
    ) -> Transaction:
        """Seal, sign and keep; when this returns, no power cut can take it back.

        An `id` that was kept before gives the transaction kept then, and changes nothing. `sending` says what it must follow
        and how urgent it is.

        Raises:
            DiskFullError: no room; nothing was kept.
            QueueFullError: `max_waiting` transactions wait; nothing was kept.
            UnfitError: type, id or attachments are not as they must be.
            QueueError: the disk cannot be used; nothing was kept.
        """
        if self._sealer is None:
            raise UnfitError(
                "This queue was opened without the terminal's identity, so it can be looked at only. 队列以只读方式打开。"
            )
        intake.check(type, payload, attachments, id)
        intake.check_sending(sending)
        sealed = self._sealer.seal(payload, attachments)
        with translated(), self._parts.keeping(sealed.attachments):
            kept, fresh = self._commit(
                self._sealer, sealed, type, id or new_id(), sending, print_job=print_job
            )
        if not fresh:
            self._parts.erase(part.sha256 for part in sealed.attachments)
        return kept

    def fate(self, transaction: str) -> Fate:
        """Return what became of a transaction.

        Raises:
            UnknownTransactionError: there is no such transaction.
        """
        rows = self._database.rows(
            "SELECT outbox.* FROM outbox JOIN transactions USING (sequence) WHERE id = ?", transaction
        )
        if not rows:
            raise UnknownTransactionError(transaction)
        row = rows[0]
        match State(row["state"]):
            case State.ACKNOWLEDGED:
                return Acknowledged(row["case_number"], row["follow_up"], row["received_at"])
            case State.PARKED:
                return Parked(row["reason"])
            case State.WAITING | State.SENDING | State.UNKNOWN:
                return Waiting()

    def print_sent(self, transaction: str, *, copy: bool = False) -> None:
        """Say that the receipt is about to leave for the printer; see `offline_queue.print_jobs`.

        Raises:
            PrintedBeforeError: a paper may be out or on its way, and this is no copy: nothing may be sent.
            UnknownTransactionError: there is no such transaction.
        """
        with self._database.writing() as connection:
            print_jobs.send(connection, self._now(), transaction, copy=copy)

    def print_moved(self, transaction: str, state: PrintState) -> None:
        """Say how the print job goes on or ended: `printing`, `printed`, `failed` or `unknown`.

        Raises:
            UnknownTransactionError: there is no such transaction.
        """
        with self._database.writing() as connection:
            print_jobs.move(connection, self._now(), transaction, state)

    def settle_print_jobs(self) -> None:
        """End the print jobs of a terminal that died; called by the one that prints, before it prints."""
        with self._database.writing() as connection:
            print_jobs.settle(connection, self._now())

    def retry(self, transaction: str) -> bool:
        """Let a parked transaction be sent again; whether it was parked.

        Raises:
            UnknownTransactionError: there is no such transaction.
        """
        return self.outbox.retry(transaction)

    def list(self) -> list[Entry]:
        """Return every transaction, oldest first."""
        return overview.entries(self._database, self.outbox.clock)

    def stats(self) -> Stats:
        """Return the queue at a glance."""
        return overview.stats(self._database, self.outbox.clock, self._now(), self.directory)

    def verify(self) -> Sequence[Finding]:
        """Prove the whole: the database's integrity, digests, signatures, the journal's chain. Return what is wrong."""
        return verification.verify(self._database, self.outbox)

    def export(self, directory: Path) -> Sequence[str]:
        """Write what is not acknowledged, sealed as it is, into `directory`; return the ids.

        Raises:
            DamagedError: a sealed part is not what was kept; the others are written.
            QueueError: `directory` cannot be written.
        """
        written, error = export.export(self._database, self.outbox, directory)
        with self._database.writing() as connection:
            for transaction in written:
                journal.append(connection, self._now(), "exported", transaction, "")
        if error:
            raise error
        return written

    def changed(self) -> bool:
        """Whether somebody else has committed since the last call."""
        before, self._seen = self._seen, self._database.data_version()
        return before != self._seen

    def truncate_log(self) -> None:
        """Let no erased byte linger in the write-ahead log."""
        self._database.truncate_log()

    def close(self) -> None:
        """Give back leases and close the database."""
        with suppress(QueueError):  # a dead holder's leases are freed by the next who looks
            self.outbox.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _commit(
        self,
        sealer: Sealer,
        sealed: Sealed,
        kind: str,
        transaction: str,
        sending: Sending,
        *,
        print_job: bool,
    ) -> tuple[Transaction, bool]:
        """Return what is kept under the id, and whether it is kept now."""
        with self._database.writing() as connection:
            if found := intake.find(connection, transaction):
                return found, False
            if overview.waiting(connection) >= self._max_waiting:
                raise QueueFullError(self._max_waiting)
            now, boot = self._now(), self.outbox.clock.boot
            made = intake.number(connection, sealer.terminal_id, transaction, kind, now)
            intake.keep(connection, made, sealer, sealed, boot=boot, sending=sending, print_job=print_job)
        return made, True

    def _named(self) -> Collection[str]:
        return {row["sha256"] for row in self._database.rows("SELECT sha256 FROM attachments")}

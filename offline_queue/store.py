"""The queue's store: what a resident handed in is kept by one durable commit, and its fate can be asked for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Self

from offline_queue import admission, carried, export, health, intake, overview, print_jobs, verification
from offline_queue.admission import Admission
from offline_queue.ballast import drains
from offline_queue.boot_clock import BootClock, MachineClock
from offline_queue.database import DATABASE, Database
from offline_queue.errors import DamagedError, QueueError
from offline_queue.journal import Journal
from offline_queue.keeping import Keeping
from offline_queue.outbox import Outbox
from offline_queue.parts import Parts
from offline_queue.platform_clock import PlatformClock
from offline_queue.policy import ORDINARY as ORDINARY_LIMITS
from offline_queue.policy import Limits
from offline_queue.print_jobs import PrintState
from offline_queue.records import Acknowledged, Entry, Fate, Finding, Parked, Stats, Waiting
from offline_queue.residents import Residents
from offline_queue.seal import Sealer
from offline_queue.transaction import ORDINARY, Attachment, Draft, Sending, Transaction
from offline_queue.trouble import is_read_only, translated

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
        limits: Limits = ORDINARY_LIMITS,
        clock: BootClock | None = None,
    ) -> None:
        self.directory = directory
        self._sealer, self._now, self._limits = sealer, now, limits
        with translated():
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not is_read_only(directory / DATABASE):
                directory.chmod(0o700)
            self._parts = Parts(directory / "attachments")
        self._database = Database(directory / DATABASE)
        self._seen = self._database.data_version()
        clock = clock or MachineClock()
        self.outbox = Outbox(self._database, self._parts, now, clock, directory / "submitters")
        self.journal = Journal(self._database)
        self.residents, self.platform_clock = Residents(self._database, now), PlatformClock(directory, clock)
        self._keeping = Keeping(self._database, self._parts, self.outbox, self.platform_clock, limits)
        if not self._database.only_looks:
            with translated(), suppress(DamagedError):  # what can still be read can still be exported
                self._parts.sweep(self._named)
            self._database.ballast.restore()

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

        An `id` that was kept before gives what was kept then. `sending`: what it must follow, how urgent it is.

        Raises:
            DiskFullError: no room; nothing was kept.
            QueueFullError: a limit is reached, its class says which; nothing was kept.
            UnfitError: type, id or attachments are not as they must be.
            QueueError: the disk cannot be used; nothing was kept.
        """
        draft = Draft(type, payload, attachments, print_job, id, sending)
        return self._keeping.keep(draft, intake.able(self._sealer))

    def put_all(self, drafts: Iterable[Draft]) -> Iterator[Transaction]:
        """Put one after the other, each yielded as soon as no power cut can take it back; raises as `put`.

        While some are written to the disk, the next ones are taken from `drafts` and sealed, in another thread; what is
        ready by then shares a commit. What was not yielded must be taken for not kept.
        """
        return self._keeping.keep_all(drafts, intake.able(self._sealer))

    def check(self, least_free: int = 0, *, thorough: bool = False) -> None:
        """Look whether a transaction could be kept now; `thorough` by writing something.

        Raises:
            QueueError: why nothing can be kept.
        """
        health.check(self._database, least_free, thorough=thorough)

    def admission(self) -> Admission:
        """Return what is taken now, before anybody has asked for anything."""
        with self._database.reading() as connection:
            return admission.look(connection, self._limits, self.outbox.time())

    def fate(self, transaction: str) -> Fate:
        """Return what became of a transaction.

        Raises:
            UnknownTransactionError: there is no such transaction.
        """
        return overview.fate(self._database, transaction)

    @drains
    def print_sent(self, transaction: str, *, copy: bool = False) -> None:
        """Say that the receipt is about to leave for the printer; see `offline_queue.print_jobs`.

        Raises:
            PrintedBeforeError: a paper may be out or on its way, and this is no copy: nothing may be sent.
            UnknownTransactionError: there is no such transaction.
        """
        with self._database.writing() as connection:
            print_jobs.send(connection, self._now(), transaction, copy=copy)

    @drains
    def print_moved(self, transaction: str, state: PrintState) -> None:
        """Say how the print job goes on or ended: `printing`, `printed`, `failed` or `unknown`.

        Raises:
            UnknownTransactionError: there is no such transaction.
        """
        with self._database.writing() as connection:
            print_jobs.move(connection, self._now(), transaction, state)

    @drains
    def settle_print_jobs(self) -> None:
        """End the print jobs of a terminal that died; called by the one that prints, before it prints."""
        with self._database.writing() as connection:
            print_jobs.settle(connection, self._now())

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
        return export.export(self._database, self.outbox, directory, self._now())

    def take_in(self, directory: Path) -> Sequence[str]:
        """Keep what another disk of this terminal exported into `directory`; see `offline_queue.carried`."""
        terminal = intake.able(self._sealer).terminal_id
        return carried.take_in(self._database, self._parts, self.outbox, terminal, directory)

    def changed(self) -> bool:
        """Whether somebody else has committed since the last call."""
        before, self._seen = self._seen, self._database.data_version()
        return before != self._seen

    def truncate_log(self) -> bool:
        """Let no erased byte linger in the write-ahead log; false when that must wait."""
        return self._database.truncate_log()

    def close(self) -> None:
        """Give back leases and close the database."""
        with suppress(QueueError):  # a dead holder's leases are freed by the next who looks
            self.outbox.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _named(self) -> Collection[str]:
        return {row["sha256"] for row in self._database.rows("SELECT sha256 FROM attachments")}

"""Keeps transactions and watches their fate, on one thread that owns the queue's store."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.events import Event
from kiosk.events.printing import PRINTED_BEFORE, Paper
from kiosk.events.sending import Delivered, NotRecorded, Recorded, Refused
from kiosk.events.world import NOBODY, AdmissionChanged, FullResidents
from kiosk.runtime import crash
from kiosk.runtime.keeping import fate, keep
from kiosk.runtime.print_desk import NOT_JOURNALLED
from kiosk.spool import Spool

if TYPE_CHECKING:
    from offline_queue.errors import QueueError
    from offline_queue.store import Store

#: Reasons that a journey has words for; anything else is `failed`.
REASONS = frozenset(
    {
        "disk_full",
        "queue_full",
        "queue_large",
        "queue_old",
        "item_full",
        "resident_full",
        "read_only",
        "disk_failing",
        "damaged",
    }
)

#: Bytes that must be free before a resident is asked to begin: room for the largest transaction.
LEAST_FREE = 64 * 1024 * 1024


class Recorder:
    """Carries out `Record` and `AwaitDelivery`. `open_store` is called on the recorder's own thread.

    Events for supervision go into the `spool`. `open_store` is called again as long as it raises `QueueError`, so that a queue whose disk returns is used again.
    """

    def __init__(
        self,
        open_store: "Callable[[], Store]",
        post: Callable[[Event], None],
        poll: float = 0.2,
        least_free: int = LEAST_FREE,
        spool: Spool | None = None,
    ) -> None:
        self._open_store, self._spool = open_store, spool
        self._post = post
        self._poll, self._least_free = poll, least_free
        self._store: Store | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recorder")
        self._forget = threading.Event()
        self._watches: list[threading.Thread] = []
        self._checking: Future[None] | None = None
        self._failed = False
        self._taken: AdmissionChanged | None = None
        self.trouble: QueueError | None = None

    def check(self) -> None:
        """Look, on the recorder's thread, whether anything can be kept; `trouble` then says why not, or is None.

        The first check opens the queue, so that the first resident does not wait for it.
        """
        if self._checking is None or self._checking.done():
            self._checking = self._thread.submit(self._check)

    def record(self, command: Record) -> None:
        """Seal and keep; posts `Recorded` only after the commit, `NotRecorded` when nothing was kept."""
        self._thread.submit(self._record, command)

    def watch(self, command: AwaitDelivery) -> None:
        """Post `Delivered` or `Refused` when the platform has answered, unless `forget` comes first."""
        self.forget()
        self._forget = threading.Event()
        watch = threading.Thread(
            target=self._watch, args=(command.transaction, self._forget), name="delivery", daemon=True
        )
        self._watches = [one for one in self._watches if one.is_alive()] + [watch]
        watch.start()

    def forget(self) -> None:
        """Stop watching: the resident has gone."""
        self._forget.set()

    def sending(self, transaction: str, *, copy: bool = False) -> str:
        """Journal that bytes are about to leave for the printer; "" when that is durable, else the code of why none may."""
        return self._journal(lambda store: store.print_sent(transaction, copy=copy))

    def printing(self, transaction: str) -> None:
        """Journal that the printer has taken everything."""
        self._moved(transaction, "printing")

    def printed(self, transaction: str, paper: Paper) -> None:
        """Journal how the print job ended."""
        self._moved(transaction, paper.value)

    def note(self, event: Mapping[str, object]) -> None:
        """Spool an event for supervision."""
        self._thread.submit(self._note, event)

    def stop(self) -> None:
        """Finish what was begun and close the store."""
        self.forget()
        for watch in self._watches:
            watch.join()
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _opened(self) -> "Store":
        if self._store is None:
            store = self._open_store()
            try:
                store.settle_print_jobs()  # of a terminal that died: whoever prints is the only one
            except Exception:
                store.close()
                raise
            self._store = store
        return self._store

    def _check(self) -> None:
        from offline_queue.errors import QueueError  # noqa: PLC0415  # SQLite and cryptography, after the first page

        found: QueueError | None = None
        try:
            self._opened().check(self._least_free, thorough=self._failed or self.trouble is not None)
            self._failed = False
            self._opened().residents.forget()
            self._admit(self._opened())
        except QueueError as error:
            found = error
        if found is not None and self.trouble is None:
            crash.report("nothing can be kept", found)
        self.trouble = found

    def _admit(self, store: "Store") -> None:
        """Tell what the queue takes, when that is something new."""
        admission = store.admission()
        taken = AdmissionChanged(admission.closed, admission.full, _full(store, admission.residents))
        if taken != self._taken:
            self._taken = taken
            self._post(taken)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()

    def _moved(self, transaction: str, state: str) -> None:
        from offline_queue.print_jobs import PrintState  # noqa: PLC0415  # SQLite, after the first page

        self._journal(lambda store: store.print_moved(transaction, PrintState(state)))

    def _journal(self, entry: "Callable[[Store], None]") -> str:
        return self._thread.submit(_kept, lambda: entry(self._opened())).result()

    def _record(self, command: Record) -> None:
        from offline_queue.errors import QueueError  # noqa: PLC0415  # SQLite and cryptography, after the first page

        try:
            kept = keep(self._opened(), command)
        except Exception as error:  # noqa: BLE001  # the top of this work: the resident must hear that nothing was taken
            crash.report("a transaction cannot be kept", error)
            code = error.code if isinstance(error, QueueError) else ""
            self._failed = True  # looked into before the next resident is asked to begin
            self._post(NotRecorded(command.id, code if code in REASONS else "failed"))
        else:
            self._note(
                *(
                    {"kind": kind, "at": at, "item": command.type, "transaction": kept.id}
                    for kind, at in command.times.items()
                )
            )
            self._post(Recorded(command.id, kept.id, kept.reference, kept.created_at.isoformat()))

    def _note(self, *events: Mapping[str, object]) -> None:
        if self._spool and events:
            self._spool.put(*events)

    def _watch(self, transaction: str, forget: threading.Event) -> None:
        while not forget.is_set():
            fate = self._thread.submit(self._fate, transaction).result()
            if fate is not None:
                self._post(fate)
                return
            forget.wait(self._poll)

    def _fate(self, transaction: str) -> Delivered | Refused | None:
        from offline_queue.errors import QueueError  # noqa: PLC0415  # as above

        try:
            return fate(self._opened(), transaction)
        except QueueError as error:
            crash.report("the queue cannot be looked at", error)
            return None


def _full(store: "Store", digests: frozenset[str]) -> FullResidents:
    """The salt leaves the queue only while somebody is to be recognised by it."""
    return FullResidents(store.residents.salt(), digests) if digests else NOBODY


def _kept(entry: Callable[[], object]) -> str:
    """Write a print job's entry; a queue that cannot be used is reported, and is no mistake in the program."""
    from offline_queue.errors import PrintedBeforeError, QueueError  # noqa: PLC0415  # as above

    try:
        entry()
    except PrintedBeforeError:
        return PRINTED_BEFORE
    except QueueError as error:
        crash.report("a print job cannot be journalled", error)
        return NOT_JOURNALLED
    return ""

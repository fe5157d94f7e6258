"""Keeping: what is handed in is sealed, and is kept once its commit is on the disk; the one may be ahead of the other."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from offline_queue import intake
from offline_queue.database import Database
from offline_queue.errors import QueueFullError
from offline_queue.intake import Order
from offline_queue.outbox import Outbox
from offline_queue.parts import Parts
from offline_queue.platform_clock import PlatformClock
from offline_queue.policy import Limits
from offline_queue.seal import Part, Sealer
from offline_queue.sealing import Ready, sealed_ahead
from offline_queue.transaction import Draft, Transaction, new_id
from offline_queue.trouble import translated


class Keeping:
    """The taking side of one store. Used by one thread; sealing may be another's."""

    def __init__(
        self, database: Database, parts: Parts, outbox: Outbox, clock: PlatformClock, limits: Limits
    ) -> None:
        self._database, self._parts, self._outbox = database, parts, outbox
        self._clock, self._limits = clock, limits

    def keep(self, draft: Draft, sealer: Sealer) -> Transaction:
        """Keep one; raises as `Store.put`."""
        (kept,) = self._commit([self._seal(draft, sealer)], sealer)
        return kept

    def keep_all(self, drafts: Iterable[Draft], sealer: Sealer) -> Iterator[Transaction]:
        """Keep one after the other; see `Store.put_all`."""
        with sealed_ahead(drafts, lambda draft: self._seal(draft, sealer)) as sealed:
            ready: deque[Ready] = deque()
            while sealed.gather(ready):
                for one in self._commit(ready, sealer):
                    ready.popleft()
                    yield one

    def _seal(self, draft: Draft, sealer: Sealer) -> Ready:
        intake.check(draft)
        at = self._outbox.time()
        offset = self._clock.offset(at.time)
        order = Order(
            draft.type,
            draft.id or new_id(),
            at,
            offset,
            self._limits,
            draft.sending,
            print_job=draft.print_job,
            may_be_here=draft.id is not None,
        )
        return Ready(sealer.seal(draft.payload, draft.attachments), order, len(draft.payload))

    def _commit(self, group: Sequence[Ready], sealer: Sealer) -> Sequence[Transaction]:
        """Keep as many as are taken, at least the first, by one commit."""
        self._database.ballast.ensure(max(one.size for one in group))
        taken: list[tuple[Transaction, bool]] = []
        with translated(), self._parts.keeping(_parts(group)), self._database.keeping() as connection:
            for one in group:
                try:
                    taken.append(intake.take(connection, sealer, one.sealed, one.order))
                except QueueFullError:
                    if not taken:
                        raise
                    break
        named = [one for one, (_, fresh) in zip(group, taken, strict=False) if fresh]
        if len(named) < len(group):
            self._parts.erase(
                {part.sha256 for part in _parts(group)} - {part.sha256 for part in _parts(named)}
            )
        return [made for made, _ in taken]


def _parts(group: Iterable[Ready]) -> Sequence[Part]:
    return [part for one in group for part in one.sealed.attachments]

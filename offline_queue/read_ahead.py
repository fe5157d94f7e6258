"""Reading ahead: the contents of what is sent next, read by one query for many."""

from collections.abc import Sequence

from offline_queue.batch import BYTES, size, together
from offline_queue.outbox import Outbox
from offline_queue.records import Claim, Content


class ReadAhead:
    """Sealed contents of leased transactions; about `batch.BYTES` of them at a time."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._held: dict[int, Content] = {}

    def take(self, claims: Sequence[Claim]) -> Content:
        """Return the content of the first of `claims`.

        Raises:
            DamagedError: it is not what was kept.
        """
        self._fill(claims)
        return self._held.pop(claims[0].sequence, None) or self._outbox.content(claims[0].id)

    def together(self, claims: Sequence[Claim]) -> Sequence[tuple[Claim, Content]]:
        """Return the first of `claims` that may share an exchange, with their contents: none that is damaged."""
        self._fill(claims)
        taken: list[tuple[Claim, Content]] = []
        room = BYTES
        for claim in together(claims):
            content = self._held.get(claim.sequence)
            if content is None or room < size(content):
                break
            room -= size(content)
            taken.append((claim, content))
        return taken

    def forget(self) -> None:
        """Hold nothing any more."""
        self._held = {}

    def _fill(self, claims: Sequence[Claim]) -> None:
        if claims[0].sequence not in self._held:
            self._held = self._outbox.contents(together(claims))

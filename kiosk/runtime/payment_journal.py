"""The terminal's journal of orders: a file each, on the disk before a code is shown, read again after a power cut."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from config import durable
from kiosk.payment import FINAL

NOTHING_MADE = frozenset({"never", "refused"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One order: no name, no account. `made_at` is ISO 8601; `state` the platform's, or `making`, `never`, `refused`."""

    order: str
    bill: str
    made_at: str
    number: str = ""
    state: str = "making"

    @property
    def final(self) -> bool:
        """Whether nothing more can become of it."""
        return self.state in FINAL | NOTHING_MADE


class PaymentJournal:
    """The orders of one terminal, in `directory`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def write(self, entry: Entry) -> None:
        """Write or replace an entry; it is on the disk afterwards.

        Raises:
            OSError: the disk is full or broken; no code may be shown then.
        """
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        durable.write(self._directory / f"{entry.order}.json", json.dumps(asdict(entry)).encode(), 0o600)

    def entries(self) -> Iterator[Entry]:
        """Yield every entry that can be read, the oldest first."""
        found = []
        for path in self._directory.glob("*.json"):
            try:
                found.append(Entry(**json.loads(path.read_bytes())))
            except (OSError, ValueError, TypeError):
                continue  # half a file of another program: the order ends at the platform by itself
        yield from sorted(found, key=lambda entry: entry.made_at)

    def prune(self, before: str) -> None:
        """Forget what is final and was made before a moment (ISO 8601, the same zone)."""
        for entry in self.entries():
            if entry.final and entry.made_at < before:
                (self._directory / f"{entry.order}.json").unlink(missing_ok=True)

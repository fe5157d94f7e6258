"""The journal of documents printed: a file each, on the disk before anything leaves, true also after a power cut.

The states are those of `offline_queue.print_jobs`. Nothing personal: a file is named by the digest of the document's id.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config import durable
from kiosk.events.printing import PRINTED_BEFORE, Paper
from kiosk.runtime import crash
from kiosk.runtime.print_desk import NOT_JOURNALLED

#: The platform names a document anew every day.
KEPT = timedelta(days=7)
_UNDER_WAY = frozenset({"sent", "printing"})


@dataclass(frozen=True, slots=True)
class Entry:
    """How far a document's last print is, since when (ISO 8601), and whether a paper of it may be out."""

    state: str
    at: str
    may_be_out: bool = False


class DocumentJournal:
    """The prints of one terminal, in `directory`; one thread at a time."""

    def __init__(self, directory: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._directory, self._now = directory, now

    def settle(self) -> None:
        """End what a terminal that died left under way: nobody knows what came out. What is old is forgotten."""
        for path in self._directory.glob("*.json"):
            entry = _read(path)
            if entry is None or datetime.fromisoformat(entry.at) < self._now() - KEPT:
                path.unlink(missing_ok=True)
            elif entry.state in _UNDER_WAY:
                self._safely(path, replace(entry, state="unknown", may_be_out=True))

    def sending(self, transaction: str, *, copy: bool) -> str:
        """Note that bytes are about to leave; "" when that is durable, else the code of why none may."""
        path = self._path(transaction)
        before = _read(path)
        if before is not None and (before.state in _UNDER_WAY or (before.may_be_out and not copy)):
            return PRINTED_BEFORE
        may_be_out = before is not None and before.may_be_out
        return "" if self._safely(path, Entry("sent", self._moment(), may_be_out)) else NOT_JOURNALLED

    def printing(self, transaction: str) -> None:
        """Note that the printer has taken all of it."""
        self._move(transaction, "printing", may_be_out=False)

    def printed(self, transaction: str, paper: Paper) -> None:
        """Note how the print ended."""
        self._move(transaction, paper.value, may_be_out=paper is not Paper.FAILED)

    def _move(self, document: str, state: str, *, may_be_out: bool) -> None:
        path = self._path(document)
        before = _read(path)
        was_out = before is not None and before.may_be_out
        self._safely(path, Entry(state, self._moment(), was_out or may_be_out))

    def _safely(self, path: Path, entry: Entry) -> bool:
        """Write an entry; whether it is on the disk."""
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            durable.write(path, json.dumps(asdict(entry)).encode(), 0o600)
        except OSError as error:
            crash.report("a print cannot be journalled: free space on the terminal's disk", error)
            return False
        return True

    def _moment(self) -> str:
        return self._now().isoformat(timespec="seconds")

    def _path(self, document: str) -> Path:
        return self._directory / f"{hashlib.sha256(document.encode()).hexdigest()}.json"


def _read(path: Path) -> Entry | None:
    try:
        return Entry(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None

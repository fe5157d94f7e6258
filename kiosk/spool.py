"""Events for supervision on their way from the touchscreen to the agent: a small file each, gone once they are sent.

They say when something happened to which transaction or item, and nothing about anybody. Losing one loses a figure.
"""

import json
import logging
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config import durable

log = logging.getLogger(__name__)

SUPERVISION = "supervision"
"""The directory of a terminal's home where the spool is."""

MOST = 2000
"""So many wait at most; a terminal without a network for weeks forgets the oldest."""


@dataclass(frozen=True, slots=True)
class Spooled:
    """Events that were put together."""

    path: Path
    events: Sequence[Mapping[str, Any]]


class Spool:
    """The events below `directory`, which is made with the first of them. Any process may put, one takes out."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def put(self, *events: Mapping[str, Any]) -> None:
        """Keep events; each gets an id by which the platform knows it again."""
        named = [{"id": secrets.token_hex(16), **event} for event in events]
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            for old in self._files()[: -MOST + 1]:
                old.unlink(missing_ok=True)
            name = f"{time.time_ns():020d}-{secrets.token_hex(4)}.json"
            durable.write(self._directory / name, json.dumps(named).encode())
        except OSError as error:
            log.warning("an event for supervision was not kept: free the disk (%s)", error)

    def waiting(self, most: int) -> Sequence[Spooled]:
        """Return the oldest files with up to `most` events in all; what cannot be read is thrown away."""
        found: list[Spooled] = []
        for path in self._files():
            try:
                one = Spooled(path, json.loads(path.read_bytes()))
            except (OSError, ValueError):
                self.sent([Spooled(path, ())])
                continue
            most -= len(one.events)
            if most < 0:
                break
            found.append(one)
        return found

    def sent(self, spooled: Iterable[Spooled]) -> None:
        """Throw away what has arrived."""
        for one in spooled:
            with suppress(OSError):
                one.path.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        try:
            return sorted(self._directory.glob("[0-9]*.json"))
        except OSError:
            return []

"""The agent's report for supervision: every submission's times, and how long sessions took, in batches, nothing personal.

The touchscreen spools when the guide was shown and everything captured; when it was sealed and sent is read from the queue's
journal, so that no submission goes without. What was reported once may be reported again: the platform knows it by its id.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import requests

from config import durable
from kiosk.spool import SUPERVISION, Spool
from offline_queue.store import Store
from provisioning.terminal import Terminal

log = logging.getLogger(__name__)

TIMEOUT = (5.0, 10.0)
BATCH = 200
KINDS = {"kept": "sealed", "acknowledged": "sent"}
"""What an entry of the journal means; the time of `sent` is when the platform's answer was here."""

REFUSED = (400, 413, 422)


class EventReport:
    """Reports what waits in the spool of `home` and in the journal of `store`."""

    def __init__(self, store: Store, home: Path) -> None:
        self._store = store
        self._spool = Spool(home / SUPERVISION)
        self._mark = home / SUPERVISION / "journal-position"

    def report(self, terminal: Terminal, session: requests.Session) -> int:
        """Send a batch of each kind; return how many events have arrived."""
        return self._of_spool(terminal, session) + self._of_journal(terminal, session)

    def _of_spool(self, terminal: Terminal, session: requests.Session) -> int:
        spooled = self._spool.waiting(BATCH)
        events = [event for one in spooled for event in one.events]
        if not _arrived(terminal, session, events):
            return 0
        self._spool.sent(spooled)
        return len(events)

    def _of_journal(self, terminal: Terminal, session: requests.Session) -> int:
        entries = self._store.journal.since(self._position(), BATCH)
        events = [
            {
                "id": f"{KINDS[one.kind]}-{one.transaction}",
                "kind": KINDS[one.kind],
                "at": one.at,
                "item": one.type,
                "transaction": one.transaction,
            }
            for one in entries
            if one.kind in KINDS
        ]
        if not entries or not _arrived(terminal, session, events):
            return 0
        self._mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        durable.write(self._mark, json.dumps(entries[-1].position).encode())
        return len(events)

    def _position(self) -> int:
        """The entry of the journal up to which it was reported; another journal begins anew."""
        try:
            position = int(json.loads(self._mark.read_bytes()))
        except (OSError, ValueError, TypeError):
            return 0
        return position if position <= self._store.journal.head().position else 0


def _arrived(terminal: Terminal, session: requests.Session, events: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the platform has the events, or will never take them."""
    if not events:
        return True
    url = f"{terminal.platform_url}/v1/terminals/{terminal.identity.terminal_id}/events"
    try:
        with session.post(
            url, json={"events": list(events)}, timeout=TIMEOUT, allow_redirects=False
        ) as answer:
            if answer.status_code in REFUSED:
                log.warning("the platform refuses %d events (HTTP %d)", len(events), answer.status_code)
            return answer.ok or answer.status_code in REFUSED
    except requests.RequestException as error:
        log.info("events wait for the platform (%s)", type(error).__name__)
        return False

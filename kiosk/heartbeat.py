"""The agent's heartbeat: this terminal lives, what waits, how its journal stands; the answer tells the platform's time."""

import logging
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import requests

from devices.printer.roll import kept
from kiosk import conditions
from offline_queue.errors import QueueError
from offline_queue.platform_clock import read
from offline_queue.store import Store
from provisioning.commissioning import Commissioning
from provisioning.terminal import Terminal

log = logging.getLogger(__name__)

TIMEOUT = (5.0, 10.0)
PROVE = "Journal-Position"
RETRY = "Retry-Transactions"


class Heartbeat:
    """Beats for the queue in `store`; remembers which entry of the journal the platform wants proved."""

    def __init__(self, store: Store) -> None:
        self._store, self._prove = store, 0

    def beat(self, terminal: Terminal, session: requests.Session) -> bool:
        """Tell the platform; return whether it has heard."""
        self._store.residents.forget()
        url = f"{terminal.platform_url}/v1/terminals/{terminal.identity.terminal_id}/heartbeat"
        asked = self._store.outbox.clock.elapsed()
        try:
            with session.post(
                url, json=self._document(terminal), timeout=TIMEOUT, allow_redirects=False
            ) as answer:
                if answer.ok:
                    self._learn(answer, asked)
                return answer.ok
        except requests.RequestException as error:
            log.info("the platform does not hear this terminal (%s)", type(error).__name__)
            return False

    def _document(self, terminal: Terminal) -> dict[str, Any]:
        stats, journal = self._store.stats(), self._store.journal
        return {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": version("doorstep-kiosk"),
            "queue": {
                "waiting": stats.waiting,
                "oldest_seconds": round(stats.oldest_seconds),
                "parked": stats.parked,
                "trouble": self._trouble(),
            },
            "journal": {**journal.head().document, "since": journal.at(self._prove).document},
            **self._printer(terminal),
            "devices": conditions.kept(terminal.home),
            "release": terminal.release.number if terminal.release else None,
            "commissioned": self._commissioned(terminal),
        }

    @staticmethod
    def _commissioned(terminal: Terminal) -> dict[str, Any] | None:
        record = Commissioning.kept(terminal)
        return {"at": record.at, "outside": list(record.outside)} if record else None

    def _printer(self, terminal: Terminal) -> dict[str, Any]:
        roll = kept(terminal.home) if terminal.settings.devices.printer.address else None
        return {"printer": {"paper": roll.paper, "receipts_left": roll.receipts_left}} if roll else {}

    def _retry(self, transaction: str) -> None:
        """Let what is parked be sent again, as the operator wants; anything else is none of ours."""
        try:
            if self._store.outbox.retry(transaction):
                log.info("%s is tried again for the operator", transaction)
        except QueueError as error:
            log.info("the operator wants something sent again that cannot be (%s)", error.code)

    def _trouble(self) -> str:
        try:
            self._store.check()
        except QueueError as error:
            return error.code
        return ""

    def _learn(self, answer: requests.Response, asked: float) -> None:
        wanted = answer.headers.get(PROVE, "")
        self._prove = int(wanted) if wanted.isascii() and wanted.isdigit() else 0
        for transaction in filter(None, map(str.strip, answer.headers.get(RETRY, "").split(","))):
            self._retry(transaction)
        reading = read(answer.headers.get("Date", ""), asked, self._store.outbox.clock)
        if reading:
            try:
                self._store.platform_clock.keep(reading)
            except OSError as error:
                log.info("the platform's time cannot be kept (%s)", error.strerror)

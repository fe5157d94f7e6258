"""A platform that keeps what it was sent in a database of its own, may be killed, and sits behind a bad network.

`python -m tests.faults.soak_platform DIRECTORY PORT FAULTS SEED` prints its port and serves until killed. FAULTS is the
share of exchanges that go wrong: request lost, answer lost, request doubled, doubled and late, another's answer.
"""

import hashlib
import json
import random
import sqlite3
import sys
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.offline_queue.platform import Server

FAULTS = ("request lost", "answer lost", "doubled", "late", "crossed")
LATE = 20  # a late request comes again when that many others have come


class Ledger:
    """What the platform has: made durable before it is answered for."""

    def __init__(self, file: Path) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        # No UNIQUE here: a transaction made twice must show.
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS made (id TEXT, digest TEXT, number INTEGER PRIMARY KEY)"
        )
        self._connection.execute("CREATE INDEX IF NOT EXISTS made_id ON made (id)")

    def take(self, transaction: str, body: bytes) -> tuple[int, dict[str, str]]:
        """Keep the transaction unless it is there; return status and answer."""
        digest = hashlib.sha256(body).hexdigest()
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            found = self._connection.execute(
                "SELECT digest, number FROM made WHERE id = ?", (transaction,)
            ).fetchone()
            if found is None:
                number = self._connection.execute(
                    "INSERT INTO made (id, digest) VALUES (?, ?) RETURNING number", (transaction, digest)
                ).fetchone()[0]
                status = 201
            else:
                status, number = (200 if found[0] == digest else 409), found[1]
            self._connection.execute("COMMIT")
        return status, {"id": transaction, "case_number": f"GZ-{number}"}

    def look(self, transaction: str) -> tuple[int, dict[str, str]]:
        """Return status and answer: is it here?"""
        with self._lock:
            found = self._connection.execute(
                "SELECT number FROM made WHERE id = ?", (transaction,)
            ).fetchone()
        return (200, {"id": transaction, "case_number": f"GZ-{found[0]}"}) if found else (404, {})


class Network:
    """Decides what goes wrong with an exchange."""

    def __init__(self, share: float, seed: int) -> None:
        self._share, self._chance = share, random.Random(seed)  # noqa: S311  # a test that can be repeated
        self._lock = threading.Lock()
        self._late: list[tuple[str, bytes]] = []
        self.before: tuple[int, dict[str, str]] | None = None

    def fault(self) -> str:
        with self._lock:
            return self._chance.choice(FAULTS) if self._chance.random() < self._share else ""

    def delay(self, transaction: str, body: bytes) -> None:
        with self._lock:
            self._late.append((transaction, body))

    def arriving(self) -> tuple[str, bytes] | None:
        with self._lock:
            return self._late.pop(0) if len(self._late) > LATE else None


class Handler(BaseHTTPRequestHandler):
    """PUT of a transaction through the bad network."""

    protocol_version = "HTTP/1.1"
    wbufsize = 65536
    ledger: Ledger
    network: Network

    def do_PUT(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        transaction = self.path.rpartition("/")[2]
        fault = self.network.fault()
        if len(body) < length or fault == "request lost":
            self.close_connection = True
            return
        if fault == "crossed" and self.network.before:  # and the request never arrived
            self._answer(*self.network.before)
            return
        answer = self.ledger.take(transaction, body)
        if fault == "doubled":
            answer = self.ledger.take(transaction, body)
        if fault == "late":
            self.network.delay(transaction, body)
        if late := self.network.arriving():
            self.ledger.take(*late)
        self.network.before = answer
        if fault == "answer lost":
            self.close_connection = True
            return
        self._answer(*answer)

    def do_GET(self) -> None:
        """Did it arrive?"""
        fault, transaction = self.network.fault(), self.path.rpartition("/")[2]
        if fault in {"request lost", "answer lost"}:
            self.close_connection = True
        elif fault == "crossed" and self.network.before:
            self._answer(*self.network.before)
        else:
            self._answer(*self.ledger.look(transaction))

    def _answer(self, status: int, document: dict[str, str]) -> None:
        said = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so by http.server
        pass


def main(directory: Path, port: int, share: float, seed: int) -> None:
    Handler.ledger = Ledger(directory / "platform.db")
    Handler.network = Network(share, seed)
    with Server(("127.0.0.1", port), Handler) as server:
        print(server.server_port, flush=True)  # noqa: T201  # how the test learns it
        server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))

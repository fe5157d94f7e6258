"""A platform that keeps what it was sent in a database of its own, may be killed, and sits behind a bad network.

`python -m tests.faults.soak_platform DIRECTORY PORT FAULTS SEED` prints its port and serves until killed. FAULTS is the
share of exchanges that go wrong: request lost, answer lost, request doubled, doubled and late, another's answer; and of
batches those too whose results come in another order, or not all.
"""

import hashlib
import json
import random
import sqlite3
import sys
import threading
from collections.abc import Mapping, Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.offline_queue.platform import Server

FAULTS = ("request lost", "answer lost", "doubled", "late", "crossed")
OF_BATCHES = (*FAULTS, "shuffled", "short")
LATE = 20  # a late request comes again when that many others have come


Answer = tuple[int, dict[str, Any]]
Entries = Sequence[Mapping[str, Any]]  # transactions as they came, each with its id


class Ledger:
    """What the platform has: made durable before it is answered for."""

    def __init__(self, file: Path) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        # No UNIQUE here: a transaction made twice must show.
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS made (id TEXT, digest TEXT, together INTEGER, number INTEGER PRIMARY KEY)"
        )
        self._connection.execute("CREATE INDEX IF NOT EXISTS made_id ON made (id)")

    def take(self, entries: Entries) -> list[Answer]:
        """Keep the transactions that are not there, by one commit; return status and answer for each."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            answers = [self._take(entry, len(entries)) for entry in entries]
            self._connection.execute("COMMIT")
        return answers

    def _take(self, entry: Mapping[str, Any], together: int) -> Answer:
        transaction, digest = entry["id"], hashlib.sha256(entry["manifest"].encode()).hexdigest()
        found = self._connection.execute(
            "SELECT digest, number FROM made WHERE id = ?", (transaction,)
        ).fetchone()
        if found is None:
            number = self._connection.execute(
                "INSERT INTO made (id, digest, together) VALUES (?, ?, ?) RETURNING number",
                (transaction, digest, together),
            ).fetchone()[0]
            status = 201
        else:
            status, number = (200 if found[0] == digest else 409), found[1]
        return status, {"id": transaction, "case_number": f"GZ-{number}"}

    def look(self, transaction: str) -> Answer:
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
        self._late: list[Entries] = []
        self.before: Answer | None = None

    def fault(self, kinds: Sequence[str] = FAULTS) -> str:
        with self._lock:
            return self._chance.choice(kinds) if self._chance.random() < self._share else ""

    def delay(self, entries: Entries) -> None:
        with self._lock:
            self._late.append(entries)

    def arriving(self) -> Entries | None:
        with self._lock:
            return self._late.pop(0) if len(self._late) > LATE else None

    def spoilt(self, results: list[dict[str, Any]], fault: str) -> list[dict[str, Any]]:
        """Return the results of a batch as they come: in another order, or without the last."""
        with self._lock:
            if fault == "shuffled":
                return self._chance.sample(results, len(results))
        return results[:-1] if fault == "short" else results


class Handler(BaseHTTPRequestHandler):
    """Transactions, one or many at once, through the bad network."""

    protocol_version = "HTTP/1.1"
    wbufsize = 65536
    ledger: Ledger
    network: Network

    def do_PUT(self) -> None:
        """One by itself."""
        transaction = self.path.rpartition("/")[2]
        if (body := self._body()) is not None:
            answers = self._through([{"id": transaction, **body}], self.network.fault())
            if answers:
                self._say(answers[0])

    def do_POST(self) -> None:
        """A batch."""
        if (body := self._body()) is None:
            return
        fault = self.network.fault(OF_BATCHES)
        if answers := self._through(body["transactions"], fault):
            results = [{"id": said["id"], "status": status, "answer": said} for status, said in answers]
            self._say((200, {"results": self.network.spoilt(results, fault)}))

    def _body(self) -> dict[str, Any] | None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return None
        said: dict[str, Any] = json.loads(body)
        return said

    def _through(self, entries: Entries, fault: str) -> Sequence[Answer]:
        """Let them come as the network does; return what is to be said, nothing when the line is cut."""
        if fault == "request lost":
            self.close_connection = True
            return ()
        if fault == "crossed" and self.network.before:  # and the request never arrived
            self._answer(*self.network.before)
            return ()
        answers = self.ledger.take(entries)
        if fault == "doubled":
            answers = self.ledger.take(entries)
        if fault == "late":
            self.network.delay(entries)
        if late := self.network.arriving():
            self.ledger.take(late)
        if fault == "answer lost":
            self.close_connection = True
            return ()
        return answers

    def _say(self, answer: Answer) -> None:
        self.network.before = answer
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

    def _answer(self, status: int, document: dict[str, Any]) -> None:
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

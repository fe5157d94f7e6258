"""A platform written apart from ours, for tests: http.server, the contract's PUT and GET, and every misbehaviour asked for.

As a process: `python -m tests.offline_queue.platform --drop 0.15 --seed 7` prints its port and serves until killed.
"""

import argparse
import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """What is answered instead of the usual."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Platform:
    """What the platform holds, and how it misbehaves: `misbehave` may give a reply, `lose` says whether to answer at all."""

    misbehave: Callable[[str], Reply | None] = lambda _: None
    lose: Callable[[], bool] = lambda: False
    url: str = ""
    held: dict[str, dict[str, Any]] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)
    asked: list[str] = field(default_factory=list)
    inquired: list[str] = field(default_factory=list)
    batches: list[list[str]] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    connections: set[tuple[str, int]] = field(default_factory=set)
    beats: list[dict[str, Any]] = field(default_factory=list)
    came: threading.Condition = field(default_factory=threading.Condition)

    def put(self, transaction: str, body: bytes) -> Reply:
        return self.take(transaction, json.loads(body))

    def take(self, transaction: str, document: dict[str, Any]) -> Reply:
        with self.came:
            self.asked.append(transaction)
            self.came.notify_all()
            if said := self.misbehave(transaction):
                return said
            if self.held.setdefault(transaction, document) != document:
                return Reply(409)
            first = transaction not in self.made
            self.made[transaction] += first
            self.bodies[transaction] = document
            self.numbers.setdefault(transaction, f"GZ-{len(self.held):04d}")
            return Reply(201 if first else 200, body=self.received(transaction))

    def post_batch(self, body: bytes) -> Reply:
        if said := self.misbehave("batch"):
            return said
        entries = json.loads(body)["transactions"]
        self.batches.append([entry["id"] for entry in entries])
        results = []
        for entry in entries:
            id_ = entry.pop("id")
            reply = self.take(id_, entry)
            answer = json.loads(reply.body or b"{}")
            results.append({"id": id_, "status": reply.status, "answer": answer})
        return Reply(200, body=json.dumps({"results": results}).encode())

    def get(self, transaction: str) -> Reply:
        with self.came:
            self.inquired.append(transaction)
            if said := self.misbehave(transaction):
                return said
            return Reply(200, body=self.received(transaction)) if transaction in self.made else Reply(404)

    def received(self, transaction: str) -> bytes:
        """The contract's document about a transaction that is held."""
        number = self.numbers[transaction]
        document = {
            "id": transaction,
            "case_number": number,
            "follow_up": f"{self.url}/c/{number}",
            "received_at": "2026-11-24T09:00:00+08:00",
        }
        return json.dumps(document).encode()

    def wait_for(self, number: int, timeout: float = 15.0) -> bool:
        """Whether that many transactions arrive in time."""
        with self.came:
            return self.came.wait_for(lambda: len(self.held) >= number, timeout)


class Handler(BaseHTTPRequestHandler):
    """PUT and GET of transactions, heartbeats, and `/state` for the tests."""

    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # head and body in one packet, else each answer waits for a delayed acknowledgement

    def __init__(self, *args: Any, platform: Platform) -> None:
        self.platform = platform
        super().__init__(*args)

    def do_PUT(self) -> None:
        self.platform.connections.add(self.client_address)
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:  # the sender was killed in the middle: nothing was asked
            self.close_connection = True
            return
        reply = self.platform.put(self.path.rpartition("/")[2], body)
        if self.platform.lose():
            self.close_connection = True
            return
        self._send(reply)

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if self.path == "/v1/transactions/batch" and len(body) == length:
            reply = self.platform.post_batch(body)
            if self.platform.lose():
                self.close_connection = True
                return
            self._send(reply)
            return
        if not self.path.endswith("/heartbeat"):
            self._send(Reply(404))
            return
        with self.platform.came:
            self.platform.beats.append({"path": self.path, **json.loads(body)})
            self.platform.came.notify_all()
        self._send(Reply(204))

    def do_GET(self) -> None:
        if self.path.startswith("/v1/transactions/"):
            reply = self.platform.get(self.path.rpartition("/")[2])
            if self.platform.lose():
                self.close_connection = True
                return
            self._send(reply)
            return
        state = {"held": list(self.platform.held), "asked": self.platform.asked, "made": self.platform.made}
        self._send(Reply(200, body=json.dumps(state).encode()))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so by http.server
        pass


class Server(ThreadingHTTPServer):
    """A server that is not upset by clients that are killed."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving(platform: Platform, port: int = 0) -> Iterator[Platform]:
    """`platform`, answering at its `url` for as long as the context lasts."""
    with Server(("127.0.0.1", port), partial(Handler, platform=platform)) as server:
        platform.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield platform
        finally:
            server.shutdown()
            thread.join()


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--drop", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    chance = random.Random(args.seed)  # noqa: S311  # a test that can be repeated
    platform = Platform(lose=lambda: chance.random() < args.drop)
    with Server(("127.0.0.1", 0), partial(Handler, platform=platform)) as server:
        print(server.server_port, flush=True)  # noqa: T201  # how the test learns it
        server.serve_forever()


if __name__ == "__main__":
    main()

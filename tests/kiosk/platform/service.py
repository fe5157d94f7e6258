"""A platform's holder checks and health, written apart from ours: http.server, answering as it is told."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Service:
    """`answers` overrides the usual answer of a path; `hold` is cleared to have answers wait."""

    url: str = ""
    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, Any], dict[str, str]]] = field(default_factory=list)
    hold: threading.Event = field(default_factory=threading.Event)
    holding: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str) -> tuple[int, bytes]:
        usual = {
            "/v1/holder-checks": (201, {"id": "check-1", "expires_at": "2026-11-24T09:05:00+08:00"}),
            "/v1/holder-checks/check-1/code": (200, {"outcome": "verified"}),
            "/v1/health": (200, {"status": "ok"}),
        }
        if path in self.answers:
            return self.answers[path]
        status, body = usual.get(path, (404, {}))
        return status, json.dumps(body).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536

    def __init__(self, *args: Any, service: Service) -> None:
        self.service = service
        super().__init__(*args)

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _answer(self, body: dict[str, Any]) -> None:
        self.service.asked.append((self.path, body, dict(self.headers)))
        self.service.holding.set()
        self.service.hold.wait(30)
        status, said = self.service.answer(self.path)
        self.send_response(status)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so by http.server
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving(service: Service, port: int = 0) -> Iterator[Service]:
    service.hold.set()
    with Server(("127.0.0.1", port), partial(Handler, service=service)) as server:
        service.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield service
        finally:
            service.hold.set()
            server.shutdown()
            thread.join()

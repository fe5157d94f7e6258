"""The real platform as a process of its own, and terminals that speak to it as ours do."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import requests
from cryptography.hazmat.primitives.asymmetric import ec

from fleet.platform import Platform
from offline_queue.records import Content
from offline_queue.reference import reference
from offline_queue.seal import Sealer
from offline_queue.submitter import body
from offline_queue.transaction import Attachment, Transaction, new_id
from provisioning.identity import Identity, new_key
from tests.fleet.contract import CONTRACT

CREATED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def another_day(home: Path) -> None:
    """Let whoever comes next be somebody of whom the platform in `home` was asked for no one-time code yet.

    It counts codes by the day, the hour and the minutes; what it counted is taken out of its book, its limits stay.
    """
    with Platform.open(home) as platform, platform.database.writing() as connection:
        connection.execute("DELETE FROM code_requests")


@dataclass
class Server:
    """`kiosk fleet serve` in `home`; answers once it was made."""

    home: Path
    options: Sequence[str] = ("--port", "0")
    database: str = ""
    ready: dict[str, Any] = field(init=False)
    process: "subprocess.Popen[str]" = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    @property
    def log(self) -> Path:
        return self.home.with_name(f"{self.home.name}.log")

    @property
    def url(self) -> str:
        return str(self.ready["url"])

    @property
    def ca(self) -> Path | None:
        return Path(self.ready["ca_file"]) if self.url.startswith("https") else None

    @property
    def token(self) -> str:
        return Path(self.ready["admin_token_file"]).read_text()

    def start(self) -> None:
        command = [sys.executable, "-m", "kiosk", "fleet", "serve", "--json", "--home", str(self.home)]
        if self.database:
            command += ["--database", self.database]
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [*command, *self.options], stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self.process.stdout is not None
        with self.process.stdout as said:
            self.ready = json.loads(said.readline() or "{}")
        assert self.ready, self.log.read_text()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(30)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def again(self) -> None:
        """Start once more at the same address."""
        self.options = [*self.options, "--port", self.url.rpartition(":")[2]]
        self.start()

    def terminal(self, number: str) -> "Terminal":
        """A laboratory terminal that the platform trusts."""
        terminal = Terminal(self, number, new_key())
        self.trust(number, terminal.identity.public_pem.encode())
        return terminal

    def trust(self, number: str, public_pem: bytes) -> None:
        """Take a laboratory's key."""
        with Platform.open(self.home) as platform:
            platform.terminals.trust(number, public_pem)

    def admin(self) -> requests.Session:
        """A session of the operator."""
        session = requests.Session()
        session.trust_env = False
        session.verify = str(self.ca) if self.ca else True
        session.auth = ("operator", self.token)
        session.hooks["response"].append(CONTRACT.check)
        return session

    def cases(self) -> list[dict[str, Any]]:
        with self.admin() as session:
            cases: list[dict[str, Any]] = session.get(f"{self.url}/admin/cases").json()["cases"]
        return cases

    def case(self, transaction: str) -> dict[str, Any]:
        """The one case of a transaction."""
        (case,) = (case for case in self.cases() if case["transaction"] == transaction)
        return case

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.stop()


@dataclass
class Terminal:
    """One terminal; all its answers are held against the contract."""

    server: Server
    number: str
    key: ec.EllipticCurvePrivateKey
    session: requests.Session = field(init=False)
    made: int = 0
    in_batches: bool = False  # hands in as after an outage; what comes of one looks as if it had come alone

    def __post_init__(self) -> None:
        self.session = self.identity.session()
        self.session.hooks["response"].append(CONTRACT.check)

    @property
    def identity(self) -> Identity:
        recipient = self.server.ready["recipient"]
        return Identity(self.number, self.server.url, (recipient,), True, self.key, ca_file=self.server.ca)

    def seal(
        self,
        document: object,
        attachments: Sequence[Attachment] = (),
        *,
        kind: str = "MZ-004",
        transaction: str = "",
        recipient: str = "",
    ) -> tuple[str, Content]:
        """Id and content of a new transaction, sealed and signed as the queue does it."""
        self.made += 1
        sealer = Sealer(self.number, self.key, (recipient or self.server.ready["recipient"],))
        payload = document if isinstance(document, bytes) else json.dumps(document).encode()
        sealed = sealer.seal(payload, attachments)
        made = Transaction(
            transaction or new_id(), reference(self.number, CREATED.date(), self.made), kind, CREATED
        )
        content = Content(
            sealer.sign(made, sealed),
            sealed.payload.content,
            {part.sha256: part.content for part in sealed.attachments},
        )
        return made.id, content

    def put(self, transaction: str, content: Content | bytes) -> requests.Response:
        data = content if isinstance(content, bytes) else body(content)
        if self.in_batches:
            return self._put_in_a_batch(transaction, data)
        return self.session.put(f"{self.server.url}/v1/transactions/{transaction}", data=data)

    def _put_in_a_batch(self, transaction: str, data: bytes) -> requests.Response:
        named = b'{"id":' + json.dumps(transaction).encode() + b","
        entry = named + data[1:] if data[:1] == b"{" else data
        answer = self.batch(b'{"transactions":[' + entry + b"]}")
        if answer.status_code == 200:
            (result,) = answer.json()["results"]
            assert result["id"] == transaction
            answer.status_code, answer._content = result["status"], json.dumps(result["answer"]).encode()
        return answer

    def batch(self, said: bytes) -> requests.Response:
        return self.session.post(f"{self.server.url}/v1/transactions/batch", data=said)

    def post(self, path: str, document: object) -> requests.Response:
        return self.session.post(f"{self.server.url}{path}", json=document)

    def get(self, path: str) -> requests.Response:
        return self.session.get(f"{self.server.url}{path}")


def files_below(directory: Path) -> list[Path]:
    """Every file below a directory."""
    return [Path(folder) / name for folder, _, names in os.walk(directory) for name in names]

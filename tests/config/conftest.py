"""A published repository behind a real web server, and terminals that follow it."""

import http.server
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import requests

from config.layers import Layer
from config.releases import Releases
from config.repository import Repository

START = datetime(2026, 7, 1, tzinfo=UTC)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so by http.server
        pass


@dataclass
class Operator:
    """The operator's repository, served; `clock` is the operator's time."""

    directory: Path
    keys: Path
    url: str
    clock: datetime

    @property
    def repository(self) -> Repository:
        return Repository(self.directory, self.keys, lambda: self.clock)

    def publish(
        self,
        code: str,
        layers: Mapping[str, Layer] | None = None,
        catalogue: bytes | None = None,
        calendars: Sequence[bytes] = (),
    ) -> int:
        base: Layer = {"settings/base.json": {"site": {"code": code}}}
        return self.repository.publish({**base, **(layers or {})}, catalogue, calendars)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Path]:
    """A directory served by http.server; its URL is in `url` beside it."""
    directory = tmp_path / "served"
    directory.mkdir()
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(directory))
    ) as server:
        (tmp_path / "url").write_text(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield directory
        server.shutdown()
        thread.join()


@pytest.fixture
def operator(served: Path, tmp_path: Path) -> Operator:
    now = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    operator = Operator(
        served / "releases", tmp_path / "keys", f"{(tmp_path / 'url').read_text()}/releases", now
    )
    operator.repository.create()
    return operator


@dataclass
class Follower:
    """A terminal that follows the operator."""

    releases: Releases
    session: requests.Session
    url: str

    def follow(self, group: str = "") -> bool:
        return self.releases.follow(self.session, self.url, "GZ-T1", group)

    @property
    def code(self) -> str:
        """The site's code in the active release, or ''."""
        active = self.releases.active()
        return active.settings.site.code if active else ""

    @property
    def alarm(self) -> str:
        """The code of the alarm, or ''."""
        alarm = self.releases.status().followed.alarm
        return alarm.code if alarm else ""


@pytest.fixture
def terminal(operator: Operator, tmp_path: Path) -> Iterator[Follower]:
    releases = Releases(tmp_path / "terminal" / "releases")
    releases.directory.mkdir(parents=True)
    releases.root.write_bytes((operator.directory / "metadata" / "1.root.json").read_bytes())
    with requests.Session() as session:
        yield Follower(releases, session, operator.url)

"""The agent: jobs in their time, and the real process against a real server."""

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyrage
import pytest

from config.releases import Releases
from config.repository import Repository
from devices.printer.roll import FILE, Roll
from kiosk.agent import Agent, Duties, Job
from kiosk.cli import main
from offline_queue.errors import QueueError
from provisioning import lab
from provisioning.identity import Identity, NotEnrolledError, new_key
from tests.offline_queue.platform import Platform, Reply, serving
from tests.provisioning import conftest as releases


@dataclass
class Time:
    """A clock that jumps to the end of every wait, and stops the agent at `until`."""

    until: float
    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.now += seconds
        return self.now >= self.until


def test_each_job_has_its_own_interval() -> None:
    time = Time(until=10.0)
    done: list[tuple[str, float]] = []

    def note(name: str) -> Callable[[], object]:
        return lambda: done.append((name, time.now))

    Agent(
        [Job("often", 2.0, note("often")), Job("seldom", 5.0, note("seldom"))], time.wait, lambda: time.now
    ).run()
    assert [at for name, at in done if name == "often"] == [0, 2, 4, 6, 8]
    assert [at for name, at in done if name == "seldom"] == [0, 5]


def test_a_job_that_fails_is_tried_again_and_holds_up_no_other(caplog: pytest.LogCaptureFixture) -> None:
    time = Time(until=11.0)
    done: list[str] = []

    def fail() -> None:
        done.append("failed")
        raise QueueError("the disk is broken")

    Agent(
        [Job("broken", 0.2, fail), Job("sound", 4.0, lambda: done.append("sound"))],
        time.wait,
        lambda: time.now,
    ).run()
    assert done.count("failed") == 3
    assert done.count("sound") == 3
    assert "broken failed" in caplog.text


def test_a_long_job_makes_the_others_late_not_lost() -> None:
    time = Time(until=30.0)
    done: list[float] = []

    def long() -> None:
        time.now += 9.0

    Agent(
        [Job("long", 1.0, long), Job("short", 5.0, lambda: done.append(time.now))],
        time.wait,
        lambda: time.now,
    ).run()
    assert done == [9.0, 19.0, 29.0]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def recipient() -> str:
    return str(pyrage.x25519.Identity.generate().to_public())


def put(tmp_path: Path) -> None:
    (tmp_path / "payload").write_text("payload")
    assert main(["queue", "put", "--type", "MZ-004", "--payload", str(tmp_path / "payload")]) == 0


@contextmanager
def agent(*options: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "kiosk", "agent", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_the_process_sends_what_is_put_while_it_runs(
    home: Path, tmp_path: Path, platform: Platform, recipient: str
) -> None:
    lab.make(home / "identity", platform.url, (recipient,))
    (home / "devices.json").write_text('{"touch_panel": "DEVICE_GONE"}')
    with agent("--json") as process:
        with platform.came:
            assert platform.came.wait_for(lambda: platform.beats, 15)
        put(tmp_path)
        assert platform.wait_for(1)
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=15)
    assert process.returncode == 0
    assert json.loads(out)["acknowledged"] + json.loads(out)["parked"] == 1
    beat = platform.beats[0]
    assert beat["path"] == "/v1/terminals/LAB001/heartbeat"
    assert beat["queue"] == {"waiting": 0, "oldest_seconds": 0, "parked": 0, "trouble": ""}
    assert beat["journal"] == {"position": 0, "hash": "0" * 64, "since": {"position": 0, "hash": "0" * 64}}
    assert (beat["release"], bool(beat["version"])) == (None, True)
    assert "printer" not in beat
    assert beat["devices"] == {"touch_panel": "DEVICE_GONE"}


def test_the_process_starts_without_a_platform_and_sends_when_it_returns(
    home: Path, tmp_path: Path, recipient: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    lab.make(home / "identity", f"http://127.0.0.1:{port}", (recipient,))
    put(tmp_path)
    with agent() as process:
        assert process.stderr
        assert select.select([process.stderr], [], [], 15)[0]
        assert "no answer (ConnectionError)" in os.read(process.stderr.fileno(), 65536).decode()
        with serving(Platform(), port) as platform:
            assert platform.wait_for(1)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=15)
    assert (process.returncode, "stopped" in out) == (0, True)


def test_without_a_terminal_or_a_queue_it_says_what_to_do(
    home: Path, recipient: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agent", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "NOT_ENROLLED"
    lab.make(home / "identity", "http://127.0.0.1:1", (recipient,))
    (home / "queue").write_text("a file is in the way")
    assert main(["agent", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "FAILED"


def test_another_platform_is_noticed(home: Path, tmp_path: Path, platform: Platform, recipient: str) -> None:
    lab.make(home / "identity", "http://127.0.0.1:1", (recipient,))
    put(tmp_path)
    with Duties(home) as duties:
        duties.submit()
        duties.heartbeat()
        duties.follow()
        assert not platform.asked
        lab.make(home / "identity", platform.url, (recipient,))
        duties.reread()
        duties.submit()
        assert len(platform.held) == duties.acknowledged == 1
        duties.reread()
        duties.heartbeat()
        assert len(platform.beats) == 1


def test_a_heartbeat_tells_how_many_receipts_the_roll_still_gives(
    home: Path, recipient: str, platform: Platform
) -> None:
    lab.make(home / "identity", platform.url, (recipient,))
    (home / "settings.json").write_text('{"devices": {"printer": {"address": "192.0.2.9:9100"}}}', "utf-8")
    (home / FILE).write_bytes(Roll(printed=100 * 250.0, receipts=100, paper="plenty").written())
    with Duties(home) as duties:
        duties.heartbeat()
    assert platform.beats[0]["printer"] == {"paper": "plenty", "receipts_left": 100}


def test_a_heartbeat_that_is_heard_ends_the_wait_of_what_waits(
    home: Path, tmp_path: Path, recipient: str, platform: Platform
) -> None:
    lab.make(home / "identity", platform.url, (recipient,))
    put(tmp_path)
    replies = iter([Reply(503)] * 9)
    platform.misbehave = lambda _: next(replies, None)
    with Duties(home) as duties:
        while duties.acknowledged == 0:
            duties.heartbeat()
            duties.submit()
        assert len(platform.beats) <= 10


def test_releases_are_followed_often_until_there_is_one(
    home: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    time = Time(until=1e9)
    with releases.serving(tmp_path, tls=False) as published:
        Identity("LAB001", published.url, (), False, new_key(), certificate="of a platform").save(
            home / "identity"
        )
        with Duties(home, clock=lambda: time.now) as duties:
            duties.follow()
            assert "a new release waits" not in caplog.text
            shutil.copy(
                published.directory / "releases" / "metadata" / "1.root.json", home / "releases" / "root.json"
            )
            time.now += 5.0
            duties.follow()
            assert caplog.text.count("a new release waits") == 1
            Releases(home / "releases").activate_staged()
            duties.reread()
            Repository(published.directory / "releases", tmp_path / "keys").publish(
                {"settings/base.json": {"site": {"code": "B"}}}
            )
            time.now += 59.0
            duties.follow()
            assert caplog.text.count("a new release waits") == 1
            time.now += 1.0
            duties.follow()
            assert caplog.text.count("a new release waits") == 2


def test_a_retired_terminal_has_no_agent(home: Path) -> None:
    with pytest.raises(NotEnrolledError):
        Duties(home)

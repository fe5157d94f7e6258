"""From a blank machine to a case: `kiosk` on the terminal's side, `kiosk fleet` on the platform's, nothing in between."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from config import catalogue
from kiosk.agent import Duties
from kiosk.cli import main
from provisioning.enrolment import Document
from tests.fleet.process import Server
from tests.fleet.test_heartbeats import row

CATALOGUE = Path(catalogue.__file__).with_name("demonstration.yaml")
Run = Callable[..., Any]
PAYLOAD = {"item": "MZ-004", "applicant": {"name": "张小三"}, "offline": True}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command and returns its JSON."""

    def run(*arguments: object) -> Any:
        assert main([*map(str, arguments), "--json"]) == 0, capsys.readouterr()
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "terminal"))
    return tmp_path / "terminal"


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    file = tmp_path / "payload.json"
    file.write_text(json.dumps(PAYLOAD))
    return file


def test_a_laboratory_terminal(server: Server, home: Path, payload: Path, run: Run) -> None:
    lab = run(
        "provision", "lab", "--platform", server.url, "--recipient", server.ready["recipient"],
        "--id", "LAB-E2E", "--ca", server.ready["ca_file"],
    )  # fmt: skip
    run("fleet", "trust", "--home", server.home, "--id", "LAB-E2E", "--key", lab["public_key_file"])
    put = run("queue", "put", "--type", "MZ-004", "--payload", payload, "--attach", payload)
    assert run("queue", "submit", "--once")["acknowledged"] == 1
    (entry,) = run("queue", "list")["transactions"]
    (case,) = (
        case
        for case in run("fleet", "cases", "--home", server.home)["cases"]
        if case["transaction"] == put["id"]
    )
    assert (entry["state"], entry["case_number"]) == ("acknowledged", case["number"])
    assert (case["reference"], case["attachments"], case["needs_staff"]) == (put["reference"], 1, "")
    assert home.exists()


def test_an_enrolled_terminal_and_its_agent(
    server: Server, home: Path, payload: Path, tmp_path: Path, run: Run
) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text(yaml.safe_dump({"platform": {"recipients": [server.ready["recipient"]]}}))
    run(
        "config", "publish", "--repository", server.home / "releases", "--keys", server.home / "release-keys",
        "--settings", settings, "--catalogue", CATALOGUE,
    )  # fmt: skip
    document = run("fleet", "invite", "--home", server.home, "--id", "GZ-E2E", "--group", "street")
    assert Document.parse(json.dumps(document)).group == "street"
    enrolled = run("provision", "enrol", "--document", json.dumps(document))
    assert enrolled["release"]
    put = run("queue", "put", "--type", "MZ-004", "--payload", payload)
    agent = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "agent", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        while run("queue", "list")["transactions"][0]["state"] != "acknowledged":  # bounded by the time limit
            assert agent.poll() is None
        with server.admin() as admin:
            while "GZ-E2E 未现场验收 Not commissioned street" not in _text(admin.get(f"{server.url}/").text):
                assert agent.poll() is None  # until it was heard: nobody measured its place
    finally:
        agent.terminate()
        out, _ = agent.communicate(timeout=30)
    assert json.loads(out) == {"acknowledged": 1, "parked": 0}
    assert server.case(put["id"])["reference"] == put["reference"]
    assert home.exists()


def _text(page: str) -> str:
    from tests.fleet.test_console import words  # noqa: PLC0415  # only here

    return words(page)


def test_a_queue_put_back_to_an_earlier_day_is_noticed(
    server: Server, home: Path, payload: Path, run: Run
) -> None:
    lab = run(
        "provision", "lab", "--platform", server.url, "--recipient", server.ready["recipient"],
        "--id", "LAB-BACK", "--ca", server.ready["ca_file"],
    )  # fmt: skip
    run("fleet", "trust", "--home", server.home, "--id", "LAB-BACK", "--key", lab["public_key_file"])

    def put() -> None:
        run("queue", "put", "--type", "MZ-004", "--payload", payload)

    put()
    shutil.copytree(home / "queue", home / "before")
    for _ in range(2):
        with Duties(home) as duties:
            duties.heartbeat()
            put()
            duties.heartbeat()
            assert (home / "queue" / "clock.json").exists()
            assert "Journal" not in row(server, "LAB-BACK")
    head = run("queue", "report")["journal"]
    assert head["position"] == 3
    shutil.rmtree(home / "queue")
    (home / "before").rename(home / "queue")
    assert run("queue", "verify")["ok"]
    with Duties(home) as duties:
        duties.heartbeat()
    assert "Journal cut or put back" in row(server, "LAB-BACK")
    for _ in range(3):
        put()
    with Duties(home) as duties:
        for _ in range(2):
            duties.heartbeat()
    assert "Journal edited" in row(server, "LAB-BACK")

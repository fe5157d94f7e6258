"""The developer's page, as a process, over two running simulators."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
import requests

from devices.simulators.process import Simulated, simulated
from kiosk.cli import main
from kiosk.demo.panel import allowed
from provisioning.identity import Identity, new_key

LIMIT = 20.0


@pytest.fixture
def simulators(tmp_path: Path) -> Iterator[tuple[Simulated, Simulated]]:
    (tmp_path / "sockets").mkdir()
    printer, reader = (str(tmp_path / "sockets" / name) for name in ("printer", "reader"))
    with (
        simulated("escpos-printer", "--control", printer) as one,
        simulated("sdt-reader", "--link", str(tmp_path / "tty"), "--control", reader) as other,
    ):
        yield one, other


@pytest.fixture
def page(simulators: tuple[Simulated, Simulated], tmp_path: Path) -> Iterator[str]:
    assert simulators
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "kiosk",
        "simulate",
        "panel",
        str(tmp_path / "sockets"),
        "--port",
        str(port),
    ]
    environment = {"KIOSK_HOME": str(tmp_path / "nobody"), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(command, env=environment) as process:
        until = time.monotonic() + LIMIT
        while not listens(port):
            assert time.monotonic() < until
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


def listens(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def tell(page: str, name: str, **form: str) -> requests.Response:
    shown = requests.get(page, timeout=LIMIT).text
    token = re.findall(r'name="token" value="([^"]+)"', shown)[0]
    path = re.findall(rf'name="path" value="([^"]+/{name})"', shown)[0]
    return requests.post(page + "tell", data={"token": token, "path": path, **form}, timeout=LIMIT)


def test_it_shows_every_simulator_and_drives_them(page: str, simulators: tuple[Simulated, Simulated]) -> None:
    shown = requests.get(page, timeout=LIMIT).text
    assert re.findall("<h2>(.*?)</h2>", shown) == ["printer", "reader"]
    assert "&quot;receipts&quot;: 0" in shown
    assert tell(page, "printer", words="fault kind=paper_out after=2").ok
    assert "&quot;ok&quot;: true" in tell(page, "reader", words="lay card=resident").text
    assert "there is no" not in tell(page, "printer", do="mend").text
    assert "<b>" not in tell(page, "printer", words="fault kind=<b>").text
    assert simulators[0].tell("look")["ok"]


def test_strangers_are_refused(page: str) -> None:
    assert (
        requests.post(page + "tell", data={"path": "/nowhere", "token": "guess"}, timeout=LIMIT).status_code
        == 403
    )
    assert requests.get(page, headers={"Host": "evil.example"}, timeout=LIMIT).status_code == 400


@pytest.mark.parametrize("training", [False, True])
def test_an_enrolled_terminal_refuses_unless_it_is_in_training(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], training: bool
) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    identity = Identity(
        "GZ044", "https://platform.example", (recipient,), training, new_key(), certificate="issued"
    )
    identity.save(tmp_path / "identity")
    assert allowed(tmp_path) is training
    if not training:
        monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
        assert main(["simulate", "panel", str(tmp_path)]) == 1
        assert "SIMULATOR_REFUSED" in capsys.readouterr().err

"""Steering a simulator over its Unix socket."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from devices.simulators.control import ControlError, ControlServer, announce, await_announcement, send


def echo(message: dict[str, Any]) -> dict[str, Any]:
    if message["do"] == "refuse":
        raise ValueError("no such card")
    return {"heard": message}


def test_a_message_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "control"
    with ControlServer(path, echo):
        assert send(path, do="lay", card="resident") == {"heard": {"do": "lay", "card": "resident"}}
        assert send(path, do="lift") == {"heard": {"do": "lift"}}
    assert not path.exists()


def test_a_refusal_reaches_the_client(tmp_path: Path) -> None:
    with ControlServer(tmp_path / "control", echo), pytest.raises(ControlError, match="no such card"):
        send(tmp_path / "control", do="refuse")


def test_a_message_without_do_is_refused(tmp_path: Path) -> None:
    with ControlServer(tmp_path / "control", echo), pytest.raises(ControlError, match="do"):
        send(tmp_path / "control", card="resident")


def test_nobody_there(tmp_path: Path) -> None:
    with pytest.raises(ControlError, match="is it running"):
        send(tmp_path / "control", do="lift")


def test_a_socket_left_behind_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "control"
    path.touch()
    with ControlServer(path, echo):
        assert send(path, do="lift")


def test_the_announcement_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    announce(control="run/x", port=5)
    assert capsys.readouterr().out == '{"control": "run/x", "port": 5}\n'


def run(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def test_the_announcement_of_a_process_is_awaited() -> None:
    with run("from devices.simulators.control import announce; announce(port=7)") as process:
        assert await_announcement(process) == {"port": 7}


def test_a_process_that_ends_at_once_is_reported() -> None:
    with run("pass") as process, pytest.raises(ControlError, match="before it was ready"):
        await_announcement(process)

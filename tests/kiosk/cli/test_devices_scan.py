"""`kiosk devices scan` against the simulated scanner and the simulated camera."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from devices.simulators.process import simulated
from kiosk.cli import main


def test_a_camera_as_scanner(capsys: pytest.CaptureFixture[str]) -> None:
    with simulated("camera", "--scene", "qr:DSK-20260105") as camera:
        assert main(["devices", "scan", "--driver", "camera", "--port", camera.where["url"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "symbology": "qr",
        "payment": False,
        "text": "DSK-20260105",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [("DSK-1", "DSK-1"), ("134567890123456789", "a payment code: what it says is not shown")],
)
def test_a_serial_scanner(tmp_path: Path, text: str, said: str) -> None:
    tty, control = tmp_path / "tty", tmp_path / "c"
    with simulated("scanner", "--link", str(tty), "--control", str(control)) as scanner:
        command = [sys.executable, "-m", "kiosk", "devices", "scan", "--port", str(tty), "--timeout", "30"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            while process.poll() is None:
                scanner.tell("scan", text=text)
                try:
                    process.wait(0.2)
                except subprocess.TimeoutExpired:
                    continue
            assert process.stdout is not None
            assert process.stdout.read().strip() == said
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("driver", "code", "action"),
    [("serial", "NO_SUCH_PORT", "configuration"), ("laser", "UNKNOWN_DRIVER", "configuration")],
)
def test_what_cannot_be_scanned_with(
    capsys: pytest.CaptureFixture[str], driver: str, code: str, action: str
) -> None:
    assert main(["devices", "scan", "--driver", driver, "--port", "/nonexistent", "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["error"], document["action"]) == (code, action)


def test_nothing_is_held_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with simulated("scanner", "--link", str(tmp_path / "tty")) as scanner:
        assert main(["devices", "scan", "--port", scanner.port, "--timeout", "0", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "NO_CODE"

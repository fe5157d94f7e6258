"""`kiosk devices record`, as a technician runs it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from devices.card_reader.sdt_serial import SdtSerialReader
from devices.recording import tape
from devices.simulators.process import simulated
from kiosk.cli import main
from provisioning.identity import Identity, new_key


def test_a_card_reader_is_recorded_until_interrupted(tmp_path: Path) -> None:
    file, link = tmp_path / "tape", tmp_path / "tap"
    with simulated("sdt-reader", "--link", str(tmp_path / "d"), "--control", str(tmp_path / "c")) as it:
        it.tell("lay", card="resident2")
        command = [sys.executable, "-m", "kiosk", "devices", "record", str(file), "--as", "sdt", "--json"]
        command += ["--port", it.port, "--link", str(link)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            assert str(link) in process.stderr.readline()
            with SdtSerialReader(str(link)) as reader:
                assert reader.read_card() is not None
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=20)
    assert (process.returncode, json.loads(out)["file"]) == (0, str(file))
    assert tape.read(file).protocol == "sdt"
    assert "李四".encode("utf-16-le").hex() not in file.read_text("ascii")


def test_a_terminal_that_serves_residents_records_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    identity = Identity("GZ044", "http://127.0.0.1:9", (), False, new_key(), certificate="of a platform")
    identity.save(tmp_path / "identity")
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    file = tmp_path / "tape"
    assert main(["devices", "record", str(file), "--as", "pcsc", "--port", "first", "--json"]) == 1
    assert "RECORDING_REFUSED" in "".join(capsys.readouterr())
    assert not file.exists()


@pytest.mark.parametrize(
    ("port", "code"), [("/nonexistent/tty", "NO_SUCH_PORT"), ("socket://127.0.0.1:9", "DEVICE_GONE")]
)
def test_a_device_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], port: str, code: str
) -> None:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    options = ["--as", "scanner", "--port", port, "--link", str(tmp_path / "tap"), "--json"]
    assert main(["devices", "record", str(tmp_path / "tape"), *options]) == 1
    assert code in "".join(capsys.readouterr())
    assert main(["devices", "record", str(tmp_path / "tape"), *options]) == 1
    assert "NO_FILE" in "".join(capsys.readouterr())  # it is there already


def test_what_is_no_recording_is_not_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tape").write_text('{"protocol": "sdt", "version": 9}\n', "ascii")
    for name in ("tape", "nothing"):
        assert main(["simulate", "replay", str(tmp_path / name)]) == 1
        assert "is no recording" in capsys.readouterr().err

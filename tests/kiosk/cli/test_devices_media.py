"""`kiosk devices print` and `kiosk devices capture`, as people call them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from devices.simulators.process import Simulated, simulated
from kiosk.cli import main
from kiosk.cli.devices_media import SAMPLES


@pytest.fixture(scope="module")
def in_network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    """A simulated printer as a process."""
    with simulated("escpos-printer", "--control", str(tmp_path_factory.mktemp("printer") / "c")) as it:
        yield it


@pytest.fixture
def printer(in_network: Simulated) -> Simulated:
    """The printer as it was when it started."""
    in_network.tell("reset")
    return in_network


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    code = main(["devices", *argv, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_comes_out(printer: Simulated, sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = answer(capsys, "print", "--driver", "escpos-tcp", "--address", printer.port, "--sample", sample)
    assert said == (0, {"printed": True, "sample": sample, "paper": "plenty"})
    assert printer.tell("look")["receipts"] == 1


def test_a_sample_in_english_on_narrow_paper(printer: Simulated, capsys: pytest.CaptureFixture[str]) -> None:
    narrow = ("--language", "en", "--paper-mm", "58")
    assert main(["devices", "print", "--address", printer.port, "--sample", "received", *narrow]) == 0
    assert "Printed received" in capsys.readouterr().out
    text = printer.tell("picture")["text"]
    assert "Receipt of" in text or "Receipt of papers" in text
    assert max(len(line) for line in text) <= 32


def test_on_a_serial_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with simulated("escpos-printer", "--link", str(tmp_path / "tty")) as it:
        code, _ = answer(
            capsys, "print", "--driver", "escpos-serial", "--address", it.port, "--baud", "19200"
        )
        assert code == 0


def test_a_failure_says_what_to_do(printer: Simulated, capsys: pytest.CaptureFixture[str]) -> None:
    printer.tell("fault", kind="paper_out", after=4)
    code, said = answer(capsys, "print", "--address", printer.port)
    assert (code, said["error"], said["action"]) == (1, "PRINT_INCOMPLETE", "clear_media")
    assert "roll" in said["message"]
    code, said = answer(capsys, "print", "--address", printer.port)
    assert (code, said["error"], said["action"]) == (1, "PAPER_OUT", "clear_media")
    assert main(["devices", "print", "--address", printer.port]) == 1
    assert "PAPER_OUT: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("driver", "address", "error", "action"),
    [
        ("crystal-ball", "x", "UNKNOWN_DRIVER", "configuration"),
        ("escpos-tcp", "no address", "NO_SUCH_ADDRESS", "configuration"),
        ("escpos-serial", "/dev/nowhere", "NO_SUCH_PORT", "configuration"),
        ("escpos-tcp", "127.0.0.1:9", "DEVICE_GONE", "call_staff"),
    ],
)
def test_what_cannot_be_reached(
    driver: str, address: str, error: str, action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = answer(capsys, "print", "--driver", driver, "--address", address)
    assert (code, said["error"], said["action"]) == (1, error, action)
    assert len(said["message"]) > 20


@pytest.mark.parametrize("wrong", [["--sample", "poem"], ["--paper-mm", "112"], ["--language", "la"]])
def test_wrong_use(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["devices", "print", "--address", "x", *wrong])
    assert "invalid choice" in capsys.readouterr().err


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """A picture with something to see in it."""
    picture = Image.effect_noise((1280, 960), 80)
    picture.convert("RGB").save(tmp_path / "scene.png")
    return tmp_path / "scene.png"


def test_a_picture_is_taken(scene: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jpg"
    code, said = answer(capsys, "capture", "--source", str(scene), "--out", str(out))
    assert (code, said["file"], said["bytes"]) == (0, str(out), out.stat().st_size)
    with Image.open(out) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (said["width"], said["height"])
    assert main(["devices", "capture", "--source", str(scene), "--out", str(out)]) == 0
    assert f"Wrote {out}" in capsys.readouterr().out


def test_a_picture_that_cannot_be_written(
    scene: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "nowhere" / "out.jpg")
    code, said = answer(capsys, "capture", "--source", str(scene), "--out", out)
    assert (code, said["error"], said["action"]) == (1, "NOT_WRITTEN", "configuration")
    assert out in said["message"]


def test_a_camera_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "missing.png")
    code, said = answer(capsys, "capture", "--source", missing, "--out", str(tmp_path / "out.jpg"))
    assert code == 1
    assert said["error"].isupper()
    assert said["action"] in {"configuration", "call_staff"}
    assert not (tmp_path / "out.jpg").exists()

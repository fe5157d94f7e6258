"""`kiosk doctor`: what works, what does not, the remedy for each."""

import json
from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.cli import main

RECIPIENT = str(x25519.Identity.generate().to_public())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def _checks(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    document = json.loads(capsys.readouterr().out)
    return {check["check"]: check for check in document["checks"]}


def test_a_blank_machine_is_told_to_enrol(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 1
    checks = _checks(capsys)
    assert "kiosk provision enrol" in str(checks["identity"]["message_en"])
    assert "kiosk provision enrol" in str(checks["identity"]["message_zh"])
    assert checks["queue"]["ok"] is True
    assert checks["device"]["ok"] is False


def test_a_laboratory_without_its_platform(capsys: pytest.CaptureFixture[str]) -> None:
    main(["provision", "lab", "--platform", "http://127.0.0.1:9", "--recipient", RECIPIENT])
    capsys.readouterr()
    assert main(["doctor", "--json"]) == 1
    checks = _checks(capsys)
    assert checks["identity"]["found"] == "laboratory"
    assert checks["catalogue"]["ok"] is True
    assert checks["platform"]["found"] == "silent"


def test_people_get_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    text = capsys.readouterr().out
    assert "✗ 终端身份" in text
    assert "Identity: " in text
    assert "findings." in text
    assert "个问题" in text

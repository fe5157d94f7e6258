"""`kiosk config`: the operator's side and the terminal's side."""

import io
import json
from pathlib import Path

import pytest

from config.catalogue.load import load_json
from config.releases import Releases
from kiosk.cli import main
from provisioning.staff_pin import fits
from tests.config.conftest import Follower, Operator, operator, served, terminal  # noqa: F401  # fixtures

CATALOGUE = Path(__file__).parents[2] / "config" / "catalogue" / "demonstration.yaml"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state directory; its releases are those of the fixture `terminal`."""
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "terminal"))
    return tmp_path / "terminal"


def _answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    return document


def test_validate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("site: {code: A}")
    bad.write_text("site: {region: 44}\nscren: {}")
    assert main(["config", "validate", str(good), "--json"]) == 0
    assert _answer(capsys)["valid"] is True
    assert main(["config", "validate", str(bad), "--json"]) == 1
    answer = _answer(capsys)
    findings = answer["findings"]
    assert isinstance(findings, list)
    assert {finding["field"] for finding in findings} == {"site.region", "scren"}
    assert all(
        finding["file"] == str(bad) and finding["reason"] and finding["remedy"] for finding in findings
    )
    assert main(["config", "validate", str(bad)]) == 1
    assert "site.region" in capsys.readouterr().err


def test_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("site: {code: A}")
    two.write_text("timers: {form: 100}")
    assert main(["config", "diff", str(one), str(two)]) == 0
    assert capsys.readouterr().out == 'site.code: "A" → "GZ000"\ntimers.form: 120.0 → 100.0\n'
    assert main(["config", "diff", str(one), str(one), "--json"]) == 0
    assert _answer(capsys) == {"differences": []}
    two.write_text("timers: {form: 1}")
    assert main(["config", "diff", str(one), str(two), "--json"]) == 1
    assert _answer(capsys)["error"] == "INVALID"


def test_publishing_makes_a_repository_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in {
        "base": "site: {code: A}",
        "south": "timers: {form: 100}",
        "t1": "site: {code: T}",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    where = ["--repository", str(tmp_path / "r"), "--keys", str(tmp_path / "k")]
    first = ["--settings", str(tmp_path / "base.yaml"), "--catalogue", str(CATALOGUE)]
    assert main(["config", "publish", *where, *first]) == 0
    assert "root.pem" in capsys.readouterr().out
    more = ["--group", f"south={tmp_path / 'south.yaml'}", "--terminal", f"T1={tmp_path / 't1.yaml'}"]
    assert main(["config", "publish", *where, *more, "--json"]) == 0
    answer = _answer(capsys)
    assert (answer["version"], answer["created"]) == (3, False)
    assert answer["targets"] == [
        "catalogue.json",
        "settings/base.json",
        "settings/group/south.json",
        "settings/terminal/T1.json",
    ]
    (published,) = (tmp_path / "r" / "targets").glob("*.catalogue.json")
    assert all(item.search for item in load_json(published.read_bytes()).items)
    assert main(["config", "status", *where[:2], "--json"]) == 0
    versions = _answer(capsys)["versions"]
    assert isinstance(versions, list)
    assert [version["number"] for version in versions] == [1, 2, 3]
    assert main(["config", "rollback", *where, "--to", "2", "--json"]) == 0
    assert _answer(capsys) == {"version": 4, "content_of": 2}
    assert main(["config", "status", *where[:2]]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("4  ")


def test_what_cannot_be_published_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--repository", str(tmp_path / "r"), "--keys", str(tmp_path / "k"), "--json"]
    (tmp_path / "bad.yaml").write_text("items: []")
    assert main(["config", "publish", *where, "--settings", str(tmp_path / "bad.yaml")]) == 1
    assert _answer(capsys)["error"] == "INVALID"
    assert main(["config", "publish", *where, "--catalogue", str(tmp_path / "bad.yaml")]) == 1
    answer = _answer(capsys)
    assert answer["error"] == "INVALID_CATALOGUE"
    assert answer["findings"]
    assert main(["config", "publish", *where, "--calendar", str(tmp_path / "bad.yaml")]) == 1
    assert _answer(capsys)["error"] == "INVALID_CALENDAR"
    assert not (tmp_path / "r").exists()
    (tmp_path / "k").mkdir()
    (tmp_path / "k" / "root.pem").write_text("another's")
    assert main(["config", "publish", *where]) == 1
    assert _answer(capsys)["error"] == "EXISTS"


@pytest.mark.parametrize("named", ["south", "=file", "south=", "a/b=file"])
def test_a_group_needs_name_and_file(tmp_path: Path, named: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["config", "publish", "--repository", str(tmp_path), "--keys", str(tmp_path), "--group", named])
    assert stopped.value.code == 2


def test_a_repository_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--repository", str(tmp_path / "r")]
    assert main(["config", "status", *where, "--json"]) == 1
    assert _answer(capsys)["error"] == "NO_REPOSITORY"
    assert main(["config", "rollback", *where, "--json"]) == 1
    assert _answer(capsys)["error"] == "NO_KEY"
    assert main(["config", "rollback", *where, "--keys", str(tmp_path), "--to", "2", "--json"]) == 1
    assert _answer(capsys)["error"] == "NO_REPOSITORY"


def test_status_and_rollback_of_a_terminal(
    operator: Operator,  # noqa: F811
    terminal: Follower,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["config", "status"]) == 0
    assert "never 从未" in capsys.readouterr().out
    for code in "AB":
        operator.publish(code)
        terminal.follow()
        terminal.releases.started()
    terminal.releases.confirm()
    terminal.url = "http://127.0.0.1:1"
    terminal.follow()
    assert main(["config", "status", "--json"]) == 0
    answer = _answer(capsys)
    active, good, alarm = answer["active"], answer["good"], answer["alarm"]
    assert isinstance(active, dict)
    assert isinstance(good, dict)
    assert isinstance(alarm, dict)
    assert (active["number"], good["number"], answer["on_probation"]) == (3, 2, False)
    assert active["since"]
    assert answer["checked_at"]
    assert alarm["code"] == "UNREACHABLE"
    assert main(["config", "status"]) == 0
    assert "alarm 告警: UNREACHABLE" in capsys.readouterr().out
    assert main(["config", "rollback"]) == 0
    assert "Release 2" in capsys.readouterr().out
    assert main(["config", "rollback", "--json"]) == 1
    assert _answer(capsys)["error"] == "NOTHING_GOOD"
    assert Releases(terminal.releases.directory).active()


def test_a_service_pin_is_hashed_for_the_settings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("24681012\n"))
    assert main(["config", "staff-pin"]) == 0
    assert fits("24681012", capsys.readouterr().out.strip())
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n"))
    assert main(["config", "staff-pin"]) == 1
    assert "8 to 12 digits" in capsys.readouterr().err

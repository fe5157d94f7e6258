"""`kiosk catalogue`: what operators script against."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main

SHIPPED = Path(str(resources.files("config.catalogue") / "demonstration.yaml"))
Out = pytest.CaptureFixture[str]


def document(out: Out) -> dict[str, Any]:
    answer = json.loads(out.readouterr().out)
    assert isinstance(answer, dict)
    return answer


def broken(tmp_path: Path) -> Path:
    file = tmp_path / "bad.yaml"
    file.write_text(SHIPPED.read_text("utf-8").replace("  kind: vote", "  kind: dance", 1), "utf-8")
    return file


def test_a_good_catalogue_is_valid(capsys: Out) -> None:
    assert main(["catalogue", "validate", str(SHIPPED), "--json"]) == 0
    assert document(capsys) == {"file": str(SHIPPED), "valid": True, "items": 123, "findings": []}
    assert main(["catalogue", "validate", str(SHIPPED)]) == 0
    assert "123" in capsys.readouterr().out


def test_a_bad_catalogue_is_refused_with_findings(tmp_path: Path, capsys: Out) -> None:
    file = broken(tmp_path)
    assert main(["catalogue", "validate", str(file), "--json"]) == 1
    answer = document(capsys)
    assert answer["error"] == "INVALID_CATALOGUE"
    (finding,) = answer["findings"]
    assert (finding["file"], finding["item"], finding["field"]) == ("bad.yaml", "CP-003", "kind")
    assert "vote" in finding["reason"]
    assert main(["catalogue", "validate", str(file)]) == 1
    assert "bad.yaml: items[CP-003].kind" in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Out) -> None:
    assert main(["catalogue", "validate", str(tmp_path / "none.yaml"), "--json"]) == 1
    assert "path" in document(capsys)["findings"][0]["reason"]


def test_list(capsys: Out) -> None:
    assert main(["catalogue", "list", "--json"]) == 0
    items = document(capsys)["items"]
    assert len(items) == 123
    assert items[0]["code"] == "MZ-001"
    assert main(["catalogue", "list", "--department", "SF", "--file", str(SHIPPED)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6


def test_list_of_an_unknown_department(capsys: Out) -> None:
    assert main(["catalogue", "list", "--department", "XX", "--json"]) == 1
    assert document(capsys)["error"] == "UNKNOWN_DEPARTMENT"


def test_show(capsys: Out) -> None:
    assert main(["catalogue", "show", "mz-001", "--json"]) == 0
    assert document(capsys)["name_zh"] == "最低生活保障对象认定"
    assert main(["catalogue", "show", "MZ-001"]) == 0
    assert "short_en: Living allowance" in capsys.readouterr().out
    assert main(["catalogue", "show", "MZ-999"]) == 1
    assert "kiosk catalogue list" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["list"], ["show", "MZ-001"]])
def test_list_and_show_refuse_a_bad_catalogue(command: list[str], tmp_path: Path, capsys: Out) -> None:
    assert main(["catalogue", *command, "--file", str(broken(tmp_path)), "--json"]) == 1
    assert document(capsys)["error"] == "INVALID_CATALOGUE"


def test_export(tmp_path: Path, capsys: Out) -> None:
    assert main(["catalogue", "export", str(SHIPPED)]) == 0
    assert document(capsys)["items"][0]["search"]
    assert main(["catalogue", "export", str(broken(tmp_path))]) == 1
    assert "CP-003" in capsys.readouterr().err

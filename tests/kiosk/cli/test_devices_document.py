"""`kiosk devices print-document`: a PDF printed and proved, or why not."""

import json
from pathlib import Path

import pytest

from devices.simulators.process import simulated
from kiosk.cli import main
from tests.conformance.test_document_printers import pdf


def test_a_document_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())
    with simulated("ipp-printer", "--control", str(tmp_path / "c")) as printer:
        address = str(printer.where["uri"])
        assert (
            main(["devices", "print-document", "--address", address, str(tmp_path / "a.pdf"), "--json"]) == 0
        )
        assert printer.tell("look")["papers"] == 1
    assert json.loads(capsys.readouterr().out) == {"printed": True}


@pytest.mark.parametrize(("file", "code"), [("a.pdf", "DEVICE_GONE"), ("none.pdf", "NOT_READ")])
def test_what_is_not_printed_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, code: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())
    words = ["devices", "print-document", "--address", "ipp://127.0.0.1:9/a4", str(tmp_path / file), "--json"]
    assert main(words) == 1
    assert json.loads(capsys.readouterr().out)["error"] == code

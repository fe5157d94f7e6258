"""What is kept of what everybody may read."""

from pathlib import Path

import pytest

from kiosk.platform.sheets import PublicSheets

SHEET = {"as_of": "2026-11-25T10:00:00+08:00", "groups": []}


def test_it_is_found_again_and_says_that_it_was_kept(tmp_path: Path) -> None:
    PublicSheets(tmp_path / "new").keep("CP-006", SHEET)
    found = PublicSheets(tmp_path / "new").find("CP-006")
    assert found is not None
    assert found.cached
    assert PublicSheets(tmp_path / "new").find("CP-008") is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff"])
def test_what_is_damaged_is_as_if_it_were_not_there(tmp_path: Path, damage: bytes) -> None:
    sheets = PublicSheets(tmp_path)
    sheets.keep("CP-006", SHEET)
    (tmp_path / "CP-006.json").write_bytes(damage)
    assert sheets.find("CP-006") is None


def test_a_name_that_is_no_item_leads_nowhere(tmp_path: Path) -> None:
    PublicSheets(tmp_path / "sheets").keep("../CP-006", SHEET)
    assert not list(tmp_path.rglob("*.json"))


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("no directory")
    PublicSheets(tmp_path / "file" / "sheets").keep("CP-006", SHEET)
    assert "free the disk" in caplog.text

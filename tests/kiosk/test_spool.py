"""Events on their way to the agent: a file each, gone once sent, never in the way."""

from pathlib import Path

import pytest

from kiosk import spool
from kiosk.spool import Spool


def test_what_is_put_waits_in_order_until_it_is_sent(tmp_path: Path) -> None:
    one = Spool(tmp_path / "s")
    assert one.waiting(10) == []
    one.put({"kind": "guide_shown"}, {"kind": "captured"})
    one.put({"kind": "session"})
    waiting = Spool(tmp_path / "s").waiting(10)
    assert [[event["kind"] for event in each.events] for each in waiting] == [
        ["guide_shown", "captured"],
        ["session"],
    ]
    assert len({event["id"] for each in waiting for event in each.events}) == 3
    assert len(one.waiting(2)) == 1, "files are sent whole"
    one.sent(waiting)
    assert one.waiting(10) == []


def test_a_terminal_that_is_offline_for_long_forgets_the_oldest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "MOST", 3)
    one = Spool(tmp_path)
    for number in range(5):
        one.put({"kind": str(number)})
    assert [each.events[0]["kind"] for each in one.waiting(10)] == ["2", "3", "4"]


def test_what_cannot_be_read_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "0-damaged.json").write_bytes(b"\xff{")
    one = Spool(tmp_path)
    one.put({"kind": "session"})
    assert [each.events[0]["kind"] for each in one.waiting(10)] == ["session"]
    assert not (tmp_path / "0-damaged.json").exists()


def test_a_disk_that_takes_nothing_only_loses_figures(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    Spool(tmp_path / "file" / "below").put({"kind": "session"})
    assert "free the disk" in caplog.text
    assert Spool(tmp_path / "file" / "below").waiting(10) == []

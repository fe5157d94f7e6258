"""Whether a touch panel is there, by its node."""

import os
from pathlib import Path

import pytest

from devices.errors import ConfigurationError, StaffError
from devices.touch_panel import TouchPanel


def test_a_panel_that_was_never_there_is_a_matter_of_settings(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="NO_SUCH_PORT"):
        TouchPanel(str(tmp_path / "event*")).open()


def test_a_panel_that_was_there_is_gone(tmp_path: Path) -> None:
    node = tmp_path / "event4"
    os.mkfifo(node)
    panel = TouchPanel(str(tmp_path / "event*"))
    with panel:
        panel.look()
        node.unlink()
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            panel.look()
        os.mkfifo(tmp_path / "event5")  # it comes back as another
        panel.look()


def test_a_node_that_leads_nowhere_is_no_panel(tmp_path: Path) -> None:
    (tmp_path / "event4").symlink_to(tmp_path / "input4")
    with pytest.raises(ConfigurationError, match="NO_SUCH_PORT"):
        TouchPanel(str(tmp_path / "event4")).open()


def test_a_node_that_only_the_display_server_may_read_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = tmp_path / "event4"
    node.touch()

    def refused(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr("devices.touch_panel.os.open", refused)
    TouchPanel(str(node)).open()

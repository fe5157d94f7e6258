"""A terminal as the rest of the house sees it: whose settings count, and where its catalogue comes from."""

import json
from pathlib import Path

import pytest

from config.catalogue.load import demonstration
from config.catalogue.publish import to_json
from config.layers import InvalidSettingsError
from config.repository import Repository
from provisioning import lab
from provisioning.enrolment import enrol
from provisioning.identity import NotEnrolledError
from provisioning.terminal import NoCatalogueError, Terminal
from tests.provisioning.conftest import Platform

RECIPIENT = "age14d2sdlqsfkef6y0jrk8and8qkrla8lnzmhlfu6ld05fpdsvlju7sr3ml2z"


@pytest.fixture
def laboratory(tmp_path: Path) -> Path:
    lab.make(tmp_path / "identity", "http://127.0.0.1:9/", (RECIPIENT,))
    return tmp_path


def _publish(
    platform: Platform, tmp_path: Path, settings: dict[str, object], catalogue: bytes | None = None
) -> None:
    repository = Repository(platform.directory / "releases", tmp_path / "keys")
    repository.publish({"settings/base.json": settings}, catalogue)


def test_a_laboratory_has_the_defaults(laboratory: Path) -> None:
    terminal = Terminal.load(laboratory)
    assert terminal.settings.training
    assert terminal.platform_url == "http://127.0.0.1:9"
    assert terminal.recipients == (RECIPIENT,)
    assert terminal.release is None
    assert len(terminal.catalogue().items) > 90
    assert terminal.catalogue() is terminal.catalogue()
    with terminal.identity.session() as session:
        assert not terminal.follow(session)


def test_a_laboratory_has_its_own_settings_but_stays_one(laboratory: Path) -> None:
    own = {
        "training": False,
        "site": {"code": "LAB"},
        "platform": {"url": "http://elsewhere", "recipients": []},
    }
    (laboratory / "settings.json").write_text(json.dumps(own))
    terminal = Terminal.load(laboratory)
    assert terminal.settings.site.code == "LAB"
    assert terminal.settings.training
    assert terminal.platform_url == "http://127.0.0.1:9"


def test_wrong_local_settings_are_told(laboratory: Path) -> None:
    (laboratory / "settings.json").write_text('{"timers": {"form": 1}}')
    with pytest.raises(InvalidSettingsError, match=r"timers\.form"):
        Terminal.load(laboratory)


def test_a_blank_machine_is_no_terminal(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolledError):
        Terminal.load(tmp_path)


def test_an_enrolled_terminal_obeys_its_release_only(platform: Platform, tmp_path: Path) -> None:
    home = tmp_path / "home"
    moved = {"url": "https://tx.example/", "recipients": [RECIPIENT]}
    _publish(
        platform, tmp_path, {"site": {"code": "R"}, "platform": moved}, to_json(demonstration()).encode()
    )
    enrol(home, platform.document())
    (home / "settings.json").write_text('{"site": {"code": "LOCAL"}, "training": true}')
    terminal = Terminal.load(home)
    assert terminal.settings.site.code == "R"
    assert not terminal.settings.training
    assert terminal.platform_url == "https://tx.example"
    assert terminal.recipients == (RECIPIENT,)
    assert terminal.identity.platform_url == platform.url
    assert len(terminal.catalogue().items) > 90


@pytest.mark.parametrize("training", [True, False])
def test_only_training_may_show_the_demonstration_catalogue(
    platform: Platform, tmp_path: Path, *, training: bool
) -> None:
    _publish(platform, tmp_path, {"training": training})
    enrol(tmp_path / "home", platform.document())
    terminal = Terminal.load(tmp_path / "home")
    if training:
        assert terminal.catalogue().items
    else:
        with pytest.raises(NoCatalogueError, match="kiosk config status"):
            terminal.catalogue()

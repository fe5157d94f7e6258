"""Which release the touchscreen works with, against a platform's real signed releases."""

from pathlib import Path

import pyrage
import pytest

from config.catalogue.findings import CatalogueError
from config.layers import InvalidSettingsError
from config.releases import PROBATION_SECONDS
from kiosk.runtime import release
from kiosk.runtime.release import Probation
from provisioning import lab
from provisioning.identity import NotEnrolledError
from provisioning.terminal import NoCatalogueError, Terminal
from tests.kiosk.site import Site


def code(terminal: Terminal) -> str:
    return terminal.settings.site.code


def make_lab(home: Path) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    lab.make(home / "identity", "http://127.0.0.1:9", (recipient,))


def test_a_machine_without_identity_is_out_of_service(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolledError):
        release.start(tmp_path)


def test_an_enrolled_terminal_waits_for_its_catalogue(site: Site) -> None:
    with pytest.raises(NoCatalogueError):
        release.start(site.home)
    site.publish("A")
    assert code(release.look(site.home)) == "A"


def test_a_laboratory_serves_at_once_and_keeps_no_releases(tmp_path: Path) -> None:
    make_lab(tmp_path)
    terminal = release.start(tmp_path)
    assert terminal.settings.training
    assert release.look(tmp_path, terminal) is terminal
    assert not (tmp_path / "releases").exists()


def test_a_laboratory_s_wrong_settings_are_told(tmp_path: Path) -> None:
    make_lab(tmp_path)
    (tmp_path / "settings.json").write_text('{"screen": {"width": "wide"}}')
    with pytest.raises(InvalidSettingsError):
        release.start(tmp_path)


def test_what_has_not_changed_is_the_same_terminal(site: Site) -> None:
    site.publish("A")
    terminal = release.start(site.home)
    assert release.look(site.home, terminal) is terminal
    site.publish("B")
    after = release.look(site.home, terminal)
    assert (code(terminal), code(after)) == ("A", "B")


def test_a_waiting_release_is_taken_at_the_start(site: Site) -> None:
    site.publish("A")
    assert code(release.start(site.home)) == "A"
    assert site.releases.status().on_probation


def test_a_release_that_keeps_crashing_is_left(site: Site) -> None:
    site.publish("A")
    release.start(site.home)
    site.releases.confirm()
    site.publish("B")
    assert [code(release.start(site.home)) for _ in range(3)] == ["B", "B", "A"]


def test_looking_does_not_count_as_a_start(site: Site) -> None:
    site.publish("A")
    release.start(site.home)
    site.releases.confirm()
    site.publish("B")
    terminal = release.start(site.home)
    for _ in range(5):
        terminal = release.look(site.home, terminal)
    assert code(release.start(site.home)) == "B"


def test_a_catalogue_this_version_cannot_use_is_left_at_once(site: Site) -> None:
    site.publish("A")
    release.start(site.home)
    site.releases.confirm()
    site.bring_unfit()
    assert code(release.look(site.home)) == "A"
    assert site.releases.staged() is None


def test_without_another_release_the_unfit_one_is_the_reason(site: Site) -> None:
    site.bring_unfit()
    with pytest.raises(CatalogueError):
        release.start(site.home)


def test_a_full_disk_leaves_the_release_in_use(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.publish("A")
    release.start(site.home)
    site.publish("B")
    (site.releases.directory / "lock").unlink()
    (site.releases.directory / "lock").mkdir()  # an OSError, which root gets, too
    assert code(release.look(site.home)) == "A"
    assert "the release cannot be changed" in caplog.text


class Clock:
    """Seconds that only the test moves."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> float:
        return self.seconds


def test_a_release_is_good_once_it_has_worked_for_its_probation(site: Site) -> None:
    clock = Clock()
    site.publish("A")
    release.start(site.home)
    probation = Probation(site.home, clock.now)
    clock.seconds += PROBATION_SECONDS - 0.1
    probation.look()
    assert site.releases.status().on_probation
    clock.seconds += 0.1
    probation.look()
    assert not site.releases.status().on_probation
    site.publish("B")
    release.look(site.home)
    probation.begin()
    probation.look()
    assert site.releases.status().on_probation
    clock.seconds += PROBATION_SECONDS
    probation.look()
    assert not site.releases.status().on_probation


def test_a_release_that_cannot_be_called_good_is_tried_again(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    site.publish("A")
    release.start(site.home)
    probation = Probation(site.home, clock.now)
    lock = site.releases.directory / "lock"
    lock.unlink()
    lock.mkdir()
    clock.seconds += PROBATION_SECONDS
    probation.look()
    assert "cannot be called good" in caplog.text
    lock.rmdir()
    probation.look()
    assert site.releases.status().on_probation
    clock.seconds += PROBATION_SECONDS
    probation.look()
    assert not site.releases.status().on_probation


def test_a_laboratory_has_no_probation(tmp_path: Path) -> None:
    clock = Clock()
    make_lab(tmp_path)
    probation = Probation(tmp_path, clock.now)
    clock.seconds += PROBATION_SECONDS
    probation.look()
    assert not (tmp_path / "releases").exists()

"""A terminal follows signed releases, and nothing that goes wrong takes away the one it has (F17, F22, F23)."""

import json
import shutil
import socket
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from config.catalogue.load import demonstration
from config.catalogue.publish import to_json
from config.repository import Repository
from tests.config.conftest import Follower, Operator

YEAR = json.dumps(
    {"year": 2027, "holidays": [f"2027-02-{day:02d}" for day in range(1, 9)], "make_up_workdays": []}
).encode()
"""No notice of 2027, which nobody has published: a year that can be told from others."""


@pytest.fixture
def on_a(operator: Operator, terminal: Follower) -> Follower:
    """A terminal that has release A, good for long."""
    operator.publish("A")
    terminal.follow()
    terminal.releases.started()
    terminal.releases.confirm()
    return terminal


def test_a_release_waits_until_it_is_activated(operator: Operator, terminal: Follower) -> None:
    operator.publish("A")
    assert terminal.follow()
    assert terminal.releases.active() is None
    waiting = terminal.releases.staged()
    assert waiting
    assert waiting.settings.site.code == "A"
    release = terminal.releases.activate_staged()
    assert release
    assert (release.number, release.settings.site.code, release.catalogue_path) == (2, "A", None)
    assert release.activated_at
    assert terminal.releases.staged() is None
    assert terminal.releases.activate_staged() is None


def test_the_same_content_is_no_new_release(operator: Operator, on_a: Follower) -> None:
    assert not on_a.follow()
    operator.publish("A", {"settings/terminal/OTHER.json": {"site": {"code": "Z"}}})
    assert not on_a.follow()
    assert on_a.alarm == ""
    status = on_a.releases.status()
    assert status.staged is None
    assert status.active
    assert status.active.number == 2


def test_a_waiting_release_is_told_once(operator: Operator, on_a: Follower) -> None:
    operator.publish("B")
    assert on_a.follow()
    assert not on_a.follow()
    assert on_a.releases.staged()


def test_a_release_taken_back_before_activation_is_forgotten(operator: Operator, on_a: Follower) -> None:
    operator.publish("B")
    on_a.follow()
    operator.publish("A")
    assert not on_a.follow()
    assert on_a.releases.activate_staged() is None
    assert on_a.code == "A"


def test_layers_win_in_order(operator: Operator, terminal: Follower) -> None:
    operator.publish(
        "A",
        {
            "settings/group/south.json": {"site": {"name_zh": "南", "code": "S"}, "timers": {"form": 100}},
            "settings/terminal/GZ-T1.json": {"site": {"code": "T1"}},
            "settings/terminal/GZ-T2.json": {"site": {"code": "T2"}},
        },
    )
    terminal.follow("south")
    release = terminal.releases.started()
    assert release
    assert release.settings.site.code == "T1"
    assert release.settings.site.name_zh == "南"
    assert release.settings.timers.form == 100


def test_a_catalogue_comes_along(operator: Operator, on_a: Follower) -> None:
    published = to_json(demonstration()).encode()
    operator.publish("B", catalogue=published)
    on_a.follow()
    release = on_a.releases.activate_staged()
    assert release
    assert release.catalogue_path
    assert release.catalogue_path.read_bytes() == published


def test_years_of_working_days_come_along(operator: Operator, on_a: Follower) -> None:
    operator.publish("B", calendars=[YEAR])
    on_a.follow()
    release = on_a.releases.activate_staged()
    assert release
    assert release.calendars == (YEAR,)
    operator.publish("C")
    on_a.follow()
    kept = on_a.releases.activate_staged()
    assert kept
    assert kept.calendars == (YEAR,), "what is not published anew stays"


def test_fields_of_the_future_do_not_disturb(operator: Operator, terminal: Follower) -> None:
    _publish_unchecked(
        operator, {"settings/base.json": b'{"site": {"code": "F", "moon": 1}, "hologram": {}}'}
    )
    assert terminal.follow()
    terminal.releases.started()
    assert terminal.code == "F"


@pytest.mark.parametrize(
    "targets",
    [
        {"settings/base.json": b'{"timers": {"form": 3}}'},
        {"settings/base.json": b"no json"},
        {"settings/base.json": b'{"site": {"code": "C"}}', "catalogue.json": b"{}"},
        {"settings/base.json": b'{"site": {"code": "C"}}', "calendar/cn-2027.json": b"{}"},
    ],
)
def test_an_invalid_release_is_not_taken(
    operator: Operator, on_a: Follower, targets: dict[str, bytes]
) -> None:
    _publish_unchecked(operator, targets)
    assert not on_a.follow()
    assert on_a.alarm == "INVALID"
    assert on_a.releases.staged() is None
    assert on_a.code == "A"
    operator.publish("B")
    operator.repository.roll_back(2)
    assert not on_a.follow()
    assert on_a.alarm == ""


def test_an_alarm_says_where_the_settings_are_wrong(operator: Operator, on_a: Follower) -> None:
    _publish_unchecked(operator, {"settings/base.json": b'{"timers": {"form": 3}}'})
    on_a.follow()
    alarm = on_a.releases.status().followed.alarm
    assert alarm
    assert "timers.form" in alarm.message
    assert "45" in alarm.message


def test_no_network_leaves_the_release(on_a: Follower) -> None:
    on_a.url = "http://127.0.0.1:1/releases"
    assert not on_a.follow()
    assert on_a.alarm == "UNREACHABLE"
    assert on_a.code == "A"


def test_a_server_in_trouble_leaves_the_release(operator: Operator, on_a: Follower) -> None:
    shutil.rmtree(operator.directory)
    assert not on_a.follow()
    assert on_a.alarm == "UNREACHABLE"
    assert on_a.code == "A"


def test_a_line_that_breaks_in_mid_answer_leaves_the_release(on_a: Follower) -> None:
    with socket.create_server(("127.0.0.1", 0)) as broken:
        on_a.url = f"http://127.0.0.1:{broken.getsockname()[1]}/releases"

        def answer() -> None:
            line, _ = broken.accept()
            with line:
                line.recv(10_000)
                line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{")

        thread = threading.Thread(target=answer)
        thread.start()
        assert not on_a.follow()
        thread.join()
    assert on_a.alarm == "UNREACHABLE"
    assert on_a.code == "A"


def test_an_expired_list_is_an_alarm_not_an_outage(operator: Operator, on_a: Follower) -> None:
    operator.clock -= timedelta(days=400)
    operator.publish("OLD")
    assert not on_a.follow()
    assert on_a.alarm == "EXPIRED"
    assert on_a.code == "A"
    assert on_a.releases.started()
    operator.clock += timedelta(days=400)
    operator.publish("B")
    assert on_a.follow()
    assert on_a.alarm == ""


def test_nothing_published_is_nothing_to_activate(terminal: Follower) -> None:
    assert not terminal.follow()
    assert terminal.alarm == "NOTHING"
    assert terminal.releases.started() is None


def test_without_a_trust_anchor_nothing_is_trusted(operator: Operator, terminal: Follower) -> None:
    operator.publish("A")
    terminal.releases.root.unlink()
    assert not terminal.follow()
    assert terminal.alarm == "NO_ROOT"


def test_a_tampered_target_is_refused(operator: Operator, on_a: Follower) -> None:
    operator.publish("B")
    for target in (operator.directory / "targets" / "settings").glob("*.json"):
        content = target.read_bytes()
        target.write_bytes(content.replace(b'"B"', b'"E"'))
    assert not on_a.follow()
    assert on_a.alarm == "FORGED"
    assert on_a.code == "A"


def test_a_longer_target_is_not_read_to_its_end(operator: Operator, on_a: Follower) -> None:
    operator.publish("B")
    for target in (operator.directory / "targets" / "settings").glob("*.json"):
        target.write_bytes(target.read_bytes() + b" " * 1_000_000)
    assert not on_a.follow()
    assert on_a.alarm == "UNREACHABLE"
    assert on_a.code == "A"


@pytest.mark.parametrize("role", ["targets", "snapshot", "timestamp"])
def test_a_list_changed_on_the_way_is_refused(operator: Operator, on_a: Follower, role: str) -> None:
    number = operator.publish("B")
    metadata = operator.directory / "metadata"
    path = metadata / ("timestamp.json" if role == "timestamp" else f"{number}.{role}.json")
    document = json.loads(path.read_text())
    document["signed"]["expires"] = "2099-01-01T00:00:00Z"
    path.write_text(json.dumps(document))
    assert not on_a.follow()
    assert on_a.alarm == "FORGED"
    assert on_a.code == "A"


def test_an_older_list_is_a_rollback_attack(operator: Operator, on_a: Follower, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(operator.directory, before)
    operator.publish("B")
    on_a.follow()
    on_a.releases.started()
    shutil.rmtree(operator.directory)
    shutil.copytree(before, operator.directory)
    assert not on_a.follow()
    assert on_a.alarm == "FORGED"
    assert on_a.code == "B"


def test_lists_of_two_releases_do_not_mix(operator: Operator, on_a: Follower) -> None:
    old = operator.publish("B")
    new = operator.publish("C")
    metadata = operator.directory / "metadata"
    shutil.copy(metadata / f"{old}.targets.json", metadata / f"{new}.targets.json")
    assert not on_a.follow()
    assert on_a.alarm == "FORGED"
    assert on_a.code == "A"


def test_another_operators_releases_are_refused(operator: Operator, on_a: Follower, tmp_path: Path) -> None:
    shutil.rmtree(operator.directory)
    other = Repository(operator.directory, tmp_path / "other-keys")
    other.create()
    for code in "XYZ":
        other.publish({"settings/base.json": {"site": {"code": code}}})
    assert not on_a.follow()
    assert on_a.alarm == "FORGED"
    assert on_a.code == "A"


def test_going_back_is_a_newer_release(operator: Operator, on_a: Follower) -> None:
    operator.publish("B")
    on_a.follow()
    on_a.releases.started()
    number = operator.repository.roll_back(2)
    assert on_a.follow()
    release = on_a.releases.activate_staged()
    assert release
    assert (release.number, release.settings.site.code) == (number, "A")


def test_a_release_whose_terminal_crashes_three_times_is_refused(operator: Operator, on_a: Follower) -> None:
    operator.publish("BAD")
    on_a.follow()
    codes = []
    for _ in range(4):
        on_a.releases.started()
        codes.append(on_a.code)
    assert codes == ["BAD", "BAD", "A", "A"]
    assert not on_a.releases.status().on_probation
    assert not on_a.follow()
    assert on_a.releases.staged() is None
    operator.publish("MENDED")
    assert on_a.follow()
    on_a.releases.started()
    assert on_a.code == "MENDED"


def test_a_release_that_worked_for_a_while_stays(operator: Operator, on_a: Follower) -> None:
    operator.publish("B")
    on_a.follow()
    on_a.releases.activate_staged()
    assert on_a.releases.status().on_probation
    on_a.releases.confirm()
    on_a.releases.confirm()
    for _ in range(5):
        on_a.releases.started()
    assert on_a.code == "B"


def test_the_first_release_has_nothing_to_fall_back_to(operator: Operator, terminal: Follower) -> None:
    operator.publish("A")
    terminal.follow()
    for _ in range(5):
        terminal.releases.started()
    assert terminal.code == "A"
    operator.publish("B")
    terminal.follow()
    for _ in range(3):
        terminal.releases.started()
    assert terminal.code == "A"


def test_a_release_on_probation_is_never_the_way_back(operator: Operator, on_a: Follower) -> None:
    for code in "BC":
        operator.publish(code)
        on_a.follow()
        on_a.releases.started()
    assert on_a.code == "C"
    assert on_a.releases.roll_back()
    assert on_a.code == "A"


def test_a_technician_goes_back_to_the_last_good_release(operator: Operator, on_a: Follower) -> None:
    assert on_a.releases.roll_back() is None
    operator.publish("B")
    on_a.follow()
    on_a.releases.activate_staged()
    on_a.releases.confirm()
    release = on_a.releases.roll_back()
    assert release
    assert release.settings.site.code == "A"
    assert on_a.releases.roll_back() is None
    assert not on_a.follow()
    assert len(on_a.releases.status().refused) == 1


@pytest.mark.parametrize("name", ["settings.json", "release.json"])
def test_a_damaged_disk_uses_the_last_good_release_until_it_is_mended(
    operator: Operator, on_a: Follower, name: str
) -> None:
    operator.publish("B")
    on_a.follow()
    release = on_a.releases.activate_staged()
    assert release
    damaged = on_a.releases.directory / "slots" / release.slot / name
    damaged.write_bytes(damaged.read_bytes().replace(b"e", b"\0"))
    assert on_a.code == "A"
    on_a.follow()
    assert on_a.code == "B"


@pytest.mark.parametrize("content", [b"", b"{", b'{"active": '])
def test_damaged_state_is_no_crash(on_a: Follower, content: bytes) -> None:
    for name in ("activated.json", "followed.json"):
        (on_a.releases.directory / name).write_bytes(content)
    assert on_a.releases.active() is None
    assert on_a.follow()
    assert on_a.releases.started()
    assert on_a.code == "A"


def _publish_unchecked(operator: Operator, targets: dict[str, bytes]) -> None:
    """Sign what no operator of ours could: a newer platform's content, or a mistake."""
    repository = operator.repository
    signed = {name: repository._put(name, content) for name, content in targets.items()}
    repository._sign_release(signed, repository._latest() + 1)

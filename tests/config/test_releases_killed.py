"""kill -9 at any file operation of either process: the terminal has one whole release, and gets on (F18)."""

from pathlib import Path

import pytest

from config.releases import Releases
from tests.config.conftest import Follower, Operator
from tests.config.killing import killed_at_every_step


@pytest.fixture
def between(operator: Operator, terminal: Follower) -> Follower:
    """A terminal that has A for long, and B waiting."""
    operator.publish("A")
    terminal.follow()
    terminal.releases.started()
    terminal.releases.confirm()
    operator.publish("B")
    terminal.follow()
    return terminal


def _check(terminal: Follower, *codes: str) -> None:
    assert terminal.code in codes
    release = terminal.releases.active()
    assert release
    assert release.activated_at


def test_activation(between: Follower) -> None:
    def check() -> None:
        _check(between, "A", "B")
        between.releases.started()
        assert between.code == "B"

    died = killed_at_every_step(between.releases.directory, between.releases.activate_staged, check)
    assert died > 5


@pytest.mark.parametrize("step", ["confirm", "roll_back"])
def test_the_life_of_a_release(between: Follower, step: str) -> None:
    between.releases.activate_staged()
    operation = getattr(between.releases, step)

    def check() -> None:
        _check(between, "B", "A")
        operation()
        assert between.code == ("A" if step == "roll_back" else "B")

    assert killed_at_every_step(between.releases.directory, operation, check) > 3


def test_falling_back(between: Follower) -> None:
    between.releases.activate_staged()
    between.releases.started()

    def check() -> None:
        _check(between, "B", "A")
        between.releases.started()
        assert between.code == "A"

    assert killed_at_every_step(between.releases.directory, between.releases.started, check) > 3


def test_following(operator: Operator, between: Follower) -> None:
    between.releases.started()
    between.releases.confirm()
    operator.publish("C")

    def check() -> None:
        _check(between, "B")
        between.follow()
        assert between.alarm == ""
        Releases(Path(between.releases.directory)).activate_staged()
        assert between.code == "C"

    assert killed_at_every_step(between.releases.directory, between.follow, check) > 20


def test_publishing(operator: Operator, between: Follower) -> None:
    def check() -> None:
        between.follow()
        assert between.alarm == ""
        staged = between.releases.staged()
        assert staged
        assert staged.settings.site.code in {"B", "C"}
        numbers = [version.number for version in operator.repository.versions()]
        assert operator.publish("D") == numbers[-1] + 1
        between.follow()
        assert between.alarm == ""

    # a terminal's lists never go back, so each round gets a terminal that has seen nothing newer
    def fresh() -> None:
        between.releases.directory.joinpath("metadata").rename(
            between.releases.directory / f"seen-{len(list(between.releases.directory.iterdir()))}"
        )
        check()

    assert killed_at_every_step(operator.directory, lambda: operator.publish("C"), fresh) > 20

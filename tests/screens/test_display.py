"""The display in a real window: what is shown, what a finger posts, what is forgotten."""

from screens import samples
from screens.views import Touched
from tests.screens.conftest import Show

VIEWS = samples.views("zh-Hans")


def test_a_tap_posts_what_was_touched(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    shown.tap("fire")
    assert shown.drain() == [Touched("fire")]

"""The sample views, and panels to show them on."""

from typing import Any

from screens import samples
from screens.appearance import Appearance, TextSize, Theme
from screens.texts import LANGUAGES
from tests.screens.shown import LYING, SMALL, UPRIGHT

VIEWS: dict[str, Any] = dict(samples.views("zh-Hans"))
PANELS = {"upright": UPRIGHT, "lying": LYING, "small": SMALL}
EVERY = [(panel, language) for panel in PANELS for language in LANGUAGES]
AS_DRAWN = Appearance()
LOW = Appearance(reach=True)
LARGEST = Appearance(TextSize.LARGEST, Theme.YELLOW)
SEEN = [(*pair, AS_DRAWN) for pair in EVERY] + [
    ("upright", "zh-Hans", LARGEST),
    ("lying", "en", LARGEST),
    ("small", "en", LARGEST),
    *((panel, "zh-Hans", LOW) for panel in PANELS),
]
"""Panel, language and appearance: what is walked in every run; `make gallery` shows them all."""

"""The sample views, and panels to show them on."""

from typing import Any

from screens import samples
from screens.texts import LANGUAGES
from tests.screens.shown import LYING, SMALL, UPRIGHT

VIEWS: dict[str, Any] = dict(samples.views("zh-Hans"))
PANELS = {"upright": UPRIGHT, "lying": LYING, "small": SMALL}
EVERY = [(panel, language) for panel in PANELS for language in LANGUAGES]

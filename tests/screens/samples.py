"""The sample views, and panels to show them on."""

from screens import samples
from screens.texts import LANGUAGES
from tests.screens.shown import LYING, SMALL, UPRIGHT

VIEWS = samples.views("zh-Hans")
PANELS = {"upright": UPRIGHT, "lying": LYING, "small": SMALL}
EVERY = [(panel, language) for panel in PANELS for language in LANGUAGES]

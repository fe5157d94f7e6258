"""The sample views, and the setups of which a cheap selection is walked in every run."""

from typing import Any

from screens import samples
from screens.appearance import Appearance, TextSize, Theme
from screens.gallery.product import Setup

VIEWS: dict[str, Any] = dict(samples.views("zh-Hans"))
AS_DRAWN = Appearance()
LOW = Appearance(reach=True)
ELDER = Appearance(TextSize.LARGER, elder=True)
LARGEST = Appearance(TextSize.LARGEST, Theme.YELLOW)
SEEN = [
    Setup("upright", "zh-Hans", AS_DRAWN),
    Setup("lying", "en", AS_DRAWN),
    Setup("small", "en", LARGEST),
    Setup("lying", "zh-Hans", LARGEST),
    Setup("small", "zh-Hans", LOW),
    Setup("small", "en", ELDER),
    Setup("lying", "en", LOW),
]
"""The tightest of each kind: what is walked in every run; `make gallery` walks them all."""

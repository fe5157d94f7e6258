"""What is wrong with how a page is heard and walked through by keys: silent targets, and an order that jumps."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from screens.gallery.findings import Box, Finding, is_key
from screens.texts import words
from screens.views import AnyView
from screens.voice.page import stops

if TYPE_CHECKING:
    from screens.gallery.walk import Screenful

_OF_THE_SCREEN = {"pad", "scroll_up", "scroll_down"}
"""What only hands need: who comes by keys is led through everything."""


def unheard(view: AnyView, screens: "tuple[Screenful, ...]") -> Iterator[Finding]:
    """Yield targets that are not told, or without a word."""
    told = {part.target: part.words(private=True) for part in stops(view, words(view.language))}
    seen = {name for screen in screens for name in screen.targets}
    for name in sorted(seen - _OF_THE_SCREEN):
        if not is_key(name) and not name.startswith("candidate") and not told.get(name):
            yield Finding("missing spoken text", name)


def jumps(view: AnyView, screens: "tuple[Screenful, ...]") -> Iterator[Finding]:
    """Yield steps from one thing on a page to the next that go back up: what stands in another column may."""
    frame = {
        action.id for action in (view.primary, view.secondary, view.back, view.leave, *view.tools) if action
    }
    order = [part.target for part in stops(view, words(view.language)) if part.target not in frame]
    for screen in screens:
        for one, other in pairwise(name for name in order if name in screen.targets):
            if _is_back_up(screen.targets[one], screen.targets[other]):
                yield Finding("focus order", f"{one} before {other}")


def _is_back_up(one: Box, other: Box) -> bool:
    above, right = other[1] + other[3] <= one[1], other[0] >= one[0] + one[2]
    return above and not right

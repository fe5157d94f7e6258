"""Every sample page on every panel in both languages: large enough, far enough apart, nothing cut off, nothing overlaps."""

from itertools import combinations
from typing import Any

import pytest

from screens import samples
from screens.appearance import Appearance
from tests.screens.layout import Box, Pages, walk
from tests.screens.samples import PANELS, SEEN, VIEWS

TARGET_MM, APART_MM, KEYS_APART_MM, CAPITAL_MM = 20.0, 4.0, 1.5, 4.8
ROUNDING = 0.1


@pytest.fixture(
    params=SEEN, ids=lambda seen: f"{seen[0]}-{seen[1]}-{seen[2].size.name}{'-low' * seen[2].reach}"
)
def panel(request: pytest.FixtureRequest) -> tuple[str, str, Appearance]:
    seen: tuple[str, str, Appearance] = request.param
    return seen


@pytest.fixture
def pages(window: Any, panel: tuple[str, str, Appearance]) -> Pages:
    return walk(window, *panel)


@pytest.fixture
def density(panel: tuple[str, str, Appearance]) -> float:
    return PANELS[panel[0]].density


def is_key(name: str) -> bool:
    return name.startswith("key:")


def test_every_target_is_20_millimetres_or_more(pages: Pages, density: float) -> None:
    small = [
        (page, name, round(box[2] / density, 1), round(box[3] / density, 1))
        for page, screens in pages.items()
        for screen in screens
        for name, box in screen.targets.items()
        if min(box[2], box[3]) / density < TARGET_MM - ROUNDING
    ]
    assert not small


def test_targets_stand_apart(pages: Pages, density: float) -> None:
    close = []
    for page, screens in pages.items():
        for screen in screens:
            for (one, first), (other, second) in combinations(screen.targets.items(), 2):
                if "start" in (one, other) and page.startswith("attract"):
                    continue  # the whole page begins; what lies on it is pressed first
                least = KEYS_APART_MM if is_key(one) and is_key(other) else APART_MM
                if apart(first, second) / density < least - ROUNDING:
                    close.append((page, one, other, round(apart(first, second) / density, 1)))
    assert not close


def test_every_target_is_on_the_panel(pages: Pages, panel: tuple[str, str, Appearance]) -> None:
    size = PANELS[panel[0]]
    whole = (0.0, 0.0, float(size.width), float(size.height))
    assert not [
        (page, name)
        for page, screens in pages.items()
        for screen in screens
        for name, box in screen.targets.items()
        if sticking_out(box, whole) > 1
    ]


def test_who_sits_reaches_everything(pages: Pages, panel: tuple[str, str, Appearance]) -> None:
    size = PANELS[panel[0]]
    highest = size.height * (
        0.6 if size.portrait else 0.4
    )  # what is below it is 40 % of a tall panel, 60 % of a wide one
    assert not panel[2].reach or not [
        (page, name)
        for page, screens in pages.items()
        for screen in screens
        for name, box in screen.targets.items()
        if box[1] < highest - 2 and not (name == "start" and page.startswith("attract"))
    ]


def test_no_text_is_cut_off(pages: Pages) -> None:
    cut = {
        (page, line.said)
        for page, screens in pages.items()
        for screen in screens
        for line in screen.lines
        if line.cut
    }
    assert not cut


def test_no_text_sticks_out_of_what_it_lies_on(pages: Pages, density: float) -> None:
    out = [
        (page, line.said, round(sticking_out(line.box, line.within) / density, 1))
        for page, screens in pages.items()
        for screen in screens
        for line in screen.lines
        if sticking_out(line.box, line.within) > 2
    ]
    assert not out


def test_no_text_lies_on_another(pages: Pages) -> None:
    over = []
    for page, screens in pages.items():
        for screen in screens:
            for one, other in combinations(screen.lines, 2):
                if one.scrolls == other.scrolls and overlap(one.box, other.box) > 2:
                    over.append((page, one.said, other.said))
    assert not over


def test_no_letter_is_too_small(pages: Pages) -> None:
    assert not [
        (page, line.said, line.capital)
        for page, screens in pages.items()
        for screen in screens
        for line in screen.lines
        if line.capital < CAPITAL_MM
    ]


@pytest.mark.parametrize("place", ["primary", "back", "leave"])
def test_the_ways_on_are_always_at_the_same_place(
    pages: Pages, panel: tuple[str, str, Appearance], place: str
) -> None:
    boxes = set()
    for name, view in samples.views(panel[1]).items():
        action = getattr(view, place)
        if action is not None and name not in ("attract", "attract_news"):
            boxes |= {screen.targets[action.id] for screen in pages[name]}
    assert len(boxes) == 1


def test_the_primary_action_is_at_the_lower_right(pages: Pages, panel: tuple[str, str, Appearance]) -> None:
    size = PANELS[panel[0]]
    x, y, width, height = pages["choice_one"][0].targets["next"]
    assert size.width - (x + width) < size.width * 0.05
    assert size.height - (y + height) < size.height * 0.05
    back = pages["choice_one"][0].targets["back"]
    assert back[0] < size.width * 0.05
    assert width > back[2]


def test_everything_a_view_offers_can_be_touched(pages: Pages, panel: tuple[str, str, Appearance]) -> None:
    for page, screens in pages.items():
        if panel[2].reach and page.startswith("search"):
            continue  # there is room for the likeliest only: more letters narrow them down
        seen = {name for screen in screens for name in screen.targets}
        assert offered(VIEWS[page]) <= seen, page


def offered(view: Any) -> set[str]:
    """The ids of everything in a view that can be pressed; of a search only what is shown first."""
    if view.page == "search.many":
        return set()
    found: set[str] = set()
    for name in getattr(view, "__dataclass_fields__", {}):
        value = getattr(view, name)
        for one in value if isinstance(value, tuple) else (value,):
            if hasattr(one, "__dataclass_fields__"):
                found |= {one.id} if hasattr(one, "id") else offered_within(one)
    return found


def offered_within(group: Any) -> set[str]:
    parts = [part for name in group.__dataclass_fields__ for part in as_tuple(getattr(group, name))]
    return {part.id for part in parts if hasattr(part, "id")} | {
        inner for part in parts if hasattr(part, "__dataclass_fields__") for inner in offered_within(part)
    }


def as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def apart(one: Box, other: Box) -> float:
    """The gap between two boxes; less than 0 when they overlap."""
    across = max(one[0], other[0]) - min(one[0] + one[2], other[0] + other[2])
    down = max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3])
    return max(across, down)


def overlap(one: Box, other: Box) -> float:
    return -apart(one, other)


def sticking_out(box: Box, within: Box) -> float:
    """By how many pixels a box leaves another."""
    return max(
        within[0] - box[0],
        within[1] - box[1],
        box[0] + box[2] - within[0] - within[2],
        box[1] + box[3] - within[1] - within[3],
    )

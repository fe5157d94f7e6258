"""Every sample page on the tightest panels: large enough, far enough apart, nothing cut off, nothing overlaps."""

import gc
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from screens import samples
from screens.appearance import Appearance, TextSize
from screens.gallery.findings import Finding, layout_findings
from screens.gallery.product import Setup
from screens.gallery.speech import jumps, unheard
from tests.screens.samples import SEEN, VIEWS
from tests.screens.shown import Shown

Pages = dict[str, tuple[Any, ...]]
Walk = Callable[[Setup], Pages]


@pytest.fixture(scope="module")
def walk(window: Any) -> Walk:
    """Give what every page looks like in a setup; each is placed once, and none is drawn."""
    from screens.gallery.walk import screenfuls, unpainted  # noqa: PLC0415  # after the window

    walked: dict[Setup, Pages] = {}

    def _walk(setup: Setup) -> Pages:
        if setup not in walked:
            shown, pages = Shown(window, setup.size), {}
            gc.disable()  # looking for garbage again and again would take a third of the time
            with unpainted():
                for name, view in samples.views(setup.language).items():
                    shown.show(replace(view, appearance=setup.appearance))
                    pages[name] = tuple(screenfuls(shown.display))
            shown.close()
            gc.enable()
            walked[setup] = pages
        return walked[setup]

    return _walk


@pytest.fixture(params=SEEN, ids=lambda setup: setup.path)
def setup(request: pytest.FixtureRequest) -> Setup:
    chosen: Setup = request.param
    return chosen


@pytest.fixture
def pages(walk: Walk, setup: Setup) -> Pages:
    return walk(setup)


def test_nothing_is_wrong_with_where_things_stand(pages: Pages, setup: Setup) -> None:
    found: list[tuple[str, Finding]] = [
        (page, finding)
        for page, screens in pages.items()
        for screen in screens
        for finding in layout_findings(screen, setup.size, setup.appearance)
    ]
    assert not found


@pytest.mark.parametrize(
    ("setup", "page"),
    [
        (Setup("lying", "en", Appearance(TextSize.LARGEST, reach=True)), "staff_pin"),
        (Setup("lying", "en", Appearance(TextSize.LARGER)), "home"),
        (Setup("small", "ug", Appearance(TextSize.LARGEST)), "check_picture"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.path,
)
def test_what_the_full_product_found_stays_mended(window: Any, setup: Setup, page: str) -> None:
    from screens.gallery.walk import screenfuls, unpainted  # noqa: PLC0415  # after the window

    shown = Shown(window, setup.size)
    with unpainted():
        shown.show(replace(samples.views(setup.language)[page], appearance=setup.appearance))
        walked = tuple(screenfuls(shown.display))
    shown.close()
    assert not [one for screen in walked for one in layout_findings(screen, setup.size, setup.appearance)]


def test_what_can_be_touched_is_heard_and_come_to_in_order(pages: Pages, setup: Setup) -> None:
    views = samples.views(setup.language)
    assert not [
        (page, finding)
        for page, screens in pages.items()
        for finding in (*unheard(views[page], screens), *jumps(views[page], screens))
    ]


def test_the_ways_on_are_always_at_the_same_place(pages: Pages, setup: Setup) -> None:
    for place in ("primary", "back", "leave"):
        boxes = set()
        for name, view in samples.views(setup.language).items():
            action = getattr(view, place)
            if action is not None and name not in ("attract", "attract_news"):
                boxes |= {screen.targets[action.id] for screen in pages[name]}
        assert len(boxes) == 1, place


def test_the_resting_page_is_read_from_four_metres(pages: Pages, setup: Setup) -> None:
    """What it is for and where to touch: 12 minutes of arc and more, where good eyes need five and weak ones ten."""
    view = samples.views(setup.language)["attract"]
    capitals = {line.said: line.capital for line in pages["attract"][0].lines}
    assert view.primary
    for said in (view.title, view.primary.label):
        assert math.degrees(capitals[said] / 4000) >= 12 / 60, said


def test_the_primary_action_is_at_the_lower_right(pages: Pages, setup: Setup) -> None:
    size = setup.size
    x, y, width, height = pages["choice_one"][0].targets["next"]
    assert size.width - (x + width) < size.width * 0.05
    assert size.height - (y + height) < size.height * 0.05
    back = pages["choice_one"][0].targets["back"]
    assert back[0] < size.width * 0.05
    assert width > back[2]


def test_everything_a_view_offers_can_be_touched(pages: Pages, setup: Setup) -> None:
    for page, screens in pages.items():
        if setup.appearance.reach and page.startswith("search"):
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

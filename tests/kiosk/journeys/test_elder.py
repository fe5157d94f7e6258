"""The mode for the old: one touch from the first pages, fewer things, larger, slower, help always there; over with the session."""

import pytest

from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys import timing
from screens.appearance import AS_DRAWN, TextSize
from screens.views.inputs import Edited, Touched
from screens.views.menus import Menu, Search
from screens.views.reading import Article
from tests.kiosk.journeys.terminal import Terminal


@pytest.mark.parametrize("touched", [("elder",), ("start", "elder")])
def test_one_touch_on_the_first_pages(touched: tuple[str, ...]) -> None:
    terminal = Terminal().touch(*touched)
    assert terminal.page == "home"
    assert terminal.view.appearance.elder
    assert terminal.view.appearance.size is TextSize.LARGER
    usual = terminal.touch("elder").view
    assert (usual.page, usual.appearance) == ("home", AS_DRAWN)


def test_fewer_things_and_the_rest_behind_a_tile() -> None:
    terminal = Terminal().touch("elder")
    home = terminal.view
    assert isinstance(home, Menu)
    (section,) = home.sections
    assert [tile.id for tile in section.tiles][-1] == "more"
    assert len(section.tiles) <= 5
    more = terminal.touch("more").view
    assert isinstance(more, Menu)
    assert [len(part.tiles) > 5 for part in more.sections] == [True, True]
    assert terminal.touch("back").view == home
    assert terminal.touch("more", more.sections[0].tiles[0].id).page == "shelf.department"


def test_a_usual_home_page_has_no_more() -> None:
    terminal = Terminal().touch("start")
    assert terminal.post(Touched("more")).view == Terminal().touch("start").view


def test_slower() -> None:
    usual, elder = Terminal().touch("start"), Terminal().touch("elder")
    one, other = timing.deadline(usual.state), timing.deadline(elder.state)
    assert one is not None
    assert other is not None
    assert other >= 1.5 * one


def test_spoken_where_there_is_a_voice() -> None:
    assert Terminal().touch("elder").state.session.hearing is None
    spoken = Terminal().post(DeviceChanged(DeviceClass.VOICE, True)).touch("elder")
    assert spoken.state.session.hearing is not None


def test_help_is_at_the_same_place_on_every_page_and_returns_to_it() -> None:
    terminal = Terminal().touch("elder")
    for touched in ("search", "back", "more"):
        page = terminal.touch(touched).page
        assert terminal.view.tools[0].id == "help"
        helping = terminal.touch("help").view
        assert isinstance(helping, Article)
        assert helping.page == "help"
        assert terminal.touch("go_on").page == page


def test_help_leads_to_how_pages_look_and_back() -> None:
    terminal = Terminal().touch("elder", "search").post(Edited("居住"))
    assert terminal.touch("help", "display").page == "display"
    terminal.touch("size.LARGEST", "help", "go_on")
    assert isinstance(terminal.view, Search)
    assert (terminal.view.query, terminal.view.appearance.size) == ("居住", TextSize.LARGEST)


@pytest.mark.parametrize("word", ["长辈版", "长辈", "关怀版", "zhangbei", "Elder"])
def test_it_is_found_by_its_names(word: str) -> None:
    terminal = Terminal().touch("start", "search").post(Edited(word))
    assert isinstance(terminal.view, Search)
    assert terminal.view.tiles[0].id == "elder"
    assert terminal.touch("elder").view.appearance.elder


def test_other_words_do_not_find_it() -> None:
    terminal = Terminal().touch("start", "search").post(Edited("居住证"))
    assert isinstance(terminal.view, Search)
    assert "elder" not in {tile.id for tile in terminal.view.tiles}


def test_the_next_resident_finds_the_usual_pages() -> None:
    terminal = Terminal().touch("elder", "leave", "done")
    assert terminal.page == "attract"
    assert terminal.view.appearance == AS_DRAWN

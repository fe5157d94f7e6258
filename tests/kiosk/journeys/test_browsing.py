"""From attract to a guide: nothing leads nowhere, what is not possible says why."""

from dataclasses import replace

import pytest

from config.language import Language
from kiosk.events.cards import CardLifted, CardPresented, CardReading
from kiosk.events.world import DayBegan, DeviceChanged, DeviceClass, NetworkChanged, ReleaseActivated
from kiosk.journeys import deadline, start, step, view
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.materials import needs_camera
from kiosk.journeys.plan import Stage, involves, plan
from screens.views.inputs import Edited, Touched
from screens.views.menus import Attract, Menu, Search
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, SETTINGS, TODAY, Terminal, still_to_come


def _tiles(terminal: Terminal) -> dict[str, str]:
    page = terminal.view
    assert isinstance(page, Menu)
    return {tile.id: tile.label for section in page.sections for tile in section.tiles if tile.id != "mine"}


def test_touching_starts_and_idle_has_no_deadline() -> None:
    terminal = Terminal()
    assert deadline(terminal.state) is None
    assert isinstance(terminal.view, Attract)
    assert terminal.touch("start").page == "home"
    assert deadline(terminal.state) is not None


@pytest.mark.parametrize("event", [CardReading(), CardPresented(CARD)])
def test_a_card_on_the_attract_page_starts_and_signs_nobody_in(event: CardReading | CardPresented) -> None:
    terminal = Terminal().post(event)
    assert terminal.page == "home"
    assert terminal.state.session.card is None


def test_what_does_not_concern_attract_leaves_it_as_it_is() -> None:
    terminal = Terminal()
    before = terminal.state
    assert terminal.post(Touched("nothing"), Touched("leave"), Edited("x"), CardLifted()).state is before


def test_choosing_a_language_starts_in_it_and_ends_in_chinese() -> None:
    terminal = Terminal().touch("language")
    assert terminal.page == "home"
    assert terminal.view.title == "What would you like to do?"
    assert terminal.touch("language").view.title == "您要办什么事？"
    terminal.touch("language", "leave")
    assert terminal.view.language == "en"
    assert terminal.touch("done").view.language == "zh-Hans"


def test_home_has_three_groups_nine_departments_and_the_life_events() -> None:
    tiles = _tiles(Terminal().touch("start"))
    kinds = [one.partition(".")[0] for one in tiles]
    assert [kinds.count(kind) for kind in ("group", "department", "event")] == [
        3,
        9,
        len(CATALOGUE.life_events),
    ]


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
def test_every_tile_leads_to_a_shelf_and_every_item_to_its_guide_and_back(language: Language) -> None:
    terminal = Terminal().touch("language" if language is Language.ENGLISH else "start")
    reached = set()
    for shelf in _tiles(terminal):
        terminal.touch(shelf)
        title = terminal.view.title
        for item in _tiles(terminal):
            terminal.touch(item)
            code = item.removeprefix("item.")
            assert terminal.view.title == CATALOGUE.by_code[code].name(language)
            reached.add(code)
            assert terminal.touch("back").view.title == title
        assert terminal.touch("back").page == "home"
    assert reached == set(CATALOGUE.by_code)


def test_search_finds_by_initials_and_leads_back_to_what_was_typed() -> None:
    terminal = Terminal().touch("start", "search").post(Edited("jzz"))
    page = terminal.view
    assert isinstance(page, Search)
    assert page.tiles
    terminal.touch(page.tiles[0].id)
    assert terminal.page == "guide"
    page = terminal.touch("back").view
    assert isinstance(page, Search)
    assert page.query == "jzz"
    assert terminal.touch("back").page == "home"


def test_search_says_what_to_do_when_nothing_is_found_and_bounds_what_is_typed() -> None:
    page = Terminal().touch("start", "search").post(Edited("x" * 500)).view
    assert isinstance(page, Search)
    assert not page.tiles
    assert "12345" in page.nothing_found
    assert len(page.query) == 60


@pytest.mark.parametrize("touched", ["item.XX-999", "department.XX", "group.x", "event.", "nothing", "back"])
def test_what_is_not_on_home_changes_nothing(touched: str) -> None:
    terminal = Terminal().touch("start")
    assert terminal.post(Touched(touched)).page == "home"


def _tile(terminal: Terminal, code: str) -> tuple[bool, str, tuple[str, ...]]:
    page = terminal.view
    assert isinstance(page, Menu)
    tile = next(tile for section in page.sections for tile in section.tiles if tile.id == f"item.{code}")
    return tile.enabled, tile.reason, tile.badges


def test_what_another_kind_of_place_offers_is_greyed_and_its_guide_says_where() -> None:
    settings = SETTINGS.model_copy(update={"site": SETTINGS.site.model_copy(update={"tier": "community"})})
    terminal = Terminal(start(settings, CATALOGUE, TODAY, "GZ044")).touch("start", "department.MZ")
    enabled, reason, _ = _tile(terminal, "MZ-003")
    assert not enabled
    assert reason == "这里不办，点开看在哪里办"
    page = terminal.touch("item.MZ-003").view
    assert page.primary is None
    assert terminal.post(Touched("start")).page == "guide"


def test_an_item_whose_flow_is_not_there_yet_shows_its_guide_only() -> None:
    terminal = Terminal(start(SETTINGS, still_to_come("GA-008"), TODAY, "GZ044"))
    terminal.touch("start", "department.GA")
    assert _tile(terminal, "GA-008") == (True, "", ("看指南",))
    assert terminal.touch("item.GA-008").view.primary is None


def test_without_a_network_tiles_say_what_works() -> None:
    terminal = Terminal().post(NetworkChanged(False)).touch("start", "department.JY")
    assert _tile(terminal, "JY-001") == (False, "没有网络，现在不能办", ())
    assert terminal.view.banners[0].text.startswith("网络中断")
    terminal.touch("back", "department.MZ")
    assert _tile(terminal, "MZ-004") == (True, "", ("断网可收",))
    terminal.post(NetworkChanged(True))
    assert _tile(terminal, "MZ-004") == (True, "", ())
    assert not terminal.view.banners


@pytest.mark.parametrize(
    ("device", "reason"),
    [(DeviceClass.CARD_READER, "读卡器坏了，现在不能办"), (DeviceClass.CAMERA, "相机坏了，现在不能办")],
)
def test_a_broken_device_greys_what_cannot_do_without_it(device: DeviceClass, reason: str) -> None:
    terminal = Terminal().post(DeviceChanged(device, working=False, code="X")).touch("start", "department.CL")
    assert _tile(terminal, "CL-009") == (False, reason, ())
    terminal.post(DeviceChanged(device, working=True))
    assert _tile(terminal, "CL-009") == (True, "", ())


def test_a_required_photo_of_the_form_needs_the_camera_too() -> None:
    terminal = (
        Terminal().post(DeviceChanged(DeviceClass.CAMERA, working=False)).touch("start", "department.GA")
    )
    assert _tile(terminal, "GA-009")[0] is False
    terminal.touch("back", "group.community")
    assert _tile(terminal, "CP-001")[0] is True
    only_the_photo = CATALOGUE.by_code["GA-009"].model_copy(update={"materials": ()})
    assert needs_camera(CATALOGUE, only_the_photo)


def test_training_is_said_on_every_page() -> None:
    terminal = Terminal(start(SETTINGS.model_copy(update={"training": True}), CATALOGUE, TODAY, "GZ044"))
    for one in ("start", "department.MZ", "item.MZ-004", "start", "leave"):
        assert terminal.view.banners[0].text == "培训模式：提交的内容不会办理"
        terminal.touch(one)


def test_the_day_and_a_release_are_learnt() -> None:
    terminal = Terminal()
    tomorrow = TODAY.replace(day=26)
    assert terminal.post(DayBegan(tomorrow)).state.outside.today == tomorrow
    fewer = CATALOGUE.model_copy(update={"items": CATALOGUE.items[:3]})
    terminal.post(NetworkChanged(False), DeviceChanged(DeviceClass.PRINTER, working=False, code="PAPER_OUT"))
    outside = terminal.post(ReleaseActivated(SETTINGS, fewer)).state.outside
    assert outside.catalogue is fewer
    assert (outside.today, outside.online, outside.trouble(DeviceClass.PRINTER)) == (
        tomorrow,
        False,
        "PAPER_OUT",
    )


def test_a_release_does_not_move_the_ground_under_a_resident() -> None:
    state = Terminal().touch("start").state
    assert step(state, ReleaseActivated(SETTINGS, CATALOGUE)) == (state, ())


def test_news_that_is_none_changes_nothing() -> None:
    state = Terminal().state
    for event in (NetworkChanged(True), DayBegan(TODAY), DeviceChanged(DeviceClass.CAMERA, working=True)):
        assert step(state, event)[0] is state


def test_a_card_left_behind_is_pointed_at_on_the_attract_page() -> None:
    state = Terminal().state
    lying = replace(state, outside=replace(state.outside, card_lies=True))
    assert [banner.text for banner in view(lying).banners] == ["读卡器上有一张证件。请交给工作人员。"]
    assert "language" in touches(view(lying))


def test_a_tile_asks_for_the_stages_of_the_plan() -> None:
    for item in CATALOGUE.items:
        for online in (True, False):
            stages = plan(CATALOGUE, item, online=online)
            assert tuple(one for one in Stage if involves(CATALOGUE, item, one, online=online)) == stages

"""Languages: two change at one touch, more are chosen by name; nothing that was given is lost, and the next resident finds Chinese."""

import pytest

from config.language import Language
from kiosk.journeys import start
from kiosk.journeys.phases.overlays import ChoosingLanguage
from screens.views.choices import Adjust
from screens.views.entry import Entry
from screens.views.inputs import Edited, Touched
from screens.views.menus import Search
from screens.views.waiting import StillThere
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, Terminal

ALL = SETTINGS.model_copy(update={"languages": tuple(Language), "training": True})


def terminal(settings: object = ALL) -> Terminal:
    return Terminal(start(settings, CATALOGUE, TODAY, "GZ044"))  # type: ignore[arg-type]


def test_each_is_called_by_its_own_name_and_one_touch_more_changes_it() -> None:
    at = terminal().touch("start", "language")
    assert isinstance(at.view, Adjust)
    (group,) = at.view.groups
    assert [option.label for option in group.options] == ["简体中文", "繁體中文", "English", "ئۇيغۇرچە"]
    assert [option.id for option in group.options if option.selected] == ["language.zh-Hans"]
    assert at.touch("language.zh-Hant").view.title == "您要辦什麼事？"
    assert at.view.language == "zh-Hant"


def test_it_is_offered_on_the_resting_page_and_leads_to_the_first_one() -> None:
    assert terminal().touch("language").touch("language.en").view.title == "What would you like to do?"


@pytest.mark.parametrize("tag", ["zh-Hant", "en", "ug"])
def test_no_keystroke_is_lost(tag: str) -> None:
    at = terminal().open("CP-002").touch("start").post(Edited("街道办"))
    page = at.touch("language", f"language.{tag}").view
    assert isinstance(page, Entry)
    assert (page.value, page.language) == ("街道办", tag)


def test_the_button_takes_it_back_and_so_does_going_on() -> None:
    at = terminal().touch("start", "language")
    assert at.touch("language").page == "home"
    assert at.touch("language", "go_on").page == "home"
    assert at.view.language == "zh-Hans"


def test_other_pages_over_the_page_give_way_to_it_and_it_to_them() -> None:
    at = terminal().touch("start", "display", "language")
    assert at.page == "language"
    assert at.touch("display").page == "display"
    assert at.touch("go_on").page == "home"
    assert isinstance(at.touch("language").wait().view, StillThere)
    assert at.touch("language", "language.en").page == "home"


def test_what_is_no_language_changes_nothing() -> None:
    at = terminal().touch("start", "language")
    for touched in ("language.xx", "en", "elsewhere"):
        at.post(Touched(touched))
        assert isinstance(at.state.phase, ChoosingLanguage)
    assert at.view.language == "zh-Hans"


def test_after_the_session_the_next_language_comes_at_once_and_the_next_resident_finds_chinese() -> None:
    at = terminal().touch("start", "language", "language.ug", "leave")
    assert (at.page, at.view.language) == ("goodbye", "ug")
    assert at.touch("language").view.language == "zh-Hans"
    assert at.touch("language").view.language == "zh-Hant"
    assert at.touch("done").view.language == "zh-Hans"


def test_a_terminal_of_one_language_has_no_button() -> None:
    one = SETTINGS.model_copy(update={"languages": (Language.CHINESE,)})
    assert "language" not in {tool.id for tool in terminal(one).touch("start").view.tools}


def test_in_traditional_characters_the_pad_to_write_on_comes_first() -> None:
    page = terminal().open("CP-002").touch("start").view
    assert isinstance(page, Entry)
    at = terminal().touch("start", "language", "language.zh-Hant").open("CP-002").touch("start")
    assert isinstance(at.view, Entry)
    assert (page.keyboard.value, at.view.keyboard.value) == ("chinese", "handwriting")


@pytest.mark.parametrize(("written", "named"), [("居住證", "居住证"), ("補貼", "补贴"), ("長輩版", "长辈版")])
def test_what_is_sought_in_traditional_characters_is_found(written: str, named: str) -> None:
    found = {}
    for tag, query in (("zh-Hans", named), ("zh-Hant", written)):
        page = terminal().touch("start", "language", f"language.{tag}", "search").post(Edited(query)).view
        assert isinstance(page, Search)
        assert page.query == query
        found[tag] = [tile.id for tile in page.tiles]
    assert found["zh-Hant"] == found["zh-Hans"] != []

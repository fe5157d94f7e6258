"""How pages look is the resident's choice, on every page, and ends with the session."""

import pytest

from config.settings import Screen
from kiosk.journeys import start
from kiosk.journeys.phases.overlays import Adjusting
from screens.appearance import AS_DRAWN, Appearance, TextSize, Theme
from screens.views.choices import Adjust
from screens.views.inputs import Edited, Touched
from screens.views.menus import Search
from screens.views.waiting import StillThere
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, Terminal


def test_two_touches_change_the_size_at_once_and_one_returns() -> None:
    terminal = Terminal().touch("start", "display", "size.LARGEST")
    assert terminal.page == "display"
    assert terminal.view.appearance.size is TextSize.LARGEST
    assert terminal.touch("go_on").page == "home"
    assert terminal.view.appearance == Appearance(TextSize.LARGEST)


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_can_be_chosen_and_is_marked(theme: Theme) -> None:
    page = Terminal().touch("start", "display", f"theme.{theme.value}").view
    assert isinstance(page, Adjust)
    assert page.appearance.theme is theme
    chosen = {option.id for group in page.groups for option in group.options if option.selected}
    assert chosen == {"size.STANDARD", f"theme.{theme.value}"}


def test_reach_is_a_box_that_is_ticked_and_taken_back() -> None:
    terminal = Terminal().touch("start", "display", "reach")
    assert terminal.view.appearance == Appearance(reach=True)
    assert isinstance(terminal.view, Adjust)
    assert terminal.view.checks[0].ticked
    assert terminal.touch("reach").view.appearance == AS_DRAWN


def test_it_is_offered_where_nobody_is_in_session_and_leads_to_the_first_page() -> None:
    assert Terminal().touch("display", "theme.black", "go_on").page == "home"


def test_what_was_typed_stays() -> None:
    terminal = Terminal().touch("start", "search").post(Edited("居住证"))
    terminal.touch("display", "size.HUGE", "go_on")
    assert isinstance(terminal.view, Search)
    assert terminal.view.query == "居住证"


def test_the_next_resident_finds_pages_as_the_settings_say() -> None:
    screen = Screen(text_size=3, theme="warm")
    settings = SETTINGS.model_copy(update={"screen": screen})
    terminal = Terminal(start(settings, CATALOGUE, TODAY, "GZ044"))
    assert terminal.view.appearance == Appearance(TextSize.LARGER, Theme.WARM)
    terminal.touch("display", "theme.yellow", "go_on", "leave")
    assert terminal.page == "goodbye"
    assert terminal.view.appearance.theme is Theme.YELLOW
    assert terminal.touch("done").view.appearance == Appearance(TextSize.LARGER, Theme.WARM)


def test_what_is_no_option_changes_nothing() -> None:
    terminal = Terminal().touch("start").touch("display")
    for touched in ("size.ENORMOUS", "theme.pink", "elsewhere", "display"):
        before = terminal.state.session
        terminal.post(Touched(touched))
        assert terminal.state.session.appearance in (None, AS_DRAWN)
        assert isinstance(terminal.state.phase, Adjusting)
        assert terminal.state.session.language is before.language


def test_leaving_from_it_is_leaving_the_page_beneath() -> None:
    assert Terminal().touch("start").touch("display").post(Touched("leave")).page == "goodbye"


def test_who_chooses_for_long_is_asked_and_comes_back_to_choosing() -> None:
    terminal = Terminal().touch("start", "display").wait()
    assert isinstance(terminal.view, StillThere)
    assert terminal.touch("go_on").page == "display"
    assert terminal.wait().touch("display").page == "display"
    assert terminal.touch("go_on").page == "home"


def test_who_is_asked_whether_still_there_may_choose_first() -> None:
    terminal = Terminal().touch("start").wait()
    assert terminal.touch("display").page == "display"
    assert terminal.touch("go_on").page == "home"


def test_it_is_not_offered_where_it_could_do_nothing() -> None:
    terminal = Terminal().touch("start", "leave")
    assert [tool.id for tool in terminal.view.tools] == ["language"]
    assert terminal.post(Touched("display")).page == "goodbye"


def test_pictures_stand_still_where_the_settings_or_the_resident_want_it() -> None:
    terminal = Terminal().touch("start", "display", "still")
    assert terminal.view.appearance == Appearance(still=True)
    assert terminal.touch("still").view.appearance == AS_DRAWN
    settings = SETTINGS.model_copy(update={"screen": Screen(still=True)})
    assert Terminal(start(settings, CATALOGUE, TODAY, "GZ044")).view.appearance.still

"""Pages are spoken when somebody wants it, as they want it, and the next resident finds silence."""

import pytest

from kiosk.events.world import DeviceChanged, DeviceClass, HeadphonesChanged
from kiosk.journeys import deadline
from kiosk.journeys.hearing import chosen
from kiosk.journeys.phases.overlays import Listening
from screens.hearing import Hearing, Pace, Tongue, Volume
from screens.views.choices import Adjust
from screens.views.inputs import Touched
from screens.views.waiting import StillThere
from tests.kiosk.journeys.terminal import Terminal

WORKS = DeviceChanged(DeviceClass.VOICE, working=True)
IN, OUT = HeadphonesChanged(plugged=True), HeadphonesChanged(plugged=False)


def speaking() -> Terminal:
    """A terminal with a voice."""
    return Terminal().post(WORKS)


def offered(terminal: Terminal) -> set[str]:
    """What can be pressed on the page of the voice."""
    page = terminal.view
    assert isinstance(page, Adjust)
    return {option.id for group in page.groups for option in group.options} | {one.id for one in page.checks}


def test_without_a_voice_it_is_not_offered_and_nothing_begins_it() -> None:
    terminal = Terminal()
    assert "voice" not in {tool.id for tool in terminal.view.tools}
    for event in (Touched("voice"), Touched("voice.on"), IN):
        assert terminal.post(event).page == "attract"
        assert terminal.view.hearing is None


def test_a_button_begins_it_and_offers_how() -> None:
    terminal = speaking()
    assert terminal.view.tools[0].id == "voice"
    assert terminal.touch("voice").page == "voice"
    assert terminal.view.hearing == Hearing()
    assert terminal.touch("go_on").page == "home"
    assert terminal.view.hearing == Hearing()


def test_headphones_begin_it_on_the_first_page_and_end_it() -> None:
    terminal = speaking().post(IN)
    assert terminal.page == "home"
    assert terminal.view.hearing == Hearing()
    assert terminal.post(OUT).view.hearing is None
    assert terminal.page == "home"


def test_a_key_begins_it() -> None:
    assert speaking().post(Touched("voice.on")).page == "home"


def test_headphones_that_come_while_something_is_done_change_no_page() -> None:
    terminal = speaking().touch("start", "search").post(IN)
    assert terminal.page == "search"
    assert terminal.view.hearing == Hearing()


def test_everything_about_it_can_be_chosen_and_is_marked() -> None:
    terminal = speaking().touch("voice")
    terminal.touch("tongue.cantonese", "volume.LOUD", "pace.SLOW")
    assert terminal.view.hearing == Hearing(Tongue.CANTONESE, Pace.SLOW, Volume.LOUD)
    page = terminal.view
    assert isinstance(page, Adjust)
    marked = {option.id for group in page.groups for option in group.options if option.selected}
    assert marked == {"tongue.cantonese", "volume.LOUD", "pace.SLOW"}


def test_a_page_in_english_offers_no_way_to_say_chinese() -> None:
    assert "tongue.mandarin" in offered(speaking().touch("voice"))
    assert "tongue.mandarin" not in offered(speaking().touch("language", "voice"))


@pytest.mark.parametrize(
    ("inputs", "heard"),
    [
        (["voice.louder"], Hearing(volume=Volume.LOUD)),
        (["voice.louder"] * 9, Hearing(volume=Volume.LOUDEST)),
        (["voice.quieter"] * 9, Hearing(volume=Volume.SOFTEST)),
        (["voice.slower"], Hearing(pace=Pace.SLOW)),
        (["voice.faster"] * 9, Hearing(pace=Pace.FASTEST)),
        (["volume.NOISE", "pace.SOON", "tongue.klingon", "voice.elsewhere"], Hearing()),
    ],
)
def test_keys_change_it_on_every_page(inputs: list[str], heard: Hearing) -> None:
    hearing = Hearing()
    for each in inputs:
        hearing = chosen(hearing, each, private=False)
    assert hearing == heard
    if inputs[0].startswith("voice."):
        terminal = speaking().touch("start").post(Touched("voice.on"))
        for each in inputs:
            terminal.post(Touched(each))
        assert terminal.view.hearing == heard
        assert terminal.page == "home"


def test_the_screen_goes_blank_only_for_who_has_headphones_in() -> None:
    terminal = speaking().touch("voice")
    assert "voice.blank" not in offered(terminal)
    assert terminal.post(Touched("voice.blank")).view.hearing == Hearing()
    terminal.post(IN)
    assert "voice.blank" in offered(terminal)
    assert terminal.touch("voice.blank").view.hearing == Hearing(blank=True)


def test_what_a_blank_screen_hid_is_not_shown_when_headphones_are_pulled() -> None:
    terminal = speaking().post(IN).touch("search", "voice", "voice.blank", "go_on")
    assert terminal.page == "search"
    assert isinstance(terminal.post(OUT).view, StillThere)
    assert terminal.touch("go_on").page == "search"


def test_pulled_on_the_page_of_the_voice_it_is_silent_on_the_page_beneath() -> None:
    terminal = speaking().post(IN).touch("voice").post(OUT)
    assert terminal.page == "home"
    assert terminal.view.hearing is None


def test_it_can_be_silenced() -> None:
    terminal = speaking().touch("voice").post(Touched("voice.off"))
    assert terminal.page == "home"
    assert terminal.view.hearing is None
    assert speaking().touch("start").post(Touched("voice.off")).page == "home"


def test_the_next_resident_finds_silence() -> None:
    terminal = speaking().post(IN).touch("voice", "volume.LOUDEST", "go_on", "leave")
    assert terminal.page == "goodbye"
    assert terminal.view.hearing == Hearing(volume=Volume.LOUDEST)  # what to take along is said, too
    assert terminal.touch("done").view.hearing is None
    assert terminal.touch("start").view.hearing is None
    assert terminal.post(OUT).post(IN).view.hearing == Hearing()


def test_it_is_reached_from_every_page_over_a_page() -> None:
    terminal = speaking().touch("start", "display", "voice")
    assert isinstance(terminal.state.phase, Listening)
    assert terminal.touch("display").page == "display"
    assert terminal.touch("go_on").page == "home"
    assert terminal.wait().touch("voice").page == "voice"
    assert terminal.touch("voice").page == "voice"
    assert terminal.post(Touched("leave")).page == "goodbye"


def test_who_hears_a_page_has_twice_the_time() -> None:
    silent, heard = speaking().touch("start"), speaking().post(IN)
    warn = silent.state.outside.settings.timers.warn
    assert (deadline(silent.state) or 0) + warn == pytest.approx(((deadline(heard.state) or 0) + warn) / 2)

"""How long somebody needs who touches once a second and presses two keys a second: paying, looking up, printing, reporting.

Counted from what the journey asks for. Where the platform, the printer or the phone are waited for, nobody's hands are busy.
"""

from dataclasses import dataclass

import pytest
from pypinyin import lazy_pinyin

from kiosk.events import Event
from kiosk.events.cards import CardLifted, CardPresented
from kiosk.events.world import DeviceChanged, DeviceClass
from screens.views.entry import Entry, Keyboard
from screens.views.inputs import Drawn, Edited, Touched
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CATALOGUE, Terminal

TOUCH, KEY = 1.0, 0.5
DONE = ("outcome", "lookup.found", "print.take")
LIMITS = {"pay": 60.0, "query": 45.0, "query_public": 45.0, "print": 45.0}
COMPLAINT = "路口积水严重"


class Timed(Terminal):
    """Counts the seconds of a hand: touches, keys (a Chinese word in whole Pinyin, and a touch for it), strokes, the card laid and lifted."""

    seconds = 0.0

    def post(self, *events: Event) -> "Timed":
        """Let events happen."""
        for event in events:
            self.seconds += self._lasts(event)
            super().post(event)
        return self

    def _lasts(self, event: Event) -> float:
        match event:
            case Touched() | CardPresented() | CardLifted():
                return TOUCH
            case Drawn(strokes):
                return len(strokes) * TOUCH
            case Edited(text):
                words = TOUCH if any(letter > "z" for letter in text) else 0.0
                return words + KEY * len("".join(lazy_pinyin(text)))
            case _:
                return 0.0


@dataclass
class Quick(Resident):
    """Knows what to answer, and says no more than is asked for: what a page refuses was no answer, and took no time."""

    terminal: Timed

    def _type(self, page: Entry) -> None:
        before = self.terminal.seconds
        if page.keyboard is Keyboard.CHINESE and not page.value:
            self.terminal.post(Edited(COMPLAINT))
            self._go_on()
        else:
            super()._type(page)
        if getattr(self.terminal.view, "error", ""):
            self.terminal.seconds = before


def seconds_for(code: str) -> float:
    """From the touch that wakes the terminal to the page with the result, and the two touches that end it."""
    terminal = Timed()
    terminal.post(*(DeviceChanged(device, working=True) for device in DeviceClass))
    terminal.open(code)
    resident = Quick(terminal)
    while not terminal.page.startswith(DONE):
        resident.answer(terminal.view)
    return terminal.seconds + 2 * TOUCH


@pytest.mark.parametrize("flow", LIMITS)
def test_paying_looking_up_and_printing_are_quick(flow: str) -> None:
    took = {item.code: seconds_for(item.code) for item in CATALOGUE.items if item.flow == flow}
    assert took
    assert max(took.values()) <= LIMITS[flow], took


def test_a_problem_is_reported_with_words_and_a_photograph_in_a_minute_and_a_half() -> None:
    assert 15.0 < seconds_for("CP-001") <= 90.0


def test_the_clock_counts_hands() -> None:
    terminal = Timed()
    terminal.touch("start")
    assert terminal.seconds == TOUCH
    assert terminal.post(DeviceChanged(DeviceClass.PRINTER, working=True)).seconds == TOUCH
    terminal.touch("search")
    assert terminal.post(Edited("sf")).seconds == 2 * TOUCH + 2 * KEY
    assert terminal.post(Edited("水费")).seconds == 3 * TOUCH + 9 * KEY

"""What one finger did to which target: one press, never two, whatever a hand does."""

import math
from dataclasses import dataclass, field

import pytest

from screens.touch import BOUNCE, DOUBLE_TAP, LOST, Hand, Pad, Roll, Target

SLACK, THRESHOLD = 10.0, 30.0
BUTTON, KEY, PAD, PAGE = (50.0, 50.0), (250.0, 50.0), (50.0, 550.0), (350.0, 350.0)


@dataclass
class Button:
    """A target a hundred wide."""

    target: str
    is_key: bool = False
    pressed: bool = False
    taps: int = 0

    def show_pressed(self, pressed: bool) -> None:
        self.pressed = pressed

    def is_pressed(self) -> bool:
        return self.pressed

    def tap(self) -> None:
        self.taps += 1


@dataclass
class Paper:
    """Notes what the pen did."""

    strokes: list[list[tuple[float, float]]] = field(default_factory=list)
    down: bool = False

    def pen_down(self, x: float, y: float) -> None:
        self.down = True
        self.strokes.append([(x, y)])

    def pen_move(self, x: float, y: float) -> None:
        self.strokes[-1].append((x, y))

    def pen_up(self) -> None:
        self.down = False


@dataclass
class Page:
    """Notes how far it was rolled."""

    rolled: float = 0.0

    def roll(self, pixels: float) -> None:
        self.rolled += pixels


@dataclass
class Table:
    """A button, a key, a pad; above y 0 to 500 everything scrolls when `scrolls`."""

    button: Button = field(default_factory=lambda: Button("button"))
    key: Button = field(default_factory=lambda: Button("key:a", is_key=True))
    paper: Paper = field(default_factory=Paper)
    page: Page = field(default_factory=Page)
    scrolls: bool = False
    now: float = 100.0

    def __post_init__(self) -> None:
        self.hand = Hand(self, SLACK, THRESHOLD, lambda: self.now)
        self.shown = {"button": self.button, "key:a": self.key}

    def target_at(self, x: float, y: float) -> Target | None:
        return next((self.shown[name] for name in self.shown if self.covers(name, x, y, 0)), None)

    def target_named(self, name: str) -> Target | None:
        return self.shown.get(name)

    def covers(self, name: str, x: float, y: float, slack: float) -> bool:
        left = {"button": 0.0, "other": 0.0, "key:a": 200.0}.get(name)
        if left is None or name not in self.shown:
            return False
        return left - slack <= x < left + 100 + slack and -slack <= y < 100 + slack

    def pad_at(self, _x: float, y: float) -> Pad | None:
        return self.paper if y >= 500 else None

    def roll_at(self, _x: float, y: float) -> Roll | None:
        return self.page if self.scrolls and y < 500 else None

    def tap(self, at: tuple[float, float], uid: int = 1) -> None:
        self.hand.down(uid, *at)
        self.hand.up(uid, *at)


@pytest.fixture
def table() -> Table:
    return Table()


def test_a_press_counts_when_the_finger_is_lifted(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    assert table.button.is_pressed()
    assert table.button.taps == 0
    table.hand.up(1, *BUTTON)
    assert not table.button.is_pressed()
    assert table.button.taps == 1


def test_a_finger_that_lies_for_long_presses_once(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    for _ in range(50):
        table.now += 0.5
        table.hand.move(1, *BUTTON)
    table.hand.up(1, *BUTTON)
    assert table.button.taps == 1


def test_a_double_tap_presses_once(table: Table) -> None:
    table.tap(BUTTON)
    table.now += DOUBLE_TAP * 0.9
    table.tap(BUTTON)
    assert table.button.taps == 1


def test_a_trembling_hand_that_taps_on_and_on_presses_once(table: Table) -> None:
    for _ in range(20):
        table.tap(BUTTON)
        table.now += DOUBLE_TAP * 0.9
    assert table.button.taps == 1


def test_a_double_tap_does_not_press_what_the_next_page_puts_under_the_finger(table: Table) -> None:
    table.tap(BUTTON)
    other = Button("other")
    table.shown = {"other": other}
    table.now += DOUBLE_TAP * 0.9
    table.tap(BUTTON)
    assert other.taps == 0
    table.now += DOUBLE_TAP * 1.1
    table.tap(BUTTON)
    assert other.taps == 1


def test_a_second_tap_later_presses_again(table: Table) -> None:
    table.tap(BUTTON)
    table.now += DOUBLE_TAP * 1.1
    table.tap(BUTTON)
    assert table.button.taps == 2


def test_a_key_may_be_typed_twice_but_does_not_bounce(table: Table) -> None:
    table.tap(KEY)
    table.now += BOUNCE * 0.9
    table.tap(KEY)
    assert table.key.taps == 1
    table.now += BOUNCE * 1.1
    table.tap(KEY)
    assert table.key.taps == 2


def test_two_buttons_in_quick_succession_are_both_pressed(table: Table) -> None:
    table.tap(BUTTON)
    table.tap(KEY)
    assert (table.button.taps, table.key.taps) == (1, 1)


def test_sliding_off_cancels(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    table.hand.move(1, 100 + SLACK + 1, 50)
    assert not table.button.is_pressed()
    table.hand.up(1, 100 + SLACK + 1, 50)
    assert table.button.taps == 0


def test_sliding_off_and_back_presses(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    table.hand.move(1, 180, 50)
    table.hand.move(1, *BUTTON)
    assert table.button.is_pressed()
    table.hand.up(1, *BUTTON)
    assert table.button.taps == 1


def test_a_finger_that_trembles_over_the_edge_presses(table: Table) -> None:
    table.hand.down(1, 98, 50)
    table.hand.move(1, 100 + SLACK - 1, 50)
    table.hand.up(1, 100 + SLACK - 1, 50)
    assert table.button.taps == 1


def test_coming_down_beside_a_target_presses_nothing(table: Table) -> None:
    table.hand.down(1, 105, 50)
    table.hand.move(1, 50, 50)
    table.hand.up(1, 50, 50)
    assert table.button.taps == 0


def test_a_second_finger_means_nothing(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    table.hand.down(2, *KEY)
    table.hand.move(2, *BUTTON)
    table.hand.up(2, *KEY)
    assert (table.button.taps, table.key.taps) == (0, 0)
    table.hand.up(1, *BUTTON)
    assert (table.button.taps, table.key.taps) == (1, 0)


def test_a_palm_beside_everything_does_not_take_the_press_away(table: Table) -> None:
    table.hand.down(7, *PAGE)  # the palm, which stays
    table.tap(BUTTON)
    assert table.button.taps == 1
    table.hand.up(7, *PAGE)
    assert table.button.taps == 1


def test_a_hand_laid_on_the_panel_presses_nothing(table: Table) -> None:
    for uid, place in enumerate((BUTTON, KEY, PAGE)):
        table.hand.down(uid, *place)
    assert not table.button.is_pressed()
    for uid, place in enumerate((BUTTON, KEY, PAGE)):
        table.hand.up(uid, *place)
    assert (table.button.taps, table.key.taps) == (0, 0)
    table.tap(BUTTON, uid=9)
    assert table.button.taps == 1


def test_a_finger_that_comes_back_at_once_never_left(table: Table) -> None:
    table.tap(BUTTON)
    table.now += 0.02
    table.hand.down(1, *BUTTON)
    table.now += 3.0
    table.hand.up(1, *BUTTON)
    assert table.button.taps == 1
    table.tap(KEY)
    table.now += 0.02
    table.hand.down(1, *KEY)
    table.now += 3.0
    table.hand.up(1, *KEY)
    assert table.key.taps == 1


def test_a_tremor_of_six_millimetres_does_not_scroll(table: Table) -> None:
    table.scrolls = True
    table.hand.down(1, *BUTTON)
    for swing in range(400):
        table.now += 0.01
        table.hand.move(1, 50, 50 + 40 * math.sin(swing * 0.01 * 2 * math.pi * 5))
    table.hand.up(1, *BUTTON)
    assert table.page.rolled == 0
    assert table.button.taps == 1


def test_a_finger_whose_lifting_was_lost_does_not_block_the_next(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    table.now += LOST + 0.1
    table.tap(KEY, uid=2)
    assert not table.button.is_pressed()
    assert (table.button.taps, table.key.taps) == (0, 1)
    table.hand.up(1, *BUTTON)
    assert table.button.taps == 0


def test_a_finger_that_moves_is_not_lost(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    for _ in range(5):
        table.now += LOST * 0.8
        table.hand.move(1, *BUTTON)
    table.hand.down(2, *KEY)
    table.hand.up(2, *KEY)
    assert table.key.taps == 0


def test_a_page_that_went_takes_the_press_along(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    table.hand.forget()
    assert not table.button.is_pressed()
    table.hand.up(1, *BUTTON)
    assert table.button.taps == 0


def test_a_target_that_went_is_not_pressed(table: Table) -> None:
    table.hand.down(1, *BUTTON)
    del table.shown["button"]
    table.hand.move(1, *BUTTON)
    table.hand.up(1, *BUTTON)
    assert table.button.taps == 0
    table.hand.down(2, *KEY)
    del table.shown["key:a"]
    table.hand.forget()
    assert table.key.taps == 0


def test_drawing(table: Table) -> None:
    table.hand.down(1, *PAD)
    table.hand.move(1, 80, 560)
    table.hand.move(1, 50, 50)  # off the pad: the stroke goes on, nothing is pressed
    table.hand.up(1, 50, 50)
    assert table.paper.strokes == [[PAD, (80, 560), (50, 50)]]
    assert not table.paper.down
    assert table.button.taps == 0


def test_a_page_that_goes_ends_the_stroke(table: Table) -> None:
    table.hand.down(1, *PAD)
    table.hand.forget()
    assert not table.paper.down


def test_scrolling_moves_the_page_and_presses_nothing(table: Table) -> None:
    table.scrolls = True
    table.hand.down(1, *BUTTON)
    table.now += 1.0
    table.hand.move(1, 50, 50 + THRESHOLD + 1)
    assert not table.button.is_pressed()
    table.hand.move(1, 50, 50 + THRESHOLD + 21)
    table.hand.move(1, 50, 60)
    table.hand.up(1, 50, 60)
    assert table.page.rolled == 10
    assert table.button.taps == 0


def test_a_small_movement_on_a_page_that_scrolls_is_a_press(table: Table) -> None:
    table.scrolls = True
    table.hand.down(1, *BUTTON)
    table.hand.move(1, 50, 50 + THRESHOLD - 1)
    table.hand.up(1, 50, 50 + THRESHOLD - 1)
    assert table.page.rolled == 0
    assert table.button.taps == 1


def test_scrolling_where_nothing_can_be_pressed(table: Table) -> None:
    table.scrolls = True
    table.hand.down(1, *PAGE)
    table.hand.move(1, 350, 250)
    table.hand.up(1, 350, 250)
    assert table.page.rolled == -100


def test_nothing_happens_without_a_finger(table: Table) -> None:
    table.hand.move(1, *BUTTON)
    table.hand.up(1, *BUTTON)
    table.hand.forget()
    assert table.button.taps == 0

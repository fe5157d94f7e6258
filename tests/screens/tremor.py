"""Hands that tremble, bounce, rest and bring more fingers along, on a panel of targets; whatever they meant is known.

`python -m tests.screens.tremor 100000` presses so often, and prints what became of it.
"""

import math
import random
import sys
from dataclasses import dataclass, field

from screens.touch import SCROLL_MM, SLACK_MM, Hand, Pad, Roll, Target

TARGET_MM, APART_MM, COLUMNS, ROWS = 20.0, 28.0, 8, 6
JITTER_MM = 6.0
HERTZ = 100.0


@dataclass
class Button:
    """A target of 20 mm."""

    target: str
    is_key: bool
    taps: int = 0

    def show_pressed(self, _pressed: bool) -> None: ...

    def tap(self) -> None:
        self.taps += 1


@dataclass
class Panel:
    """Targets of 20 mm, 8 mm apart, on a page that scrolls; pixels are millimetres. The rows below are keys."""

    now: float = 100.0
    rolled: float = 0.0
    buttons: dict[str, Button] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hand = Hand(self, SLACK_MM, SCROLL_MM, lambda: self.now)
        for at in range(COLUMNS * ROWS):
            self.buttons[f"{at}"] = Button(f"{at}", is_key=at >= COLUMNS * ROWS // 2)

    def target_at(self, x: float, y: float) -> Target | None:
        return next((self.buttons[name] for name in self.buttons if self.covers(name, x, y, 0.0)), None)

    def target_named(self, name: str) -> Target | None:
        return self.buttons.get(name)

    def covers(self, name: str, x: float, y: float, slack: float) -> bool:
        if name not in self.buttons:
            return False
        left, low = self.place(int(name))
        return left - slack <= x < left + TARGET_MM + slack and low - slack <= y < low + TARGET_MM + slack

    def pad_at(self, _x: float, _y: float) -> Pad | None:
        return None

    def roll_at(self, _x: float, _y: float) -> Roll | None:
        return self

    def roll(self, pixels: float) -> None:
        self.rolled += pixels

    def place(self, at: int) -> tuple[float, float]:
        return (at % COLUMNS) * APART_MM, (at // COLUMNS) * APART_MM


class Person:
    """Somebody with a tremor, who means to press one target after the other."""

    def __init__(self, chance: random.Random, panel: Panel) -> None:
        self._chance, self._panel = chance, panel
        self._uid = 0

    def press(self, at: int) -> None:
        """Press a target once, as well as it goes; then rest for a while."""
        left, low = self._panel.place(at)
        middle = left + TARGET_MM / 2, low + TARGET_MM / 2
        palm = self._palm() if self._chance.random() < 0.15 else []
        length = self._chance.uniform(0.05, 3.0)
        bounces = self._chance.choice((0, 0, 0, 1, 2))
        second = self._chance.random() < 0.2 and not palm
        for part in range(bounces + 1):
            self._contact(middle, length / (bounces + 1), second=second)
            if part < bounces:
                self._panel.now += self._chance.uniform(0.005, 0.045)
        for uid, x, y in palm:
            self._panel.hand.up(uid, x, y)
        self._panel.now += self._chance.uniform(0.35, 2.0)

    def lay_a_hand(self) -> None:
        """Lay a whole hand on the panel: nothing is meant."""
        spots = [self._spot() for _ in range(self._chance.randrange(3, 6))]
        touches = [(self._next(), *spot) for spot in spots]
        for uid, x, y in touches:
            self._panel.hand.down(uid, x, y)
            self._panel.now += 0.004
        self._panel.now += self._chance.uniform(0.1, 3.0)
        for uid, x, y in touches:
            self._panel.hand.up(uid, x, y)
        self._panel.now += 1.0

    def _contact(self, middle: tuple[float, float], seconds: float, *, second: bool) -> None:
        """Touch there for so long, trembling around it; now and then another finger comes along."""
        panel, chance, uid = self._panel, self._chance, self._next()
        hertz, phase = chance.uniform(4, 12), chance.uniform(0, 2 * math.pi)
        begin = panel.now
        place = self._trembling(middle, hertz, phase, 0.0)
        panel.hand.down(uid, *place)
        beside = (self._next(), *self._spot()) if second else None
        if beside:
            panel.hand.down(*beside)
        while panel.now - begin < seconds:
            panel.now += 1 / HERTZ
            place = self._trembling(middle, hertz, phase, panel.now - begin)
            panel.hand.move(uid, *place)
        if beside:
            panel.hand.up(*beside)
        panel.hand.up(uid, *place)

    def _trembling(
        self, middle: tuple[float, float], hertz: float, phase: float, at: float
    ) -> tuple[float, float]:
        swing = math.sin(2 * math.pi * hertz * at + phase)
        noise = self._chance.uniform(-0.2, 0.2)
        off = JITTER_MM * (0.8 * swing + noise)
        return middle[0] + off * 0.6, middle[1] + off

    def _palm(self) -> list[tuple[object, float, float]]:
        """A heel of the hand that already rests on the edge, beside every target."""
        uid = self._next()
        x, y = COLUMNS * APART_MM + 20.0, -20.0
        self._panel.hand.down(uid, x, y)
        self._panel.now += self._chance.uniform(0.02, 1.0)
        return [(uid, x, y)]

    def _spot(self) -> tuple[float, float]:
        return self._chance.uniform(0, COLUMNS * APART_MM), self._chance.uniform(0, ROWS * APART_MM)

    def _next(self) -> int:
        self._uid += 1
        return self._uid


@dataclass(frozen=True)
class Outcome:
    """How many presses were meant, how many of them counted once, and how many were counted that nobody meant."""

    meant: int
    once: int
    unmeant: int
    rolled: float


def pressing(presses: int, seed: int) -> Outcome:
    """Press so often, and lay a hand on the panel now and then."""
    chance, panel = random.Random(seed), Panel()  # noqa: S311  # no secret
    person = Person(chance, panel)
    once = unmeant = 0
    for number in range(presses):
        at = chance.randrange(COLUMNS * ROWS)
        before = {name: button.taps for name, button in panel.buttons.items()}
        person.press(at)
        counted = {name: button.taps - before[name] for name, button in panel.buttons.items()}
        once += counted[f"{at}"] == 1
        unmeant += sum(counted.values()) - (counted[f"{at}"] >= 1)
        if number % 10 == 0:
            taps = sum(button.taps for button in panel.buttons.values())
            person.lay_a_hand()
            unmeant += sum(button.taps for button in panel.buttons.values()) - taps
    return Outcome(presses, once, unmeant, panel.rolled)


if __name__ == "__main__":
    print(pressing(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, seed=1))  # noqa: T201  # what it is run for

"""Touch that forgives: what one finger did to which target, decided without Kivy.

A press counts when the finger is lifted on the target where it came down, however long it lay there; a finger that
slides off cancels, a trembling one does not. A second finger and a double tap do nothing more, also when the first tap brought
another page under the finger; a finger that comes back at once never left. A hand laid on the panel presses nothing, and one that
rests beside everything keeps no finger from pressing. A finger that moves up or down over a page that scrolls moves the page:
where it is on average counts, a tremor goes there and back.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

SLACK_MM = 8.0
"""How far a trembling finger may leave what it presses."""

SCROLL_MM = 9.0
"""How far a finger moves before the page moves with it."""

DOUBLE_TAP = 0.3
"""Seconds in which the same button or place is not pressed again: an old hand taps twice where one tap was meant."""

BOUNCE = 0.06
"""The same for the keys of a keyboard, where a doubled letter is meant: only the bounce of a panel is caught."""

CALM = 0.12
"""Seconds over which a finger's place is averaged: a tremor has four to twelve cycles a second."""

FAR = 2.0
"""How many times farther than to begin scrolling no tremor goes: then it scrolls without waiting for the average."""

HAND = 3
"""So many touches at once are a hand, not fingers that press."""

LOST = 4.0
"""Seconds without a movement after which a new finger is believed: the panel forgot to tell that the old one left."""


class Target(Protocol):
    """Something that can be pressed."""

    @property
    def target(self) -> str:
        """Its id."""

    @property
    def is_key(self) -> bool:
        """Whether it may be pressed twice in a row."""

    def show_pressed(self, pressed: bool) -> None:
        """Answer the finger visibly."""

    def tap(self) -> None:
        """Do what it is there for."""


class Pad(Protocol):
    """Something to draw on."""

    def pen_down(self, x: float, y: float) -> None:
        """Begin a stroke."""

    def pen_move(self, x: float, y: float) -> None:
        """Go on with it."""

    def pen_up(self) -> None:
        """End it."""


class Roll(Protocol):
    """Something that scrolls."""

    def roll(self, pixels: float) -> None:
        """Move what it holds up by so many pixels."""


class Ground(Protocol):
    """The page under the finger."""

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what can be pressed there."""

    def target_named(self, name: str) -> Target | None:
        """Return what can be pressed by that id now."""

    def covers(self, name: str, x: float, y: float, slack: float) -> bool:
        """Whether the point lies on the target of that id, or no farther off than `slack`."""

    def pad_at(self, x: float, y: float) -> Pad | None:
        """Return the pad there."""

    def roll_at(self, x: float, y: float) -> Roll | None:
        """Return what scrolls there."""


@dataclass
class _Finger:
    uid: object
    seen: float
    y: float
    calm: float
    target: str = ""
    pad: Pad | None = None
    roll: Roll | None = None
    rolling: bool = False
    again: bool = False  # it came back at once: what it presses was pressed

    @property
    def rests(self) -> bool:
        """Whether it does nothing: it lies beside everything."""
        return not self.target and self.pad is None and not self.rolling

    def move(self, y: float, now: float) -> None:
        """Take over where it is now."""
        self.calm += (y - self.calm) * -math.expm1((self.seen - now) / CALM)
        self.seen = now


@dataclass(frozen=True, slots=True)
class _Tap:
    target: str
    is_key: bool
    at: float
    x: float
    y: float


class Hand:
    """The one finger that counts. Feed it downs, moves and ups; it presses, draws and scrolls."""

    def __init__(self, ground: Ground, slack: float, threshold: float, now: Callable[[], float]) -> None:
        """`slack`: how far a trembling finger may leave a target; `threshold`: how far it moves before it scrolls."""
        self._ground = ground
        self._slack = slack
        self._threshold = threshold
        self._now = now
        self._finger: _Finger | None = None
        self._last: _Tap | None = None
        self._touches: dict[object, float] = {}  # all of them, and when each was last heard of

    def down(self, uid: object, x: float, y: float) -> None:
        """A finger touches the panel."""
        now = self._now()
        self._touches = {each: seen for each, seen in self._touches.items() if now - seen < LOST} | {uid: now}
        if len(self._touches) >= HAND:
            self.forget()
        held = self._finger is not None and now - self._finger.seen < LOST and not self._finger.rests
        if held or len(self._touches) >= HAND:
            return
        self.forget()
        finger = _Finger(uid, now, y, y, pad=self._ground.pad_at(x, y), roll=self._ground.roll_at(x, y))
        self._finger = finger
        if finger.pad is not None:
            finger.pad.pen_down(x, y)
        elif target := self._ground.target_at(x, y):
            finger.target = target.target
            finger.again = self._repeats(_Tap(target.target, target.is_key, now, x, y))
            target.show_pressed(True)

    def move(self, uid: object, x: float, y: float) -> None:
        """It moves."""
        finger, now = self._finger, self._now()
        if uid in self._touches:
            self._touches[uid] = now
        if finger is None or finger.uid != uid:
            return
        finger.move(y, now)
        if finger.pad is not None:
            finger.pad.pen_move(x, y)
            return
        if finger.roll is not None and (finger.rolling or self._scrolls(finger, y)):
            self._roll(finger, finger.roll, y)
        elif target := self._ground.target_named(finger.target):
            target.show_pressed(self._ground.covers(finger.target, x, y, self._slack))

    def up(self, uid: object, x: float, y: float) -> None:
        """It is lifted."""
        finger = self._finger
        self._touches.pop(uid, None)
        if finger is None or finger.uid != uid:
            return
        self._finger = None
        if finger.pad is not None:
            finger.pad.pen_up()
        elif not finger.rolling and (target := self._ground.target_named(finger.target)):
            target.show_pressed(False)
            if self._ground.covers(finger.target, x, y, self._slack):
                self._tap(target, finger, _Tap(target.target, target.is_key, self._now(), x, y))

    def forget(self) -> None:
        """Another page is here: a finger that lies on the panel means nothing to it."""
        finger, self._finger = self._finger, None
        if finger is None:
            return
        if finger.pad is not None:
            finger.pad.pen_up()
        elif target := self._ground.target_named(finger.target):
            target.show_pressed(False)

    def _roll(self, finger: _Finger, roll: Roll, y: float) -> None:
        if not finger.rolling and (target := self._ground.target_named(finger.target)):
            target.show_pressed(False)
        finger.rolling = True
        roll.roll(y - finger.y)
        finger.y = y

    def _scrolls(self, finger: _Finger, y: float) -> bool:
        calm, now = abs(finger.calm - finger.y), abs(y - finger.y)
        return calm > self._threshold or now > FAR * self._threshold

    def _tap(self, target: Target, finger: _Finger, tap: _Tap) -> None:
        if not finger.again and not self._repeats(tap):
            target.tap()
        self._last = tap

    def _repeats(self, tap: _Tap) -> bool:
        """Whether a hand that trembles made one tap into two: the last one ended there a moment ago."""
        last = self._last
        if last is None:
            return False
        same = last.target == tap.target
        if last.is_key and tap.is_key:
            return same and tap.at - last.at < BOUNCE
        near = max(abs(tap.x - last.x), abs(tap.y - last.y)) < 2 * self._slack
        return (same or near) and tap.at - last.at < DOUBLE_TAP

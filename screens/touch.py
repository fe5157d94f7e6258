"""Touch that forgives: what one finger did to which target, decided without Kivy.

A press counts when the finger is lifted on the target where it came down, however long it lay there; a finger that
slides off cancels, a trembling one does not. A second finger, a palm and a double tap do nothing more, also when the first
tap brought another page under the finger. A finger that moves up or down over a page that scrolls moves the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

DOUBLE_TAP = 0.3
"""Seconds in which the same button or place is not pressed again: an old hand taps twice where one tap was meant."""

BOUNCE = 0.06
"""The same for the keys of a keyboard, where a doubled letter is meant: only the bounce of a panel is caught."""

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
    target: str = ""
    pad: Pad | None = None
    roll: Roll | None = None
    rolling: bool = False


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

    def down(self, uid: object, x: float, y: float) -> None:
        """A finger touches the panel."""
        now = self._now()
        if self._finger is not None and now - self._finger.seen < LOST:
            return
        self.forget()
        finger = _Finger(uid, now, y, pad=self._ground.pad_at(x, y), roll=self._ground.roll_at(x, y))
        self._finger = finger
        if finger.pad is not None:
            finger.pad.pen_down(x, y)
        elif target := self._ground.target_at(x, y):
            finger.target = target.target
            target.show_pressed(True)

    def move(self, uid: object, x: float, y: float) -> None:
        """It moves."""
        finger = self._finger
        if finger is None or finger.uid != uid:
            return
        finger.seen = self._now()
        if finger.pad is not None:
            finger.pad.pen_move(x, y)
            return
        if finger.roll is not None and (finger.rolling or abs(y - finger.y) > self._threshold):
            self._roll(finger, finger.roll, y)
        elif target := self._ground.target_named(finger.target):
            target.show_pressed(self._ground.covers(finger.target, x, y, self._slack))

    def up(self, uid: object, x: float, y: float) -> None:
        """It is lifted."""
        finger = self._finger
        if finger is None or finger.uid != uid:
            return
        self._finger = None
        if finger.pad is not None:
            finger.pad.pen_up()
        elif not finger.rolling and (target := self._ground.target_named(finger.target)):
            target.show_pressed(False)
            if self._ground.covers(finger.target, x, y, self._slack):
                self._tap(target, _Tap(target.target, target.is_key, self._now(), x, y))

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

    def _tap(self, target: Target, tap: _Tap) -> None:
        last, self._last = self._last, tap
        if last is None or not self._repeats(last, tap):
            target.tap()

    def _repeats(self, last: _Tap, tap: _Tap) -> bool:
        """Whether a hand that trembles made one tap into two."""
        same = last.target == tap.target
        if last.is_key and tap.is_key:
            return same and tap.at - last.at < BOUNCE
        near = max(abs(tap.x - last.x), abs(tap.y - last.y)) < 2 * self._slack
        return (same or near) and tap.at - last.at < DOUBLE_TAP

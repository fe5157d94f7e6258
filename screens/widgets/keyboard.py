"""The keyboards on the screen, with the line of candidates above the Pinyin keys."""

from collections.abc import Callable
from functools import partial
from typing import Any

from kivy.clock import Clock

from screens import theme
from screens.keyboards import layouts
from screens.keyboards.layouts import Layout
from screens.keyboards.pinyin import Readiness
from screens.keyboards.typing import Typing
from screens.stage import Stage
from screens.theme import Type
from screens.views.inputs import Stroke
from screens.widgets.candidates import Candidates
from screens.widgets.control import Control
from screens.widgets.element import Element
from screens.widgets.images import Icon
from screens.widgets.pad import Pad
from screens.widgets.text import Text

_ICONS = {layouts.DELETE: "delete", layouts.NEWLINE: "newline", layouts.SHIFT: "shift"}
_QUIET = {
    layouts.DELETE, layouts.CLEAR, layouts.NEWLINE, layouts.SHIFT, layouts.SYMBOLS, layouts.LETTERS, layouts.CHINESE,
    layouts.HANDWRITING,
}  # fmt: skip
_GAP_MM = 2.2
_KEY_PADDING_MM = 2.0
_KEY_ROW_MM = 25.0
_PAD_WIDTH_MM = 250.0
_LOOK_AGAIN = 0.1
_WRITING_MM = 130.0
_LEAST_WRITING_MM = 40.0
"""How high the pad to write on is, and the least."""


class Key(Control):
    """A key with a character, a word or an icon on it."""

    is_key = True

    def __init__(self, stage: Stage, name: str, face: str, role: Type, tap: Callable[[], None]) -> None:
        super().__init__(
            stage, f"key:{name}", stage.palette.key_quiet if name in _QUIET else stage.palette.key, tap
        )
        self.face = face
        icon = "shift_on" if name == layouts.SHIFT and face == "on" else _ICONS.get(name, "")
        self._inside: Element = (
            Icon(stage, icon, stage.measures.unit(13), self.look.ink)
            if icon
            else Text(stage, face, role, self.look.ink, align="center", most=1)
        )
        self.add_widget(self._inside)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the face in the middle."""
        super().place(x, y, width, height)
        room = width - 2 * self.measures.unit(_KEY_PADDING_MM)
        if isinstance(self._inside, Text):
            self._inside.squeeze(room, height)
        high = self._inside.fit(room)
        self._inside.place(x + (width - room) / 2, y + (height - high) / 2, room, high)


class Keys(Element):
    """A keyboard that types into a `Typing`; `typed` is called after every key."""

    def __init__(self, stage: Stage, typing: Typing, newline: bool, typed: Callable[[], None]) -> None:
        super().__init__(stage)
        self._typing = typing
        self._newline = newline
        self._typed = typed
        self._candidates: Candidates | None = None
        self._writing: Pad | None = None
        self._rows: list[list[tuple[Key, float]]] = []
        self._columns = 10.0
        self._shown: tuple[str, bool, Readiness] | None = None
        self._ticking: Any = None
        self._build()

    @property
    def _pad(self) -> bool:
        return self._columns <= 3

    def fit(self, width: float) -> float:
        """Return the height of comfortable rows, and of the candidates above them."""
        comfortable = (36 if self._pad else 25) + (6 if self.measures.portrait else 0)
        return self._height(width, self.measures.target(comfortable)) + self._pad_height(_WRITING_MM)

    def least(self, width: float) -> float:
        """Return the height of the lowest rows that can be hit."""
        return self._height(width, self.measures.mm(theme.TARGET_MM)) + self._pad_height(_LEAST_WRITING_MM)

    def _pad_height(self, millimetres: float) -> float:
        return self.measures.unit(millimetres) + 2 * self._around_pad - self._gap() if self._writing else 0.0

    @property
    def _around_pad(self) -> float:
        """How far what is written with the whole finger stands from what is pressed."""
        return float(self.measures.apart)

    def _height(self, width: float, row: float) -> float:
        rows = len(self._rows) * row + self._gap() * (len(self._rows) - 1)
        return rows + (self._candidates.fit(width) + self._gap() if self._candidates else 0)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the candidates on top and the rows below them; keys stand as on every keyboard, also on a mirrored page."""
        super().place(x, y, width, height)
        wide = min(width, self.measures.unit(_PAD_WIDTH_MM)) if self._pad else width
        left, top = (self.x if self.stage.mirrored else x) + (width - wide) / 2, y + height
        if self._candidates:
            high = self._candidates.fit(wide)
            self._candidates.place(self.there(left, wide), top - high, wide, high)
            top -= high + self._gap()
        if self._writing:
            low = y + self.measures.target(_KEY_ROW_MM) + self._around_pad
            self._writing.place(self.there(left, wide), low, wide, top + self._gap() - self._around_pad - low)
            top = low - self._around_pad
        high = (top - y - self._gap() * (len(self._rows) - 1)) / len(self._rows)
        for row in self._rows:
            self._place_row(row, left, top - high, wide, high)
            top -= high + self._gap()

    def refresh(self) -> None:
        """Show what is being composed, and other keys when the layer changed."""
        if self._shown != self._state():
            self._build()
            self.place(self.left, self.y, self.width, self.height)
        elif self._candidates:
            self._candidates.show(self._typing.composition)
            if self._writing:
                self._writing.take(self._in_pad(self._writing))

    def faces(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Return what can be pressed, in rows: its id, and what stands on it."""
        rows = [tuple((key.target, key.face) for key, _weight in row) for row in self._rows]
        words = self._candidates.faces() if self._candidates else ()
        return (words, *rows) if words else tuple(rows)

    def leave(self) -> None:
        """Stop looking whether Pinyin is ready."""
        if self._ticking is not None:
            self._ticking.cancel()
            self._ticking = None

    def _state(self) -> tuple[str, bool, Readiness]:
        return self._typing.layer, self._typing.shifted, self.stage.pinyin.readiness

    def _build(self) -> None:
        self.clear_widgets()
        self._shown = layer, _, readiness = self._state()
        plan = layouts.layout(layer, self._newline)
        self._columns = plan.columns
        self._rows = [self._row(row, plan) for row in plan.rows]
        composes = layer in (layouts.CHINESE, layouts.HANDWRITING)
        self._candidates = self._line(readiness) if composes else None
        self._writing = self._pad_to_write_on() if layer == layouts.HANDWRITING else None

    def _row(self, names: layouts.Row, plan: Layout) -> list[tuple[Key, float]]:
        row = []
        for name in names:
            role = (
                Type.TITLE
                if plan.columns <= 3 and len(name) == 1
                else Type.LABEL
                if len(name) == 1
                else Type.STRONG
            )
            key = Key(self.stage, name, self._face(name), role, partial(self._press, name))
            self.add_widget(key)
            row.append((key, 1.0 if plan.columns <= 3 else layouts.WEIGHTS.get(name, 1.0)))
        return row

    def _face(self, name: str) -> str:
        words = self.stage.words
        match name:
            case layouts.SHIFT:
                return "on" if self._typing.shifted else "off"
            case (
                layouts.SPACE
                | layouts.CLEAR
                | layouts.LETTERS
                | layouts.CHINESE
                | layouts.SYMBOLS
                | layouts.HANDWRITING
            ):
                return words(f"widget-{name}")
            case layouts.DELETE | layouts.NEWLINE:
                return ""
            case _:
                return name.upper() if self._typing.shifted else name

    def _line(self, readiness: Readiness) -> Candidates:
        """Return the line above the keys; Pinyin that becomes ready meanwhile is seen at the next look."""
        if readiness in (Readiness.ASLEEP, Readiness.LOADING):
            self.stage.pinyin.wake()
            if self._ticking is None:
                self._ticking = Clock.schedule_interval(self._look_again, _LOOK_AGAIN)
        writing = self._typing.layer == layouts.HANDWRITING
        line = Candidates(self.stage, readiness, self._choose, writing=writing)
        line.show(self._typing.composition)
        self.add_widget(line)
        return line

    def _pad_to_write_on(self) -> Pad:
        pad = Pad(self.stage, (), self._write, "widget-handwriting-pad", ruled=False)
        self.add_widget(pad)
        return pad

    def _write(self, strokes: tuple[Stroke, ...]) -> None:
        """Read what is on the pad, in heights of the pad both ways: it is wider than high."""
        if self._writing:
            wide = self._writing.width / self._writing.height
            self._typing.write(tuple(tuple((x * wide, y) for x, y in stroke) for stroke in strokes))
            self.refresh()

    def _in_pad(self, pad: Pad) -> tuple[Stroke, ...]:
        wide = pad.width / pad.height
        return tuple(tuple((x / wide, y) for x, y in stroke) for stroke in self._typing.strokes)

    def _look_again(self, _seconds: float) -> None:
        if self.stage.pinyin.readiness in (Readiness.READY, Readiness.MISSING):
            self.leave()
            self.refresh()

    def _press(self, name: str) -> None:
        self._typing.press(name)
        self._after()

    def _choose(self, number: int) -> None:
        self._typing.choose(number)
        self._after()

    def _after(self) -> None:
        self.refresh()
        self._typed()

    def _gap(self) -> float:
        return self.measures.unit(_GAP_MM * (2 if self._pad else 1))

    def _place_row(  # a row in a rectangle
        self, row: list[tuple[Key, float]], left: float, y: float, width: float, height: float
    ) -> None:
        gap = self._gap()
        column = (width - gap * (self._columns - 1)) / self._columns
        total = sum(weight * column + (weight - 1) * gap for _, weight in row) + gap * (len(row) - 1)
        stretch = 1.0
        if total > width:
            stretch = (width - gap * (len(row) - 1)) / (total - gap * (len(row) - 1))
        x = left + max(0.0, (width - total) / 2)
        for key, weight in row:
            wide = (weight * column + (weight - 1) * gap) * stretch
            key.place(self.there(x, wide), y, wide, height)
            x += wide + gap

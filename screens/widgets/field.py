"""What was typed so far: a large field with a caret, or the fields of a date."""

from itertools import pairwise

from kivy.graphics import Color, Rectangle

from screens.keyboards import dates
from screens.keyboards.typing import Typing
from screens.stage import Stage
from screens.theme import Type, channels
from screens.views.entry import Entry, Keyboard
from screens.widgets.control import RADIUS_MM, STROKE_MM
from screens.widgets.element import Element
from screens.widgets.surface import surface
from screens.widgets.text import Text

_ID_GROUPS = (6, 14)  # region, birth date, sequence
_MOBILE, _MOBILE_GROUPS = 11, (3, 7)  # as people say it: 138 0013 8000
_PADS = (Keyboard.DIGITS, Keyboard.ID_NUMBER, Keyboard.DECIMAL)
_SHOWN = 400
"""The end of a long text that is shown; the field shows its last lines anyway."""

_MOST_LINES = 6


def grouped(number: str, groups: tuple[int, ...] = _ID_GROUPS) -> str:
    """Return a number parted at these places, by default an identity number."""
    cuts = (0, *groups, len(number))
    return " ".join(part for at, end in pairwise(cuts) if (part := number[at:end]))


class Field(Element):
    """The text typed so far, the end always in sight."""

    def __init__(self, stage: Stage, view: Entry, typing: Typing) -> None:
        super().__init__(stage)
        self._view = view
        self._typing = typing
        self._unit = (
            Text(stage, view.unit, Type.BODY, stage.palette.sheet.soft, most=1) if view.unit else None
        )
        self._role = Type.TITLE if view.keyboard in _PADS else Type.LABEL
        self._text = Text(stage, "", self._role, stage.palette.sheet.ink)
        self._lines = 1
        self.add_widget(self._text)
        if self._unit:
            self.add_widget(self._unit)

    def fit(self, _width: float) -> float:
        """Return the height of its lines."""
        return self._high(min(max(self._view.lines, 1), _MOST_LINES))

    def least(self) -> float:
        """Return the height of two of its lines, or of its only one."""
        return self._high(min(max(self._view.lines, 1), 2))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the text that fits, and the caret behind it."""
        self._lines = max(1, int((height - 2 * self._padding()) / self._line() + 0.05))
        self.remove_widget(self._text)
        self._text = self._content(width)
        self.add_widget(self._text)
        inner = self._room(width)
        high = self._text.fit(inner)
        top = y + height - self._padding() - high if self._view.lines > 1 else y + (height - high) / 2
        empty = 0 if self._typing.whole else self.measures.unit(3)
        super().place(x, y, width, height)
        left = (self.x if self.stage.mirrored else x) + self._sides() + empty
        self._text.place(self.there(left, inner), top, inner, high)
        if self._unit:
            wide, unit_high = self._unit.natural_width(), self._unit.fit(width)
            right = (self.x if self.stage.mirrored else x) + width - self._sides()
            self._unit.place(self.there(right - wide, wide), y + (height - unit_high) / 2, wide, unit_high)
        self.repaint()  # the caret stands behind the text

    def paint(self) -> None:
        """Draw the frame and the caret."""
        unit = self.measures.unit
        surface(
            self.x,
            self.y,
            self.width,
            self.height,
            self.stage.palette.secondary,
            unit(RADIUS_MM),
            unit(STROKE_MM * 1.5),
        )
        last = self._text.lines[-1] if self._typing.whole and self._text.lines else ""
        line = self._line()
        low = self._text.y if self._typing.whole else self.center_y - line / 2
        if self._view.lines > 1 and not self._typing.whole:
            low = self.top - self._padding() - line
        Color(*channels(self.stage.palette.strong))
        Rectangle(
            pos=(
                round(self.x + self._sides() + self._text.advance(last) + unit(0.5)),
                round(low + line * 0.12),
            ),
            size=(max(2, unit(0.9)), round(line * 0.76)),
        )

    def _content(self, width: float) -> Text:
        typed = self._typing.whole[-_SHOWN:]
        if not typed:
            return Text(
                self.stage,
                self._view.example,
                Type.BODY,
                self.stage.palette.sheet.soft,
                align="left",
                most=self._lines,
            )
        if self._view.masked:
            typed = "•" * len(typed)
        elif self._view.keyboard is Keyboard.ID_NUMBER:
            typed = grouped(typed)
        elif self._view.keyboard is Keyboard.DIGITS and self._view.max_length == _MOBILE:
            typed = grouped(typed, _MOBILE_GROUPS)
        whole = Text(self.stage, typed, self._role, self.stage.palette.sheet.ink, typed=True)
        whole.fit(self._room(width))
        last = "\n".join(whole.lines[-self._lines :])
        return Text(self.stage, last, self._role, self.stage.palette.sheet.ink, align="left", typed=True)

    def _room(self, width: float) -> float:
        beside = self._unit.natural_width() + self._sides() if self._unit else 0
        return width - 2 * self._sides() - beside - self.measures.unit(2)

    def _sides(self) -> float:
        return float(self.measures.unit(6))

    def _padding(self) -> float:
        return float(self.measures.unit(6 if self._role is Type.LABEL else 3.5))

    def _line(self) -> float:
        return self.measures.em(self._role) * 1.448

    def _high(self, lines: int) -> float:
        return self._padding() * 2 + self._line() * lines


class DateField(Element):
    """Year, month and day, each in a field of its own; the one that is being filled has a strong frame."""

    def __init__(self, stage: Stage, typing: Typing) -> None:
        super().__init__(stage)
        self._typing = typing
        self._gap = stage.measures.unit(5)

    def fit(self, _width: float) -> float:
        """Return the height of a field."""
        return float(self.measures.unit(30))

    def least(self) -> float:
        """Return the same."""
        return self.fit(0)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the fields beside each other, each with its word behind it."""
        self.clear_widgets()
        super().place(x, y, width, height)
        for (left, wide), part, name in zip(
            self._boxes(), self._parts(), ("year", "month", "day"), strict=False
        ):
            number = Text(self.stage, part, Type.TITLE, self.stage.palette.sheet.ink, align="center", most=1)
            word = Text(
                self.stage,
                self.stage.words(f"widget-{name}"),
                Type.STRONG,
                self.stage.palette.page.ink,
                most=1,
            )
            for text, begin, room in (
                (number, left, wide),
                (word, left + wide + self._gap / 2, self._word_width()),
            ):
                high = text.fit(room)
                self.add_widget(text)
                text.place(self.there(begin, room), y + (height - high) / 2, room, high)

    def paint(self) -> None:
        """Draw the frames."""
        unit = self.measures.unit
        parts = self._parts()
        lengths = self._typing.dates
        filled = [len(part) == length for part, length in zip(parts, lengths, strict=True)]
        active = filled.index(False) if False in filled else -1
        for at, (left, wide) in enumerate(self._boxes()):
            look, stroke = (
                (self.stage.palette.secondary, STROKE_MM * 1.8)
                if at == active
                else (self.stage.palette.control, STROKE_MM)
            )
            surface(left, self.y, wide, self.height, look, unit(RADIUS_MM), max(1, unit(stroke)))

    def _parts(self) -> tuple[str, ...]:
        return dates.parts(self._typing.text, self._typing.dates)

    def _word_width(self) -> float:
        em = self.measures.em(Type.STRONG)
        return em * (1.2 if self.stage.language.startswith("zh") else 3.4)

    def _boxes(self) -> list[tuple[float, float]]:
        lengths = self._typing.dates
        words = (self._word_width() + self._gap * 1.5) * len(lengths)
        letter = min((self.width - words) / (sum(lengths) + len(lengths)), self.measures.unit(17))
        boxes, left = [], float(self.x)
        for length in lengths:
            wide = letter * (length + 1)
            boxes.append((left, wide))
            left += wide + self._word_width() + self._gap * 1.5
        return boxes

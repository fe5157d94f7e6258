"""Buttons: primary (one a page, always lower right), secondary, quiet, and the small ones of the header."""

from collections.abc import Callable
from enum import Enum

from screens.stage import Stage
from screens.theme import Type
from screens.views.frame import Action
from screens.widgets.control import Control
from screens.widgets.images import Icon
from screens.widgets.text import Text


class Rank(Enum):
    """How much a button asks to be pressed; the value names its look."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    HEADER = "header_tool"


class Button(Control):
    """A label, with an icon before or (`icon_last`) behind it, centred together."""

    def __init__(
        self,
        stage: Stage,
        action: Action,
        rank: Rank,
        tap: Callable[[], None],
        *,
        icon: str = "",
        icon_last: bool = False,
        height_mm: float = 26.0,
        role: Type = Type.LABEL,
        size: int = 0,
    ) -> None:
        look = stage.palette.looks[rank.value if action.enabled else "disabled"]
        super().__init__(stage, action.id, look, tap)
        self.label = Text(stage, action.label, role, look.ink, align="center", most=2, size=size)
        self._icon = Icon(stage, icon, self.label.em * 1.05, look.ink) if icon else None
        self._icon_last = icon_last
        self._height = stage.measures.target(height_mm)
        self._padding = stage.measures.unit(5)
        self._between = stage.measures.unit(3)
        self.add_widget(self.label)
        if self._icon:
            self.add_widget(self._icon)

    def natural_width(self) -> float:
        """Return the width at which the label stands on one line."""
        return max(
            self.label.natural_width() + self._beside() + 2 * self._padding, self.measures.least_target
        )

    def fit(self, width: float) -> float:
        """Return its height; more when the label needs two lines."""
        needed = self.label.fit(self._room(width)) + self.measures.unit(4)
        return max(self._height, needed)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Centre icon and label."""
        super().place(x, y, width, height)
        room = self._squeezed(width, height - self.measures.unit(3))
        left = x + (width - room - self._beside()) / 2
        high = self.label.fit(room)
        middle = y + height / 2
        label_left = left if self._icon_last else left + self._beside()
        self.label.place(label_left, middle - high / 2 + self.label.em * 0.04, room, high)
        if self._icon:
            side = self._icon.fit(0)
            icon_left = left + room + self._between if self._icon_last else left
            self._icon.place(icon_left, middle - side / 2, side, side)

    def _squeezed(self, width: float, height: float) -> float:
        """Make the label fit, by smaller letters, then nearer to the edges; return the width that it takes."""
        room = self._room(width)
        self.label.squeeze(room, height)
        if self.label.fit(room) > height:
            room += self._padding
        return min(room, self.label.natural_width())

    def _beside(self) -> float:
        return self._icon.fit(0) + self._between if self._icon else 0.0

    def _room(self, width: float) -> float:
        return width - 2 * self._padding - self._beside()

"""Badges: short words on a small surface."""

from collections.abc import Sequence

from screens.palettes import Look
from screens.stage import Stage
from screens.theme import Type
from screens.typesetting import Setting
from screens.widgets.element import Element
from screens.widgets.surface import rounded
from screens.widgets.text import Text

_BADGE_GAP_MM = 2.5


def badges_height(stage: Stage, words: tuple[str, ...], width: float) -> float:
    """Return how high the lines of badges with these words will be, before there are any."""
    settings = [Setting(stage.measures, word, Type.SMALL, 1) for word in words]
    padding, gap = 2 * stage.measures.unit(3), stage.measures.unit(_BADGE_GAP_MM)
    lines = len(_lines([setting.natural_width() + padding for setting in settings], width, gap))
    high = settings[0].fit(settings[0].natural_width()) + stage.measures.unit(0.6)
    return lines * high + (lines - 1) * gap


class Badge(Element):
    """A short word on a small surface."""

    def __init__(self, stage: Stage, text: str, look: Look) -> None:
        super().__init__(stage)
        self._look = look
        self._text = Text(stage, text, Type.SMALL, look.ink, align="center", most=1)
        self._padding = stage.measures.unit(3)
        self.add_widget(self._text)

    def natural_width(self) -> float:
        """Return the width of the word and its padding."""
        return self._text.natural_width() + 2 * self._padding

    def fit(self, _width: float) -> float:
        """Return the height of the word."""
        return self._text.fit(self._text.natural_width()) + self.measures.unit(0.6)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the word in the middle."""
        super().place(x, y, width, height)
        self._text.place(x + self._padding, y, width - 2 * self._padding, height)

    def paint(self) -> None:
        """Draw the small surface."""
        rounded(self.x, self.y, self.width, self.height, self._look.surface, self.measures.unit(2))


class Badges(Element):
    """Badges in a line, in as many lines as they need."""

    def __init__(self, stage: Stage, badges: tuple[Badge, ...], centred: bool = False) -> None:
        super().__init__(stage)
        self._badges = badges
        self._gap = stage.measures.unit(_BADGE_GAP_MM)
        self._centred = centred
        for badge in badges:
            self.add_widget(badge)

    def fit(self, width: float) -> float:
        """Return the height of the lines."""
        lines = len(self._lines(width))
        return lines * self._badges[0].fit(width) + (lines - 1) * self._gap

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put them from left to right and down."""
        super().place(x, y, width, height)
        high, top = self._badges[0].fit(width), y + height
        for line in self._lines(width):
            used = sum(wide for _, wide in line) + self._gap * (len(line) - 1)
            left = x + (width - used) / 2 if self._centred else x
            for badge, wide in line:
                badge.place(left, top - high, wide, high)
                left += wide + self._gap
            top -= high + self._gap

    def _lines(self, width: float) -> list[list[tuple[Badge, float]]]:
        lines = _lines([badge.natural_width() for badge in self._badges], width, self._gap)
        return [[(self._badges[at], wide) for at, wide in line] for line in lines]


def _lines(widths: Sequence[float], room: float, gap: float) -> list[list[tuple[int, float]]]:
    """Fill lines from the left: for each the numbers and the widths of what stands on it."""
    lines: list[list[tuple[int, float]]] = [[]]
    used = 0.0
    for at, natural in enumerate(widths):
        wide = min(natural, room)
        if lines[-1] and used + wide > room:
            lines.append([])
            used = 0.0
        lines[-1].append((at, wide))
        used += wide + gap
    return lines

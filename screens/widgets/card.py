"""Cards: a surface around an element, with a mark at its left edge when the tone needs one."""

from screens.palettes import Look
from screens.stage import Stage
from screens.theme import Type
from screens.views.frame import Banner, Tone
from screens.widgets.control import RADIUS_MM
from screens.widgets.element import Beside, Element
from screens.widgets.images import Icon
from screens.widgets.surface import surface
from screens.widgets.text import Text

ICON_OF = {Tone.NEUTRAL: "info", Tone.GOOD: "ok", Tone.WARNING: "warning", Tone.BAD: "bad"}


class Card(Element):
    """A surface with an element inside."""

    def __init__(
        self,
        stage: Stage,
        inside: Element,
        look: Look | None = None,
        padding_mm: float = 8.0,
        sides_mm: float = 0.0,
    ) -> None:
        super().__init__(stage)
        self._inside = inside
        self._look = look or stage.palette.sheet
        self._padding = stage.measures.unit(padding_mm)
        self._sides = stage.measures.unit(sides_mm or padding_mm)
        self.add_widget(inside)

    def fit(self, width: float) -> float:
        """Return the height of what is inside, and the padding."""
        return self._inside.fit(width - 2 * self._sides) + 2 * self._padding

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put what is inside within the padding, in the middle of a card that is higher."""
        super().place(x, y, width, height)
        inner = width - 2 * self._sides
        high = self._inside.fit(inner)
        self._inside.place(x + self._sides, y + (height - high) / 2, inner, high)

    def paint(self) -> None:
        """Draw the surface."""
        unit = self.measures.unit
        surface(self.x, self.y, self.width, self.height, self._look, unit(RADIUS_MM), max(1, unit(0.4)))


def notice(stage: Stage, banner: Banner, role: Type = Type.BODY, icon: str = "") -> Card:
    """Return a message in the colour of its tone, with the icon of its tone or the one given."""
    look = stage.palette.looks[banner.tone.value]
    text = Text(stage, banner.text, role, look.ink)
    side = text.em * 1.25
    line = Beside(
        stage,
        [(Icon(stage, icon or ICON_OF[banner.tone], side, look.ink), side), (text, None)],
        gap=stage.measures.unit(4),
    )
    return Card(stage, line, look, padding_mm=5.0)

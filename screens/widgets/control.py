"""What can be pressed: a surface that answers the finger at once."""

from collections.abc import Callable

from screens.palettes import Look
from screens.stage import Stage
from screens.widgets.element import Element
from screens.widgets.surface import surface

RADIUS_MM = 3.2
STROKE_MM = 0.65


class Control(Element):
    """A surface with an id. `tap` is called when it was pressed; what is on it are its children."""

    is_key = False

    def __init__(self, stage: Stage, target: str, look: Look, tap: Callable[[], None]) -> None:
        super().__init__(stage)
        self.target = target
        self.look = look
        self.pressed = False
        self._tap = tap

    def tap(self) -> None:
        """Do what it is there for."""
        self._tap()

    def show_pressed(self, pressed: bool) -> None:
        """Change its colour under the finger."""
        if pressed != self.pressed:
            self.pressed = pressed
            self.repaint()

    def paint(self) -> None:
        """Draw the surface."""
        unit = self.measures.unit
        surface(
            self.x,
            self.y,
            self.width,
            self.height,
            self.look,
            unit(RADIUS_MM),
            max(1, unit(STROKE_MM)),
            self.pressed,
        )

"""What stands in the middle of a page: it scrolls when it is too high, unless it fills whatever room there is."""

from screens.stage import Stage
from screens.views import AnyView
from screens.views.frame import Action
from screens.views.inputs import Touched
from screens.widgets.element import Element, Stack


class Content(Element):
    """The middle of a page. One that `fills` takes the room there is, as long as it is at least `least` high."""

    fills = False
    has_keys = False
    wide = False  # stands below the question also where the panel lies

    def least(self, width: float) -> float:
        """Return the height below which it scrolls."""
        return self.fit(width)

    def reachable(self, y: float) -> float:
        """Return how high what is touched may stand above `y`, the lower edge of the content."""
        return self.measures.reach - y if self.stage.low else self.measures.height

    def renew(self, _view: AnyView) -> bool:
        """Take over a new view of the same page; False asks to be built again."""
        return False

    def forget(self) -> None:
        """Drop everything personal now."""


class Flow(Content):
    """Elements below each other."""

    def __init__(self, stage: Stage, elements: list[Element], gap_mm: float = 8.0) -> None:
        super().__init__(stage)
        self._stack = Stack(stage, elements, max(stage.measures.unit(gap_mm), stage.measures.apart))
        self.add_widget(self._stack)

    def fit(self, width: float) -> float:
        """Return the height of the elements."""
        return self._stack.fit(width)

    def most(self, width: float) -> float:
        """Return the height that the elements make good use of."""
        return self._stack.most(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the elements from the top down."""
        super().place(x, y, width, height)
        high = max(self._stack.fit(width), min(height, self._stack.most(width)))
        self._stack.place(x, y + height - high, width, high)


def touch(stage: Stage, action: Action) -> None:
    """Post that an action was pressed."""
    stage.post(Touched(action.id))

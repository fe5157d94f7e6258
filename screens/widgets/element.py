"""Elements: pieces of a page that know their height for a width, and where they are the moment they are placed.

Kivy's own layouts settle over several frames; a page of ours is complete when it is built, so that a touch is never
lost to a button that has not arrived, and a page change costs one frame. Coordinates are Kivy's: pixels of the window,
origin at the lower left.
"""

from collections.abc import Sequence

from kivy.uix.widget import Widget

from screens.stage import Stage

_EVEN = 1.35
"""Rows that differ by no more than this are made equal."""


class Element(Widget):
    """A piece of a page. Subclasses say how high they are and paint themselves.

    What is `put_off` has a place and a height, and nothing else until a pane calls `reveal`.
    """

    put_off = False
    left = 0.0
    """Where it was put, before a mirrored page turned that round; `x` is where it stands."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.measures = stage.measures

    def apply_class_lang_rules(self, *_arguments: object, **_named: object) -> None:
        """Take nothing from Kivy's style sheet, which knows classes by their bare names."""

    def fit(self, width: float) -> float:
        """Return the height that it needs at a width."""
        raise NotImplementedError

    def most(self, width: float) -> float:
        """Return the height that it makes good use of where there is room: no less than `fit`."""
        return self.fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put it into a rectangle, or where that stands in a mirror, and paint it there."""
        self.left = x
        self.pos, self.size = (round(self.there(x, width)), round(y)), (round(width), round(height))
        self.repaint()

    def there(self, x: float, width: float) -> float:
        """Return the other side of a mirrored page: where something stands that is put at `x`, and the way round."""
        return self.measures.width - x - width if self.stage.mirrored else x

    def within(self, x: float, width: float) -> float:
        """Return where to draw, in its own mirrored rectangle, what stands at the pixel `x` otherwise."""
        return self.x + self.right - x - width if self.stage.mirrored else x

    def repaint(self) -> None:
        """Draw it again where it is; its children stay."""
        self.canvas.before.clear()
        with self.canvas.before:
            self.paint()

    def paint(self) -> None:
        """Draw what is below its children."""

    def reveal(self) -> None:
        """It comes into sight: do what was put off."""

    def leave(self) -> None:
        """The page is going: stop everything that runs by itself."""


class Space(Element):
    """Nothing, of a height."""

    def __init__(self, stage: Stage, height: float) -> None:
        super().__init__(stage)
        self._height = height

    def fit(self, _width: float) -> float:
        """Return its height."""
        return self._height


class Stack(Element):
    """Elements below each other."""

    def __init__(self, stage: Stage, elements: Sequence[Element], gap: float) -> None:
        super().__init__(stage)
        self.elements = tuple(elements)
        self._gap = gap
        for element in self.elements:
            self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the sum of the heights and gaps."""
        return sum(element.fit(width) for element in self.elements) + self._gaps()

    def most(self, width: float) -> float:
        """Return the sum of what each makes good use of, and the gaps."""
        return sum(element.most(width) for element in self.elements) + self._gaps()

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the elements from the top down; those that can use more room share what there is."""
        super().place(x, y, width, height)
        heights = [element.fit(width) for element in self.elements]
        wanted = [element.most(width) - high for element, high in zip(self.elements, heights, strict=True)]
        spare = max(0.0, height - sum(heights) - self._gaps())
        share = min(1.0, spare / sum(wanted)) if sum(wanted) > 0 else 0.0
        top = y + height
        for element, high, more in zip(self.elements, heights, wanted, strict=True):
            tall = high + more * share
            element.place(x, top - tall, width, tall)
            top -= tall + self._gap

    def _gaps(self) -> float:
        return self._gap * max(0, len(self.elements) - 1)


class Grid(Element):
    """Elements in columns of one width; a row is as high as its highest, and rows of about one height are even.

    Where there is room, rows grow up to `stretch` times their height: a larger target is easier to hit.
    """

    def __init__(
        self, stage: Stage, elements: Sequence[Element], columns: int, gap: float, *, stretch: float = 1.0
    ) -> None:
        super().__init__(stage)
        self._stretch = stretch
        self._gap = gap
        self._columns = max(1, columns)
        self._rows = [elements[at : at + self._columns] for at in range(0, len(elements), self._columns)]
        for element in elements:
            self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the sum of the rows and gaps."""
        return sum(self._heights(width)) + self._gaps()

    def most(self, width: float) -> float:
        """Return the sum of the rows as high as they may grow, and the gaps."""
        return sum(self._heights(width)) * self._stretch + self._gaps()

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the rows from the top down."""
        super().place(x, y, width, height)
        column, top, heights = self._column(width), y + height, self._heights(width)
        grown = min(self._stretch, max(1.0, (height - self._gaps()) / sum(heights))) if heights else 1.0
        for row, least in zip(self._rows, heights, strict=True):
            high = least * grown
            for at, element in enumerate(row):
                element.place(x + at * (column + self._gap), top - high, column, high)
            top -= high + self._gap

    def _gaps(self) -> float:
        return self._gap * max(0, len(self._rows) - 1)

    def _column(self, width: float) -> float:
        return (width - self._gap * (self._columns - 1)) / self._columns

    def _heights(self, width: float) -> list[float]:
        column = self._column(width)
        heights = [max(element.fit(column) for element in row) for row in self._rows]
        even = bool(heights) and max(heights) <= _EVEN * min(heights)
        return [max(heights)] * len(heights) if even else heights


class Beside(Element):
    """Elements beside each other, centred on one line; widths in pixels, None shares what is left."""

    def __init__(
        self, stage: Stage, elements: Sequence[tuple[Element, float | None]], gap: float, top: bool = False
    ) -> None:
        super().__init__(stage)
        self._elements = tuple(elements)
        self._gap = gap
        self._top = top
        for element, _width in self._elements:
            self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height of the highest."""
        return max(element.fit(wide) for element, wide in self._widths(width))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put them from left to right."""
        super().place(x, y, width, height)
        for element, wide in self._widths(width):
            high = element.fit(wide)
            below = height - high if self._top else (height - high) / 2
            element.place(x, y + below, wide, high)
            x += wide + self._gap

    def _widths(self, width: float) -> list[tuple[Element, float]]:
        fixed = sum(wide for _, wide in self._elements if wide is not None)
        sharing = sum(wide is None for _, wide in self._elements)
        left = width - fixed - self._gap * (len(self._elements) - 1)
        share = max(1.0, left / sharing) if sharing else 0.0
        return [(element, share if wide is None else wide) for element, wide in self._elements]

"""The bars that every page has: the header with the site and the item, the progress, the footer with its three places."""

from collections.abc import Callable
from functools import partial

from screens.stage import Stage
from screens.theme import Type
from screens.views.frame import Action, Step
from screens.widgets.button import Button, Rank
from screens.widgets.element import Element
from screens.widgets.images import Drawing
from screens.widgets.surface import plain, rounded
from screens.widgets.text import Text

MARGIN_MM = 13.0
_MOST_SEGMENTS = 14

Press = Callable[[Action], None]


class Header(Element):
    """What is being done here, or else the site's name, and the small actions at the right; its letters do not grow."""

    def __init__(self, stage: Stage, site: str, item: str, tools: tuple[Action, ...], press: Press) -> None:
        super().__init__(stage)
        self._emblem = Drawing(stage, "emblem", stage.measures.unit(17))
        unit = stage.measures.unit
        large, small = unit(Type.LABEL.value[0]), unit(Type.SMALL.value[0])
        self._name = Text(stage, item or site, Type.LABEL, stage.palette.header.ink, most=1, size=large)
        self._long = Text(stage, item or site, Type.LABEL, stage.palette.header.ink, most=2, size=small)
        self._tools = [
            Button(
                stage,
                tool,
                Rank.HEADER,
                partial(press, tool),
                icon=tool.id,
                height_mm=20,
                role=Type.STRONG,
                size=unit(Type.STRONG.value[0]),
            )
            for tool in tools
        ]
        for element in (self._emblem, *self._tools):
            self.add_widget(element)

    def fit(self, _width: float) -> float:
        """Return the height of the bar."""
        return max(self.measures.unit(33), self.measures.least_target + self.measures.unit(8))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the emblem and the name left, the tools right."""
        super().place(x, y, width, height)
        margin, side = self.measures.unit(MARGIN_MM), self.measures.unit(17)
        right = x + width - margin
        for tool in reversed(self._tools):
            wide = tool.natural_width()
            high = tool.fit(wide)
            tool.place(right - wide, y + (height - high) / 2, wide, high)
            right -= wide + self.measures.apart
        self._emblem.place(x + margin, y + (height - side) / 2, side, side)
        left = x + margin + side + self.measures.unit(5)
        name = self._name if self._name.natural_width() <= right - left else self._long
        self.remove_widget(self._name)
        self.remove_widget(self._long)
        self.add_widget(name)
        high = name.fit(right - left)
        name.place(left, y + (height - high) / 2, right - left, high)

    def paint(self) -> None:
        """Draw the bar."""
        plain(self.x, self.y, self.width, self.height, self.stage.palette.header.surface)


class Tools(Element):
    """The small actions of the header, where they can be reached by who sits, and another action of the page before them."""

    def __init__(
        self, stage: Stage, tools: tuple[Action, ...], press: Press, other: Action | None = None
    ) -> None:
        super().__init__(stage)
        size = stage.measures.unit(Type.STRONG.value[0])

        def button(action: Action, rank: Rank, icon: str) -> Button:
            tap = partial(press, action)
            return Button(stage, action, rank, tap, icon=icon, height_mm=20, role=Type.STRONG, size=size)

        buttons = [button(other, Rank.SECONDARY, "")] if other else []
        buttons += [button(tool, Rank.QUIET, tool.id) for tool in tools]
        self._buttons = buttons
        for each in buttons:
            self.add_widget(each)

    def fit(self, width: float) -> float:
        """Return the height of the highest button."""
        widths = self._widths(width)
        return max((each.fit(wide) for each, wide in zip(self._buttons, widths, strict=True)), default=0.0)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put them beside each other."""
        super().place(x, y, width, height)
        for each, wide in zip(self._buttons, self._widths(width), strict=True):
            each.place(x, y, wide, height)
            x += wide + self.measures.apart

    def _widths(self, width: float) -> list[float]:
        """Each as wide as its words need, and an even share of what is left; all alike where there is too little."""
        count = len(self._buttons)
        room = width - self.measures.apart * (count - 1)
        needed = [each.natural_width() for each in self._buttons]
        spare = (room - sum(needed)) / max(1, count)
        return [wide + spare for wide in needed] if spare >= 0 else [room / count] * count


class Progress(Element):
    """Which step it is and how many there are, in words and as a bar."""

    def __init__(self, stage: Stage, step: Step) -> None:
        super().__init__(stage)
        self._step = step
        text = stage.words("widget-step", number=step.number, total=step.total)
        self._text = Text(stage, text, Type.STRONG, stage.palette.page.ink, most=1)
        self.add_widget(self._text)

    def fit(self, width: float) -> float:
        """Return the height of the words."""
        return self._text.fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the words left; the bar is drawn behind them."""
        super().place(x, y, width, height)
        self._text.place(x, y, self._text.natural_width(), height)

    def paint(self) -> None:
        """Draw a segment for each step."""
        total = max(1, self._step.total)
        left = self.x + self._text.natural_width() + self.measures.unit(7)
        wide, thick, gap = self.right - left, self.measures.unit(3), self.measures.unit(1.6)
        y = self.center_y - thick / 2
        if total > _MOST_SEGMENTS:
            rounded(self.within(left, wide), y, wide, thick, self.stage.palette.line, thick / 2)
            share = min(1.0, self._step.number / total)
            done = max(wide * share, thick)
            rounded(self.within(left, done), y, done, thick, self.stage.palette.strong, thick / 2)
            return
        each = (wide - gap * (total - 1)) / total
        for at in range(total):
            colour = self.stage.palette.strong if at < self._step.number else self.stage.palette.line
            rounded(self.within(left + at * (each + gap), each), y, each, thick, colour, thick / 2)


class Footer(Element):
    """Back at the left, leave in the middle, the primary action at the right: each always at its place.

    Another action may stand `beside` the primary one where nothing can be left, else where there is no way back.
    """

    def __init__(  # noqa: PLR0917  # each has its place
        self,
        stage: Stage,
        back: Action | None,
        leave: Action | None,
        primary: Action | None,
        press: Press,
        beside: Action | None = None,
    ) -> None:
        super().__init__(stage)

        def button(action: Action, rank: Rank, icon: str, last: bool = False) -> Button:
            return Button(
                stage, action, rank, partial(press, action), icon=icon, icon_last=last, height_mm=27
            )

        apart = stage.measures.apart / 2
        self._above = apart if stage.low else max(stage.measures.unit(7), apart)
        self._around = self._above * (1 if stage.low else 2)  # who sits needs every millimetre below
        place = (0.0, 0.29) if leave else (0.29, 0.56)
        self._places = (
            (0.0, 0.29, button(back, Rank.SECONDARY, "back") if back else None),
            (0.29, 0.56, button(leave, Rank.QUIET, "leave") if leave else None),
            (*place, button(beside, Rank.SECONDARY, "") if beside else None),
            (0.56, 1.0, button(primary, Rank.PRIMARY, "next", last=True) if primary else None),
        )
        for _begin, _end, part in self._places:
            if part is not None:
                self.add_widget(part)

    def fit(self, _width: float) -> float:
        """Return the height of the bar."""
        return self.measures.target(27) + self._around

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put each button at its place."""
        super().place(x, y, width, height)
        margin, gap = self.measures.unit(MARGIN_MM), self.measures.apart
        inner = width - 2 * margin + gap
        for begin, end, part in self._places:
            if part is not None:
                wide, high = inner * (end - begin) - gap, height - self._around
                part.place(x + margin + inner * begin, y + height - self._above - high, wide, high)

    def paint(self) -> None:
        """Draw the bar and the line above it, unless there is nothing on it."""
        if not self.children:
            return
        plain(self.x, self.y, self.width, self.height, self.stage.palette.sheet.surface)
        plain(
            self.x,
            self.top - max(1, self.measures.unit(0.4)),
            self.width,
            max(1, self.measures.unit(0.4)),
            self.stage.palette.line,
        )

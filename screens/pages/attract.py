"""The resting page: read from four metres, touched anywhere."""

from functools import partial
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture

from screens.pages.content import touch
from screens.stage import Stage
from screens.theme import Type, channels
from screens.views.menus import Attract
from screens.widgets.bars import MARGIN_MM
from screens.widgets.button import Button, Rank
from screens.widgets.card import notice
from screens.widgets.element import Beside, Element, Space, Stack
from screens.widgets.images import Drawing, Icon, ground_of
from screens.widgets.surface import rounded
from screens.widgets.text import Text

_PILL_MM = 44.0
_RIVER_CUT = 0.30
_SKYLINE_WIDTH = 1920  # pixels of a panel on which it is as wide as the panel, at 3.2 pixels a millimetre
_LYING_TITLE_MM = 33.0
_LINE_MM = 15.0


class Invitation(Element):
    """The white pill that says where to begin; the whole page is what is touched."""

    def __init__(self, stage: Stage, label: str) -> None:
        super().__init__(stage)
        self._label = Text(stage, label, Type.HERO, stage.palette.header.surface, align="center", most=1)
        side = self._label.em * 1.35
        self._icon = Icon(stage, "touch", side, stage.palette.header.surface)
        self._line = Beside(
            stage, [(self._icon, side), (self._label, self._label.natural_width())], stage.measures.unit(6)
        )
        self._wide = side + self._label.natural_width() + stage.measures.unit(46)
        self.add_widget(self._line)

    def fit(self, _width: float) -> float:
        """Return its height."""
        return float(self.measures.unit(_PILL_MM))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put icon and label in the middle of the pill."""
        wide = min(self._wide, width)
        left = x + (width - wide) / 2 if self.measures.portrait else x
        super().place(left, y, wide, height)
        high = self._line.fit(wide)
        self._line.place(
            left + self.measures.unit(20), y + (height - high) / 2, wide - self.measures.unit(40), high
        )

    def paint(self) -> None:
        """Draw the pill."""
        rounded(self.x, self.y, self.width, self.height, self.stage.palette.header.ink, self.height / 2)


class AttractPage(Element):
    """Sky, city, river; the site's name, what can be done here, and where to touch."""

    is_key = False

    def __init__(self, view: Attract, stage: Stage) -> None:
        super().__init__(stage)
        self._build(view)

    @property
    def target(self) -> str:
        """What a touch anywhere does."""
        return self.view.primary.id if self.view.primary else ""

    def tap(self) -> None:
        """Begin."""
        if self.view.primary:
            touch(self.stage, self.view.primary)

    def show_pressed(self, pressed: bool) -> None:
        """The next page is the answer; nothing changes here."""

    def renew(self, view: Attract) -> None:
        """Show another view."""
        self.clear_widgets()
        self._build(view)

    def paint(self) -> None:
        """Draw the sky and the city in front of it."""
        Color(1, 1, 1, 1)
        Rectangle(texture=self._sky, pos=self.pos, size=self.size)
        if len(self.stage.palette.sky) == 1:
            return  # a theme of few colours has no picture behind words
        city = ground_of("skyline")
        scale = self.measures.comfort * self.measures.size.density / 3.2 * _SKYLINE_WIDTH / city.width
        wide, high = max(city.width * scale, self.width), city.height * scale
        high = max(high, city.height * self.width / city.width)
        wide = high * city.width / city.height
        low = self.y if self.measures.portrait else self.y - high * _RIVER_CUT
        Rectangle(texture=city, pos=(self.center_x - wide / 2, low), size=(wide, high))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the names on top and the invitation where a hand is."""
        super().place(x, y, width, height)
        unit = self.measures.unit
        margin = unit(MARGIN_MM * (1.0 if self.measures.portrait else 2.0))
        inner = width - 2 * margin
        bar = self._top.fit(inner)
        top = y + height - unit(10) - bar
        self._top.place(x + margin, top, inner, bar)
        wide = inner if self.measures.portrait else inner * 0.62
        high = self._words.fit(wide)
        top -= unit(34 if self.measures.portrait else 10)
        self._words.place(x + margin, top - high, wide, high)
        self._place_elder(x + margin, top - high, wide)
        if self._low is not None:
            self._low.place(x + margin, y + unit(14), inner, self._low.fit(inner))
        if self._news is not None:
            left, room = x + margin + wide + unit(8), inner - wide - unit(8)
            high = self._news.fit(room)
            self._news.place(left, y + height - unit(24) - bar - high, room, high)

    def _place_elder(self, left: float, top: float, width: float) -> None:
        """Put the way to the mode for the old below the invitation, unless it stands low with the others."""
        if self._elder is not None and self._low is None:
            wide, gap = self._elder.natural_width(), max(self.measures.unit(10), self.measures.apart)
            high = self._elder.fit(wide)
            left += (width - wide) / 2 if self.measures.portrait else 0
            self._elder.place(left, top - gap - high, wide, high)

    def _build(self, view: Attract) -> None:
        self.view = view
        stage, portrait = self.stage, self.measures.portrait
        self._sky = _gradient(stage.palette.sky)
        self._build_bar(view)
        news: list[Element] = [notice(stage, banner) for banner in view.banners[:4]]
        self._news = None if portrait or not news else Stack(stage, news, self.measures.unit(4))
        words = [*self._said(view), *(news if portrait else ()), *self._invitation(view)]
        self._words = Stack(stage, words, self.measures.unit(11 if portrait else 5))
        below = self._elder if self._low is None else self._low
        for part in (below, self._news, self._top, self._words):
            if part is not None:
                self.add_widget(part)
        self.place(0, 0, self.measures.width, self.measures.height)

    def _build_bar(self, view: Attract) -> None:
        """Make the bar of the place's name, with the tools unless they stand low, and the way to the mode for the old."""
        stage, side = self.stage, self.measures.unit(20)
        other = view.secondary
        self._elder = (
            Button(stage, other, Rank.SECONDARY, partial(touch, stage, other), icon=other.id)
            if other
            else None
        )
        tools = [
            Button(stage, tool, Rank.HEADER, partial(touch, stage, tool), icon=tool.id, height_mm=22)
            for tool in view.tools
        ]
        row: list[tuple[Element, float | None]] = [(tool, tool.natural_width()) for tool in tools]
        lowered = [*row, (self._elder, self._elder.natural_width())] if self._elder else row
        self._low = Beside(stage, lowered, stage.measures.apart) if stage.low and row else None
        site = Text(stage, view.site, Type.LABEL, stage.palette.header.ink, most=2)
        line: list[tuple[Element, float | None]] = [(Drawing(stage, "emblem", side), side), (site, None)]
        self._top = Beside(stage, line + row if self._low is None else line, stage.measures.apart)

    def _said(self, view: Attract) -> list[Element]:
        """What is said about the place: its title, a line below, and others."""
        stage, portrait, unit = self.stage, self.measures.portrait, self.measures.unit
        ink, align = stage.palette.header.ink, "center" if portrait else "start"
        size = 0 if portrait else unit(_LYING_TITLE_MM)
        title = Text(stage, view.title, Type.DISPLAY, ink, align=align, size=size)
        lead = (
            [Text(stage, view.lead, Type.TITLE, stage.palette.header.soft, align=align)] if view.lead else []
        )
        lines = [Text(stage, text, Type.LABEL, ink, align=align, size=unit(_LINE_MM)) for text in view.lines]
        return [title, *lead, Stack(stage, lines, unit(2))]

    def _invitation(self, view: Attract) -> list[Element]:
        if not view.primary:
            return []
        return [Space(self.stage, self.measures.unit(8)), Invitation(self.stage, view.primary.label)]


def _gradient(sky: tuple[str, ...]) -> Any:
    """A sky, a pixel for each of its colours from below, smoothed by the texture's filter."""
    texture = Texture.create(size=(1, len(sky)), colorfmt="rgb")
    pixels = b"".join(bytes(round(value * 255) for value in channels(colour)[:3]) for colour in reversed(sky))
    texture.blit_buffer(pixels, colorfmt="rgb", bufferfmt="ubyte")
    texture.wrap = "clamp_to_edge"
    return texture

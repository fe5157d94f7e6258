"""The root widget: shows views, and turns what one finger does into inputs."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.uix.widget import Widget

from screens import environment, fonts, typesetting
from screens.appearance import Appearance
from screens.artwork.icons import ICONS
from screens.keyboards.apart import RimeApart
from screens.keyboards.pinyin import Pinyin
from screens.pages.build import Page, build
from screens.pages.frame import Frame
from screens.palettes import PALETTES
from screens.stage import FrameSource, Stage
from screens.texts import CHINESE, LANGUAGES, load_formatting, words
from screens.theme import Measures, ScreenSize, Type, channels
from screens.touch import SCROLL_MM, SLACK_MM, Hand, Target
from screens.views import AnyView
from screens.views.inputs import Input
from screens.views.menus import Attract
from screens.widgets.control import Control
from screens.widgets.cover import Cover
from screens.widgets.element import Element
from screens.widgets.images import file_of, icon_of, picture_of
from screens.widgets.pad import Pad
from screens.widgets.pane import Pane

Box = tuple[float, float, float, float]
WARM_UP_SECONDS = 1.0
WARM_UP_STEP = 0.05
COLLECT_SECONDS = 0.4
_ONE_OF_EACH_FILE = ("form-next", "receipt-training", "service-closed")


class Display(Widget):
    """Shows one view at a time. `post` gets each `Touched`, `Edited` and `Drawn`, on the thread that draws.

    Pages are built when they are shown; the same page shown again is brought up to date in place, so that a keyboard
    stays under the fingers. `frames` gives the camera's newest frame and is asked only while a `Capture` is shown.
    """

    def __init__(
        self,
        size: ScreenSize,
        post: Callable[[Input], None],
        frames: FrameSource,
        now: Callable[[], float] = Clock.get_time,
    ) -> None:
        super().__init__(size_hint=(None, None), size=(size.width, size.height))
        fonts.register(environment.cache_folder())
        self._measures = Measures(size)
        self._post = post
        self._frames = frames
        self._pinyin = Pinyin(RimeApart)
        self._now = now
        self._view: AnyView | None = None
        self._page: Page | None = None
        self._cover: Cover | None = None
        self._stages: dict[tuple[str, Appearance], Stage] = {}
        self._warm: list[Callable[[], object]] = []
        self._warming: Any = None
        self._warmed = False
        # A page holds itself in circles: it goes when it is collected, at the end at once, else when the next one is up.
        self._collecting = Clock.create_trigger(_collect)
        self._collecting_soon = Clock.create_trigger(_collect, COLLECT_SECONDS)
        self._hand = Hand(self, self._measures.mm(SLACK_MM), self._measures.mm(SCROLL_MM), now)

    @property
    def view(self) -> AnyView | None:
        """What is shown."""
        return self._view

    def mm(self, millimetres: float) -> float:
        """Return millimetres in pixels."""
        return self._measures.mm(millimetres)

    @property
    def page(self) -> str:
        """The name of the page that is shown, "" before the first."""
        return self._view.page if self._view else ""

    def show(self, view: AnyView) -> None:
        """Show a view; one that equals what is shown changes nothing."""
        before, self._view = self._view, view
        if view == before:
            return
        environment.pace(busy=not isinstance(view, Attract))
        if view.step is not None and view.language in CHINESE:
            self._pinyin.wake()  # a form has begun: nobody should wait when a question is answered in Chinese words
        if self._page is not None and before is not None and _same_page(before, view):
            self._page.renew(view)  # type: ignore[arg-type]  # the page's type is the view's type
            self._hide(view)
            return
        self._hand.forget()
        self._drop()
        stage = self._stage(view)
        EventLoop.window.clearcolor = channels(
            stage.palette.page.surface
        )  # clearing it costs next to nothing, one more rectangle does
        self._page = build(view, stage)
        self.add_widget(self._page)
        self._hide(view)
        if self._warmed:  # else it would look through the whole program
            self._collecting_soon()
        if before is None:
            self._warming = Clock.schedule_once(self._warm_up, WARM_UP_SECONDS)

    def targets(self) -> dict[str, Box]:
        """Where everything is that can be touched: x, y, width, height in pixels, origin at the upper left.

        The ids of actions, tiles, options and checks; `key:<name>`, `candidate:<number>` from 0, `pad`, `scroll_up`,
        `scroll_down`. What has been scrolled away is not there.
        """
        height = self._measures.height
        found = {}
        for element, (x, y, wide, high) in self._touchable():
            found[element.target] = (x, height - y - high, wide, high)
        return found

    def wipe(self) -> None:
        """Forget everything personal: what is being composed, ink, the last frame of the camera, pages that went."""
        self._hand.forget()
        self._pinyin.forget()
        picture_of.cache_clear()
        typesetting.forget()
        if isinstance(self._page, Frame):
            self._page.content.forget()
        self._collecting()

    def close(self) -> None:
        """Stop everything that runs by itself and remove what Pinyin holds."""
        if self._warming is not None:
            self._warming.cancel()
        self._drop()
        self._pinyin.close()

    def on_touch_down(self, touch: Any) -> bool:
        """A finger comes down (it has no button); the other buttons of a mouse mean nothing."""
        if touch.button in ("left", None) and self._cover is None:
            self._hand.down(touch.uid, *touch.pos)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """It moves."""
        self._hand.move(touch.uid, *touch.pos)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """It is lifted."""
        self._hand.up(touch.uid, *touch.pos)
        return True

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what can be pressed at a point: what was drawn last lies on top."""
        hit = None
        for element, box in self._touchable():
            if _inside(box, x, y, 0):
                hit = element
        return None if isinstance(hit, Pad) else hit

    def target_named(self, name: str) -> Target | None:
        """Return what can be pressed by that id now."""
        for element, _box in self._touchable():
            if element.target == name and not isinstance(element, Pad):
                return element
        return None

    def covers(self, name: str, x: float, y: float, slack: float) -> bool:
        """Whether the point lies on the target of that id, or no farther off than `slack`."""
        return any(element.target == name and _inside(box, x, y, slack) for element, box in self._touchable())

    def pad_at(self, x: float, y: float) -> Pad | None:
        """Return the pad there."""
        for element, box in self._touchable():
            if isinstance(element, Pad) and _inside(box, x, y, 0):
                return element
        return None

    def roll_at(self, x: float, y: float) -> Pane | None:
        """Return what scrolls there."""
        for element in self.walk(restrict=True):
            if isinstance(element, Pane) and element.hidden and element.collide_point(x, y):
                return element
        return None

    def box_of(self, element: Control) -> Box:
        """Return where that is on the panel now: Kivy's pixels, only as far as it can be seen."""
        for found, box in self._touchable():
            if found is element:
                return box
        return element.x, element.y, element.width, element.height

    def _hide(self, view: AnyView) -> None:
        """Cover the page that only headphones may tell of."""
        if self._cover is not None:
            self.remove_widget(self._cover)
            self._cover = None
        if view.hearing is not None and view.hearing.blank:
            self._cover = Cover(self._stage(view))
            self.add_widget(self._cover)

    def _stage(self, view: AnyView) -> Stage:
        language, appearance = view.language, view.appearance
        if (language, appearance) not in self._stages:
            self._stages[language, appearance] = Stage(
                Measures(self._measures.size, appearance.size, elder=appearance.elder),
                PALETTES[appearance.theme],
                appearance.reach,
                words(language),
                language,
                self._post,
                self._frames,
                self._pinyin,
                self._now,
                appearance.still,
            )
        return self._stages[language, appearance]

    def _drop(self) -> None:
        if self._page is None:
            return
        for element in self._page.walk(restrict=True):
            if isinstance(element, Element):
                element.leave()
        self.remove_widget(self._page)
        self._page = None

    def _touchable(self) -> Iterator[tuple["Control | Pad", Box]]:
        if self._page is not None:
            yield from self._below(self._page, 0.0, (0.0, 0.0, self.width, self.height))

    def _below(self, widget: Widget, shift: float, window: Box) -> Iterator[tuple["Control | Pad", Box]]:
        if getattr(widget, "target", ""):
            seen = _seen((widget.x, widget.y + shift, widget.width, widget.height), window)
            if seen[3] >= min(widget.measures.least_target, widget.height) > 0:
                yield widget, seen
        if isinstance(widget, Pane):
            shift += widget.offset
            window = (widget.x, widget.y, widget.width, widget.height)
        for child in reversed(widget.children):
            yield from self._below(child, shift, window)

    def _warm_up(self, _seconds: float) -> None:
        """Load what the first page did not need before somebody waits for it: sizes of the typeface, icons, texts.

        What a session would load and keep would also lie scattered among its pages, and hold their memory.
        """
        sizes = [partial(fonts.advance, "A", self._measures.em(role), role.bold) for role in Type]
        texts = [partial(words(LANGUAGES[0]), name) for name in _ONE_OF_EACH_FILE]
        self._warm = [*(partial(icon_of, file_of(name)) for name in ICONS), *sizes, *texts, load_formatting]
        self._warming = Clock.schedule_interval(self._warm_one, WARM_UP_STEP)

    def _warm_one(self, _seconds: float) -> bool:
        if self._warm:
            self._warm.pop()()
            return True
        gc.collect()
        gc.freeze()  # what is loaded by now stays: looking through it again and again would hold pages up for 50 ms
        self._warmed = True
        return False


def _collect(_seconds: float) -> None:
    gc.collect()


def _same_page(before: AnyView, view: AnyView) -> bool:
    return (
        type(before) is type(view)
        and before.page == view.page
        and before.language == view.language
        and before.appearance == view.appearance
    )


def _seen(box: Box, window: Box) -> Box:
    left, low = max(box[0], window[0]), max(box[1], window[1])
    right, top = min(box[0] + box[2], window[0] + window[2]), min(box[1] + box[3], window[1] + window[3])
    return left, low, max(0.0, right - left), max(0.0, top - low)


def _inside(box: Box, x: float, y: float, slack: float) -> bool:
    return box[0] - slack <= x < box[0] + box[2] + slack and box[1] - slack <= y < box[1] + box[3] + slack

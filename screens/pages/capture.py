"""The camera's live picture, and other ways below it."""

from screens.pages.choice import options
from screens.pages.content import Content
from screens.stage import Stage
from screens.theme import Type
from screens.views import AnyView
from screens.views.frame import Banner, Tone
from screens.views.pictures import Capture
from screens.widgets.card import notice
from screens.widgets.choices import Marking
from screens.widgets.element import Element, Stack
from screens.widgets.pictures import Preview

_ASPECT = 0.75  # of the camera


class CaptureContent(Content):
    """The live picture, and other ways below it."""

    fills = True

    def __init__(self, view: Capture, stage: Stage) -> None:
        super().__init__(stage)
        self._shape = _shape_of(view)
        self._gap = stage.measures.apart
        self._least = stage.measures.unit(110)
        self._preview = Preview(stage, view.sheet) if view.camera_ready else None
        below: list[Element] = []
        if self._preview:
            below.append(
                notice(stage, Banner(Tone.NEUTRAL, stage.words("widget-camera-light")), Type.SMALL, "light")
            )
        elif not view.error:
            below.append(notice(stage, Banner(Tone.WARNING, stage.words("widget-camera-off"))))
        if view.options:
            below.append(options(view.options, Marking.ARROW, stage))
        self._below = Stack(stage, below, self._gap)
        self.add_widget(self._below)
        if self._preview:
            self.add_widget(self._preview)

    def fit(self, width: float) -> float:
        """Return the height at which the picture fills the width."""
        picture = width * _ASPECT + self._gap if self._preview else 0
        return picture + self._below.fit(width)

    def least(self, width: float) -> float:
        """Return the height at which the picture is still of use."""
        return (self._least + self._gap if self._preview else 0) + self._below.fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the picture on top, as large as there is room for."""
        super().place(x, y, width, height)
        below = self._below.fit(width)
        high = min(height - below - self._gap, width * _ASPECT) if self._preview else -self._gap
        low = y if self.stage.low else y + height - high - self._gap - below
        self._below.place(x, low, width, below)
        if self._preview:
            wide = high / _ASPECT
            self._preview.place(x + (width - wide) / 2, y + height - high, wide, high)

    def renew(self, view: AnyView) -> bool:
        """Keep the picture running as long as the camera is the same."""
        return isinstance(view, Capture) and _shape_of(view) == self._shape

    def forget(self) -> None:
        """Black out the last frame."""
        if self._preview:
            self._preview.forget()


def _shape_of(view: Capture) -> tuple[object, ...]:
    return view.sheet, view.camera_ready, view.options, bool(view.error)

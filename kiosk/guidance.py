"""For who does not see or touch the panel: pages are said, keys walk through them. Loaded where there is a voice or a keypad."""

from collections.abc import Callable

from kiosk.runtime.senses import Senses
from screens.display import Display
from screens.focusing import Focusing
from screens.navigator import Navigator
from screens.views import AnyView
from screens.views.inputs import Input
from screens.voice.narrator import Narrator


class Guidance:
    """Call it from the thread that draws."""

    def __init__(self, senses: Senses, display: Display, post: Callable[[Input], None]) -> None:
        self._senses = senses
        self.display = display
        self._narrator = Narrator(senses.voice, cues=senses.cues) if senses.voice else None
        self._navigator = Navigator(Focusing(display), post, self._narrator)

    @property
    def focus(self) -> tuple[str, ...]:
        """The ids of what the keys are on."""
        return self._navigator.focus

    def show(self, view: AnyView) -> None:
        """A view is on the display."""
        self._navigator.show(view)
        if self._narrator is not None:
            self._narrator.show(view)

    def pump(self) -> None:
        """Do what the keys say that were pressed since the last call."""
        for key in self._senses.pressed():
            self._navigator.press(key.value)
        if self._narrator is not None:
            self._narrator.look()

    def forget(self) -> None:
        """Fall silent; keep nothing of what was said."""
        if self._narrator is not None:
            self._narrator.forget()

"""What keys do: move the focus, press what it is on, steer the voice. Two switches are `down` and `confirm`."""

from collections.abc import Callable
from typing import Protocol

from screens.focus import Focus, Rows
from screens.texts import words
from screens.views import AnyView
from screens.views.inputs import Input, Touched
from screens.views.menus import Attract
from screens.voice.keys import row
from screens.voice.narrator import Narrator

_VOICE = {"louder", "quieter", "faster", "slower"}


class Surface(Protocol):
    """The page that is shown."""

    def rows(self) -> Rows:
        """Return all that can be pressed, in reading order; keys of a keyboard in their rows."""

    def mark(self, targets: tuple[str, ...], nth: int = 0) -> None:
        """Draw the ring around these, and scroll to where they are; nothing for none. Of several with one id, the `nth`."""

    def press(self, target: str) -> None:
        """Do what a finger would there."""


class Navigator:
    """Call it from the thread that draws. `narrator` is None where there is no voice."""

    def __init__(
        self, surface: Surface, post: Callable[[Input], None], narrator: Narrator | None = None
    ) -> None:
        self._surface, self._post, self._narrator = surface, post, narrator
        self._view: AnyView | None = None
        self._focus = Focus()

    @property
    def focus(self) -> tuple[str, ...]:
        """The ids of what the focus is on: several for a row as a whole, none before the first key."""
        return tuple(part.target for part in self._focus.parts)

    def show(self, view: AnyView) -> None:
        """Another view is on the surface: the focus stays on what is still there, else waits for a key."""
        same = self._view is not None and self._view.page == view.page
        self._view = view
        self._place(self._focus.over(self._surface.rows()) if same else Focus(), say=False)

    def press(self, key: str) -> None:
        """A key was pressed: `up`, `down`, `confirm`, `back`, `help`, `repeat`, `pause`, `louder` and so on."""
        if self._view is None:
            return
        if isinstance(self._view, Attract):
            self._begin(self._view)
        elif key in _VOICE:
            self._post(Touched(f"voice.{key}"))
        elif key in ("up", "down"):
            self._move(1 if key == "down" else -1)
        elif key == "confirm":
            self._confirm()
        elif key == "back":
            self._back(self._view)
        elif self._narrator is not None:
            self._steer(self._narrator, key)

    def _begin(self, view: Attract) -> None:
        speaks = any(tool.id == "voice" for tool in view.tools)
        if speaks:
            self._post(Touched("voice.on"))
        elif view.primary:
            self._post(Touched(view.primary.id))

    def _move(self, ways: int) -> None:
        self._place(self._now().moved(ways))

    def _confirm(self) -> None:
        focus = self._now()
        if len(focus.parts) > 1:
            self._place(focus.entered())
        elif focus.parts:
            self._surface.press(focus.parts[0].target)
            self._place(self._now(), say=False)
        else:
            self._place(focus.moved(1))

    def _back(self, view: AnyView) -> None:
        focus = self._now()
        if focus.key is not None:
            self._place(focus.left())
        elif view.back:
            self._surface.press(view.back.id)

    def _steer(self, narrator: Narrator, key: str) -> None:
        match key:
            case "help":
                narrator.tell("voice-help")
            case "repeat":
                narrator.repeat()
            case "pause":
                narrator.pause()

    def _now(self) -> Focus:
        return self._focus.over(self._surface.rows())

    def _place(self, focus: Focus, *, say: bool = True) -> None:
        self._focus = focus
        self._surface.mark(tuple(part.target for part in focus.parts), focus.before)
        if say and focus.parts and self._narrator is not None and self._view is not None:
            part = focus.parts[0] if len(focus.parts) == 1 else row(focus.parts, words(self._view.language))
            self._narrator.focus(part)

"""A resident who neither sees nor touches the panel: hears, and presses keys or two switches, until it is done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.events import Event
from kiosk.events.world import DeviceChanged, DeviceClass, HeadphonesChanged
from screens.hearing import Hearing
from screens.views.entry import Entry, Keyboard
from screens.views.inputs import Drawn, Edited, Touched
from screens.views.pictures import Sign
from screens.voice.cues import Cue
from screens.voice.narrator import Narrator
from screens.voice.sentences import Sentence
from tests.kiosk.journeys.terminal import Terminal
from tests.screens.shown import Shown

KEYPAD, SWITCHES = ("up", "down", "confirm", "back"), ("down", "confirm")
_MOST = 400
_PLAIN = "168 12345"
"""What is typed where Chinese is asked for: digits are on every keyboard."""


class Ears:
    """Headphones: what was said last, and all that was said."""

    private = True
    left = 0

    def __init__(self) -> None:
        self.last: list[str] = []
        self.everything: list[str] = []

    def say(self, sentences: Sequence[Sentence], _hearing: Hearing) -> None:
        self.last = [one.text for one in sentences]
        self.everything += self.last

    def silence(self) -> None: ...

    def chime(self, cue: Cue) -> None: ...


@dataclass
class ByKeys(Terminal):
    """A terminal at a real display of which only keys and headphones are used; `blank`: nothing is shown."""

    shown: Shown = None  # type: ignore[assignment]  # always given
    keys: tuple[str, ...] = KEYPAD
    presses: int = 0
    ears: Ears = field(default_factory=Ears)
    _marked: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        from screens.focusing import Focusing  # noqa: PLC0415  # only after the window
        from screens.navigator import Navigator  # noqa: PLC0415

        listener = self

        class Noted(Focusing):
            """Notes where the focus is."""

            def mark(self, targets: tuple[str, ...], nth: int = 0) -> None:
                listener._marked = targets
                super().mark(targets, nth)

        self._narrator = Narrator(self.ears)
        self._navigator = Navigator(Noted(self.shown.display), self.shown.posted.append, self._narrator)
        self.post(DeviceChanged(DeviceClass.VOICE, working=True), HeadphonesChanged(plugged=True))

    def post(self, *events: Event) -> "ByKeys":
        """Let things happen: a resident's own only by keys."""
        for event in events:
            match event:
                case Edited(text):
                    self._type(text)
                case Drawn():
                    continue  # nobody draws with keys
                case Touched(id):
                    self._press("window" if isinstance(self.view, Sign) else id)
                case _:
                    super().post(event)
                    self._show()
        return self

    def touch(self, *ids: str) -> "ByKeys":
        """Press one thing after the other."""
        return self.post(*(Touched(one) for one in ids))

    def _press(self, target: str) -> None:
        """Walk to it, hear what it is, confirm."""
        page = self.view
        for _ in range(_MOST):
            if self._marked == (target,):
                break
            self._key("confirm" if target in self._marked else "down")
        assert self._marked == (target,), f"{target} is not reached on {page.page}"
        assert self.ears.last, f"{target} is silent on {page.page}"
        self._key("confirm")
        self._leave_row()

    def _leave_row(self) -> None:
        if "back" in self.keys and [one[:4] for one in self._marked] == ["key:"]:
            self._key("back")

    def _type(self, text: str) -> None:
        entry = self.view
        assert isinstance(entry, Entry)
        for _ in entry.value:
            self._press("key:delete")
        wanted = _PLAIN if entry.keyboard is Keyboard.CHINESE else text
        for character in wanted.replace("-", "") if self._is_date(entry) else wanted:
            self._press_key(character)

    def _press_key(self, character: str) -> None:
        if character == " ":
            self._press("key:space")
            return
        board = {target for target in self.shown.display.targets() if target.startswith("key:")}
        if character.isupper() and f"key:{character}" not in board:
            self._press("key:shift")
        elif f"key:{character}" not in board:
            self._press("key:symbols")
        self._press(f"key:{character if f'key:{character}' in board else character.lower()}")

    def _is_date(self, entry: Entry) -> bool:
        return entry.keyboard in (Keyboard.DATE, Keyboard.MONTH)

    def _key(self, key: str) -> None:
        assert key in self.keys
        self.presses += 1
        self._navigator.press(key)
        for one in self.shown.drain():
            super().post(one)
        self._show()

    def _show(self) -> None:
        view = self.view
        if view != self.shown.display.view:
            self.shown.show(view)
            self._navigator.show(view)
            self._narrator.show(view)

    def hears(self, text: Any) -> bool:
        """Whether that was said."""
        return any(f"{text}" in said for said in self.ears.everything)

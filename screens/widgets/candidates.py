"""The line above the Pinyin keys and the pad to write on: what is being composed, and the words it may mean."""

from collections.abc import Callable
from functools import partial

from screens.keyboards.pinyin import Composition, Readiness
from screens.stage import Stage
from screens.theme import Type
from screens.views.frame import Action
from screens.widgets.button import Button, Rank
from screens.widgets.control import RADIUS_MM, Control
from screens.widgets.element import Element
from screens.widgets.surface import surface
from screens.widgets.text import Text

_HINTS = {
    Readiness.ASLEEP: "widget-pinyin-loading",
    Readiness.LOADING: "widget-pinyin-loading",
    Readiness.READY: "widget-pinyin-hint",
    Readiness.MISSING: "widget-pinyin-missing",
}
_WRITING = "widget-handwriting-hint"


class Candidate(Control):
    """A word to choose."""

    def __init__(self, stage: Stage, number: int, word: str, tap: Callable[[], None]) -> None:
        super().__init__(stage, f"candidate:{number}", stage.palette.key, tap)
        self.word = Text(stage, word, Type.LABEL, self.look.ink, align="center", most=1)
        self.add_widget(self.word)

    def natural_width(self) -> float:
        """Return the width that the word needs."""
        return max(self.word.natural_width() + self.measures.unit(9), self.measures.least_target)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the word in the middle."""
        super().place(x, y, width, height)
        high = self.word.fit(width)
        self.word.place(x, y + (height - high) / 2, width, high)


class Candidates(Element):
    """Letters on the first line, words on the second, with a button for more words."""

    def __init__(
        self, stage: Stage, readiness: Readiness, choose: Callable[[int], None], *, writing: bool
    ) -> None:
        super().__init__(stage)
        self._choose = choose
        ready = writing and readiness is Readiness.READY
        self._hint = stage.words(_WRITING if ready else _HINTS[readiness])
        self._composition = Composition()
        self._first = 0
        self._next = 0
        self._gap = stage.measures.unit(2.2)

    def fit(self, _width: float) -> float:
        """Return the height of both lines."""
        return self._letters_height() + self._word_height() + self._gap * 2

    def show(self, composition: Composition) -> None:
        """Show a composition from its first word."""
        if composition != self._composition:
            self._composition, self._first = composition, 0
            self.place(self.left, self.y, self.width, self.height)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the letters and as many words as there is room for."""
        self.clear_widgets()
        super().place(x, y, width, height)
        letters = self._composition.letters
        ink = self.stage.palette.sheet.ink if letters else self.stage.palette.sheet.soft
        line = Text(self.stage, letters or self._hint, Type.STRONG if letters else Type.SMALL, ink, most=1)
        self.add_widget(line)
        above = letters or self._composition.candidates
        inner, high = width - 2 * self._gap, self._letters_height() if above else height
        line.place(x + 2 * self._gap, y + height - high, inner - 2 * self._gap, high)
        self._place_words((self.x if self.stage.mirrored else x) + self._gap, y + self._gap, inner)

    def paint(self) -> None:
        """Draw the sheet that the words lie on."""
        unit = self.measures.unit
        surface(
            self.x,
            self.y,
            self.width,
            self.height,
            self.stage.palette.sheet,
            unit(RADIUS_MM),
            max(1, unit(0.4)),
        )

    def faces(self) -> tuple[tuple[str, str], ...]:
        """Return the words that can be chosen now, with their ids, and the button for more."""
        shown = [child for child in reversed(self.children) if isinstance(child, Control)]
        return tuple(
            (child.target, child.word.text if isinstance(child, Candidate) else "") for child in shown
        )

    def _place_words(self, x: float, y: float, width: float) -> None:
        side = self.measures.target(22)
        right = x + width
        self._next = len(self._composition.candidates)
        for number in range(self._first, len(self._composition.candidates)):
            word = Candidate(
                self.stage, number, self._composition.candidates[number], partial(self._choose, number)
            )
            wide = min(word.natural_width(), width - side - self._gap)
            if x + wide > right - side - self._gap:
                self._next = number
                break
            self.add_widget(word)
            word.place(self.there(x, wide), y, wide, self._word_height())
            x += wide + self._gap
        if self._first or self._next < len(self._composition.candidates):
            self._place_more(right - side, y, side)

    def _place_more(self, x: float, y: float, side: float) -> None:
        ends = self._next >= len(self._composition.candidates)
        more = Button(
            self.stage, Action("candidates:more", ""), Rank.QUIET, self._turn, icon="back" if ends else "next"
        )
        self.add_widget(more)
        more.place(self.there(x, side), y, side, self._word_height())

    def _turn(self) -> None:
        ends = self._next >= len(self._composition.candidates)
        self._first = 0 if ends else self._next
        self.place(self.left, self.y, self.width, self.height)

    def _letters_height(self) -> float:
        return self.measures.unit(15)

    def _word_height(self) -> float:
        return self.measures.target(22)

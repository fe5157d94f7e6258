"""What a key does to the text: the same for every keyboard, without pixels."""

from collections.abc import Callable

from screens.keyboards import dates, layouts
from screens.keyboards.pinyin import Composer, Composition, Strokes
from screens.views.entry import Keyboard

_DATES = {Keyboard.DATE: dates.YEAR_MONTH_DAY, Keyboard.MONTH: dates.YEAR_MONTH}


class Typing:
    """A text being typed. `live` lets letters that are still being composed count as text (for a search)."""

    def __init__(
        self,
        keyboard: Keyboard,
        text: str,
        most: int,
        composer: Callable[[], Composer | None],
        live: bool = False,
    ) -> None:
        self.text = text
        self.layer = layouts.first_of(keyboard)
        self.shifted = False
        self.composition = Composition()
        self.strokes: Strokes = ()
        self._keyboard = keyboard
        self._most = most
        self._composer = composer
        self._live = live

    @property
    def dates(self) -> tuple[int, ...]:
        """The lengths of the fields of a date, or nothing."""
        return _DATES.get(self._keyboard, ())

    @property
    def whole(self) -> str:
        """The text as it counts now."""
        letters = self.composition.letters.replace(" ", "") if self._live else ""
        return (self.text + letters)[: self._most]

    def press(self, name: str) -> None:
        """Press a key."""
        match name:
            case layouts.SHIFT:
                self.shifted = not self.shifted
            case layouts.SYMBOLS | layouts.LETTERS | layouts.CHINESE | layouts.HANDWRITING:
                self._settle()
                self.layer, self.shifted = name, False
            case layouts.DELETE:
                self._delete()
            case layouts.CLEAR:
                self.forget()
                self.text = ""
            case layouts.SPACE:
                if not self._settle():
                    self._add(" ")
            case layouts.NEWLINE:
                self._settle()
                self._add("\n")
            case _:
                self._character(name)

    def choose(self, number: int) -> None:
        """Take a candidate of the composition."""
        composer = self._composer()
        if number >= len(self.composition.candidates):
            return
        if self.strokes:
            said, self.composition, self.strokes = self.composition.candidates[number], Composition(), ()
            self._add(said)
        elif composer is not None:
            said, self.composition = composer.choose(number)
            self._add(said)

    def write(self, strokes: Strokes) -> None:
        """These strokes are written now, all of the character that is being written."""
        composer = self._composer()
        self.strokes = strokes
        self.composition = Composition(candidates=composer.read(strokes) if composer is not None else ())

    def take(self, text: str) -> None:
        """The journey holds another text than ours: it counts."""
        if text != self.whole:
            self.forget()
            self.text = text

    def forget(self) -> None:
        """Drop what is being composed."""
        composer = self._composer()
        if composer is not None and self.composition.letters:
            composer.forget()
        self.composition, self.strokes = Composition(), ()

    def _character(self, name: str) -> None:
        composer = self._composer()
        if self.dates:
            self.text = dates.with_digit(self.text, name, self.dates)
        elif self.layer == layouts.CHINESE and composer is not None and name.isascii() and name.isalpha():
            self.composition = composer.feed(name)
        else:
            self._settle()
            self._add(name.upper() if self.shifted else name)
            self.shifted = False

    def _delete(self) -> None:
        composer = self._composer()
        if composer is not None and self.composition.letters:
            self.composition = composer.back()
        elif self.strokes:
            self.write(self.strokes[:-1])
        elif self.dates:
            self.text = dates.without_last(self.text, self.dates)
        else:
            self.text = self.text[:-1]

    def _settle(self) -> bool:
        """Take the likeliest candidate until nothing is being composed; returns whether something was."""
        composing = bool(self.composition.letters or self.strokes)
        while self.composition.candidates:
            self.choose(0)
        self.strokes = ()  # what nobody could read is not kept
        return composing

    def _add(self, more: str) -> None:
        self.text = (self.text + more)[: self._most]

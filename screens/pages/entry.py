"""One question answered by typing: the field, and the keyboard at the bottom."""

from screens.keyboards.typing import Typing
from screens.pages.choice import why
from screens.pages.content import Content
from screens.stage import Stage
from screens.theme import Type
from screens.views import AnyView
from screens.views.entry import Entry, Keyboard
from screens.views.inputs import Edited
from screens.widgets.field import DateField, Field
from screens.widgets.keyboard import Keys
from screens.widgets.text import Text


class EntryContent(Content):
    """The field with its keyboard at the bottom."""

    fills = True
    has_keys = True

    def __init__(self, view: Entry, stage: Stage) -> None:
        super().__init__(stage)
        self._key = _shape_of(view)
        self._view = view
        by_hand = (
            stage.measures.elder and view.keyboard is Keyboard.CHINESE
        )  # old people write, they do not spell
        keyboard = Keyboard.HANDWRITING if by_hand else view.keyboard
        self._typing = Typing(keyboard, view.value, view.max_length, lambda: stage.composer)
        self._field: Field | DateField = (
            DateField(stage, self._typing) if self._typing.dates else Field(stage, view, self._typing)
        )
        self._keys = Keys(stage, self._typing, newline=view.lines > 1, typed=self._typed)
        self._why = why(view.why, stage) if view.why else None
        self._length: Text | None = None
        self._gap = stage.measures.apart
        for element in (self._field, self._keys, self._why):
            if element is not None:
                self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height of field, reason, length and keyboard."""
        return self._field.fit(width) + self._around(width) + self._keys.fit(width)

    def least(self, width: float) -> float:
        """Return the height with two lines of text and the lowest keys."""
        return self._field.least() + self._around(width) + self._keys.least(width)

    def _around(self, width: float) -> float:
        above = self._gap * 2.0
        if self._why:
            above += self._why.fit(width) + self._gap
        if self._counts:
            above += self.measures.em(Type.SMALL) * 1.5
        return above

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the field on top and the keyboard at the bottom."""
        super().place(x, y, width, height)
        spare = height - self._around(width)
        keys = min(self._keys.fit(width), spare - self._field.least(), self.reachable(y))
        self._keys.place(x, y, width, keys)
        high = min(self._field.fit(width), spare - keys)
        top = y + height - high
        self._field.place(x, top, width, high)
        top = self._place_length(x, top, width) - self._gap
        if self._why:
            high = self._why.fit(width)
            self._why.place(x, top - high, width, high)

    def renew(self, view: AnyView) -> bool:
        """Show the text that the journey holds now, without building the page again."""
        if not isinstance(view, Entry) or _shape_of(view) != self._key:
            return False
        self._typing.take(view.value)
        self._redraw()
        return True

    def forget(self) -> None:
        """Drop what is being composed."""
        self._typing.forget()

    @property
    def _counts(self) -> bool:
        return self._view.lines > 1

    def _place_length(self, x: float, top: float, width: float) -> float:
        if self._length is not None:
            self.remove_widget(self._length)
            self._length = None
        if not self._counts:
            return top
        words = self.stage.words("widget-length", used=len(self._typing.whole), most=self._view.max_length)
        self._length = Text(self.stage, words, Type.SMALL, self.stage.palette.page.soft, align="end", most=1)
        self.add_widget(self._length)
        high = self._length.fit(width)
        self._length.place(x, top - high, width, high)
        return top - high

    def _typed(self) -> None:
        self._redraw()
        self.stage.post(Edited(self._typing.whole))

    def _redraw(self) -> None:
        field = self._field
        field.place(field.left, field.y, field.width, field.height)
        if self._counts:
            self._place_length(self.left, field.y, self.width)
        self._keys.refresh()


def _shape_of(view: Entry) -> tuple[object, ...]:
    return view.keyboard, view.unit, view.why, view.max_length, view.lines, view.masked, view.example

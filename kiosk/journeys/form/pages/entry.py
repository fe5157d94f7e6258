"""Whatever is typed on one line, or on a few."""

from dataclasses import replace

from config.catalogue import FieldType
from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.fault import Fault
from kiosk.journeys.form.pages.page import Page
from kiosk.journeys.form.reading import read
from kiosk.journeys.form.shapes import Shape, first_keyboard, shape_of
from kiosk.journeys.form.wording import of_type, unit
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action

_LETTERS = "letters"


class EntryPage(Page):
    """A field to type in. It is read and checked on going on; until then anything may stand there."""

    def draft(self) -> Draft:
        """Begin with the text of the answer there is."""
        text = "" if self.offer is None else str(self.offer)
        letters = self.field.type is FieldType.ID_NUMBER and text.strip("0123456789X") != ""
        return Draft(text=text, letters=letters)

    def view(self, draft: Draft) -> Entry:
        """Return the field with its keyboard."""
        shape = self._shape(draft)
        frame = self.frame(draft)
        frame["secondary"] = frame["secondary"] or self._other_document(shape)
        return Entry(
            **frame,
            why=self.why,
            keyboard=first_keyboard(shape.keyboard, self.context.language),
            max_length=shape.max_length,
            lines=shape.lines,
            value=draft.text,
            example="" if draft.letters else self._example(shape),
            unit=unit(self.field, self.context.language),
        )

    def edited(self, draft: Draft, text: str) -> Draft:
        """Take the text as it is typed."""
        return replace(draft, text=text[: self._shape(draft).max_length], fault=None)

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Read and check the text on going on; open the letters for another document."""
        if touched == _LETTERS:
            return Stay(replace(draft, letters=True, fault=None))
        if touched != "next":
            return Stay(draft)
        value = read(self.field, draft.text)
        return self.refuse(draft, value) if isinstance(value, Fault) else self.keep(draft, value)

    def _shape(self, draft: Draft) -> Shape:
        kind = self.known.get(self.field.validate_by) if self.field.validate_by else None
        return shape_of(self.field, kind, draft.letters)

    def _other_document(self, shape: Shape) -> Action | None:
        """Offer letters where a number of some document is asked, and no question before said which."""
        unknown = self.field.type is FieldType.ID_NUMBER and not self.field.validate_by
        digits = shape.keyboard is Keyboard.ID_NUMBER
        return Action(_LETTERS, self.say("other-document")) if unknown and digits else None

    def _example(self, shape: Shape) -> str:
        if self.field.type is FieldType.ID_NUMBER and shape.keyboard is not Keyboard.ID_NUMBER:
            return ""
        return of_type(self.context.language, "example", self.question)

"""Where something is: here at the terminal, or somewhere described in words."""

from dataclasses import replace

from kiosk.journeys.form.answers import Place
from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.pages.page import Body, Page
from kiosk.journeys.form.shapes import first_keyboard
from kiosk.journeys.form.wording import of_type
from screens.views.choices import Choice, Option
from screens.views.entry import Entry, Keyboard

_WHERE, _WORDS = 0, 1
_HERE, _ELSEWHERE = "option:here", "option:elsewhere"


class PlacePage(Page):
    """Here or elsewhere; elsewhere asks for words."""

    def draft(self) -> Draft:
        """Begin with the choice, the one made before marked."""
        if not isinstance(self.offer, Place):
            return Draft()
        return Draft(codes=(_HERE if self.offer.here else _ELSEWHERE,), text=self.offer.detail)

    def view(self, draft: Draft) -> Body:
        """Return the choice, or the field for the words."""
        if draft.step == _WORDS:
            return Entry(
                **self.frame(draft, self.say("place-words")),
                why=self.why,
                keyboard=first_keyboard(Keyboard.CHINESE, self.context.language),
                max_length=self.field.max_len,
                lines=2,
                value=draft.text,
                example=of_type(self.context.language, "example", self.question),
            )
        labels = self.say("place-here"), self.say("place-elsewhere")
        options = zip((_HERE, _ELSEWHERE), labels, strict=True)
        return Choice(
            **self.frame(draft, go_on=bool(draft.codes), options=labels),
            why=self.why,
            options=tuple(Option(one, label, selected=one in draft.codes) for one, label in options),
        )

    def edited(self, draft: Draft, text: str) -> Draft:
        """Take the words as they are typed."""
        return replace(draft, text=text[: self.field.max_len], fault=None) if draft.step == _WORDS else draft

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Answer at once with here; ask for words for elsewhere."""
        if draft.step == _WORDS:
            words = draft.text.strip()
            answer = Place(False, "", words) if words else None
            return self.keep(draft, answer) if touched == "next" else Stay(draft)
        match "".join(draft.codes) if touched == "next" else touched:
            case "option:here":
                return self.keep(draft, Place(True, self.context.region, ""))
            case "option:elsewhere":
                return Stay(replace(draft, codes=(_ELSEWHERE,), step=_WORDS, fault=None))
            case _:
                return Stay(draft)

    def back(self, draft: Draft) -> Draft | None:
        """Go from the words to the choice."""
        return replace(draft, step=_WHERE, fault=None) if draft.step == _WORDS else None

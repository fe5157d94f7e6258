"""One answer of several, taken at once when it is touched."""

from dataclasses import dataclass

from config.catalogue import FieldType
from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.pages.page import Page
from kiosk.journeys.form.wording import about
from screens.views.choices import Choice, Option

OPTION = "option:"
"""What the id of an option begins with, so that no code of a catalogue is taken for an action."""

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Answer:
    """An option with the value it stands for."""

    code: str
    label: str
    value: object


class ChoicePage(Page):
    """Options, or yes and no. What was answered before is marked, and can be kept by going on."""

    def draft(self) -> Draft:
        """Begin with the answer there is; a consent is never given beforehand."""
        chosen = (answer.code for answer in self._choices() if answer.value == self.offer)
        return Draft(codes=tuple(chosen) if self.offer is not None else ())

    def view(self, draft: Draft) -> Choice:
        """Return the options."""
        choices = self._choices()
        frame = self.frame(draft, go_on=bool(draft.codes), options=tuple(one.label for one in choices))
        return Choice(
            **frame,
            why=self.why,
            options=tuple(
                Option(OPTION + one.code, one.label, selected=one.code in draft.codes) for one in choices
            ),
        )

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Take the option touched, or keep the one marked."""
        option = OPTION + "".join(draft.codes) if touched == "next" else touched
        answer = next((one for one in self._choices() if OPTION + one.code == option), None)
        return self.keep(draft, answer.value) if answer else Stay(draft)

    def _choices(self) -> tuple[Answer, ...]:
        if self.field.type is FieldType.BOOLEAN:
            return self._answer(_YES, True), self._answer(_NO, False)
        language = self.context.language
        options = self.context.options_of(self.field)
        return tuple(Answer(option.code, option.label(language), option.code) for option in options)

    def _answer(self, code: str, value: bool) -> Answer:
        written = about(self.context.language, code, self.question)
        confirmed = "confirm-" if self.field.must_be is not None else ""
        return Answer(code, written or self.say(confirmed + code), value)

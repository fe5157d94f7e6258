"""From one day to another: two entries."""

from dataclasses import replace

from kiosk.journeys.form.answers import Period
from kiosk.journeys.form.checks import check
from kiosk.journeys.form.dates import day
from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.fault import Fault, fault
from kiosk.journeys.form.pages.page import Page
from kiosk.journeys.form.reading import read
from screens.views.entry import Entry, Keyboard

_START, _END = 0, 1


class PeriodPage(Page):
    """The first day, then the last. The text of the draft is the day being typed."""

    def draft(self) -> Draft:
        """Begin with the first day."""
        if isinstance(self.offer, Period):
            return Draft(text=self.offer.start, codes=(self.offer.end,))
        return Draft()

    def view(self, draft: Draft) -> Entry:
        """Return the field for the day."""
        lead, private = self.say("period-start"), ""
        if draft.step == _END:
            start = day(self.context.language, draft.start)
            lead, private = self.say("period-end"), self.say("period-from", start=start)
        return Entry(
            **self.frame(draft, lead, private),
            why=self.why,
            keyboard=Keyboard.DATE,
            max_length=10,
            value=draft.text,
        )

    def edited(self, draft: Draft, text: str) -> Draft:
        """Take the day as it is typed."""
        return replace(draft, text=text[:10], fault=None)

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Take the first day, then the last."""
        return self._next(draft) if touched == "next" else Stay(draft)

    def back(self, draft: Draft) -> Draft | None:
        """Go from the last day to the first."""
        if draft.step == _START:
            return None
        return replace(draft, text=draft.start, codes=(draft.text,), step=_START, fault=None)

    def _next(self, draft: Draft) -> Outcome:
        typed = read(self.field, draft.text)
        if not isinstance(typed, str):
            return self.refuse(draft, typed if isinstance(typed, Fault) else fault("required"))
        if draft.step == _END:
            return self.keep(draft, Period(draft.start, typed))
        wrong = check(self.context, self.field, Period(typed, typed), self.known)
        if wrong:
            return self.refuse(draft, wrong)
        return Stay(replace(draft, text="".join(draft.codes), start=typed, step=_END, fault=None))

"""Any number of options, ticked by touching, taken together."""

from dataclasses import replace

from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.pages.choice import OPTION
from kiosk.journeys.form.pages.page import Page
from screens.views.choices import Choice, Option


class TicksPage(Page):
    """Options with boxes."""

    def draft(self) -> Draft:
        """Begin with the boxes ticked before."""
        return Draft(codes=self.offer if isinstance(self.offer, tuple) else ())

    def view(self, draft: Draft) -> Choice:
        """Return the boxes."""
        options = self.context.options_of(self.field)
        labels = tuple(option.label(self.context.language) for option in options)
        return Choice(
            **self.frame(draft, self.say("ticks"), options=labels),
            why=self.why,
            multiple=True,
            options=tuple(
                Option(OPTION + option.code, label, selected=option.code in draft.codes)
                for option, label in zip(options, labels, strict=True)
            ),
        )

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Tick and untick; on going on, take what is ticked, in the order of the options."""
        codes = tuple(option.code for option in self.context.options_of(self.field))
        if touched == "next":
            return self.keep(draft, tuple(code for code in codes if code in draft.codes) or None)
        ticked = tuple(code for code in codes if (code in draft.codes) != (OPTION + code == touched))
        return Stay(replace(draft, codes=ticked, fault=None))

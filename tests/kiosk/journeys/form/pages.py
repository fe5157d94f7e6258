"""One question page to act on: what is touched and typed on it, and what it shows."""

from dataclasses import dataclass

from kiosk.journeys.form import (
    Answered,
    Answers,
    Context,
    Draft,
    Enter,
    Outcome,
    Stay,
    back,
    begin,
    draft,
    handle,
    view,
)
from kiosk.journeys.form.pages.page import Body
from screens.views.choices import Choice
from screens.views.entry import Entry
from screens.views.inputs import Edited, Touched
from screens.views.listing import Listing
from tests.kiosk.journeys.form.specimens import question


@dataclass
class Page:
    """The page of the question at a path."""

    context: Context
    path: str
    answers: Answers
    draft: Draft

    def do(self, *inputs: str | Edited) -> "Page":
        """Touch and type; the page must stay."""
        for one in inputs:
            outcome = self.act(one)
            assert isinstance(outcome, Stay), (one, outcome)
            self.draft = outcome.draft
        return self

    def act(self, one: str | Edited) -> Outcome:
        """Return what one input leads to."""
        event = Touched(one) if isinstance(one, str) else one
        asked = question(self.context, self.path, self.answers)
        return handle(self.context, self.answers, asked, self.draft, event)

    def answer(self, *inputs: str | Edited) -> object:
        """Return the value that the last of these inputs answers with."""
        outcome = self.do(*inputs[:-1]).act(inputs[-1])
        assert isinstance(outcome, Answered), outcome
        return outcome.answers.value(self.path)

    def enter(self, *inputs: str | Edited) -> Enter:
        """Return where the last of these inputs leads to."""
        outcome = self.do(*inputs[:-1]).act(inputs[-1])
        assert isinstance(outcome, Enter), outcome
        return outcome

    def back(self) -> bool:
        """Go one step back within the page; False when back leaves it."""
        earlier = back(
            self.context, self.answers, question(self.context, self.path, self.answers), self.draft
        )
        if earlier:
            self.draft = earlier.draft
        return earlier is not None

    @property
    def body(self) -> Body:
        """What the page shows."""
        return view(self.context, self.answers, question(self.context, self.path, self.answers), self.draft)

    @property
    def choice(self) -> Choice:
        """The page, which must be a choice."""
        assert isinstance(self.body, Choice)
        return self.body

    @property
    def entry(self) -> Entry:
        """The page, which must be an entry."""
        assert isinstance(self.body, Entry)
        return self.body

    @property
    def listing(self) -> Listing:
        """The page, which must be a list."""
        assert isinstance(self.body, Listing)
        return self.body

    @property
    def labels(self) -> list[str]:
        """The options of the choice, in words."""
        return [option.label for option in self.choice.options]

    @property
    def marked(self) -> list[str]:
        """The ids of the options that are marked."""
        return [option.id for option in self.choice.options if option.selected]


def page(here: Context, path: str, answers: Answers | None = None) -> Page:
    """Return the page of a question as it begins."""
    given = begin(here) if answers is None else answers
    return Page(here, path, given, draft(here, given, question(here, path, given)))

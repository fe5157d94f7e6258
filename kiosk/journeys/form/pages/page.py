"""What every question page does: begin with what is known, show itself, take an input, go back inside itself."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypedDict

from config.catalogue import Field
from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.asking import group_path, known_beside
from kiosk.journeys.form.checks import check
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.draft import Answered, Draft, Outcome, Stay
from kiosk.journeys.form.fault import Fault
from kiosk.journeys.form.prefill import Offer, offered
from kiosk.journeys.form.question import Question
from kiosk.journeys.form.rows import row_name
from kiosk.journeys.form.wording import of_type, speaker, title
from screens.texts import Words
from screens.views.choices import Choice
from screens.views.entry import Entry
from screens.views.frame import Action
from screens.views.inputs import Edited, Touched
from screens.views.listing import Listing

Body = Choice | Entry | Listing
"""What a question page shows."""


class Frame(TypedDict):
    """The parts of a view that all question pages have."""

    page: str
    title: str
    lead: str
    error: str
    primary: Action | None
    secondary: Action | None
    speech: tuple[str, ...]
    language: str


class Page(ABC):
    """The page of one question, given the answers so far. Pages hold nothing: what changes is in the draft."""

    def __init__(self, context: Context, answers: Answers, question: Question) -> None:
        self.context = context
        self.answers = answers
        self.question = question
        self.field = question.field

    @abstractmethod
    def draft(self) -> Draft:
        """Return the draft to begin with: the answer there is, or what can be offered."""

    @abstractmethod
    def view(self, draft: Draft) -> Body:
        """Return the page's body."""

    @abstractmethod
    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Return what pressing something leads to; what means nothing here leaves the draft as it is."""

    def edited(self, draft: Draft, text: str) -> Draft:  # noqa: ARG002  # only pages with a field are typed on
        """Return the draft with the text as it is now."""
        return draft

    def handle(self, draft: Draft, event: Touched | Edited) -> Outcome:
        """Return what an input leads to."""
        match event:
            case Edited(text):
                return Stay(self.edited(draft, text))
            case Touched("skip"):
                return self.skip(draft)
            case Touched(touched):
                return self.touched(draft, touched)

    def back(self, draft: Draft) -> Draft | None:  # noqa: ARG002  # most pages have no way back inside themselves
        """Return the draft one step back within the page; None when back leaves the page."""
        return None

    @cached_property
    def known(self) -> Mapping[str, object]:
        """The values of the fields beside this one."""
        return known_beside(self.context, self.answers, self.question)

    @cached_property
    def offer(self) -> object:
        """The value to begin with."""
        return self._offer.value

    @cached_property
    def _offer(self) -> Offer:
        return offered(self.context, self.answers, self.question, self.known)

    @cached_property
    def say(self) -> Words:
        """The form's texts."""
        return speaker(self.context)

    @property
    def why(self) -> str:
        """Why this is asked; empty when it goes without saying."""
        return of_type(self.context.language, "why", self.question)

    def frame(
        self,
        draft: Draft,
        lead: str = "",
        private: str = "",
        go_on: bool = True,
        options: tuple[str, ...] = (),
    ) -> Frame:
        """Return what all pages have.

        What is `private` stands before the lead and is not said aloud; `options` are. `go_on` offers to go on by a press.
        """
        asked = title(self.context, self.question)
        lead = lead or self.field.text(self.context.language)
        optional = "" if self.field.required else self.say("optional")
        private = private or self._row()
        lead = self.say("joined").join(filter(None, (self._where_from(draft), lead)))
        error = draft.fault.said(self.context.language) if draft.fault else ""
        return {
            "page": f"question.{self.field.key}",
            "title": asked,
            "lead": self.say("joined").join(filter(None, (private, lead, optional))),
            "error": error,
            "primary": Action("next", self.say("next")) if go_on else None,
            "secondary": None if self.field.required else Action("skip", self.say("skip")),
            "speech": tuple(filter(None, (error, asked, lead, optional, self.why, *options))),
            "language": self.context.language.value,
        }

    def keep(self, draft: Draft, value: object) -> Answered | Stay:
        """Answer with a value, or stay with what is wrong with it."""
        wrong = check(self.context, self.field, value, self.known)
        return self.refuse(draft, wrong) if wrong else self.answered(value)

    def answered(self, value: object) -> Answered:
        """Answer with a value that was checked."""
        return Answered(self.answers.with_value(self.question.id, value))

    def skip(self, draft: Draft) -> Outcome:
        """Leave an optional question unanswered; a required one stays and says that it is needed."""
        return self.keep(draft, None)

    @staticmethod
    def refuse(draft: Draft, wrong: Fault) -> Stay:
        """Stay, with an error."""
        return Stay(replace(draft, fault=wrong))

    def _where_from(self, draft: Draft) -> str:
        """Return where the value is from that stands on the page and was not entered here; empty once it was changed."""
        source = self._offer.source
        return self.say(f"from-{source}") if source and draft == self.draft() else ""

    def _row(self) -> str:
        """Return whose row a question stands in; empty when it stands for itself."""
        if self.question.row is None:
            return ""
        row = self.answers.rows(group_path(self.question))[self.question.row]
        values = {"number": str(self.question.row + 1), "name": row_name(self._group().fields, row)}
        return self.say("row" if values["name"] else "row-new", **values)

    def _group(self) -> Field:
        _, key, *_ = self.question.id.split(".")
        fields = self.context.catalogue.field_sets[self.question.field_set].fields
        return next(field for field in fields if field.key == key)

"""The form of an application: one question a page, from the catalogue's field sets, without I/O or clock.

    answers = begin(context)                            what the card and the session already say
    question = following(context, answers)              the first question; None at the end
    page = draft(context, answers, question)            what stands on its page
    view(context, answers, question, page)              its body; the journey adds site, step, back, leave
    handle(context, answers, question, page, event)     Stay(draft) | Answered(answers) | Enter(answers, id)
    back(context, answers, question, page)              Stay(draft), or None when back leaves the page
    following(context, answers, question)               the next one
    missing, review, document                           before and for sending

Every question is shown and answered here, except that a question of kind `Kind.PHOTO` is taken by the journey with the
camera: it keeps the names of the attachments, `answers.with_value(question.id, ("photos-1", …))`; title, lead and
skipping come from here. Types in `NOT_ASKED` are never questions: one-time codes and signing are the journey's
(`signatures` says who must sign), slots, ballots and surveys belong to other flows.

`following` passes over what the card has said and what is complete inside a list; `find` gives any question by its id,
for the `change:` actions of the review page and for `Enter`.
"""

from kiosk.journeys.form.answers import Address, Answers, Period, Place
from kiosk.journeys.form.asking import ToSign, find, following, missing, questions, sections, signatures
from kiosk.journeys.form.carried import packed, unpacked
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.document import document
from kiosk.journeys.form.draft import Answered, Draft, Enter, Outcome, Stay
from kiosk.journeys.form.pages import page
from kiosk.journeys.form.pages.page import Body
from kiosk.journeys.form.prefill import begin, given
from kiosk.journeys.form.question import NOT_ASKED, Kind, Question
from kiosk.journeys.form.review import review
from screens.views.inputs import Edited, Touched

__all__ = [
    "NOT_ASKED",
    "Address",
    "Answered",
    "Answers",
    "Context",
    "Draft",
    "Enter",
    "Kind",
    "Outcome",
    "Period",
    "Place",
    "Question",
    "Stay",
    "ToSign",
    "back",
    "begin",
    "document",
    "draft",
    "find",
    "following",
    "given",
    "handle",
    "missing",
    "packed",
    "questions",
    "review",
    "sections",
    "signatures",
    "unpacked",
    "view",
]


def draft(context: Context, answers: Answers, question: Question) -> Draft:
    """Return what stands on the page of a question at first: the answer there is, or what can be offered."""
    return page(context, answers, question).draft()


def view(context: Context, answers: Answers, question: Question, draft: Draft) -> Body:
    """Return the body of a question's page; the journey adds site, item, step, banners, back, leave and tools."""
    return page(context, answers, question).view(draft)


def handle(
    context: Context, answers: Answers, question: Question, draft: Draft, event: Touched | Edited
) -> Outcome:
    """Return what an input on a question's page leads to. What is not meant for the page leaves it as it is."""
    return page(context, answers, question).handle(draft, event)


def back(context: Context, answers: Answers, question: Question, draft: Draft) -> Stay | None:
    """Return the page one step back within the question; None when back leads to the question before."""
    earlier = page(context, answers, question).back(draft)
    return Stay(earlier) if earlier else None

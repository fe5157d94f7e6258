"""One question, as the form draws it, in the journey's frame."""

from dataclasses import replace

from kiosk.events.world import DeviceClass
from kiosk.journeys import form
from kiosk.journeys.case import answers, context
from kiosk.journeys.pages.frame import inner
from kiosk.journeys.phases.form import Asking
from kiosk.journeys.plan import Stage
from kiosk.journeys.scanning import is_coded
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views.choices import Choice
from screens.views.entry import Entry
from screens.views.listing import Listing


def view(state: State, phase: Asking) -> Choice | Entry | Listing:
    """Return the page of a question."""
    body = form.view(context(state), answers(state), phase.question, phase.draft)
    if is_coded(phase.question) and state.outside.works(DeviceClass.SCANNER):
        hint = speaker(state.session.language)("scan-hint")
        body = replace(body, lead=f"{body.lead}\n{hint}" if body.lead else hint)
    return replace(body, **inner(state, Stage.QUESTIONS, phase.question.id))

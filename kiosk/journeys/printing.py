"""The chapter of printing documents: from the list to the paper in the hand, and the ways back and out."""

from kiosk.events import Event
from kiosk.journeys import documents
from kiosk.journeys.attention import ending
from kiosk.journeys.closing import end
from kiosk.journeys.onward import conclude
from kiosk.journeys.phases.documents import (
    AboutDocument,
    DocumentEnded,
    DocumentRefused,
    Documents,
    FetchingDocument,
    FindingDocuments,
    NoDocuments,
    Printables,
    PrintingDocument,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward
from kiosk.journeys.state import State
from screens.views.inputs import Touched


def react(state: State, phase: Printables, event: Event) -> State:  # noqa: PLR0911  # one a phase
    """Return what an event makes of printing a document."""
    match phase:
        case FindingDocuments():
            return documents.found(state, phase, event)
        case Documents():
            return _listed(state, phase, event)
        case NoDocuments():
            return _none(state, event)
        case AboutDocument():
            return _about(state, phase, event)
        case FetchingDocument():
            return documents.fetched(state, phase, event)
        case DocumentRefused():
            return _refused(state, phase, event)
        case PrintingDocument():
            return documents.ended(state, phase, event)
        case DocumentEnded():
            return _ended(state, phase, event)


def _listed(state: State, phase: Documents, event: Event) -> State:
    match event:
        case Touched("back"):
            return backward(state, Stage.DOCUMENTS)
        case Touched(id):
            return documents.chosen(state, phase, id)
        case _:
            return state


def _none(state: State, event: Event) -> State:
    match event:
        case Touched("again"):
            return documents.find(state)
        case Touched("done"):
            return end(state, ending(state))
        case Touched("back"):
            return backward(state, Stage.DOCUMENTS)
        case _:
            return state


def _about(state: State, phase: AboutDocument, event: Event) -> State:
    match event:
        case Touched("back"):
            return state.at(Documents(phase.documents))
        case Touched("print") if documents.can_print(state, phase.document):
            return documents.fetch(state, phase.documents, phase.document, copy=False)
        case _:
            return state


def _refused(state: State, phase: DocumentRefused, event: Event) -> State:
    match event:
        case Touched("back"):
            return state.at(Documents(phase.documents))
        case Touched("again") if documents.can_print(state, phase.document):
            return documents.fetch(state, phase.documents, phase.document, copy=phase.copy)
        case Touched("done"):
            return end(state, ending(state))
        case _:
            return state


def _ended(state: State, phase: DocumentEnded, event: Event) -> State:
    match event:
        case Touched("back") if not documents.waits_to_be_taken(phase):
            return state.at(Documents(phase.documents))
        case Touched("done") if not documents.waits_to_be_taken(phase):
            return conclude(state, ending(state))
        case _:
            return documents.react_ended(state, phase, event)

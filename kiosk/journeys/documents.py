"""Printing a document: what there is, one of it, its file with seal and code, the paper, and that it is taken."""

import json
from dataclasses import replace

from kiosk.commands.documents import FetchDocument, FindDocuments, PrintDocument
from kiosk.document import Printable
from kiosk.events import Event
from kiosk.events.documents import DocumentFetched, DocumentNotFetched, DocumentsFound, DocumentsNotFound
from kiosk.events.printing import PRINTED_BEFORE, Paper, PrintEnded
from kiosk.events.world import DeviceClass
from kiosk.journeys.phases.documents import (
    AboutDocument,
    DocumentEnded,
    DocumentRefused,
    Documents,
    FetchingDocument,
    FindingDocuments,
    NoDocuments,
    PrintingDocument,
)
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.state import State
from screens.views.inputs import Touched

CHOSEN = "document:"
"""What the id of a document's option begins with; its place in the list follows, as its own id may be personal."""

_MAY_BE_OUT = (Paper.PRINTED, Paper.UNKNOWN)


def find(state: State) -> State:
    """Ask the platform what the resident may print of the open item."""
    document = json.dumps(_whose(state))
    state = state.commanding(lambda number: FindDocuments(number, document))
    return state.at(FindingDocuments(state.issued))


def can_print(state: State, document: Printable) -> bool:
    """Whether a document may be printed here now: it has its seal, costs nothing, and the printer works."""
    return document.sealed and not document.fee and state.outside.online and prints(state)


def prints(state: State) -> bool:
    """Whether the A4 printer works."""
    return state.outside.works(DeviceClass.DOCUMENT_PRINTER)


def next_is_copy(phase: DocumentEnded) -> bool:
    """Whether the next paper says that it is a copy: one may be out."""
    before = phase.printing
    return before.copy or before.paper in _MAY_BE_OUT or before.code == PRINTED_BEFORE


def fetch(state: State, documents: tuple[Printable, ...], document: Printable, *, copy: bool) -> State:
    """Ask the platform for the file of a document."""
    asked = json.dumps({**_whose(state), "copy": copy})
    state = state.commanding(lambda number: FetchDocument(number, document.id, asked))
    return state.at(FetchingDocument(state.issued, documents, document, copy))


def found(state: State, phase: FindingDocuments, event: Event) -> State:
    """Return what an answer makes of the waiting; only the answer that is awaited counts."""
    match event:
        case DocumentsFound(command, documents) if command == phase.command:
            return state.at(Documents(documents) if documents else NoDocuments("none"))
        case DocumentsNotFound(command, reason) if command == phase.command:
            return state.at(NoDocuments(reason))
        case _:
            return state


def chosen(state: State, phase: Documents, touched: str) -> State:
    """Show the document that was touched."""
    place = touched.removeprefix(CHOSEN)
    if not touched.startswith(CHOSEN) or not place.isdecimal() or int(place) >= len(phase.documents):
        return state
    return state.at(AboutDocument(phase.documents, phase.documents[int(place)]))


def fetched(state: State, phase: FetchingDocument, event: Event) -> State:
    """Print the file that has come; without a printer, or a file that may be printed, say so."""
    match event:
        case DocumentFetched(command, pdf) if command == phase.command and prints(state):
            name, copy = phase.document.id, phase.copy
            state = state.commanding(lambda number: PrintDocument(number, name, pdf, copy))
            return state.at(
                PrintingDocument(phase.documents, phase.document, Printing(state.issued, copy=copy))
            )
        case DocumentFetched(command) if command == phase.command:
            return refused(state, phase, "printer")
        case DocumentNotFetched(command, reason) if command == phase.command:
            return refused(state, phase, reason)
        case _:
            return state


def refused(state: State, phase: FetchingDocument, reason: str) -> State:
    """Say why nothing is printed."""
    return state.at(DocumentRefused(phase.documents, phase.document, reason, phase.copy))


def ended(state: State, phase: PrintingDocument | DocumentEnded, event: Event) -> State:
    """Return how a print ended; a printer that answers after all is believed."""
    before = phase.printing
    awaited = before.paper in (None, Paper.UNKNOWN)
    match event:
        case PrintEnded(command, paper, code) if command == before.command and awaited:
            return _out(state, phase, replace(before, paper=paper, code=code))
        case _:
            return state


def lost(state: State, phase: PrintingDocument) -> State:
    """The printer has said nothing for too long: nobody knows what came out."""
    return _out(state, phase, replace(phase.printing, paper=Paper.UNKNOWN))


def taken(state: State, phase: DocumentEnded) -> State:
    """The resident has the paper."""
    return state.having(paper_out=False).at(replace(phase, taken=True))


def _out(state: State, phase: PrintingDocument | DocumentEnded, printing: Printing) -> State:
    before = state.session.paper_out and phase.printing.paper is None  # another document that was not taken
    out = printing.paper in _MAY_BE_OUT or before
    return state.having(paper_out=out).at(DocumentEnded(phase.documents, phase.document, printing))


def _whose(state: State) -> dict[str, object]:
    """Whose documents: the holder's of the card, or those of the organisation that they act for."""
    session, one = state.session, state.session.organisation
    return {
        "item": session.item,
        "id_number": session.id_number,
        "holder_check": session.checked,
        **({"organisation": {"uscc": one.uscc, "check": one.check}} if one else {}),
    }


def react_ended(state: State, phase: DocumentEnded, event: Event) -> State:
    """Return what an event makes of the end of a print; leaving it is the route's."""
    match event:
        case Touched("taken") if waits_to_be_taken(phase):
            return taken(state, phase)
        case Touched("print") if can_print(state, phase.document) and not waits_to_be_taken(phase):
            return fetch(state, phase.documents, phase.document, copy=next_is_copy(phase))
        case _:
            return ended(state, phase, event)


def waits_to_be_taken(phase: DocumentEnded) -> bool:
    """Whether a paper lies in the printer as far as is known."""
    return phase.printing.paper is Paper.PRINTED and not phase.taken

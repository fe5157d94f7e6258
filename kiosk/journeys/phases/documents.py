"""Phases of printing a document."""

from dataclasses import dataclass

from kiosk.document import Printable
from kiosk.journeys.phases.printing import Printing


@dataclass(frozen=True, slots=True)
class FindingDocuments:
    """The platform is asked what can be printed."""

    command: int


@dataclass(frozen=True, slots=True)
class Documents:
    """What can be printed; there is something."""

    documents: tuple[Printable, ...]


@dataclass(frozen=True, slots=True)
class NoDocuments:
    """Nothing can be printed; `reason` is `none`, or the event's."""

    reason: str


@dataclass(frozen=True, slots=True)
class AboutDocument:
    """One document before it is printed."""

    documents: tuple[Printable, ...]
    document: Printable


@dataclass(frozen=True, slots=True)
class FetchingDocument:
    """The platform is asked for the file; `copy` when a paper may be out already."""

    command: int
    documents: tuple[Printable, ...]
    document: Printable
    copy: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRefused:
    """The file is not there, or is none that may be printed; `reason` is the event's, or `printer`."""

    documents: tuple[Printable, ...]
    document: Printable
    reason: str
    copy: bool = False


@dataclass(frozen=True, slots=True)
class PrintingDocument:
    """It is with the printer."""

    documents: tuple[Printable, ...]
    document: Printable
    printing: Printing


@dataclass(frozen=True, slots=True)
class DocumentEnded:
    """How the print ended. `taken` once the resident has said so, `reminded` once they were told that paper lies there."""

    documents: tuple[Printable, ...]
    document: Printable
    printing: Printing
    taken: bool = False
    reminded: bool = False


Printables = (
    FindingDocuments
    | Documents
    | NoDocuments
    | AboutDocument
    | FetchingDocument
    | DocumentRefused
    | PrintingDocument
    | DocumentEnded
)
"""Every phase of the chapter."""

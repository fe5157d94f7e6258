"""Answers about documents to print."""

from dataclasses import dataclass, field

from kiosk.document import Printable


@dataclass(frozen=True, slots=True)
class DocumentsFound:
    """Answer to `FindDocuments`: what can be printed; may be none."""

    command: int
    documents: tuple[Printable, ...]


@dataclass(frozen=True, slots=True)
class DocumentsNotFound:
    """Answer to `FindDocuments`: the platform did not say; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentFetched:
    """Answer to `FetchDocument`: the file, whole, with a seal that holds and a verification code."""

    command: int
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DocumentNotFetched:
    """Answer to `FetchDocument`: nothing to print.

    `reason` is `offline`, `refused`, `unsealed` (no seal yet), `uncoded` (no verification code) or `altered` (file and seal do not
    belong together).
    """

    command: int
    reason: str

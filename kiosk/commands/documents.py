"""Documents to print."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FindDocuments:
    """Ask what a resident may print. `document` is the JSON body of `POST /v1/documents`.

    Answered by `DocumentsFound` or `DocumentsNotFound`.
    """

    id: int
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FetchDocument:
    """Fetch the file called `name` and check its seal. `document` is the JSON body of `POST /v1/documents/{id}/content`.

    Answered by `DocumentFetched` or `DocumentNotFetched`.
    """

    id: int
    name: str = field(repr=False)
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """Print a file once on the A4 printer; the journal calls it `document`. Answered by `PrintEnded`. `copy` as for `PrintReceipt`."""

    id: int
    document: str = field(repr=False)
    pdf: bytes = field(repr=False)
    copy: bool = False

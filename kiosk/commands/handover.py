"""Taking an unfinished form along."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Have the platform keep what was entered for the resident's phone. Answered by `DraftKept` or `DraftNotKept`.

    `document` is the JSON body of `POST /v1/drafts`.
    """

    id: int
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FetchDraft:
    """Ask for the draft of the holder of a document, by its `code`. Answered by `DraftFetched` or `DraftNotFetched`."""

    id: int
    item: str
    id_number: str = field(repr=False)
    code: str = field(repr=False)

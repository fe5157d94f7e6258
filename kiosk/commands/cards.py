"""Readers of cards."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.card_reader.mrz import DocumentKey


@dataclass(frozen=True, slots=True)
class ExpectDocument:
    """Have the readers open a travel document with its key, the one that lies there or will be laid. Has no answer."""

    id: int
    document: "DocumentKey" = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadDocumentKey:
    """Have the camera look for a travel document's machine-readable zone. Answered by `DocumentKeyRead` or `DocumentKeyUnread`."""

    id: int

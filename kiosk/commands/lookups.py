"""Looking something up."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LookUp:
    """Ask the platform what it holds for an item. Answered by `SheetFound` or `SheetNotFound`.

    `document` is the JSON body of `POST /v1/lookups/{item}`; a `public` answer may be kept for when there is no network.
    """

    id: int
    item: str
    document: str = field(repr=False)
    public: bool = False

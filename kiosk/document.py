"""A document that can be printed, as the platform lists it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from config.language import Language, in_language

MOST = 50
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Printable:
    """One document. Dates are ISO, `valid_until` "" for good; `fee` is in fen; without `sealed` it must not be printed."""

    id: str = field(repr=False)
    title_zh: str
    title_en: str
    office_zh: str
    office_en: str
    issued_on: str
    valid_until: str
    pages: int
    fee: int = 0
    sealed: bool = True

    def title(self, language: Language) -> str:
        """Return what it is called."""
        return in_language(language, self.title_zh, self.title_en)

    def office(self, language: Language) -> str:
        """Return who issues it."""
        return in_language(language, self.office_zh, self.office_en)


def printables_of(body: Mapping[str, object]) -> tuple[Printable, ...]:
    """Return the documents of an answer of `POST /v1/documents`.

    Raises:
        ValueError: it is none, or longer than any list that is shown.
    """
    listed = body.get("documents")
    if not isinstance(listed, list) or len(listed) > MOST:
        raise ValueError("no list of documents: ask again, or look at the platform's answer")
    try:
        return tuple(map(_printable, listed))
    except (KeyError, TypeError) as error:
        raise ValueError("no documents: ask again, or look at the platform's answer") from error


def _printable(said: Mapping[str, object]) -> Printable:
    pages, fee = said["pages"], said["fee"]
    if not isinstance(pages, int) or not isinstance(fee, int) or pages < 1 or fee < 0:
        raise TypeError
    return Printable(
        id=str(said["id"]),
        title_zh=str(said["title_zh"])[:LONGEST],
        title_en=str(said["title_en"])[:LONGEST],
        office_zh=str(said.get("office_zh", ""))[:LONGEST],
        office_en=str(said.get("office_en", ""))[:LONGEST],
        issued_on=str(said["issued_on"]),
        valid_until=str(said["valid_until"] or ""),
        pages=pages,
        fee=fee,
        sealed=said["sealed"] is True,
    )

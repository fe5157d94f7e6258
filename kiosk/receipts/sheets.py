"""What was looked up, on paper: for information, without what is not for paper, and never as a certificate."""

from collections.abc import Iterator
from datetime import datetime

from config.catalogue import Catalogue, Item
from config.language import Language
from config.settings import Site
from devices.printer import Feed, Line, Pair, Receipt, ReceiptPart, Rule
from kiosk.receipts import paragraphs
from kiosk.sheet import Sheet

_OF_PUBLISHED = "R_GUIDE"


def sheet(
    language: Language,
    catalogue: Catalogue,
    item: Item,
    site: Site,
    found: Sheet,
    *,
    training: bool = False,
) -> Receipt:
    """Return the sheet `found` for an item, with the moment it was true. No name and no number of the resident is on it."""
    say = paragraphs.words_of(language)
    template = catalogue.receipts["R_QUERY"]
    wording = catalogue.receipts[_OF_PUBLISHED] if _OF_PUBLISHED in item.receipts else template
    return Receipt(
        (
            *paragraphs.head(language, site, template, training=training, copy=False),
            Rule(),
            *paragraphs.service(language, item),
            *_groups(language, found),
            Rule(),
            *((Line(note),) if (note := found.note.said(language)) else ()),
            Line(paragraphs.picked(language, wording.wording_zh, wording.wording_en)),
            Pair(say("receipt-as-of"), f"{datetime.fromisoformat(found.as_of):%Y-%m-%d %H:%M}"),
            *paragraphs.address(language, site),
            *paragraphs.follow_up(language, "", site, ""),
        )
    )


def _groups(language: Language, found: Sheet) -> Iterator[ReceiptPart]:
    for group in found.groups:
        rows = [row for row in group.rows if row.paper]
        if not rows:
            continue
        yield Feed()
        if heading := group.heading.said(language):
            yield Line(heading, bold=True)
        for row in rows:
            yield Pair(row.label.said(language), row.value.said(language))

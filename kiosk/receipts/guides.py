"""The guide of a service on paper: who may apply, what to bring, how long it takes, what it costs, where to go."""

from collections.abc import Iterator

from config.catalogue import Catalogue, Item, MaterialNeed
from config.catalogue.model import Limit
from config.language import Language
from config.settings import Site
from devices.printer import Feed, Line, Pair, Receipt, ReceiptPart, Rule
from kiosk.receipts import paragraphs


def guide(
    language: Language,
    catalogue: Catalogue,
    item: Item,
    site: Site,
    *,
    as_of: str = "",
    address: str = "",
    training: bool = False,
) -> Receipt:
    """Return the guide of `item`.

    `as_of` is the day it holds for (the catalogue's version when empty), `address` the web page of the service for the
    QR code; without one there is no QR code.
    """
    say = paragraphs.words_of(language)
    template = catalogue.receipts["R_GUIDE"]
    return Receipt(
        (
            *paragraphs.head(language, site, template, training=training, copy=False),
            Rule(),
            Line(item.name(language), size=2, bold=True),
            *((Line(item.name_zh),) if language is Language.ENGLISH else ()),
            *_titled(
                say("receipt-conditions"), paragraphs.picked(language, item.conditions_zh, item.conditions_en)
            ),
            *_papers(language, catalogue, item),
            *_titled(say("receipt-limits")),
            Pair(say("receipt-promised"), _limit(language, item.promised_limit)),
            Pair(say("receipt-statutory"), _limit(language, item.statutory_limit)),
            *_titled(say("receipt-fee"), _fee(language, item)),
            *_titled(say("receipt-where")),
            Line(paragraphs.window(language, site)),
            *paragraphs.address(language, site),
            *paragraphs.authority(language, catalogue, item),
            *paragraphs.follow_up(language, address, site, say("receipt-scan-guide")),
            Rule(),
            Line(paragraphs.picked(language, template.wording_zh, template.wording_en)),
            Pair(say("receipt-as-of"), as_of or catalogue.catalogue.version),
        )
    )


def _titled(title: str, text: str = "") -> Iterator[ReceiptPart]:
    yield Feed()
    yield Line(title, bold=True)
    if text:
        yield Line(text)


def _papers(language: Language, catalogue: Catalogue, item: Item) -> Iterator[ReceiptPart]:
    say = paragraphs.words_of(language)
    yield from _titled(say("receipt-bring"), "" if item.materials else say("receipt-bring-nothing"))
    for place, need in enumerate(item.materials, 1):
        yield Line(f"{place}. {_paper(language, catalogue, need)}")


def _paper(language: Language, catalogue: Catalogue, need: MaterialNeed) -> str:
    say = paragraphs.words_of(language)
    material = catalogue.materials[need.ref]
    form = paragraphs.picked(language, material.form, material.form_en)
    if not need.required:
        how = "receipt-paper-optional"
    elif need.waive_if_shared:
        how = "receipt-paper-waived"
    else:
        how = "receipt-paper"
    return say(how, name=material.name(language), form=form)


def _limit(language: Language, limit: Limit) -> str:
    return paragraphs.words_of(language)(f"receipt-limit-{limit.unit}", value=limit.value)


def _fee(language: Language, item: Item) -> str:
    say = paragraphs.words_of(language)
    note = paragraphs.picked(language, item.fee.note_zh, item.fee.note_en)
    return note or say("receipt-fee-charged" if item.fee.charged else "receipt-fee-none")

"""The slip of having taken part in a vote or a consultation. It never says what was chosen."""

from config.catalogue import Catalogue, Item
from config.language import Language
from config.settings import Site
from devices.printer import Feed, Line, Pair, Receipt, Rule
from kiosk.receipts import paragraphs
from kiosk.sheet import Bilingual
from screens.texts import words


def participation(
    language: Language,
    catalogue: Catalogue,
    item: Item,
    site: Site,
    *,
    title: Bilingual,
    code: str,
    address: str,
    terminal_id: str,
    training: bool = False,
) -> Receipt:
    """Return the slip: the matter, and the code with which its holder sees at `address` that the answer is in."""
    say, vote = paragraphs.words_of(language), words(language.value)
    template = catalogue.receipts["R_VOTE"]
    return Receipt(
        (
            *paragraphs.head(language, site, template, training=training, copy=False),
            Rule(),
            *paragraphs.number(vote("vote-code"), code),
            Feed(),
            *paragraphs.service(language, item),
            Pair(vote("vote-matter"), title.said(language)),
            Rule(),
            Line(paragraphs.picked(language, template.wording_zh, template.wording_en)),
            *paragraphs.follow_up(language, address, site, vote("vote-slip-scan")),
            Rule(),
            Pair(say("receipt-terminal"), terminal_id),
            *paragraphs.address(language, site),
        )
    )

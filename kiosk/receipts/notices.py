"""A paper of the authority, printed as it was issued: with its seal and the code that proves it, or not at all."""

from datetime import datetime

from config.catalogue import Catalogue
from config.language import Language
from config.settings import Site
from devices.printer import Feed, Line, Pair, QrCode, Receipt, Rule
from kiosk.case_file import Notice, lines_of
from kiosk.receipts import paragraphs


def notice(
    language: Language, catalogue: Catalogue, site: Site, issued: Notice, *, training: bool = False
) -> Receipt:
    """Return the paper. Title and text are the authority's; the terminal adds nothing but where it was printed.

    Raises:
        ValueError: it has no seal, or no code by which anybody can see that it is genuine; or its kind is not known.
    """
    template = catalogue.receipts.get(issued.kind)
    if not issued.sealed or template is None:
        raise ValueError("a paper without seal and code is not printed: let the authority issue it again")
    say = paragraphs.words_of(language)
    return Receipt(
        (
            *paragraphs.head(language, site, template, training=training, copy=False),
            Rule(),
            *paragraphs.number(say("receipt-notice-number"), issued.number),
            Feed(),
            *(Line(line) for line in lines_of(issued.text, language)),
            Feed(),
            Pair(say("receipt-seal"), issued.seal.said(language)),
            Pair(say("receipt-issued-at"), f"{datetime.fromisoformat(issued.issued_at):%Y-%m-%d}"),
            Rule(),
            QrCode(issued.verify),
            paragraphs.centred(say("receipt-verify"), bold=True),
            *paragraphs.follow_up(language, "", site, ""),
        )
    )

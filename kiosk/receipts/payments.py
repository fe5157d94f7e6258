"""The slip of a payment: paid (with or without the payee's credit), or not known yet. It is no invoice."""

from config.catalogue import Catalogue, Item
from config.language import Language
from config.settings import Site
from devices.printer import Feed, Line, Pair, Receipt, Rule
from kiosk.payment import UNKNOWN, Bill, Order, yuan
from kiosk.receipts import paragraphs
from screens.texts import words


def payment_slip(
    language: Language,
    catalogue: Catalogue,
    item: Item,
    site: Site,
    *,
    bill: Bill,
    order: Order,
    state: str,
    terminal_id: str,
    training: bool = False,
    copy: bool = False,
) -> Receipt:
    """Return the slip of an order in a state of the platform, or in `UNKNOWN`: then it says not to pay again.

    A `copy` (补打) is one that is asked for later: nobody knows here whether another is out.
    """
    say, pay = paragraphs.words_of(language), words(language.value)
    unknown = state == UNKNOWN
    template = catalogue.receipts["R_PAY_UNKNOWN" if unknown else "R_PAY"]
    wording = Line(paragraphs.picked(language, template.wording_zh, template.wording_en), bold=unknown)
    return Receipt(
        (
            *paragraphs.head(language, site, template, training=training, copy=copy),
            paragraphs.centred(pay(f"pay-slip-{state.replace('_', '-') if state in _SAID else 'paid'}"), bold=True),
            Rule(),
            *paragraphs.number(pay("pay-order-number"), order.number),
            Feed(),
            Line(yuan(bill.amount), size=2, bold=True),
            *paragraphs.service(language, item),
            Pair(pay("pay-what"), f"{bill.title(language)} {bill.period}"),
            Pair(pay("pay-to"), bill.payee(language)),
            Rule(),
            wording,
            *paragraphs.follow_up(language, order.follow_up, site, pay("pay-slip-scan")),
            Rule(),
            Pair(say("receipt-terminal"), terminal_id),
            *paragraphs.address(language, site),
        )
    )  # fmt: skip


_SAID = (UNKNOWN, "paid", "settled", "settle_failed", "refunding", "refunded", "closed", "reversed")

"""The receipt of something asked of a case (withdrawing it, giving a time back): that it was received, not that it is done."""

from devices.printer import Feed, Line, Pair, Receipt, Rule
from kiosk.receipts import paragraphs
from kiosk.receipts.facts import Facts


def act_receipt(facts: Facts, act: str) -> Receipt:
    """Return the receipt; `facts.details` say which case it is about, `act` (`withdraw` or `cancel`) what was asked.

    Without the platform's answer it is a pre-receipt: nobody has been asked anything yet.
    """
    language, say = facts.language, paragraphs.words_of(facts.language)
    received = bool(facts.case_number)
    template = facts.catalogue.receipts["R_RECV" if received else "R_PRE"]
    pending = () if received else (paragraphs.centred(say("receipt-not-submitted"), bold=True),)
    wording = (
        say(f"receipt-{act}-received")
        if received
        else paragraphs.picked(language, template.wording_zh, template.wording_en)
    )
    return Receipt(
        (
            *paragraphs.head(language, facts.site, template, training=facts.training, copy=facts.copy),
            *pending,
            Rule(),
            *paragraphs.number(
                say("receipt-own-number" if received else "receipt-reference"), facts.reference
            ),
            Feed(),
            Line(say(f"receipt-{act}"), bold=True),
            *(Pair(label, value) for label, value in facts.details),
            *paragraphs.applicant(facts),
            Pair(
                say("receipt-received-at" if received else "receipt-stored-at"),
                paragraphs.local_time(facts.received_at or facts.recorded_at, facts),
            ),
            Rule(),
            Line(wording, bold=not received),
            *paragraphs.follow_up(
                language,
                facts.follow_up,
                facts.site,
                say("receipt-scan" if received else "receipt-scan-pending"),
            ),
            *paragraphs.foot(facts),
        )
    )

"""The slip of an appointment that the platform has taken: where, when, what to bring."""

from devices.printer import Feed, Line, Pair, Receipt, Rule
from kiosk.receipts import paragraphs
from kiosk.receipts.facts import Facts


def appointment(facts: Facts) -> Receipt:
    """Return the slip; `facts.details` are its place and time, `facts.case_number` is its number.

    Raises:
        ValueError: the platform has not taken it: there is no appointment to print.
    """
    if not facts.case_number:
        raise ValueError("no slip without the platform's number: print none until it has answered")
    language, say = facts.language, paragraphs.words_of(facts.language)
    template = facts.catalogue.receipts["R_APPT"]
    bring = [facts.catalogue.materials[need.ref].name(language) for need in facts.item.materials]
    return Receipt(
        (
            *paragraphs.head(language, facts.site, template, training=facts.training, copy=facts.copy),
            Rule(),
            *paragraphs.number(say("receipt-appointment-number"), facts.case_number),
            Feed(),
            *paragraphs.service(language, facts.item),
            *paragraphs.applicant(facts),
            *(Line(f"{label} {value}", bold=True) for label, value in facts.details),
            Feed(),
            Line(say("receipt-bring"), bold=True),
            *(Line(f"{place}. {name}") for place, name in enumerate(bring, 1)),
            *(() if bring else (Line(say("receipt-bring-nothing")),)),
            Rule(),
            Line(paragraphs.picked(language, template.wording_zh, template.wording_en)),
            Pair(say("receipt-reported-at"), paragraphs.local_time(facts.received_at, facts)),
            *paragraphs.follow_up(language, facts.follow_up, facts.site, say("receipt-scan")),
            *paragraphs.foot(facts),
        )
    )

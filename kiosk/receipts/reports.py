"""The receipt of a problem that somebody reported, received by the platform or still kept by the terminal."""

from devices.printer import Feed, Line, Pair, Receipt, Rule
from kiosk.receipts import paragraphs
from kiosk.receipts.facts import Facts


def report_receipt(facts: Facts) -> Receipt:
    """Return the receipt of a report: with the platform's number when it has one, else marked as not yet submitted."""
    language, say = facts.language, paragraphs.words_of(facts.language)
    template = facts.catalogue.receipts["R_REPORT"]
    submitted = bool(facts.case_number)
    moment = facts.received_at or facts.recorded_at
    pending = () if submitted else (paragraphs.centred(say("receipt-report-pending"), bold=True),)
    return Receipt(
        (
            *paragraphs.head(language, facts.site, template, training=facts.training, copy=facts.copy),
            *pending,
            Rule(),
            *paragraphs.number(say("receipt-report-number"), facts.case_number or facts.reference),
            Feed(),
            *paragraphs.service(language, facts.item),
            *(Pair(label, value) for label, value in facts.details),
            *paragraphs.applicant(facts),
            Pair(
                say("receipt-reported-at" if submitted else "receipt-stored-at"),
                paragraphs.local_time(moment, facts),
            ),
            *paragraphs.materials(facts),
            Rule(),
            Line(_meaning(facts), bold=not submitted),
            *(paragraphs.answer_by(facts) if submitted and facts.item.promised_limit.unit == "wd" else ()),
            *paragraphs.follow_up(
                language,
                facts.follow_up,
                facts.site,
                say("receipt-scan" if submitted else "receipt-scan-pending"),
            ),
            *paragraphs.foot(facts),
        )
    )


def _meaning(facts: Facts) -> str:
    """What has become of the report, and when it will be answered, where that is promised in working days."""
    language, say = facts.language, paragraphs.words_of(facts.language)
    if not facts.case_number:
        return say("receipt-report-stored")
    promise = facts.item.promised_limit
    if promise.unit != "wd":
        return say("receipt-report-recorded", number=facts.case_number)
    template = facts.catalogue.receipts["R_REPORT"]
    wording = paragraphs.picked(language, template.wording_zh, template.wording_en)
    return paragraphs.filled(wording, facts.case_number, str(promise.value))

"""Receipts of an application: held by the terminal only, or received by the platform. Neither is an acceptance."""

from datetime import datetime, timedelta

from devices.printer import Feed, Line, Pair, Receipt, Rule
from kiosk.decision import GRANTED, REFUSED, Decision
from kiosk.receipts import paragraphs
from kiosk.receipts.facts import Facts

#: 行政许可法 art. 32(4): accepted, refused, or told once what is missing, within five working days.
WORKING_DAYS_TO_ANSWER = "5"

#: After so many days without news the resident should ask; the operator was alarmed long before.
DAYS_TO_WAIT = 3


def pre_receipt(facts: Facts) -> Receipt:
    """Return the 预收件回执: the terminal keeps the application, nobody else has it yet, no time limit runs."""
    language, say = facts.language, paragraphs.words_of(facts.language)
    template = facts.catalogue.receipts["R_PRE"]
    return Receipt(
        (
            *paragraphs.head(language, facts.site, template, training=facts.training, copy=facts.copy),
            paragraphs.centred(say("receipt-not-submitted"), bold=True),
            Rule(),
            *paragraphs.number(say("receipt-reference"), facts.reference),
            Feed(),
            *paragraphs.service(language, facts.item),
            *paragraphs.applicant(facts),
            Pair(say("receipt-stored-at"), paragraphs.local_time(facts.recorded_at, facts)),
            Pair("", say("receipt-terminal-clock")),
            *paragraphs.materials(facts),
            Rule(),
            Line(paragraphs.picked(language, template.wording_zh, template.wording_en), bold=True),
            Feed(),
            Line(_what_if(facts)),
            *paragraphs.follow_up(language, facts.follow_up, facts.site, say("receipt-scan-pending")),
            *paragraphs.foot(facts),
        )
    )


def _what_if(facts: Facts) -> str:
    day = datetime.fromisoformat(facts.recorded_at) + timedelta(days=DAYS_TO_WAIT)
    return paragraphs.words_of(facts.language)(
        "receipt-what-if",
        day=f"{day:%Y-%m-%d}",
        window=paragraphs.window(facts.language, facts.site),
        hotline=facts.site.hotline,
    )


def received(facts: Facts) -> Receipt:
    """Return the 收件回执: the platform holds the application under its case number. It is not accepted (受理) yet.

    Raises:
        ValueError: there is no case number; the paper would claim what nobody knows.
    """
    if not facts.case_number:
        raise ValueError("received without a case number: print a pre-receipt")
    language, say = facts.language, paragraphs.words_of(facts.language)
    template = facts.catalogue.receipts["R_RECV"]
    wording = paragraphs.picked(language, template.wording_zh, template.wording_en)
    return Receipt(
        (
            *paragraphs.head(language, facts.site, template, training=facts.training, copy=facts.copy),
            paragraphs.centred(say(_standing(facts.decision)), bold=True),
            Rule(),
            *paragraphs.number(say("receipt-case"), facts.case_number),
            Feed(),
            *paragraphs.service(language, facts.item),
            *paragraphs.authority(language, facts.catalogue, facts.item),
            *paragraphs.applicant(facts),
            Pair(
                say("receipt-received-at"),
                paragraphs.local_time(facts.received_at or facts.recorded_at, facts),
            ),
            Pair(say("receipt-own-number"), facts.reference),
            *paragraphs.materials(facts),
            Rule(),
            *_what_now(facts, paragraphs.filled(wording, WORKING_DAYS_TO_ANSWER)),
            *paragraphs.follow_up(language, facts.follow_up, facts.site, say("receipt-scan")),
            *paragraphs.foot(facts),
        )
    )


def _standing(decision: Decision | None) -> str:
    """The line on top: what was decided at once, else that acceptance is told later."""
    told = {GRANTED: "receipt-granted", REFUSED: "receipt-refused"}
    return told.get(decision.outcome, "receipt-not-accepted") if decision else "receipt-not-accepted"


def _what_now(facts: Facts, wording: str) -> paragraphs.Parts:
    """The law's wording for what is still open; of what was refused the reason, and what can be done."""
    decision = facts.decision
    if decision is None or decision.outcome not in {GRANTED, REFUSED}:
        yield Line(wording)
        yield from paragraphs.answer_by(facts)
        return
    language, say = facts.language, paragraphs.words_of(facts.language)
    if decision.outcome == GRANTED:
        yield Line(say("receipt-granted-now"))
    else:
        yield Line(say("receipt-refused-because", reason=decision.reason.said(language)))
        yield Line(decision.remedy.said(language))

"""Which receipt belongs to an outcome, and its facts."""

from dataclasses import replace

from config.catalogue import Item
from devices.printer import Receipt
from kiosk import receipts
from kiosk.case_file import Act
from kiosk.events.sending import Delivered, Refused
from kiosk.journeys.due import answer_by
from kiosk.journeys.phases.sending import Finished
from kiosk.journeys.session import Kept
from kiosk.journeys.state import State
from kiosk.receipts import Facts

_REPORT, _APPLICATION = "R_REPORT", "R_RECV"
_OF_A_CASE = (Act.WITHDRAW, Act.CANCEL)


def has_receipt(item: Item, kept: Kept, fate: Delivered | Refused | None) -> bool:
    """Whether there is a receipt; for a rating there is none, for an appointment only once the platform has taken it."""
    if kept.booked:
        return isinstance(fate, Delivered)
    if kept.act in _OF_A_CASE:
        return True
    return _REPORT in item.receipts or _APPLICATION in item.receipts


def receipt_of(state: State, kept: Kept, phase: Finished, *, copy: bool = False) -> Receipt:
    """Return the receipt for what is known of a transaction."""
    facts = replace(_facts(state, kept, phase.fate), copy=copy, decision=phase.decision)
    if kept.booked:
        return receipts.appointment(facts)
    if kept.act in _OF_A_CASE:
        return receipts.act_receipt(facts, kept.act.value)
    if _REPORT in state.item.receipts:
        return receipts.report_receipt(facts)
    return receipts.received(facts) if facts.case_number else receipts.pre_receipt(facts)


def follow_up(state: State, kept: Kept, fate: Delivered | Refused | None) -> str:
    """Return the address behind the code: the case's own, or where the platform says whether the transaction has arrived.

    The latter is `/r/{id}` of docs/platform-api.yaml; empty on a terminal without a platform.
    """
    if isinstance(fate, Delivered):
        return fate.follow_up
    platform = state.outside.settings.platform.url
    return f"{platform}/r/{kept.transaction}" if platform else ""


def _facts(state: State, kept: Kept, fate: Delivered | Refused | None) -> Facts:
    outside, language = state.outside, state.session.language.on_paper
    delivered = fate if isinstance(fate, Delivered) else None
    return Facts(
        language=language,
        catalogue=outside.catalogue,
        item=state.item,
        site=outside.settings.site,
        terminal_id=outside.terminal_id,
        reference=kept.reference,
        transaction=kept.transaction,
        recorded_at=kept.recorded_at,
        applicant=kept.applicant,
        materials=(
            *((outside.catalogue.materials[key].name(language), pages) for key, pages in kept.materials),
            *kept.photos.get(language, ()),
        ),
        details=kept.details[language],
        case_number=delivered.case_number if delivered else "",
        follow_up=follow_up(state, kept, fate),
        received_at=delivered.received_at if delivered else "",
        answer_by=day.isoformat() if delivered and (day := answer_by(state, kept, delivered)) else "",
        training=outside.settings.training,
    )

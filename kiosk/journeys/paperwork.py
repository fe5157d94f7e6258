"""Which receipt belongs to an outcome, and its facts."""

from config.catalogue import Item
from devices.printer import Receipt
from kiosk import receipts
from kiosk.events import Delivered, Refused
from kiosk.journeys.session import Kept
from kiosk.journeys.state import State
from kiosk.receipts import Facts

_REPORT, _APPLICATION = "R_REPORT", "R_RECV"


def has_receipt(item: Item) -> bool:
    """Whether an item gives a receipt; rating a service does not."""
    return _REPORT in item.receipts or _APPLICATION in item.receipts


def receipt_of(state: State, kept: Kept, fate: Delivered | Refused | None) -> Receipt:
    """Return the receipt for what is known of a transaction."""
    facts = _facts(state, kept, fate)
    if _REPORT in state.item.receipts:
        return receipts.report_receipt(facts)
    return receipts.received(facts) if facts.case_number else receipts.pre_receipt(facts)


def _facts(state: State, kept: Kept, fate: Delivered | Refused | None) -> Facts:
    outside, language = state.outside, state.session.language
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
        materials=tuple(
            (outside.catalogue.materials[key].name(language), pages) for key, pages in kept.materials
        ),
        details=kept.details[language],
        case_number=delivered.case_number if delivered else "",
        follow_up=delivered.follow_up if delivered else _provisional(outside.settings.platform.url, kept),
        received_at=delivered.received_at if delivered else "",
        training=outside.settings.training,
    )


def _provisional(platform: str, kept: Kept) -> str:
    """Return where the platform says whether a transaction has arrived (docs/platform-api.yaml)."""
    return f"{platform}/r/{kept.transaction}" if platform else ""

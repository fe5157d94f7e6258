"""What a journey wants kept, as the queue's store takes it; what the store says of it, as an event."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.commands.sending import Attached, Record
from kiosk.events.sending import Delivered, Refused

if TYPE_CHECKING:
    from offline_queue.store import Store
    from offline_queue.transaction import Attachment, Transaction


def keep(store: "Store", command: Record) -> "Transaction":
    """Keep what `command` says, with its print job; raises what `Store.put` raises."""
    from offline_queue.transaction import Sending  # noqa: PLC0415  # cryptography, after the first page

    return store.put(
        command.type,
        command.payload.encode(),
        _sealable(command.attachments),
        print_job=True,
        sending=Sending(resident=store.residents.digest(command.resident)),
    )


def fate(store: "Store", transaction: str) -> Delivered | Refused | None:
    """Return what became of a transaction; None as long as nothing has."""
    from offline_queue.records import Acknowledged, Parked  # noqa: PLC0415  # as above

    match store.fate(transaction):
        case Acknowledged(case_number, follow_up, received_at):
            return Delivered(transaction, case_number, follow_up, received_at)
        case Parked(reason):
            return Refused(transaction, reason)
        case _:
            return None


def _sealable(attached: Sequence[Attached]) -> "list[Attachment]":
    from kiosk.runtime.signature import png  # noqa: PLC0415  # as above
    from offline_queue.transaction import Attachment  # noqa: PLC0415

    return [
        Attachment(one.name, "image/png", png(one.strokes))
        if one.strokes
        else Attachment(one.name, "image/jpeg", one.jpeg)
        for one in attached
    ]

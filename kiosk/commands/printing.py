"""The receipt."""

from dataclasses import dataclass, field

from devices.printer import Receipt


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Print once. `transaction` ties the print job to its journal entry. Answered by `PrintEnded`.

    `copy`: somebody asked for another paper, the receipt says that it is one; without it, none is printed that may be out.
    """

    id: int
    receipt: Receipt = field(repr=False)
    transaction: str = ""
    copy: bool = False

"""A simulated contactless card that has a number and nothing else: `kiosk simulate library-card`.

Options and faults in `devices.simulators.virtual_card`. Specimens: `library` with 4 bytes, `library7` with 7, `phone` with
a number that is made up anew each time, and `blank`, whose reader cannot tell the number.

It departs from the real thing in this: FF CA is answered by the card, where a real reader answers it.
"""

from collections.abc import Callable, Sequence

from devices.simulators import virtual_card
from devices.simulators.card_files import NOT_FOUND, OK, UNKNOWN_INS

GET_UID = bytes.fromhex("FFCA000000")
ATR = bytes.fromhex(
    "3B8F8001804F0CA000000306030001000000006A"
)  # PC/SC part 3: a MIFARE Classic 1K, as readers make it up


class LibraryCard:
    """A memory card; it selects nothing."""

    def __init__(self, uid: str) -> None:
        self._uid, self.atr = bytes.fromhex(uid), ATR

    def reset(self) -> None:
        """Nothing changes."""

    def answer(self, command: bytes) -> bytes:
        """Return the UID; everything else is not known."""
        if command == GET_UID and self._uid:
            return self._uid + OK
        return NOT_FOUND if command[1] == 0xA4 else UNKNOWN_INS


UIDS = {"library": "DEADBEEF", "library7": "04A1B2C3D4E5F6", "phone": "08123456", "blank": ""}


def cards() -> dict[str, Callable[[], virtual_card.CardImage]]:
    """Return the specimens as cards to be laid."""
    return {name: _maker(uid) for name, uid in UIDS.items()}


def _maker(uid: str) -> Callable[[], virtual_card.CardImage]:
    return lambda: LibraryCard(uid)


def main(argv: Sequence[str]) -> int:
    """Run the simulated card until it is stopped."""
    return virtual_card.serve("library-card", cards(), argv)

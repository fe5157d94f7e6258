"""Library cards and other contactless cards that are known by their number alone (UID, PC/SC part 3, 3.2.2.1.3).

A UID can be copied: it says which card was laid, never who laid it.
"""

from enum import Enum

from devices.card_reader import Card, CardKind
from devices.card_reader.iso7816 import OK, Chip, Command
from devices.errors import ResidentError

GET_UID = Command(0xFF, 0xCA, le=256)
_SIZES = frozenset({4, 7, 8, 10})  # ISO 14443: one, two, three cascade levels, PUPI; ISO 15693: 8
_RANDOM = 0x08  # ISO 14443-3: a UID of 4 bytes that begins with 08 is made up anew each time


class UidForm(Enum):
    """How the number is written: keyboard readers differ, and a library's catalogue knows one form."""

    HEX = "hex"
    HEX_REVERSED = "hex-reversed"
    DECIMAL = "decimal"
    DECIMAL_REVERSED = "decimal-reversed"

    def written(self, uid: bytes) -> str:
        """Return the number; hexadecimal in capitals, decimal with the leading zeros of its size (10 digits for 4 bytes)."""
        if self in {UidForm.HEX_REVERSED, UidForm.DECIMAL_REVERSED}:
            uid = uid[::-1]
        if self in {UidForm.HEX, UidForm.HEX_REVERSED}:
            return uid.hex().upper()
        return str(int.from_bytes(uid, "big")).zfill(len(str(256 ** len(uid) - 1)))


def read(chip: Chip, form: UidForm) -> Card:
    """Return a card of kind `uid` with the UID as `card_number`.

    Raises:
        ResidentError: the card has no UID (`WRONG_CARD`), or a new one each time (`CARD_UID_RANDOM`).
    """
    response = chip.send(GET_UID)
    if response.status != OK or len(response.data) not in _SIZES:
        message = "This card is not known to this terminal: use an identity card, social security card or travel document."
        raise ResidentError("WRONG_CARD", message)
    if len(response.data) == 4 and response.data[0] == _RANDOM:
        message = "This card or phone has a new number each time: lay the library card itself on the reader."
        raise ResidentError("CARD_UID_RANDOM", message)
    return Card(CardKind.UID, card_number=form.written(response.data))

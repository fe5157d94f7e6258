"""Social security cards (社会保障卡, LD/T 32), versions 1.0 to 3.0: records read by their tag.

A card of version 3.0 gives name and citizen number only to a terminal with a security module (PSAM). Without one it gives
its card number, and who holds it must be looked up at the platform. No PIN is ever sent: tries are limited, and they are
the resident's.
"""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from devices.card_reader import Card, CardKind, Sex
from devices.card_reader.ethnicity import ethnicity_name
from devices.card_reader.iso7816 import (
    LOCKED,
    NOT_ALLOWED,
    NOT_FOUND,
    OK,
    UNKNOWN_COMMAND,
    Chip,
    Command,
    error_of,
    expect,
    unreadable,
)

ENVIRONMENT = bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF")  # sx1.sh.社会保障 in GBK
LOOK_UP = "platform"
_ISSUER_FILE, _HOLDER_FILE = 0xEF05, 0xEF06
_PADDING = b" \0\xff"
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def select(chip: Chip) -> bool:
    """Select the social security environment; return whether the card has it.

    Raises:
        ResidentError: it has it, and it is locked (`CARD_LOCKED`).
    """
    status = chip.send(Command(0x00, 0xA4, 0x04, 0x00, ENVIRONMENT)).status
    if status in LOCKED:
        raise error_of(status)
    return status == OK


def read(chip: Chip) -> Card:
    """Return what a selected social security card says.

    `card_number`, `valid_from`, `valid_until`; `extra["version"]` as it stands on the card (`3.00`; the first cards, with
    none, are `1.00`) and `extra["region"]`, the issuing region (GB/T 2260). Where the card gives it away also `name`,
    `id_number`, `sex`, `ethnicity`, `birth_date`; where it does not, `extra["holder"]` is `platform`: look them up there.

    Raises:
        ResidentError: the card could not be read (`CARD_READ_FAILED`), or it is another kind (`CARD_UNKNOWN`).
    """
    records = _Records(chip)
    if not records.select(_ISSUER_FILE):
        raise unreadable()
    extra = {"version": records.text(0x03, 4) or "1.00", "region": records.digits(0x01, 16)[:6]}
    number = records.verified(0x07, 9, checked_number)
    valid_from, valid_until = records.day(0x05), records.day(0x06)
    id_number = records.verified(0x08, 18, _checked_citizen) if records.select(_HOLDER_FILE) else ""
    if not id_number:
        return Card(
            CardKind.SOCIAL_SECURITY,
            card_number=number,
            valid_from=valid_from,
            valid_until=valid_until,
            extra=extra | {"holder": LOOK_UP},
        )
    return Card(
        CardKind.SOCIAL_SECURITY,
        name=records.text(0x09, 30, then=(0x4E, 20)),
        id_number=id_number,
        sex=_SEXES.get(records.text(0x0A, 1), Sex.UNKNOWN),
        ethnicity=ethnicity_name(records.digits(0x0B, 1)),
        birth_date=records.day(0x0D),
        card_number=number,
        valid_from=valid_from,
        valid_until=valid_until,
        extra=extra,
    )


_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}


def checked_number(number: str) -> bool:
    """Return whether the ninth character of a card number is its check digit (LD/T 32: modulo 11)."""
    if not re.fullmatch("[0-9A-Z]{8}[0-9X]", number):
        return False
    weighted = sum(int(char, 36) * weight for char, weight in zip(number, _WEIGHTS, strict=False))
    return "0X987654321"[weighted % 11] == number[8]


def _checked_citizen(number: str) -> bool:
    """GB 11643: ISO 7064 MOD 11-2."""
    if not re.fullmatch("[0-9]{17}[0-9X]", number):
        return False
    weighted = sum(int(char) * weight for char, weight in zip(number, _CITIZEN_WEIGHTS, strict=False))
    return "10X98765432"[weighted % 11] == number[17]


class _Records:
    """The records of the selected file by tag; one that the card does not have or does not give away is empty."""

    def __init__(self, chip: Chip) -> None:
        self._chip = chip

    def select(self, file: int) -> bool:
        """Select a file; return whether the card lets us. Some cards want P1 00 where the standard has 02."""
        for p1 in (0x02, 0x00):
            response = self._chip.send(Command(0x00, 0xA4, p1, 0x00, file.to_bytes(2, "big")))
            if response.status not in UNKNOWN_COMMAND:
                break
        if response.status in NOT_ALLOWED | NOT_FOUND:
            return False
        expect(response)
        return True

    def text(self, tag: int, size: int, then: tuple[int, int] | None = None) -> str:
        """Return a text (GBK), and the record that it goes on in, without filling and control characters."""
        coded = self._value(tag, size).rstrip(_PADDING)
        if then is not None:
            coded += self._value(*then).rstrip(_PADDING)
        decoded = coded.decode("gb18030", "replace").strip()
        return "".join(char for char in decoded if unicodedata.category(char) != "Cc")

    def digits(self, tag: int, size: int) -> str:
        """Return compressed digits (cn), without the F that fill them up."""
        return self._value(tag, size).hex().upper().rstrip("F")

    def day(self, tag: int) -> date | None:
        """Return a date, or None when there is none."""
        digits = self.digits(tag, 4)
        with suppress(ValueError):
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return None

    def verified(self, tag: int, size: int, check: Callable[[str], bool]) -> str:
        """Return a number; one whose check digit is wrong is read twice, and believed when it stands there twice."""
        number = self.text(tag, size)
        if number and not check(number) and self.text(tag, size) != number:
            raise unreadable()
        return number

    def _value(self, tag: int, size: int) -> bytes:
        response = self._chip.send(Command(0x00, 0xB2, tag, 0x00, le=size + 2))
        if response.status in NOT_ALLOWED | NOT_FOUND:
            return b""
        record = expect(response)
        if len(record) < 2 or record[0] != tag or record[1] != len(record) - 2:
            raise unreadable()
        return record[2:]

"""Driver for chip cards and contactless cards over PC/SC: social security cards, travel documents, library cards."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

from devices.card_reader import Card, CardReader, library_card, social_card, travel_document
from devices.card_reader.iso7816 import PlainChip, Transmit, unreadable
from devices.card_reader.library_card import UidForm
from devices.card_reader.mrz import DocumentKey
from devices.card_reader.pcsc_link import PcscLink, Plate
from devices.errors import ResidentError

ATTEMPTS = 2
_LIMIT = 5.0  # one command; a passport takes its time after a wrong key
_WHOLE_LIMIT = 12.0
#: A card that was just laid may not have had enough power; one that was put back within 0.4 s pcscd did not see leave, and
#: has to be asked for once more: it would never tell of it.
_TRY_AGAIN = frozenset({"CARD_READ_FAILED", "CARD_NOT_SELECTED"})
_LIFTED = "CARD_LIFTED"
_ANY_OTHER = Plate(present=False, events=-1)  # equals none


def _utc_now() -> datetime:
    return datetime.now(UTC)


class _Application(Enum):
    """What a card was recognised by."""

    SOCIAL_CARD = auto()
    TRAVEL_DOCUMENT = auto()
    NONE = auto()


class PcscReader(CardReader):
    """Reads the card that a reader of pcscd holds.

    `port` is the reader's name, or the beginning of it, or `first`; `uid` how the number of a library card is written;
    `csca` the directory of certificates that travel documents are verified with (see `travel_document.trust`);
    `tap` is called with each command and its response. Every call ends within 15 seconds, and within 3 when no card is
    there. Bank cards are not read: of a contactless one only its UID.
    """

    def __init__(
        self,
        port: str = "first",
        *,
        uid: UidForm = UidForm.HEX,
        csca: Path | None = None,
        limit: float = _LIMIT,
        now: Callable[[], datetime] = _utc_now,
        tap: Callable[[bytes, bytes], None] | None = None,
    ) -> None:
        self._link = PcscLink(port, limit)
        self._uid, self._csca, self._now, self._tap = uid, csca, now, tap
        self._dealt_with: Plate | None = None
        self._document: DocumentKey | None = None
        self._application: _Application | None = None

    def expect(self, document: DocumentKey | None) -> None:
        """Say what opens the travel document that is laid or will be; a card refused for want of it is read again.

        It is forgotten with None, when a document was read with it, and when the reader is closed.
        """
        self._document = document
        if document is not None:
            self._dealt_with = None

    def _open(self) -> None:
        if not self._link.is_open:
            self._link.open()

    def _close(self) -> None:
        self._link.close()
        self._dealt_with = self._document = None

    def _card_present(self) -> bool:
        """Whether a card is there; once not, when it was lifted or changed since it was dealt with."""
        plate = self._link.plate()
        if self._dealt_with is not None and plate != self._dealt_with:
            self._dealt_with = None
            return False
        return plate.present

    def _read_card(self) -> Card | None:
        plate = self._link.plate()
        if not plate.present or plate == self._dealt_with:
            return None
        self._application = None
        try:
            card = self._attempts(time.monotonic() + _WHOLE_LIMIT)
        except ResidentError as error:
            self._dealt_with = _ANY_OTHER if error.code == _LIFTED else plate
            raise
        self._dealt_with = plate
        self._document = None
        return card

    def _tapped(self, transmit: Transmit) -> Transmit:
        tap = self._tap
        if tap is None:
            return transmit

        def noted(command: bytes) -> bytes:
            response = transmit(command)
            tap(command, response)
            return response

        return noted

    def _attempts(self, until: float) -> Card:
        for _ in range(ATTEMPTS - 1):
            try:
                return self._read(until)
            except ResidentError as error:
                if error.code not in _TRY_AGAIN:
                    raise
        return self._read(until)

    def _read(self, until: float) -> Card:
        with self._link.card(until) as transmit:
            chip = PlainChip(self._tapped(transmit))
            application = _selected(chip)
            if self._application not in {None, application}:
                raise unreadable()  # what was an identity card before must not be read as a number now
            self._application = application
            match application:
                case _Application.SOCIAL_CARD:
                    return social_card.read(chip)
                case _Application.TRAVEL_DOCUMENT:
                    return travel_document.read(chip, self._document, self._csca, self._now())
                case _Application.NONE:
                    return library_card.read(chip, self._uid)


def _selected(chip: PlainChip) -> _Application:
    if social_card.select(chip):
        return _Application.SOCIAL_CARD
    return _Application.TRAVEL_DOCUMENT if travel_document.select(chip) else _Application.NONE

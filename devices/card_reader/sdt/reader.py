"""Identity card readers that speak SDT, whatever carries it: what the drivers for serial lines and USB have in common."""

import time
from collections.abc import Callable
from contextlib import suppress

from devices.card_reader import Card, CardReader
from devices.card_reader.layouts import LayoutError, card_of, latest_address
from devices.card_reader.sdt.answers import (
    fits_address,
    fits_find,
    fits_read,
    fits_sam_id,
    fits_select,
    misread,
    reads_on,
)
from devices.card_reader.sdt.codec import Answer, Command, sam_id
from devices.card_reader.sdt.conversation import Conversation, UnansweredError
from devices.card_reader.sdt.line import CardLine
from devices.card_reader.sdt.presence import Presence
from devices.card_reader.sdt.status import MISREAD, Status, error_of
from devices.errors import DeviceError, ResidentError, RetryError, StaffError

BAUDS = (115200, 57600, 38400, 19200, 9600)
ATTEMPTS = 3
_LIMIT = 0.5  # find and select
_READ_LIMIT = 3.0
_ADDRESS_LIMIT = 0.8
_PROBE_LIMIT = 0.3  # another rate, while the right one is looked for
_ENOUGH = 6.0  # no new attempt at a card after this long
_FOUND_FOR = 1.0  # a card that was found is read without finding it again
_REPLACE = frozenset({Status.SELF_TEST_FAILED, Status.NOT_AUTHORISED})


class SdtReader(CardReader):
    """Reads identity cards with status → find → select → read → additional address.

    When the reader does not answer at the line's rate, the other rates are tried. A card whose newest additional address
    the reader gives away has it as `extra["latest_address"]`; a card is never lost for the lack of it. Every call ends
    within 10 seconds, and within 1.5 seconds when no card lies there.
    """

    def __init__(self, line: CardLine, now: Callable[[], float] = time.monotonic) -> None:
        self._line, self._now = line, now
        self._talk = Conversation(line, now)
        self._presence = Presence(self._find, self._probe, now)
        self._found_at = float("-inf")
        self._gives_addresses = True

    def _open(self) -> None:
        if self._line.is_open:
            return
        self._line.open()
        try:
            self._greet()
        except DeviceError:
            self._line.close()
            raise

    def _close(self) -> None:
        self._line.close()
        self._presence.forget()
        self._gives_addresses = True

    def _read_card(self) -> Card | None:
        if self._presence.still_lies_there() or not self._card_found():
            return None
        try:
            card = self._read_found()
        except ResidentError as error:
            if error.code != "CARD_LIFTED":
                self._presence.dealt_with(probing=False)
            raise
        finally:
            self._found_at = float("-inf")
        return card

    def _card_present(self) -> bool:
        return self._presence.still_lies_there() or self._card_found()

    def _serial_number(self) -> str:
        answer = self._talk.ask(Command.SAM_ID, fits_sam_id, _LIMIT)
        if answer.status != Status.OK:
            raise error_of(answer.status)
        return sam_id(answer.data)

    def _greet(self) -> None:
        """Find the rate at which the reader answers; refuse a reader that says it is broken."""
        answer = self._talk.status(sendings=2) or self._other_rates()
        if answer is None:
            raise StaffError(
                "READER_SILENT",
                "The card reader does not answer: check its power, then unplug it and plug it in.",
            )
        if answer.status in _REPLACE:
            raise error_of(answer.status)

    def _other_rates(self) -> Answer | None:
        """Return the status at the first other rate at which the reader gives it, and stay there."""
        if not self._line.has_rate:
            return None
        configured = self._line.baud
        for baud in BAUDS:
            if baud != configured:
                self._line.set_baud(baud)
                with suppress(RetryError):  # noise at a wrong rate
                    if answer := self._talk.status(limit=_PROBE_LIMIT):
                        return answer
        self._line.set_baud(configured)
        return None

    def _card_found(self) -> bool:
        return self._now() - self._found_at < _FOUND_FOR or self._find()

    def _find(self) -> bool:
        """Return whether the reader finds a card that it has not read yet."""
        answer = self._talk.ask(Command.FIND, fits_find, _LIMIT)
        if answer.status not in {Status.FOUND, Status.NO_CARD, *MISREAD}:
            raise error_of(answer.status)
        found = answer.status != Status.NO_CARD
        self._found_at = self._now() if found else float("-inf")
        return found

    def _read_found(self) -> Card:
        began = self._now()
        text = self._select_and_read()
        for _ in range(ATTEMPTS - 1):
            if isinstance(text, bytes) or self._now() - began > _ENOUGH:
                break
            text = self._select_and_read() if self._find() or self._find() else self._read_on(text)
        if isinstance(text, bytes):
            return self._card(text)
        raise error_of(Status.READ_FAILED if text == Status.NO_CARD else text)

    def _select_and_read(self) -> bytes | Status:
        """Return the card's text, or why this attempt failed and another may succeed."""
        answer = self._talk.ask(Command.SELECT, fits_select, _LIMIT)
        return self._read() if answer.status == Status.OK else misread(answer)

    def _read(self) -> bytes | Status:
        try:
            answer = self._talk.ask(Command.READ, fits_read, _READ_LIMIT)
        except UnansweredError:
            return Status.NO_CARD
        if answer.status != Status.OK:
            return misread(answer)
        return answer.data[4 : 4 + int.from_bytes(answer.data[:2], "big")]

    def _read_on(self, why: Status) -> bytes:
        """Read a card that is not found any more: the reader may think that it gave it away, or it was lifted."""
        text = self._read() if why != Status.NO_CARD else why
        if isinstance(text, bytes):
            return text
        raise ResidentError(
            "CARD_LIFTED", "The card was lifted too early: lay it flat on the reader and leave it there."
        )

    def _card(self, text: bytes) -> Card:
        try:
            card = card_of(text)
        except LayoutError as error:
            message = (
                "What stands on the card is not known to this terminal: use another document, or ask staff."
            )
            raise ResidentError("CARD_UNKNOWN", message) from error
        answer = self._address()
        self._presence.dealt_with(probing=answer is not None and reads_on(answer))
        if answer is not None and answer.status == Status.OK and (address := latest_address(answer.data)):
            card.extra["latest_address"] = address
        return card

    def _address(self) -> Answer | None:
        """Ask for the additional addresses; a reader that cannot do it is not asked again while it stays open."""
        if not self._gives_addresses:
            return None
        try:
            answer = self._talk.ask(Command.READ_ADDRESS, fits_address, _ADDRESS_LIMIT, sendings=2)
        except RetryError as error:
            self._gives_addresses = not isinstance(error, UnansweredError)
            return None
        except DeviceError:
            self._gives_addresses = False
            return None
        self._gives_addresses = answer.status != Status.BAD_COMMAND
        return answer

    def _probe(self) -> bool:
        answer = self._address()
        return answer is not None and reads_on(answer)

"""PC/SC by pyscard: one reader of pcscd, every call bounded, every return code a `DeviceError`.

Presence is asked with SCardGetStatusChange, whose event counter (the upper half of the state) also shows a card that was
changed for another between two questions. The library's own CardMonitor does not: it misses that, and it ends for good when
pcscd restarts.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from smartcard import scard  # type: ignore[import-untyped]  # pyscard brings no types

from devices.card_reader import pcsc_status
from devices.card_reader.bounded import BoundedThread, StuckError
from devices.card_reader.iso7816 import Transmit
from devices.errors import ConfigurationError, DeviceError

FIRST = "first"
_QUESTION_LIMIT = 3.0  # for whatever does not go to the card
_SETTLING = 0.6  # pcscd looks for the card every 0.4 s
_NO_READER = scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_UNAVAILABLE | scard.SCARD_STATE_IGNORE
_PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1


@dataclass(frozen=True, slots=True)
class Plate:
    """What a reader says: whether a card is there, and how many times one came or went (modulo 65,536)."""

    present: bool
    events: int


class PcscLink:
    """One reader. `name` is the reader's, or the beginning of it, or `first`. Used by one thread."""

    def __init__(self, name: str, limit: float) -> None:
        self._name, self._limit = name, limit
        self._thread = BoundedThread("pcsc")
        self._context: int | None = None
        self._reader = ""
        self._was_open = False

    @property
    def is_open(self) -> bool:
        """Whether it was opened and not closed since; the reader may be gone all the same."""
        return self._context is not None

    def open(self) -> None:
        """Reach pcscd and find the reader.

        Raises:
            ConfigurationError: there is no such reader (`NO_SUCH_READER`), or we may not use it (`PORT_NOT_PERMITTED`).
            StaffError: pcscd does not run (`READER_SERVICE_GONE`), no reader is plugged in (`DEVICE_GONE`), or an earlier
                command has not come back yet (`READER_SILENT`).
        """
        self._context = self._ask(scard.SCardEstablishContext, scard.SCARD_SCOPE_SYSTEM)
        try:
            self._reader = self._found(self._ask(scard.SCardListReaders, self._context, []))
        except DeviceError:
            self.close()
            raise
        self._was_open = True

    def close(self) -> None:
        """Let the reader go; never fails."""
        context, self._context = self._context, None
        if context is not None:
            self._thread.finish(partial(scard.SCardReleaseContext, context), _QUESTION_LIMIT)
        self._thread.end()

    def plate(self) -> Plate:
        """Return whether a card is there now.

        Raises:
            StaffError: the reader or pcscd is gone (`DEVICE_GONE`, `READER_SERVICE_GONE`).
        """
        return _plate(self._state(scard.SCARD_STATE_UNAWARE, 0.0))

    @contextmanager
    def card(self, until: float) -> Iterator[Transmit]:
        """Connect to the card that is there, alone; yields what sends an APDU to it. Its power is cut afterwards.

        Nothing goes on after `until` (monotonic seconds), nor any one APDU longer than the link's limit.

        Raises:
            ResidentError: the card was lifted (`CARD_LIFTED`), does not answer (`CARD_NOT_SELECTED`), or lies badly
                (`CARD_READ_FAILED`).
            ConfigurationError: another program has the card (`PORT_BUSY`).
            StaffError: the reader is gone, silent (`READER_SILENT`), or pcscd is gone.
        """
        before = self.plate()
        share = (self._reader, scard.SCARD_SHARE_EXCLUSIVE, _PROTOCOLS)
        handle, protocol = self._with_card(before, until, scard.SCardConnect, self._context, *share)
        control = scard.SCARD_PCI_T0 if protocol == scard.SCARD_PROTOCOL_T0 else scard.SCARD_PCI_T1

        def transmit(command: bytes) -> bytes:
            (answer,) = self._with_card(before, until, scard.SCardTransmit, handle, control, list(command))
            return bytes(answer)

        try:
            yield transmit
        finally:
            self._thread.finish(
                partial(scard.SCardDisconnect, handle, scard.SCARD_UNPOWER_CARD), _QUESTION_LIMIT
            )

    def _found(self, names: list[str]) -> str:
        if not names:
            raise pcsc_status.error_of(pcsc_status.READER_UNAVAILABLE)
        for name in sorted(names):
            if self._name in {"", FIRST} or name.startswith(self._name):
                return name
        if self._was_open:
            raise pcsc_status.error_of(pcsc_status.READER_UNAVAILABLE)
        message = f"There is no reader {self._name}: set one of {', '.join(sorted(names))}, or first."
        raise ConfigurationError("NO_SUCH_READER", message)

    def _with_card(
        self, before: Plate, until: float, function: Callable[..., Any], *arguments: Any
    ) -> list[Any]:
        if (left := until - time.monotonic()) <= 0:
            raise pcsc_status.silent()
        code, results = self._called(min(self._limit, left), function, *arguments)
        if code in pcsc_status.PERHAPS_LIFTED and self._left(before):
            raise pcsc_status.lifted()
        if code != pcsc_status.OK:
            raise pcsc_status.error_of(code)
        return results

    def _left(self, before: Plate) -> bool:
        """Return whether the card is not there any more; pcscd may need a moment to see that."""
        state = self._state(scard.SCARD_STATE_UNAWARE, 0.0)
        if _plate(state) == before:
            state = self._state(state & ~scard.SCARD_STATE_CHANGED, _SETTLING)
        return _plate(state) != before

    def _state(self, known: int, wait: float) -> int:
        """Return the reader's state, after waiting until it is another than the known one."""
        question = (self._context, int(wait * 1000), [(self._reader, known)])
        code, results = self._called(_QUESTION_LIMIT + wait, scard.SCardGetStatusChange, *question)
        if code == pcsc_status.TIMED_OUT:
            return known
        if code != pcsc_status.OK:
            raise pcsc_status.error_of(code)
        state = int(results[0][0][1])
        if state & _NO_READER:
            raise pcsc_status.error_of(pcsc_status.READER_UNAVAILABLE)
        return state

    def _ask(self, function: Callable[..., Any], *arguments: Any) -> Any:
        code, results = self._called(_QUESTION_LIMIT, function, *arguments)
        if code != pcsc_status.OK:
            raise pcsc_status.error_of(code)
        return results[0]

    def _called(self, limit: float, function: Callable[..., Any], *arguments: Any) -> tuple[int, list[Any]]:
        """Return the return code and what else the function returns."""
        if self._context is None and function is not scard.SCardEstablishContext:
            raise pcsc_status.error_of(pcsc_status.READER_UNAVAILABLE)
        try:
            code, *results = self._thread.call(partial(function, *arguments), limit)
        except StuckError as error:
            raise pcsc_status.silent() from error
        return code & 0xFFFFFFFF, results


def _plate(state: int) -> Plate:
    return Plate(bool(state & scard.SCARD_STATE_PRESENT), state >> 16 & 0xFFFF)

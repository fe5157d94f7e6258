"""Driver for barcode scanners on a serial line or USB-CDC: any tty or pyserial URL."""

import time
from collections import deque
from collections.abc import Callable

from devices.scanner import Code, Scanner
from devices.scanner.framing import Framing, incomplete
from devices.serial_line import SerialLine

_WAIT = 0.4  # one call waits this long for a code
_LONGEST_REST = 1.0  # a line that never falls quiet is noise
_PAUSE_IN_CODE = 0.3  # a code whose next byte does not come for this long has stopped


class SerialScanner(Scanner):
    """Takes codes as the scanner sends them: text, then CR or LF. Nothing is ever sent to the scanner.

    A scanner has no status to ask for: that it is unplugged is noticed, that it sees nothing any more is not. Codes sent in
    one go are returned one by one.
    """

    def __init__(
        self,
        port: str,
        baud: int = 115200,
        encoding: str = "utf-8",
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._line = SerialLine(port, baud, "scanner")
        self._framing = Framing(encoding)
        self._now = now
        self._heard = float("-inf")
        self._waiting: deque[bytes] = deque()

    def _open(self) -> None:
        if not self._line.is_open:
            self._line.open()
            self._let_pass()
            self._forget()

    def _close(self) -> None:
        self._line.close()
        self._forget()

    def _scan(self) -> Code | None:
        until = self._now() + _WAIT
        while not self._waiting and (self._now() < until or self._framing.begun):
            self._listen()
        return self._framing.code(self._waiting.popleft()) if self._waiting else None

    def _listen(self) -> None:
        received = self._line.read()
        if received:
            self._heard = self._now()
            self._waiting.extend(self._framing.feed(received))
        elif self._framing.begun and self._now() - self._heard >= _PAUSE_IN_CODE:
            self._framing.abandon()
            raise incomplete()

    def _let_pass(self) -> None:
        """Let what is still coming go by: the rest of a code would be taken for a whole one."""
        self._line.drop()
        heard = self._now()
        until = heard + _LONGEST_REST
        while self._now() < min(heard + _PAUSE_IN_CODE, until):
            if self._line.read():
                heard = self._now()

    def _forget(self) -> None:
        self._framing.abandon()
        self._waiting.clear()

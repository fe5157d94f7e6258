"""Between the scanner's thread and the inbox: codes as events, only while somebody is asked to hold one there."""

import threading

from devices.damping import Condition
from devices.errors import RetryError
from devices.scanner import Scanner
from devices.thread import DeviceThread
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.runtime.hardware import Post

LONGEST_CODE = 4096
PAUSE_SECONDS = 0.05


class ScanDesk:
    """Tells of codes while it is open. What pays is never passed on, nor what was scanned before.

    A serial scanner is served all the time, or its buffer would keep a code for the next resident; a camera as scanner
    rests while nobody is asked for a code, its light off.
    """

    def __init__(self, scanner: Scanner, post: Post, *, rests: bool = False) -> None:
        self._post, self._rests = post, rests
        self._door = threading.Lock()
        self._wanted = False
        self._works = True
        self.thread = DeviceThread(scanner, self._serve, self._changed, name="scanner", pause=PAUSE_SECONDS)

    def open(self) -> None:
        """Pass codes on from now on."""
        with self._door:
            self._wanted = True
        self.thread.wake()

    def close(self) -> None:
        """Pass none on any more."""
        with self._door:
            self._wanted = False
            if self._rests and self._works:
                self.thread.rest()

    def _changed(self, condition: Condition) -> None:
        with self._door:
            self._works = condition.working
            if self._rests and self._works and not self._wanted:
                self.thread.rest()
        self._post(DeviceChanged(DeviceClass.SCANNER, condition.working, condition.code))

    def _serve(self, scanner: Scanner) -> None:
        try:
            code = scanner.scan()
        except RetryError:
            self._tell(CodeUnusable("garbled"))
            return
        if code is None:
            return
        usable = not code.is_payment and len(code.text) <= LONGEST_CODE
        self._tell(
            CodeScanned(code.text) if usable else CodeUnusable("payment" if code.is_payment else "garbled")
        )

    def _tell(self, event: CodeScanned | CodeUnusable) -> None:
        with self._door:
            if self._wanted:
                self._post(event)

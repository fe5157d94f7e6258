"""Scanners: a code is whole or not there at all, none comes twice, and none that nobody held there."""

import random
from typing import ClassVar

from devices.scanner import Scanner
from devices.scanner.camera_scanner import CameraScanner
from devices.scanner.serial_scanner import SerialScanner
from devices.simulators.camera_faults import Kind as CameraFault
from devices.simulators.scanner_faults import Kind as ScannerFault
from tests.faults.worlds.world import BrokenError, World, hurried

#: What may make another text of a code: a serial line has no checksum.
_SPOILING = {ScannerFault.GARBLE, ScannerFault.DROP_BYTE, ScannerFault.NO_TERMINATOR, ScannerFault.STALL}


class ScannerWorld(World):
    """A scanner on a line."""

    simulator: ClassVar[tuple[str, ...]] = ("scanner", "--link", "{link}")
    limit: ClassVar[float] = 5.0

    def begin(self) -> None:
        self._held, self._came = list[str](), list[str]()
        self._spoilt = False
        super().begin()

    def end(self) -> None:
        super().end()
        strange = set(self._came) - set(self._held)
        if strange and not self._spoilt:
            raise BrokenError(f"nobody held {', '.join(strange)} there")

    def _driver(self) -> Scanner:
        return SerialScanner(self._simulated.port, now=hurried)

    def _serve(self, device: Scanner) -> None:
        if code := device.scan():
            self._came.append(code.text)

    def _mishap(self, chance: random.Random) -> None:
        if chance.randrange(4):
            kind = chance.choice(list(ScannerFault))
            self._spoilt = self._spoilt or kind in _SPOILING
            self._tell("fault", kind=kind.value)
        else:
            self._tell(chance.choice(("clear", "plug", "unplug")))

    def use(self, chance: random.Random) -> None:
        self._hold(f"CODE-{len(self._held):04d}")
        for _ in range(chance.randrange(1, 4)):
            self.command(self._serve)
        twice = [text for text in self._held if self._came.count(text) > 1]
        if twice:
            raise BrokenError(f"{twice[0]} came twice")

    def _hold(self, text: str) -> None:
        self._held.append(text)
        self._tell("scan", text=text)


class TcpScannerWorld(ScannerWorld):
    """The same behind a pyserial URL."""

    simulator = ("scanner", "--listen", "127.0.0.1:0")


class CameraScannerWorld(ScannerWorld):
    """A camera as scanner; its clock is not hurried, a code is out of view when it was not seen for two seconds."""

    simulator = ("camera", "--scene", "empty-desk", "--rate", "30")
    limit: ClassVar[float] = (
        21.0  # what its thread is doing may be an opening (6 s, and 2.5 for a frame), and so may this
    )

    def _driver(self) -> Scanner:
        return CameraScanner(str(self._simulated.where["url"]))

    def _mishap(self, chance: random.Random) -> None:
        if chance.randrange(5):
            kind = chance.choice(list(CameraFault))
            self._tell("fault", kind=kind.value, times=chance.choice((1, 3, 0)))
        else:
            self._tell(chance.choice(("clear", "plug", "unplug")))

    def use(self, chance: random.Random) -> None:
        self._hold(f"CODE-{len(self._held):04d}")
        for _ in range(chance.randrange(1, 4)):
            self.command(self._serve)

    def _hold(self, text: str) -> None:
        self._held.append(text)
        self._tell("scene", name=f"qr:{text}")

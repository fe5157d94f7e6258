"""Codes from the scanner's thread to the inbox, against a scanner on its line."""

import threading
from pathlib import Path

from devices.scanner import Code
from devices.scanner.serial_scanner import SerialScanner
from devices.simulators.process import simulated
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.runtime.scanning import LONGEST_CODE, ScanDesk
from tests.kiosk.conftest import Heard


class Counted(SerialScanner):
    """The driver, which says how many codes it has read."""

    def __init__(self, port: str) -> None:
        super().__init__(port)
        self.codes = threading.Semaphore(0)

    def _scan(self) -> Code | None:
        code = super()._scan()
        if code:
            self.codes.release()
        return code


def test_codes_are_told_only_while_somebody_is_asked_for_one(heard: Heard, tmp_path: Path) -> None:
    with simulated("scanner", "--control", str(tmp_path / "c")) as scanner:
        driver = Counted(scanner.port)
        desk = ScanDesk(driver, heard.post)
        desk.thread.start()
        try:
            assert heard.wait_for(DeviceChanged).device is DeviceClass.SCANNER
            desk.open()
            scanner.tell("scan", text="first")
            assert heard.wait_for(CodeScanned).text == "first"
            desk.close()
            scanner.tell("scan", text="between residents")
            assert all(driver.codes.acquire(timeout=20) for _ in range(2))
            desk.thread.submit(lambda _: None).result(20)  # not before what was read has been dealt with
            desk.open()
            scanner.tell("scan", text="second")
            assert heard.wait_for(CodeScanned).text == "second"
        finally:
            desk.thread.stop(5.0)


def test_what_pays_or_cannot_be_read_is_not_passed_on(heard: Heard, tmp_path: Path) -> None:
    with simulated("scanner", "--control", str(tmp_path / "c")) as scanner:
        desk = ScanDesk(SerialScanner(scanner.port), heard.post)
        desk.thread.start()
        try:
            heard.wait_for(DeviceChanged)
            desk.open()
            scanner.tell("scan", text="134567890123456789")
            assert heard.wait_for(CodeUnusable).reason == "payment"
            scanner.tell("scan", text="x" * (LONGEST_CODE + 1))
            assert heard.wait_for(CodeUnusable).reason == "garbled"
        finally:
            desk.thread.stop(5.0)
    assert not [event for event in heard.events if isinstance(event, CodeScanned)]

"""One device of each class behind its thread, its simulator as a process, and what must hold after every command."""

import random
import time
from abc import abstractmethod
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Hanging
from contextlib import suppress
from typing import Any, ClassVar

from devices.camera import Camera
from devices.camera.opencv import OpencvCamera
from devices.card_reader import CardReader
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.device import Device
from devices.document_printer.ipp import IppPrinter
from devices.errors import DeviceError
from devices.printer import Line, Receipt, ReceiptPrinter, Step
from devices.printer.escpos_serial import EscposSerialPrinter
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.scanner import Scanner
from devices.scanner.serial_scanner import SerialScanner
from devices.simulators.camera_faults import Kind as CameraFault
from devices.simulators.escpos_faults import Kind as PrinterFault
from devices.simulators.process import Simulated
from devices.simulators.scanner_faults import Kind as ScannerFault
from devices.simulators.sdt_faults import Kind as ReaderFault
from devices.thread import DeviceThread

HURRY = 8.0  # drivers' clocks run faster: a limit that is never reached in order to be waited for costs less
LIMIT = 40.0  # what the slowest command may take on a machine that does other things, too


class BrokenError(AssertionError):
    """An invariant does not hold."""


def hurried() -> float:
    return time.monotonic() * HURRY


class World:
    """A simulator, and a thread that owns its driver for the length of one schedule."""

    simulator: ClassVar[tuple[str, ...]]

    def __init__(self, simulated: Simulated) -> None:
        self._simulated = simulated
        self._thread: DeviceThread[Any] | None = None
        self.commands = self.failures = 0

    def begin(self) -> None:
        """Start anew."""
        self._simulated.tell("reset")
        self._thread = DeviceThread(self._driver(), self._serve, lambda _: None, name="schedule", pause=0.05)
        self._thread.start()

    def end(self) -> None:
        """Take everything down; the thread must end, whatever is wrong.

        Raises:
            BrokenError: it does not.
        """
        if self._thread is not None and not self._thread.stop(LIMIT):
            raise BrokenError("the device's thread does not end")

    def happen(self, chance: random.Random) -> None:
        """Something happens to the device."""
        self._mishap(chance)

    def command(self, work: Callable[[Any], object]) -> DeviceError | None:
        """Have the device do something; return what it says went wrong.

        Raises:
            BrokenError: it does not end within its limit, or fails with something else than a device's error.
        """
        if self._thread is None:
            raise BrokenError("not begun")
        future: Future[object] = self._thread.submit(work)
        self.commands += 1
        try:
            error = future.exception(LIMIT)
        except Hanging as hanging:
            raise BrokenError("a command does not end") from hanging
        if error is None:
            return None
        self.failures += 1
        if not isinstance(error, DeviceError) or error.code == "DRIVER_FAULT":
            raise BrokenError(f"not a device's error: {error!r}") from error
        return error

    def _tell(self, do: str, **more: object) -> dict[str, Any]:
        return self._simulated.tell(do, **more)

    @abstractmethod
    def _driver(self) -> Device: ...

    @abstractmethod
    def _serve(self, device: Any) -> None: ...

    @abstractmethod
    def _mishap(self, chance: random.Random) -> None: ...

    @abstractmethod
    def use(self, chance: random.Random) -> None:
        """Do what a resident's session would do with it, and check the truth of what is claimed."""


#: A printer that answers ahead of a slow mechanism lies: what happens afterwards to the paper is not known to anybody.
_LIES = {PrinterFault.AHEAD, PrinterFault.SLOW}


class PrinterWorld(World):
    """Receipts: what was claimed is there once, what failed is not there, and nothing is there twice."""

    simulator: ClassVar[tuple[str, ...]] = ("escpos-printer", "--listen", "127.0.0.1:0")

    def begin(self) -> None:
        self._number, self._printed, self._told = 0, dict[int, str](), list[Step]()
        super().begin()

    def _driver(self) -> ReceiptPrinter:
        return EscposTcpPrinter(self._simulated.port, 80, now=hurried)

    def _serve(self, device: ReceiptPrinter) -> None:
        device.noticed()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(6):
            case 0:
                self._tell("mend")
            case 1:
                self._tell(chance.choice(("plug", "unplug", "plug")))
            case _:
                kind = chance.choice(list(PrinterFault))
                if kind in _LIES:
                    self._tell("mend")  # together nobody could find out
                self._tell("fault", kind=kind.value, after=chance.choice((0, 0, 1, 3, 5)), seconds=0.01)

    def use(self, chance: random.Random) -> None:
        if chance.random() < 0.3:
            self.command(lambda printer: printer.status())
            return
        self._number += 1
        self._told.clear()
        receipt = Receipt((*(Line(f"第 {line} 行") for line in range(4)), Line(self._mark(self._number))))
        error = self.command(lambda printer: printer.print(receipt, self._told.append))
        code = error.code if error else "PRINTED"
        self._printed[self._number] = code
        if error and not self._told and code in {"PRINT_UNKNOWN", "PRINT_INCOMPLETE"}:
            raise BrokenError(f"{code} although nothing was sent")
        self._check()

    def end(self) -> None:
        with suppress(ValueError):
            self._tell("mend")
        self._check()
        super().end()

    def _check(self) -> None:
        papers = self._papers()
        for number, code in self._printed.items():
            mark = self._mark(number).encode("gb18030")
            whole = sum(mark in paper for paper in papers)
            if whole > 1:
                raise BrokenError(f"receipt {number} came out {whole} times")
            if code == "PRINTED" and whole != 1:
                raise BrokenError(f"receipt {number} was claimed and is not there")
            if code not in {"PRINTED", "PRINT_UNKNOWN", "PRINT_INCOMPLETE"} and whole:
                raise BrokenError(f"receipt {number} is there although {code}")

    def _papers(self) -> list[bytes]:
        from base64 import b64decode  # noqa: PLC0415  # for this only

        return [b64decode(each) for each in self._tell("receipts")["receipts"]]

    @staticmethod
    def _mark(number: int) -> str:
        return f"No.{number:04d}."


class SerialPrinterWorld(PrinterWorld):
    """The same over a line, with a printer that answers in order only."""

    simulator = ("escpos-printer", "--maker", "GPRINTER", "--link", "{link}")

    def _driver(self) -> ReceiptPrinter:
        return EscposSerialPrinter(self._simulated.port, 80, now=hurried)


class ReaderWorld(World):
    """Identity cards: what is read is what lies there, or an error."""

    simulator = ("sdt-reader", "--link", "{link}")

    def _driver(self) -> CardReader:
        return SdtSerialReader(self._simulated.port, now=hurried)

    def _serve(self, device: CardReader) -> None:
        device.card_present()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(6):
            case 0:
                self._tell(chance.choice(("clear", "lift", "plug", "unplug")))
            case 1:
                self._tell("lay", card="resident")
            case _:
                kind = chance.choice(list(ReaderFault))
                value = {} if chance.random() < 0.5 else {"value": chance.randrange(1, 1300)}
                if kind in {ReaderFault.STATUS, ReaderFault.STRAY_IN_PREAMBLE, ReaderFault.SPLIT}:
                    value = {}
                self._tell("fault", kind=kind.value, times=1, **value)

    def use(self, chance: random.Random) -> None:
        cards: list[Any] = []
        if chance.random() < 0.4:
            self.command(lambda reader: reader.card_present())
            return
        self.command(lambda reader: cards.append(reader.read_card()))
        if any(card is not None and card.id_number != cards[0].id_number for card in cards if cards[0]):
            raise BrokenError("another card was read")


class ScannerWorld(World):
    """Codes: whole or not at all, none twice."""

    simulator = ("scanner", "--link", "{link}")

    def begin(self) -> None:
        self._number = 0
        super().begin()

    def _driver(self) -> Scanner:
        return SerialScanner(self._simulated.port, now=hurried)

    def _serve(self, device: Scanner) -> None:
        device.scan()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(4):
            case 0:
                self._tell(chance.choice(("clear", "plug", "unplug")))
            case _:
                self._tell("fault", kind=chance.choice(list(ScannerFault)).value)

    def use(self, chance: random.Random) -> None:
        self._number += 1
        self._tell("scan", text=f"CODE-{self._number:04d}")
        for _ in range(chance.randrange(1, 4)):
            self.command(lambda scanner: scanner.scan())


class CameraWorld(World):
    """Pictures: one, or an error; frames never older than the driver says."""

    simulator = ("camera", "--rate", "30")

    def _driver(self) -> Camera:
        return OpencvCamera(str(self._simulated.where["url"]), now=hurried)

    def _serve(self, device: Camera) -> None:
        device.frame()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(5):
            case 0:
                self._tell(chance.choice(("clear", "plug", "unplug")))
            case _:
                kind = chance.choice(list(CameraFault))
                self._tell("fault", kind=kind.value, times=chance.choice((1, 3, 0)))

    def use(self, chance: random.Random) -> None:
        self.command(Camera.still if chance.random() < 0.5 else Camera.frame)


class DocumentWorld(World):
    """Documents: as receipts, counted."""

    simulator = ("ipp-printer",)

    def begin(self) -> None:
        self._claimed, self._possible = 0, 0
        super().begin()

    def _driver(self) -> IppPrinter:
        return IppPrinter(str(self._simulated.where["uri"]), patience=0.5, longest=2.0)

    def _serve(self, device: IppPrinter) -> None:
        device.status()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(4):
            case 0:
                self._tell(chance.choice(("mend", "plug", "unplug")))
            case _:
                self._tell(
                    "fault", kind=chance.choice(("media_empty", "door_open", "jam", "aborted", "slow"))
                )

    def use(self, chance: random.Random) -> None:
        from tests.conformance.test_document_printers import pdf  # noqa: PLC0415  # the specimen is there

        if chance.random() < 0.3:
            self.command(lambda printer: printer.status())
            return
        error = self.command(lambda printer: printer.print(pdf()))
        self._claimed += error is None
        self._possible += error is None or error.code.startswith("PRINT_")
        papers = self._tell("look")["papers"]
        if not self._claimed <= papers <= self._possible:
            raise BrokenError(f"{papers} papers, {self._claimed} claimed, {self._possible} possible")


#: Worlds, and how many of a hundred schedules happen in each; the last ones wait for real time.
WORLDS: dict[type[World], int] = {
    PrinterWorld: 32,
    SerialPrinterWorld: 16,
    ReaderWorld: 28,
    ScannerWorld: 16,
    CameraWorld: 6,
    DocumentWorld: 2,
}

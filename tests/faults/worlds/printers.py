"""Receipt printers on every line: what was claimed is there once, what failed is not there, and nothing is there twice."""

import random
from base64 import b64decode
from contextlib import suppress
from typing import ClassVar

from devices.printer import Line, Receipt, ReceiptPrinter, Step
from devices.printer.escpos_file import EscposFilePrinter
from devices.printer.escpos_serial import EscposSerialPrinter
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.printer.escpos_usb import EscposUsbPrinter
from devices.simulators.escpos_faults import Kind as PrinterFault
from tests.devices.printer.usb_printer import PluggedIn
from tests.faults.worlds.world import BrokenError, World, hurried

#: A printer that answers ahead of a slow mechanism lies: what happens afterwards to the paper is not known to anybody.
_LIES = {PrinterFault.AHEAD, PrinterFault.SLOW}


class PrinterWorld(World):
    """Receipts: what was claimed is there once, what failed is not there, and nothing is there twice."""

    simulator: ClassVar[tuple[str, ...]] = ("escpos-printer", "--listen", "127.0.0.1:0")
    limit: ClassVar[float] = (
        20.0  # hurried: the driver's own limits add up to 110 s, a receipt of a metre included
    )

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
        return [b64decode(each) for each in self._tell("receipts")["receipts"]]

    @staticmethod
    def _mark(number: int) -> str:
        return f"No.{number:04d}."


class SerialPrinterWorld(PrinterWorld):
    """The same over a line, with a printer that answers in order only."""

    simulator = ("escpos-printer", "--maker", "GPRINTER", "--link", "{link}")

    def _driver(self) -> ReceiptPrinter:
        return EscposSerialPrinter(self._simulated.port, 80, now=hurried)


class FilePrinterWorld(PrinterWorld):
    """The same behind a device file."""

    simulator = ("escpos-printer", "--maker", "GPRINTER", "--link", "{link}")

    def _driver(self) -> ReceiptPrinter:
        return EscposFilePrinter(self._simulated.port, 80, now=hurried)


class UsbPrinterWorld(PrinterWorld):
    """The same over two bulk pipes."""

    def _driver(self) -> ReceiptPrinter:
        host, _, number = self._simulated.port.rpartition(":")
        return EscposUsbPrinter("04b8:0202", 80, now=hurried, backend=PluggedIn(host, int(number)))

"""The printers of receipts and of documents, asked how they are."""

from pathlib import Path

from config.settings import DocumentPrinterSettings, PrinterSettings
from devices import catalog
from devices.document_printer import DocumentPrinter, status_error
from devices.printer import Paper, ReceiptPrinter
from devices.printer.roll import FEW, Roll, kept
from provisioning.checks import Result
from provisioning.checks.asking import absent, asked, works


def receipts(chosen: PrinterSettings) -> Result:
    """Return how the receipt printer is."""
    if not chosen.address:
        return absent("printer")

    def ask() -> Result:
        with catalog.printer(chosen) as printer:
            return said(printer, chosen.driver)

    return asked("printer", ask)


def said(printer: ReceiptPrinter, driver: str) -> Result:
    """Return what an open receipt printer says of itself."""
    status = printer.status()
    if status.code != "OK":
        return Result("device", ok=False, found="refuses", values={"device": "printer", "code": status.code})
    if status.paper is Paper.LOW:
        return Result("device", ok=False, found="paper-low", values={"device": "printer"})
    return works("printer", driver)


def paper(chosen: PrinterSettings, home: Path) -> tuple[Result, ...]:
    """Return how much is left of the roll, as far as receipts were counted at this terminal."""
    roll = kept(home) if chosen.address else None
    return (left(roll),) if roll else ()


def left(roll: Roll) -> Result:
    """Return how many receipts a roll still gives."""
    count = roll.receipts_left
    return Result("paper", ok=count > FEW, found="left" if count > FEW else "few", values={"count": count})


def documents(chosen: DocumentPrinterSettings) -> Result:
    """Return how the A4 printer and its queue are."""
    if not chosen.address:
        return absent("document-printer")

    def ask() -> Result:
        with catalog.document_printer(chosen) as printer:
            return sheets(printer, chosen.driver)

    return asked("document-printer", ask)


def sheets(printer: DocumentPrinter, driver: str) -> Result:
    """Return what an open printer of documents says of itself.

    Raises:
        DeviceError: it would not print now.
    """
    status = printer.status()
    if error := status_error(status.code):
        raise error
    if status.paper is Paper.LOW:
        return Result("device", ok=False, found="sheets-low", values={"device": "document-printer"})
    return works("document-printer", driver)

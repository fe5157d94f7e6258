"""From a driver's name in the settings to the driver; modules and their libraries are imported when first asked for."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from devices.camera import Camera
from devices.camera.apart import CameraApart
from devices.card_reader import CardReader
from devices.card_reader.library_card import UidForm
from devices.document_printer import DocumentPrinter
from devices.errors import ConfigurationError
from devices.printer import ReceiptPrinter, Style
from devices.scanner import Scanner


@dataclass(frozen=True, slots=True)
class Driver:
    """A driver by its name in the settings, the class of device it drives, and where its code is."""

    name: str
    device: str
    module: str
    class_name: str
    about: str


DRIVERS = (
    Driver(
        "sdt-serial",
        "card_reader",
        "devices.card_reader.sdt_serial",
        "SdtSerialReader",
        "resident identity cards over a serial line, or any pyserial URL",
    ),
    Driver(
        "sdt-usb",
        "card_reader",
        "devices.card_reader.sdt_usb",
        "SdtUsbReader",
        "resident identity cards over USB, vendor:product as 0400:c35a",
    ),
    Driver(
        "pcsc",
        "card_reader",
        "devices.card_reader.pcsc",
        "PcscReader",
        "social security cards, travel documents, library cards in a PC/SC reader",
    ),
    Driver(
        "escpos-tcp",
        "printer",
        "devices.printer.escpos_tcp",
        "EscposTcpPrinter",
        "ESC/POS receipt printer in the network, host:port",
    ),
    Driver(
        "escpos-serial",
        "printer",
        "devices.printer.escpos_serial",
        "EscposSerialPrinter",
        "ESC/POS receipt printer on a serial line",
    ),
    Driver(
        "escpos-usb",
        "printer",
        "devices.printer.escpos_usb",
        "EscposUsbPrinter",
        "ESC/POS receipt printer on USB through libusb, vendor:product",
    ),
    Driver(
        "ipp",
        "document_printer",
        "devices.document_printer.ipp",
        "IppPrinter",
        "A4 printer through a CUPS queue, ipp://localhost/printers/NAME",
    ),
    Driver(
        "escpos-file",
        "printer",
        "devices.printer.escpos_file",
        "EscposFilePrinter",
        "ESC/POS receipt printer behind a device file, /dev/usb/lp0",
    ),
    Driver(
        "opencv",
        "camera",
        "devices.camera.opencv",
        "OpencvCamera",
        "camera by V4L2 index, picture file or MJPEG URL",
    ),
    Driver(
        "serial",
        "scanner",
        "devices.scanner.serial_scanner",
        "SerialScanner",
        "barcode scanner on a serial line or USB-CDC, or any pyserial URL",
    ),
    Driver(
        "camera",
        "scanner",
        "devices.scanner.camera_scanner",
        "CameraScanner",
        "a camera that looks for codes: V4L2 index, picture file or MJPEG URL",
    ),
)


class CardReaderChoice(Protocol):
    """The settings of a card reader."""

    @property
    def driver(self) -> str:
        """The driver's name."""

    @property
    def port(self) -> str:
        """A tty's path or a pyserial URL; of a PC/SC reader the beginning of its name, or `first`."""

    @property
    def baud(self) -> int:
        """The rate to begin with, on a serial line."""

    @property
    def uid(self) -> str:
        """How the number of a library card is written, a value of `UidForm`."""

    @property
    def csca(self) -> str:
        """The directory of certificates that travel documents are verified with; empty: they are not."""


class PrinterChoice(Protocol):
    """The settings of a receipt printer."""

    @property
    def driver(self) -> str:
        """The driver's name."""

    @property
    def address(self) -> str:
        """`host:port`, or a tty's path."""

    @property
    def paper_mm(self) -> int:
        """The width of the paper."""

    @property
    def baud(self) -> int:
        """The rate of a serial line."""

    @property
    def text(self) -> str:
        """`font`, or `picture` for a printer without a Chinese one."""

    @property
    def codes(self) -> str:
        """`native`, or `picture` for a printer that draws no QR codes."""

    @property
    def cut(self) -> str:
        """`partial` or `full`."""


class CameraChoice(Protocol):
    """The settings of a camera."""

    @property
    def driver(self) -> str:
        """The driver's name."""

    @property
    def source(self) -> str:
        """A V4L2 index, a file, or an MJPEG URL."""


class ScannerChoice(Protocol):
    """The settings of a scanner."""

    @property
    def driver(self) -> str:
        """The driver's name."""

    @property
    def port(self) -> str:
        """A tty's path or a pyserial URL; of a camera its source."""

    @property
    def baud(self) -> int:
        """The rate of a serial line."""

    @property
    def encoding(self) -> str:
        """How the scanner writes text, a Python codec."""


def card_reader(choice: CardReaderChoice) -> CardReader:
    """Return the card reader that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    options: dict[str, Any] = {"baud": choice.baud} if choice.driver == "sdt-serial" else {}
    if choice.driver == "pcsc":
        options = {"uid": UidForm(choice.uid), "csca": Path(choice.csca) if choice.csca else None}
    reader: CardReader = _made(choice.driver, "card_reader", port=choice.port, **options)
    return reader


def printer(choice: PrinterChoice) -> ReceiptPrinter:
    """Return the receipt printer that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`), or the address is none.
    """
    options: dict[str, Any] = {"baud": choice.baud} if choice.driver == "escpos-serial" else {}
    options["style"] = Style(choice.text == "font", choice.codes == "native", choice.cut == "full")
    made: ReceiptPrinter = _made(
        choice.driver, "printer", address=choice.address, paper_mm=choice.paper_mm, **options
    )
    return made


def document_printer(driver: str, address: str) -> DocumentPrinter:
    """Return the printer of documents that is named, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`), or the address is none.
    """
    made: DocumentPrinter = _made(driver, "document_printer", address=address)
    return made


def camera(choice: CameraChoice) -> Camera:
    """Return the camera that the settings name, not yet open; its driver will run in a process of its own.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    driver = _named(choice.driver, "camera")
    return CameraApart(f"{driver.module}:{driver.class_name}", choice.source)


def scanner(choice: ScannerChoice) -> Scanner:
    """Return the scanner that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    options: dict[str, Any] = {"port": choice.port, "baud": choice.baud, "encoding": choice.encoding}
    if choice.driver == "camera":
        options = {"source": choice.port}
    made: Scanner = _made(choice.driver, "scanner", **options)
    return made


def _made(name: str, device: str, **options: Any) -> Any:
    driver = _named(name, device)
    return getattr(import_module(driver.module), driver.class_name)(**options)


def _named(name: str, device: str) -> Driver:
    for driver in DRIVERS:
        if (driver.name, driver.device) == (name, device):
            return driver
    names = ", ".join(driver.name for driver in DRIVERS if driver.device == device)
    message = f"There is no driver {name} for a {device}: set one of {names}."
    raise ConfigurationError("UNKNOWN_DRIVER", message)

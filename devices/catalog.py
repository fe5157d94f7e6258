"""From the settings of a device to its driver; modules and their libraries are imported when first asked for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from devices.camera import Camera
from devices.camera.apart import CameraApart
from devices.card_reader import CardReader
from devices.card_reader.library_card import UidForm
from devices.document_printer import DocumentPrinter
from devices.drivers import named
from devices.keypad import Keypad
from devices.printer import ReceiptPrinter, Style
from devices.scanner import Scanner
from devices.voice import Voice


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


class DocumentPrinterChoice(Protocol):
    """The settings of a printer of documents."""

    @property
    def driver(self) -> str:
        """The driver's name."""

    @property
    def address(self) -> str:
        """`ipp://host/…` of a queue or a printer."""

    @property
    def printer(self) -> str:
        """Where the printer behind a queue is asked itself; empty when the queue says it."""


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


class VoiceChoice(Protocol):
    """The settings of a voice."""

    @property
    def driver(self) -> str:
        """The driver's name."""

    @property
    def loudspeaker(self) -> str:
        """The ALSA device that everybody hears, empty: none."""

    @property
    def headphones(self) -> str:
        """The ALSA device of the headphones, empty: none."""


class KeypadChoice(Protocol):
    """The settings of keys, switches or a socket for headphones."""

    @property
    def driver(self) -> str:
        """The driver's name."""

    @property
    def path(self) -> str:
        """The input device."""

    @property
    def codes(self) -> Mapping[int, str]:
        """More keys by their Linux code."""

    @property
    def debounce(self) -> float:
        """Seconds in which the same key is a trembling finger."""


def card_reader(choice: CardReaderChoice) -> CardReader:
    """Return the card reader that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    made: CardReader = named(choice.driver, "card_reader").make(
        port=choice.port,
        baud=choice.baud,
        uid=UidForm(choice.uid),
        csca=Path(choice.csca) if choice.csca else None,
    )
    return made


def printer(choice: PrinterChoice) -> ReceiptPrinter:
    """Return the receipt printer that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`), or the address is none.
    """
    style = Style(choice.text == "font", choice.codes == "native", choice.cut == "full")
    made: ReceiptPrinter = named(choice.driver, "printer").make(
        address=choice.address, paper_mm=choice.paper_mm, baud=choice.baud, style=style
    )
    return made


def document_printer(choice: DocumentPrinterChoice) -> DocumentPrinter:
    """Return the printer of documents that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`), or the address is none.
    """
    made: DocumentPrinter = named(choice.driver, "document_printer").make(
        address=choice.address, printer=choice.printer
    )
    return made


def camera(choice: CameraChoice) -> Camera:
    """Return the camera that the settings name, not yet open; its driver will run in a process of its own.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    driver = named(choice.driver, "camera")
    return CameraApart(f"{driver.module}:{driver.class_name}", choice.source)


def scanner(choice: ScannerChoice) -> Scanner:
    """Return the scanner that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    made: Scanner = named(choice.driver, "scanner").make(
        port=choice.port, source=choice.port, baud=choice.baud, encoding=choice.encoding
    )
    return made


def voice(choice: VoiceChoice) -> Voice:
    """Return the voice that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    made: Voice = named(choice.driver, "voice").make(
        loudspeaker=choice.loudspeaker, headphones=choice.headphones
    )
    return made


def keypad(choice: KeypadChoice) -> Keypad:
    """Return the keypad that the settings name, not yet open.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    made: Keypad = named(choice.driver, "keypad").make(
        path=choice.path, codes=choice.codes, debounce=choice.debounce
    )
    return made

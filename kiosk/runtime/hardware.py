"""Between the devices' threads and the inbox: cards as events, receipts printed once, the camera's newest frame."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from devices.camera import Camera, Frame, Picture
from devices.card_reader import CardReader
from devices.damping import Condition
from devices.errors import DeviceError, ResidentError
from devices.printer import Receipt, ReceiptPrinter
from devices.thread import DeviceThread
from kiosk.commands import PrintReceipt, TakePicture
from kiosk.events import (
    CardFailed,
    CardLifted,
    CardPresented,
    DeviceChanged,
    DeviceClass,
    Event,
    Paper,
    PictureFailed,
    PictureTaken,
    PrintEnded,
)

Post = Callable[[Event], None]

#: Codes after which the paper may or may not have come out.
UNCERTAIN = frozenset({"PRINT_UNKNOWN"})


class PrintJournal(Protocol):
    """Where the truth about a print job is kept (the queue's database)."""

    def printing(self, transaction: str) -> None:
        """The receipt goes to the printer now."""

    def printed(self, transaction: str, paper: Paper) -> None:
        """The print job ended like this."""


def _telling(device: DeviceClass, post: Post) -> Callable[[Condition], None]:
    return lambda condition: post(DeviceChanged(device, condition.working, condition.code))


class CardWatch:
    """Polls the reader. A card is told of once when it is laid, and once when it is lifted."""

    def __init__(self, reader: CardReader, post: Post) -> None:
        self._post = post
        self._lying = False
        self.thread = DeviceThread(
            reader, self._serve, _telling(DeviceClass.CARD_READER, post), name="card-reader"
        )

    def _serve(self, reader: CardReader) -> None:
        if self._lying:
            if not reader.card_present():
                self._lying = False
                self._post(CardLifted())
            return
        try:
            card = reader.read_card()
        except ResidentError as error:
            self._lying = True
            self._post(CardFailed(error.code, error.action.value))
            return
        if card is not None:
            self._lying = True
            self._post(CardPresented(card))


class ReceiptDesk:
    """Prints receipts, one at a time and never twice."""

    def __init__(self, printer: ReceiptPrinter, journal: PrintJournal, post: Post) -> None:
        self._journal, self._post = journal, post
        self.thread = DeviceThread(
            printer, _ask_status, _telling(DeviceClass.PRINTER, post), name="printer", pause=5.0
        )

    def print(self, command: PrintReceipt) -> None:
        """Print; posts `PrintEnded`. The journal knows of the attempt before the first byte leaves."""
        self.thread.submit(lambda printer: self._print(printer, command))

    def _print(self, printer: ReceiptPrinter, command: PrintReceipt) -> None:
        paper, code = self._attempt(printer, command)
        if command.transaction:
            self._journal.printed(command.transaction, paper)
        self._post(PrintEnded(command.id, paper, code))

    def _attempt(self, printer: ReceiptPrinter, command: PrintReceipt) -> tuple[Paper, str]:
        if command.transaction:
            self._journal.printing(command.transaction)
        return print_truthfully(printer, command.receipt)


def print_truthfully(printer: ReceiptPrinter, receipt: Receipt) -> tuple[Paper, str]:
    """Print `receipt` and return what is known about the paper, with the code of what went wrong."""
    try:
        printer.print(receipt)
    except DeviceError as error:
        return (Paper.UNKNOWN if error.code in UNCERTAIN else Paper.FAILED), error.code
    return Paper.PRINTED, ""


def _ask_status(printer: ReceiptPrinter) -> None:
    from devices.printer import status_error

    error = status_error(printer.status())
    if error is not None:
        raise error


class CameraDesk:
    """Keeps the newest frame while the camera is open; between residents the camera is closed and its light off."""

    def __init__(self, camera: Camera, post: Post) -> None:
        self._post = post
        self._frame: Frame | None = None
        self._wanted = False
        self.thread = DeviceThread(
            camera,
            self._serve,
            _telling(DeviceClass.CAMERA, post),
            name="camera",
            pause=1 / 15,
            resting=True,
        )

    def newest(self) -> Frame | None:
        """Return the newest frame, or None while the camera is closed."""
        return self._frame if self._wanted else None

    def open(self) -> None:
        """Begin the live picture."""
        self._wanted = True
        self.thread.wake()

    def close(self) -> None:
        """End it and forget its frames."""
        self._wanted = False
        self._frame = None
        self.thread.rest()

    def take(self, command: TakePicture) -> None:
        """Take a picture; posts `PictureTaken` or `PictureFailed`."""
        self.thread.submit(Camera.still).add_done_callback(
            lambda future: self._post(_outcome(command.id, future))
        )

    def _serve(self, camera: Camera) -> None:
        frame = camera.frame()
        self._frame = frame if self._wanted else None


def _outcome(command: int, future: "Future[Picture]") -> PictureTaken | PictureFailed:
    try:
        picture = future.result()
    except DeviceError as error:
        return PictureFailed(command, error.code)
    return PictureTaken(command, picture.jpeg, picture.warnings)

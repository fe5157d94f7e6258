"""Between the devices' threads and the inbox: cards as events, receipts printed once, the camera's newest frame."""

import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum

from devices.camera import Camera, Frame, Picture, Sighting
from devices.card_reader import CardReader
from devices.card_reader.mrz import DocumentKey, OpensDocuments
from devices.damping import Condition
from devices.errors import ConfigurationError, DeviceError, MediaError, ResidentError
from devices.printer import ReceiptPrinter, Step
from devices.thread import DeviceThread
from kiosk.commands.cards import ReadDocumentKey
from kiosk.commands.pictures import TakePicture
from kiosk.commands.printing import PrintReceipt
from kiosk.events import Event
from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.events.pictures import PictureFailed, PictureTaken
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.runtime.key_watch import KeyWatch
from kiosk.runtime.paper import PaperCount
from kiosk.runtime.print_desk import Job, PrintJournal

Post = Callable[[Event], None]

FRAMES_PER_SECOND = 15
STATUS_SECONDS = 5.0


def telling(device: DeviceClass, post: Post) -> Callable[[Condition], None]:
    """Return what tells the journey how a device is."""
    return lambda condition: post(DeviceChanged(device, condition.working, condition.code))


class _Plate(Enum):
    """What is on the reader, as far as the journey was told."""

    EMPTY = "empty"
    READING = "reading"
    DEALT_WITH = "dealt_with"


class CardWatch:
    """Polls the reader. A card is told of when it is found, when it is read or refused, and when it is lifted."""

    def __init__(self, reader: CardReader, post: Post, device: DeviceClass = DeviceClass.CARD_READER) -> None:
        self._post = post
        self._plate = _Plate.EMPTY
        self._opens, self._expecting = isinstance(reader, OpensDocuments), False
        self.thread = DeviceThread(
            reader, self._serve, telling(device, post), name=device.value.replace("_", "-")
        )

    def expect(self, document: DocumentKey | None) -> None:
        """Have the reader open a travel document with its key; one that it has refused is read again. None forgets the key."""
        if self._opens and (document or self._expecting):
            self._expecting = document is not None
            self.thread.submit(lambda reader: self._expect(reader, document))

    def _expect(self, reader: CardReader, document: DocumentKey | None) -> None:
        if isinstance(reader, OpensDocuments):
            reader.expect(document)
            if document and self._plate is _Plate.DEALT_WITH:
                self._plate = _Plate.EMPTY

    def _serve(self, reader: CardReader) -> None:
        if not reader.card_present():
            self._tell(_Plate.EMPTY, CardLifted())
        elif self._plate is not _Plate.DEALT_WITH:
            self._tell(_Plate.READING, CardReading())
            self._read(reader)

    def _read(self, reader: CardReader) -> None:
        """Read; a reader in trouble leaves the card as being read, it is tried again."""
        try:
            card = reader.read_card()
        except ResidentError as error:
            self._tell(_Plate.DEALT_WITH, CardFailed(error.code, error.action.value))
            return
        if card is not None:
            self._tell(_Plate.DEALT_WITH, CardPresented(card))

    def _tell(self, plate: _Plate, event: Event) -> None:
        if plate is not self._plate:
            self._plate = plate
            self._post(event)


class ReceiptDesk:
    """Prints receipts, one at a time and never twice."""

    def __init__(
        self,
        printer: ReceiptPrinter,
        journal: PrintJournal,
        post: Post,
        now: Callable[[], float] = time.monotonic,
        paper: PaperCount | None = None,
    ) -> None:
        self._journal, self._post, self._paper = journal, post, paper
        self._condition = _PrinterWatch(now, paper)
        self.thread = DeviceThread(
            printer, self._condition.look, telling(DeviceClass.PRINTER, post), name="printer", now=now
        )

    def print(self, command: PrintReceipt) -> None:
        """Print; posts `PrintEnded`. The journal knows of the attempt before the first byte leaves."""
        job = Job(command.id, command.transaction, command.copy)
        done = self.thread.submit(
            lambda printer: printer.print(
                command.receipt, lambda step: self._note(printer, command, job, step)
            )
        )
        done.add_done_callback(lambda future: job.ended(self._journal, self._post, future))

    def _note(self, printer: ReceiptPrinter, command: PrintReceipt, job: Job, step: Step) -> None:
        if step is Step.TAKEN and self._paper is not None:
            self._paper.printed(printer.length_mm(command.receipt))
        job.note(self._journal, step)


class _PrinterWatch:
    """Asks the printer how it is every few seconds, and at once when it has said something by itself."""

    def __init__(self, now: Callable[[], float], paper: PaperCount | None) -> None:
        self._now, self._paper = now, paper
        self._due = -math.inf
        self._code = "OK"

    def look(self, printer: ReceiptPrinter) -> None:
        """Raise what stands in the way of printing, as last measured."""
        if printer.noticed() is not None or self._now() >= self._due or self._code != "OK":
            self._due = -math.inf  # unless it answers
            status = printer.status()
            self._code = status.code
            if self._paper is not None:
                self._paper.seen(status)
            self._due = self._now() + STATUS_SECONDS
        if self._code != "OK":
            raise MediaError(self._code, "Look after the printer: paper, cover, cutter.")


class CameraDesk:
    """Keeps the newest frame while the camera is open; between residents the camera is closed and its light off.

    A camera that has failed is tried until it works, also between residents: nobody would open one that is said to be
    broken.
    """

    def __init__(self, camera: Camera, post: Post) -> None:
        self._post = post
        self._frame: Frame | None = None
        self._wanted = False
        self._works = True
        self._watch: KeyWatch | None = None
        self._door = threading.Lock()  # so that no frame of this resident is kept for the next
        self.thread = DeviceThread(
            camera,
            self._serve,
            self._changed,
            name="camera",
            pause=1 / FRAMES_PER_SECOND,
            resting=True,
        )

    def newest(self) -> Frame | None:
        """Return the newest frame, or None while the camera is closed."""
        return self._frame

    def open(self) -> None:
        """Begin the live picture."""
        self._wanted = True
        self.thread.wake()

    def close(self) -> None:
        """End it and forget its frames."""
        with self._door:
            self._wanted = False
            self._frame = None
            watch, self._watch = self._watch, None
            if self._works:
                self.thread.rest()
        if watch:
            self._post(watch.ended("stopped"))

    def read_key(self, command: ReadDocumentKey) -> None:
        """Look for a travel document's zone while the camera is open; posts `DocumentKeyRead` or `DocumentKeyUnread`."""
        with self._door:
            self._watch = KeyWatch(command.id)

    def take(self, command: TakePicture) -> None:
        """Take a picture; posts `PictureTaken` or `PictureFailed`."""
        taken = self.thread.submit(Camera.still)
        taken.add_done_callback(lambda future: self._post(_outcome(command.id, future)))

    def _changed(self, condition: Condition) -> None:
        with self._door:
            self._works = condition.working
            if self._works and not self._wanted:
                self.thread.rest()
        self._post(DeviceChanged(DeviceClass.CAMERA, condition.working, condition.code))

    def _serve(self, camera: Camera) -> None:
        frame = camera.frame()
        with self._door:
            self._frame = frame if self._wanted else None
            watch = self._watch if self._wanted else None
        if watch and watch.is_due():
            self._look(camera, watch)

    def _look(self, camera: Camera, watch: KeyWatch) -> None:
        try:
            answer = watch.seen(camera.document_key())
        except ResidentError:  # nothing to be seen, as under a covered lens
            answer = watch.seen(Sighting())
        except ConfigurationError:  # it works, but for this
            answer = watch.ended("unavailable")
        with self._door:
            current = self._watch is watch
            if answer and current:
                self._watch = None
        if answer and current:
            self._post(answer)


def _outcome(command: int, future: "Future[Picture]") -> PictureTaken | PictureFailed:
    error = future.exception()
    if error is not None:
        return PictureFailed(command, error.code if isinstance(error, DeviceError) else "DRIVER_FAULT")
    picture = future.result()
    return PictureTaken(command, picture.jpeg, picture.warnings)

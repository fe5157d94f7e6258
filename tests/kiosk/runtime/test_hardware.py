"""The desks, over the real drivers, against simulated devices as processes."""

from collections.abc import Callable, Iterator

import pytest

from config.settings import CameraSettings
from devices import catalog
from devices.camera import Sighting
from devices.camera.opencv import OpencvCamera
from devices.card_reader.mrz import parse
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.errors import ConfigurationError, DeviceError, ResidentError
from devices.printer import Line, Receipt
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.simulators.passport import ERIKSSON
from devices.simulators.process import Simulated
from kiosk.commands.cards import ReadDocumentKey
from kiosk.commands.pictures import TakePicture
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from kiosk.events.cards import (
    CardFailed,
    CardLifted,
    CardPresented,
    CardReading,
    DocumentKeyRead,
    DocumentKeyUnread,
)
from kiosk.events.pictures import PictureFailed, PictureTaken
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Recorded
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.runtime.hardware import CameraDesk, CardWatch, ReceiptDesk
from kiosk.runtime.print_desk import NOT_JOURNALLED
from kiosk.runtime.recorder import Recorder
from tests.kiosk.conftest import Heard, Queue, until

RECEIPT = Receipt((Line("受理回执"), Line("GZ044-1")))
Simulate = Callable[..., Simulated]


@pytest.fixture(scope="module")
def a_reader(simulate: Simulate) -> Simulated:
    return simulate("sdt-reader", "--listen", "127.0.0.1:0")


@pytest.fixture
def reader(a_reader: Simulated) -> Simulated:
    a_reader.tell("reset")
    return a_reader


@pytest.fixture
def cards(reader: Simulated, heard: Heard) -> Iterator[CardWatch]:
    watch = CardWatch(SdtSerialReader(reader.port), heard.post)
    watch.thread.start()
    assert heard.wait_for(DeviceChanged) == DeviceChanged(DeviceClass.CARD_READER, working=True, code="OK")
    yield watch
    watch.thread.stop()


@pytest.mark.usefixtures("cards")
def test_a_card_is_told_of_when_it_is_found_read_and_lifted(reader: Simulated, heard: Heard) -> None:
    reader.tell("lay", card="resident")
    heard.wait_for(CardReading)
    assert heard.wait_for(CardPresented).card.id_number
    reader.tell("lift")
    heard.wait_for(CardLifted)
    assert heard.events == []


@pytest.mark.usefixtures("cards")
def test_a_card_that_cannot_be_used_is_refused_until_it_is_lifted(reader: Simulated, heard: Heard) -> None:
    reader.tell("lay", text="FF" * 256)
    event = heard.wait_for(CardFailed)
    assert (event.code, event.advice) == ("CARD_UNKNOWN", "ask_resident")
    reader.tell("lift")
    heard.wait_for(CardLifted)
    reader.tell("lay", card="resident")
    heard.wait_for(CardPresented)


@pytest.mark.usefixtures("cards")
def test_a_card_lifted_in_mid_read_failed_and_was_lifted(reader: Simulated, heard: Heard) -> None:
    reader.tell("fault", kind="lifted_at_byte", on="read")
    reader.tell("lay", card="resident")
    heard.wait_for(CardReading)
    assert heard.wait_for(CardFailed).code == "CARD_LIFTED"
    heard.wait_for(CardLifted)


@pytest.mark.usefixtures("cards")
def test_a_reader_that_fails_in_mid_read_is_waited_for(reader: Simulated, heard: Heard) -> None:
    reader.tell("fault", kind="unplug", on="read", value=100)
    reader.tell("lay", card="resident")
    heard.wait_for(CardReading)
    assert not heard.wait_for(DeviceChanged).working
    assert heard.events == []
    reader.tell("plug")
    heard.wait_for(CardLifted)  # it thinks that it gave the card away: the resident lays it anew
    reader.tell("lift")
    reader.tell("lay", card="resident")
    heard.wait_for(CardPresented)


@pytest.mark.usefixtures("cards")
def test_a_garbled_reading_is_repeated_without_a_word(reader: Simulated, heard: Heard) -> None:
    reader.tell("fault", kind="wrong_checksum", on="read", times=1)
    reader.tell("lay", card="resident")
    heard.wait_for(CardPresented)
    assert heard.events == []


@pytest.fixture(scope="module")
def a_printer(simulate: Simulate) -> Simulated:
    return simulate("escpos-printer", "--listen", "127.0.0.1:0")


@pytest.fixture
def printer(a_printer: Simulated) -> Simulated:
    a_printer.tell("reset")
    return a_printer


def desk_of(printer: Simulated, recorder: Recorder, heard: Heard) -> ReceiptDesk:
    return ReceiptDesk(EscposTcpPrinter(printer.port, paper_mm=80), recorder, heard.post)


@pytest.fixture
def desk(printer: Simulated, recorder: Recorder, heard: Heard) -> Iterator[ReceiptDesk]:
    desk = desk_of(printer, recorder, heard)
    desk.thread.start()
    assert heard.wait_for(DeviceChanged).working
    yield desk
    desk.thread.stop()


def recorded(recorder: Recorder, heard: Heard) -> str:
    recorder.record(Record(1, "MZ-004", "{}"))
    return heard.wait_for(Recorded).transaction


def test_a_receipt_is_printed_once_and_journalled(
    desk: ReceiptDesk, printer: Simulated, recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    transaction = recorded(recorder, heard)
    desk.print(PrintReceipt(9, RECEIPT, transaction))
    assert heard.wait_for(PrintEnded) == PrintEnded(9, Paper.PRINTED)
    assert queue.print_jobs() == ["printed"]
    assert printer.tell("look")["receipts"] == 1


def test_a_paper_that_belongs_to_no_transaction_is_printed_too(
    desk: ReceiptDesk, printer: Simulated, heard: Heard
) -> None:
    desk.print(PrintReceipt(9, RECEIPT))
    assert heard.wait_for(PrintEnded).paper is Paper.PRINTED
    assert printer.tell("look")["receipts"] == 1


def test_a_printer_without_paper_prints_nothing_and_says_so(
    desk: ReceiptDesk, printer: Simulated, recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    transaction = recorded(recorder, heard)
    printer.tell("fault", kind="paper_out")
    desk.print(PrintReceipt(9, RECEIPT, transaction))
    assert heard.wait_for(PrintEnded) == PrintEnded(9, Paper.FAILED, "PAPER_OUT")
    assert queue.print_jobs() == ["failed"]
    event = heard.wait_for(DeviceChanged)
    assert (event.device, event.working, event.code) == (DeviceClass.PRINTER, False, "PAPER_OUT")
    printer.tell("mend")
    assert heard.wait_for(DeviceChanged).working


def test_a_printer_that_falls_silent_may_have_printed(
    desk: ReceiptDesk, printer: Simulated, recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    transaction = recorded(recorder, heard)
    printer.tell("fault", kind="unplug", after=1)
    desk.print(PrintReceipt(9, RECEIPT, transaction))
    assert heard.wait_for(PrintEnded) == PrintEnded(9, Paper.UNKNOWN, "PRINT_UNKNOWN")
    assert queue.print_jobs() == ["unknown"]


def test_a_printer_that_is_not_there_fails_at_once(
    printer: Simulated, recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    transaction = recorded(recorder, heard)
    printer.tell("unplug")
    desk = desk_of(printer, recorder, heard)
    desk.thread.start()
    desk.print(PrintReceipt(9, RECEIPT, transaction))
    event = heard.wait_for(PrintEnded)
    desk.thread.stop()
    assert (event.paper, event.code) == (Paper.FAILED, "DEVICE_GONE")
    assert queue.print_jobs() == ["failed"]


def test_what_cannot_be_journalled_is_not_printed(
    printer: Simulated, blocked: Recorder, heard: Heard
) -> None:
    desk = desk_of(printer, blocked, heard)
    desk.thread.start()
    assert heard.wait_for(DeviceChanged).working
    desk.print(PrintReceipt(9, RECEIPT, "0192f0c1-2345-7890-abcd-ef0123456789"))
    assert heard.wait_for(PrintEnded) == PrintEnded(9, Paper.FAILED, NOT_JOURNALLED)
    assert printer.tell("look")["receipts"] == 0
    desk.print(PrintReceipt(10, RECEIPT))
    assert heard.wait_for(PrintEnded).paper is Paper.PRINTED
    assert heard.events == []
    desk.thread.stop()


def test_a_desk_that_has_closed_fails_at_once(
    printer: Simulated, recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    transaction = recorded(recorder, heard)
    desk = desk_of(printer, recorder, heard)
    desk.thread.start()
    desk.thread.stop()
    desk.print(PrintReceipt(9, RECEIPT, transaction))
    assert heard.wait_for(PrintEnded) == PrintEnded(9, Paper.FAILED, "DEVICE_STOPPED")
    assert queue.print_jobs() == ["failed"]


@pytest.fixture(scope="module")
def a_camera(simulate: Simulate) -> Simulated:
    return simulate("camera", "--rate", "30")


@pytest.fixture
def lens(a_camera: Simulated) -> Simulated:
    a_camera.tell("reset")
    return a_camera


@pytest.fixture
def camera(lens: Simulated, heard: Heard) -> Iterator[CameraDesk]:
    desk = CameraDesk(catalog.camera(CameraSettings(source=str(lens.where["url"]))), heard.post)
    desk.thread.start()
    yield desk
    desk.thread.stop()


def test_the_camera_is_closed_between_residents(camera: CameraDesk, lens: Simulated) -> None:
    assert camera.newest() is None
    assert lens.tell("look")["watching"] == 0
    camera.open()
    until(lambda: camera.newest() is not None)
    camera.close()
    assert camera.newest() is None
    until(lambda: lens.tell("look")["watching"] == 0)
    assert camera.newest() is None


def test_the_live_picture_moves(camera: CameraDesk) -> None:
    camera.open()
    until(lambda: camera.newest() is not None)
    first = camera.newest()
    until(lambda: camera.newest() is not first)
    frame = camera.newest()
    assert frame
    assert len(frame.pixels) == frame.width * frame.height * 4


def test_no_frame_of_one_resident_is_left_for_the_next(camera: CameraDesk) -> None:
    for _ in range(10):
        camera.open()
        until(lambda: camera.newest() is not None)
        camera.close()
        camera.thread.submit(lambda _: None).result()
        assert camera.newest() is None


def test_a_picture_is_taken(camera: CameraDesk, heard: Heard) -> None:
    camera.open()
    camera.take(TakePicture(4))
    event = heard.wait_for(PictureTaken)
    assert event.command == 4
    assert event.jpeg.startswith(b"\xff\xd8")


def test_a_travel_document_is_read_and_nothing_that_does_not_hold(
    camera: CameraDesk, lens: Simulated, heard: Heard
) -> None:
    lens.tell("scene", name=f"zone:{ERIKSSON[:44]}|{ERIKSSON[44:]}")
    camera.open()
    camera.read_key(ReadDocumentKey(7))
    assert heard.wait_for(DocumentKeyRead) == DocumentKeyRead(7, parse(ERIKSSON).key)
    lens.tell("scene", name=f"zone:{ERIKSSON[:44]}|{ERIKSSON[44:].replace('7408122', '7408132')}")
    camera.read_key(ReadDocumentKey(8))
    watched = camera._watch
    until(lambda: watched is not None and watched._lines)
    camera.close()
    assert heard.wait_for(DocumentKeyUnread) == DocumentKeyUnread(8, "stopped")
    assert not [event for event in heard.events if isinstance(event, DocumentKeyRead)]


class Blind(OpencvCamera):
    """A camera that cannot read documents, for a reason that is given."""

    reason: DeviceError

    def _document_key(self) -> Sighting:
        raise self.reason


def test_a_camera_that_cannot_read_goes_on_showing(heard: Heard) -> None:
    desk, blind = CameraDesk(Blind(""), heard.post), Blind("")
    for reason, answer in (
        (ConfigurationError("OCR_B_MISSING", "Install the font."), DocumentKeyUnread(9, "unavailable")),
        (ResidentError("CAMERA_BLACK", "Uncover it."), None),
    ):
        blind.reason = reason
        desk.read_key(ReadDocumentKey(9))
        assert desk._watch
        desk._look(blind, desk._watch)
        assert heard.events == ([answer] if answer else [])
        assert (desk._watch is None) is bool(answer)
        heard.events.clear()


def test_a_covered_lens_gives_no_picture(camera: CameraDesk, lens: Simulated, heard: Heard) -> None:
    lens.tell("fault", kind="black", times=0)
    camera.open()
    camera.take(TakePicture(5))
    assert heard.wait_for(PictureFailed) == PictureFailed(5, "CAMERA_BLACK")


def test_a_camera_that_is_gone_is_told_of(camera: CameraDesk, lens: Simulated, heard: Heard) -> None:
    lens.tell("unplug")
    camera.open()
    event = heard.wait_for(DeviceChanged)
    assert (event.device, event.working) == (DeviceClass.CAMERA, False)
    camera.take(TakePicture(6))
    assert heard.wait_for(PictureFailed).command == 6


def test_a_camera_that_returns_is_believed_again_without_a_resident(
    camera: CameraDesk, lens: Simulated, heard: Heard
) -> None:
    lens.tell("unplug")
    camera.open()
    assert not heard.wait_for(DeviceChanged).working
    camera.close()
    lens.tell("plug")
    assert heard.wait_for(DeviceChanged).working
    assert camera.newest() is None
    until(lambda: lens.tell("look")["watching"] == 0)

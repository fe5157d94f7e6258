"""Commands, each carried out by its means; a device that is missing is answered for."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from config.settings import CameraSettings
from devices import catalog
from devices.printer import Line, Receipt
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.simulators.process import Simulated
from kiosk.commands.cards import ReadDocumentKey
from kiosk.commands.documents import PrintDocument
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.pictures import CloseCamera, OpenCamera, TakePicture
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.commands.sessions import Wipe
from kiosk.events.cards import DocumentKeyUnread
from kiosk.events.holder_check import CodeChecked, CodeNotSent, CodeSent
from kiosk.events.pictures import PictureFailed, PictureTaken
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Recorded
from kiosk.platform.client import PlatformClient
from kiosk.platform.documents import DocumentClient
from kiosk.platform.payments import PaymentClient
from kiosk.platform.sheets import PublicSheets
from kiosk.runtime.decision_watch import DecisionWatch
from kiosk.runtime.executor import NOT_CONFIGURED, Executor, Means
from kiosk.runtime.hardware import CameraDesk, ReceiptDesk
from kiosk.runtime.payment_journal import PaymentJournal
from kiosk.runtime.recorder import Recorder
from kiosk.runtime.till import Till
from tests.kiosk.conftest import PATIENCE, Heard, until
from tests.kiosk.platform.service import Service, serving

RECEIPT = Receipt((Line("回执"),))


@dataclass
class Bench:
    execute: Executor
    heard: Heard
    service: Service
    camera: CameraDesk | None


def client(url: str) -> PlatformClient:
    return PlatformClient(url, requests.Session, PublicSheets(Path("nowhere")))


def decisions() -> DecisionWatch:
    return DecisionWatch(lambda _: None, Heard().post)


def documents(url: str) -> DocumentClient:
    return DocumentClient(url, requests.Session, lambda: b"")


def till(url: str, home: Path) -> Till:
    return Till(PaymentClient(url, requests.Session), PaymentJournal(home / "payments"), Heard().post)


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service()) as service:
        yield service


@pytest.fixture
def bare(recorder: Recorder, heard: Heard, service: Service, tmp_path: Path) -> Bench:
    """A terminal without printer and camera."""
    means = Means(
        client(service.url),
        recorder,
        till(service.url, tmp_path),
        None,
        None,
        documents(service.url),
        None,
        decisions(),
    )
    return Bench(Executor(means, heard.post), heard, service, None)


@contextmanager
def started(camera: CameraDesk, printer: ReceiptDesk) -> Iterator[None]:
    with camera.thread, printer.thread:
        yield


@pytest.fixture
def full(
    recorder: Recorder,
    heard: Heard,
    service: Service,
    simulate: Callable[..., Simulated],
    tmp_path: Path,
) -> Iterator[Bench]:
    printer = simulate("escpos-printer", "--listen", "127.0.0.1:0")
    lens = simulate("camera", "--rate", "30")
    receipts = ReceiptDesk(EscposTcpPrinter(printer.port, paper_mm=80), recorder, heard.post)
    camera = CameraDesk(catalog.camera(CameraSettings(source=str(lens.where["url"]))), heard.post)
    means = Means(
        client(service.url),
        recorder,
        till(service.url, tmp_path),
        receipts,
        camera,
        documents(service.url),
        None,
        decisions(),
    )
    with started(camera, receipts):
        yield Bench(Executor(means, heard.post), heard, service, camera)


def test_codes_are_sent_and_checked_and_their_answers_echo_the_command(bare: Bench) -> None:
    bare.execute(SendCode(3, "13800138000", "440104199001011234"))
    sent = bare.heard.wait_for(CodeSent)
    assert (sent.command, sent.check) == (3, "check-1")
    bare.execute(CheckCode(4, sent.check, "123456"))
    assert bare.heard.wait_for(CodeChecked) == CodeChecked(4, "verified")


def test_a_platform_that_hangs_holds_up_neither_the_next_command_nor_the_caller(bare: Bench) -> None:
    bare.service.hold.clear()
    bare.execute(SendCode(1, "13800138000", "440104199001011234"))
    assert bare.service.holding.wait(PATIENCE)
    bare.execute(Record(2, "MZ-004", "{}"))
    assert bare.heard.wait_for(Recorded).command == 2
    bare.service.hold.set()
    assert bare.heard.wait_for(CodeSent).command == 1


def test_no_network_is_an_answer_too(recorder: Recorder, heard: Heard, tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9"
    means = Means(
        client(nowhere), recorder, till(nowhere, tmp_path), None, None, documents(nowhere), None, decisions()
    )
    execute = Executor(means, heard.post)
    execute(SendCode(1, "13800138000", "440104199001011234"))
    assert heard.wait_for(CodeNotSent) == CodeNotSent(1, "offline")


def test_a_terminal_without_printer_or_camera_answers_at_once(bare: Bench) -> None:
    bare.execute(PrintReceipt(1, RECEIPT))
    bare.execute(PrintDocument(5, "d", b"%PDF-"))
    bare.execute(OpenCamera(2))
    bare.execute(TakePicture(3))
    bare.execute(ReadDocumentKey(6))
    bare.execute(CloseCamera(4))
    assert bare.heard.events == [
        PrintEnded(1, Paper.FAILED, NOT_CONFIGURED),
        PrintEnded(5, Paper.FAILED, NOT_CONFIGURED),
        PictureFailed(3, NOT_CONFIGURED),
        DocumentKeyUnread(6, "unavailable"),
    ]


def test_a_terminal_with_everything_photographs_and_prints(full: Bench) -> None:
    assert full.camera
    full.execute(OpenCamera(1))
    until(lambda: full.camera is not None and full.camera.newest() is not None)
    full.execute(TakePicture(2))
    assert full.heard.wait_for(PictureTaken).command == 2
    full.execute(ReadDocumentKey(5))
    full.execute(CloseCamera(3))
    assert full.heard.wait_for(DocumentKeyUnread) == DocumentKeyUnread(5, "stopped")
    assert full.camera.newest() is None
    full.execute(PrintReceipt(4, RECEIPT))
    assert full.heard.wait_for(PrintEnded) == PrintEnded(4, Paper.PRINTED)


def test_a_wipe_closes_the_camera_and_stops_watching(full: Bench) -> None:
    assert full.camera
    full.execute(Record(1, "MZ-004", "{}"))
    kept = full.heard.wait_for(Recorded)
    full.execute(AwaitDelivery(2, kept.transaction))
    assert "delivery" in _threads()
    full.execute(OpenCamera(3))
    full.execute(TakePicture(4))
    full.heard.wait_for(PictureTaken)
    full.execute(Wipe(5))
    assert full.camera.newest() is None
    (watch,) = [thread for thread in threading.enumerate() if thread.name == "delivery"]
    watch.join(PATIENCE)
    assert not watch.is_alive()


def test_a_wipe_without_a_camera_stops_watching(bare: Bench) -> None:
    bare.execute(Record(1, "MZ-004", "{}"))
    bare.execute(AwaitDelivery(2, bare.heard.wait_for(Recorded).transaction))
    bare.execute(Wipe(3))
    for thread in threading.enumerate():
        if thread.name == "delivery":
            thread.join(PATIENCE)
    assert "delivery" not in _threads()


def _threads() -> set[str]:
    return {thread.name for thread in threading.enumerate()}

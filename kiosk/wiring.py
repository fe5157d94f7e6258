"""The one place that names concrete classes: a terminal's parts, put together and taken apart.

It is imported after the first page is on the screen: drivers and the platform's libraries take their time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from config.settings import Settings
from devices import catalog
from devices.camera import Frame
from devices.errors import DeviceError
from devices.thread import DeviceThread
from devices.touch_panel import TouchPanel
from kiosk.events import Event
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.limits import limits
from kiosk.platform.client import Health, PlatformClient
from kiosk.platform.documents import DocumentClient
from kiosk.platform.payments import PaymentClient
from kiosk.platform.sheets import PublicSheets
from kiosk.runtime import crash
from kiosk.runtime.decision_watch import DecisionWatch
from kiosk.runtime.device_board import DeviceBoard
from kiosk.runtime.document_desk import DocumentDesk
from kiosk.runtime.document_journal import DocumentJournal
from kiosk.runtime.executor import NOT_CONFIGURED, Executor, Means
from kiosk.runtime.hardware import CameraDesk, CardWatch, ReceiptDesk
from kiosk.runtime.network import NetworkWatch
from kiosk.runtime.panel_watch import PanelWatch
from kiosk.runtime.paper import PaperCount
from kiosk.runtime.payment_journal import PaymentJournal
from kiosk.runtime.print_desk import PrintJournal
from kiosk.runtime.recorder import Recorder
from kiosk.runtime.scanning import ScanDesk
from kiosk.runtime.senses import Senses
from kiosk.runtime.simulated import SIMULATOR_REFUSED, is_simulated
from kiosk.runtime.staff_desk import StaffDesk
from kiosk.runtime.staff_report import staff_report
from kiosk.runtime.till import Till
from kiosk.spool import SUPERVISION, Spool
from offline_queue.seal import Sealer
from offline_queue.store import Store
from provisioning.terminal import Terminal

Post = Callable[[Event], None]
Desk = TypeVar("Desk")

CAMERA_AS_SCANNER = "camera"
DRIVER_MISSING = "DRIVER_MISSING"
STOP_SECONDS = 5.0


@dataclass(frozen=True)
class Hardware:
    """The desks of the devices that the settings name and the terminal can drive."""

    cards: CardWatch | None
    printer: ReceiptDesk | None
    camera: CameraDesk | None
    document_printer: DocumentDesk | None
    chips: CardWatch | None = None
    scanner: ScanDesk | None = None
    panel: PanelWatch | None = None

    @property
    def threads(self) -> tuple[DeviceThread, ...]:  # type: ignore[type-arg]  # of devices of every class
        """The threads that own the devices."""
        desks = (
            self.cards,
            self.printer,
            self.camera,
            self.document_printer,
            self.chips,
            self.scanner,
            self.panel,
        )
        return tuple(desk.thread for desk in desks if desk)


@dataclass(frozen=True)
class TerminalParts:
    """Everything of a terminal that has a thread; see `kiosk.runtime.backstage.Parts`."""

    hardware: Hardware
    network: NetworkWatch
    health: Health
    recorder: Recorder
    till: Till
    carry_out: Executor
    senses: Senses

    def start(self) -> None:
        """Open the queue, begin to measure the network and to serve the devices."""
        self.recorder.check()
        self.network.start()
        self.till.start()
        for thread in (*self.hardware.threads, *self.senses.threads):
            thread.start()

    def newest_frame(self) -> Frame | None:
        """Return what the camera sees, or None while it is closed."""
        return self.hardware.camera.newest() if self.hardware.camera else None

    def trouble(self) -> Exception | None:
        """Return why the queue keeps nothing, None when it does; looks again meanwhile."""
        self.recorder.check()
        return self.recorder.trouble

    def stop(self) -> None:
        """End in the order in which nothing is left waiting for something that has ended."""
        self.senses.silence()
        for thread in (*self.hardware.threads, *self.senses.threads):
            thread.stop(STOP_SECONDS)
        self.recorder.stop()
        self.till.stop()
        self.network.stop()
        self.health.close()


def assemble(terminal: Terminal, post: Post) -> TerminalParts:
    """Put the parts together as the terminal's settings say."""
    post = DeviceBoard(terminal.home, post).post
    recorder = Recorder(
        lambda: open_store(terminal),
        post,
        terminal.settings.queue.poll,
        spool=Spool(terminal.home / SUPERVISION),
    )
    papers = DocumentJournal(terminal.home / "documents")
    papers.settle()
    hardware = plug_in(terminal.settings, Journals(recorder, papers), post, PaperCount(terminal.home))
    health = Health(terminal.platform_url, terminal.session)
    sheets = PublicSheets(terminal.home / "sheets")
    client = PlatformClient(terminal.platform_url, terminal.session, sheets)
    money = PaymentClient(terminal.platform_url, terminal.session)
    till = Till(money, PaymentJournal(terminal.home / "payments"), post)
    documents = DocumentClient(terminal.platform_url, terminal.session, terminal.identity.authority)
    means = Means(
        client,
        recorder,
        till,
        hardware.printer,
        hardware.camera,
        documents,
        hardware.document_printer,
        DecisionWatch(client.case, post),
        hardware.scanner,
        tuple(cards for cards in (hardware.cards, hardware.chips) if cards),
        StaffDesk(terminal.settings.staff.pin, terminal.home, lambda: staff_report(terminal), post),
    )
    executor = Executor(means, post)
    network = NetworkWatch(health.reachable, post)
    senses = Senses(terminal.settings, post)
    return TerminalParts(hardware, network, health, recorder, till, executor, senses)


def open_store(terminal: Terminal) -> Store:
    """Open this terminal's queue for putting.

    Raises:
        QueueError: it cannot be used, or the platform's keys are none.
    """
    identity = terminal.identity
    sealer = Sealer(identity.terminal_id, identity.key, terminal.recipients)
    return Store(
        terminal.home / "queue",
        sealer,
        lambda: datetime.now(UTC).astimezone(),
        limits=limits(terminal.settings.queue),
    )


@dataclass(frozen=True)
class Journals:
    """Where the truth about print jobs is kept: of receipts with their transactions, of documents by themselves."""

    receipts: PrintJournal
    documents: PrintJournal


def plug_in(settings: Settings, journals: Journals, post: Post, paper: PaperCount | None = None) -> Hardware:
    """Make the desks of the configured devices; the journey is told of each that cannot be used, and why."""
    devices = settings.devices

    def desk(device: DeviceClass, address: str, make: Callable[[], Desk], driver: str = "") -> Desk | None:
        allowed = settings.training or not is_simulated(address, driver)
        made, code = _made(make, address, allowed=allowed)
        if code:
            post(DeviceChanged(device, working=False, code=code))
        return made

    return Hardware(
        desk(
            DeviceClass.CARD_READER,
            devices.card_reader.port,
            lambda: CardWatch(catalog.card_reader(devices.card_reader), post),
            devices.card_reader.driver,
        ),
        desk(
            DeviceClass.PRINTER,
            devices.printer.address,
            lambda: ReceiptDesk(catalog.printer(devices.printer), journals.receipts, post, paper=paper),
        ),
        desk(
            DeviceClass.CAMERA,
            devices.camera.source,
            lambda: CameraDesk(catalog.camera(devices.camera), post),
        ),
        desk(
            DeviceClass.DOCUMENT_PRINTER,
            devices.document_printer.address,
            lambda: DocumentDesk(
                catalog.document_printer(devices.document_printer), journals.documents, post
            ),
        ),
        desk(
            DeviceClass.CHIP_READER,
            devices.chip_reader.port,
            lambda: CardWatch(catalog.card_reader(devices.chip_reader), post, DeviceClass.CHIP_READER),
            devices.chip_reader.driver,
        ),
        desk(
            DeviceClass.SCANNER,
            devices.scanner.port,
            lambda: ScanDesk(
                catalog.scanner(devices.scanner), post, rests=devices.scanner.driver == CAMERA_AS_SCANNER
            ),
        ),
        _panel(devices.touch_panel.path, post),
    )


def _panel(path: str, post: Post) -> PanelWatch | None:
    """Return what watches the touch panel; where none is named nobody knows how it is."""
    if not path:
        post(DeviceChanged(DeviceClass.TOUCH_PANEL, working=False, code=NOT_CONFIGURED))
        return None
    return PanelWatch(TouchPanel(path), post)


def _made(make: Callable[[], Desk], address: str, *, allowed: bool) -> tuple[Desk | None, str]:
    """Return the desk, or None and the code of why there is none."""
    if not address:
        return None, NOT_CONFIGURED
    if not allowed:
        return None, SIMULATOR_REFUSED
    try:
        return make(), ""
    except DeviceError as error:
        return None, error.code
    except ImportError as error:
        crash.report("a driver cannot be loaded: install the terminal's software anew (`make`)", error)
        return None, DRIVER_MISSING

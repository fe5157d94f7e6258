"""The one place that names concrete classes: a terminal's parts, put together and taken apart."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from config.settings import Settings
from devices.camera import Frame
from devices.thread import DeviceThread
from kiosk.commands import Command
from kiosk.events import DayBegan, DeviceChanged, DeviceClass, ReleaseActivated
from kiosk.journeys import start
from kiosk.platform.client import PlatformClient
from kiosk.runtime import Runtime, Show
from kiosk.runtime.executor import NOT_CONFIGURED, Executor, Means
from kiosk.runtime.hardware import CameraDesk, CardWatch, ReceiptDesk
from kiosk.runtime.inbox import Inbox
from kiosk.runtime.network import NetworkWatch
from kiosk.runtime.recorder import Recorder
from provisioning.terminal import Terminal

if TYPE_CHECKING:
    from offline_queue.store import Store


@dataclass(frozen=True)
class Hardware:
    """The desks of the devices that the settings name."""

    cards: CardWatch | None
    printer: ReceiptDesk | None
    camera: CameraDesk | None

    @property
    def threads(self) -> tuple[DeviceThread, ...]:
        """The threads that own the devices."""
        return tuple(desk.thread for desk in (self.cards, self.printer, self.camera) if desk)


class Kiosk:
    """A running terminal without its window: pump it from the thread that draws.

    Drivers and the platform's libraries take half a second to load, so they are loaded by `begin`, on a thread of their
    own, while the first page can already be touched.
    """

    def __init__(self, terminal: Terminal, show: Show, wipe: Callable[[], None]) -> None:
        self.inbox = Inbox()
        self._terminal = terminal
        self._wipe = wipe
        self._today = date.today()
        self._parts: Parts | None = None
        self._began = threading.Event()
        state = start(terminal.settings, terminal.catalogue(), self._today)
        self.runtime = Runtime(state, self.inbox, show, self._carry_out, time.monotonic)

    def begin(self) -> None:
        """Start everything that has a thread; called when the first page is on the screen."""
        threading.Thread(target=self._begin, name="begin", daemon=True).start()

    def newest_frame(self) -> Frame | None:
        """Return what the camera sees, or None while it is closed."""
        camera = self._parts.hardware.camera if self._parts else None
        return camera.newest() if camera else None

    def pump(self) -> None:
        """Handle what has happened since the last call."""
        self.runtime.pump()

    def look_around(self) -> None:
        """Notice midnight and a release that the agent has brought; called every few seconds."""
        if (today := date.today()) != self._today:
            self._today = today
            self.inbox.post(DayBegan(today))
        if self.runtime.idle and self._terminal.releases.staged() is not None:
            self._terminal.releases.activate_staged()
            self._terminal = Terminal.load(self._terminal.home)
            self.inbox.post(ReleaseActivated(self._terminal.settings, self._terminal.catalogue()))

    def stop(self) -> None:
        """End every thread; what was recorded stays, what was not is forgotten."""
        self._began.wait()
        if self._parts is not None:
            self._parts.stop()

    def _begin(self) -> None:
        self._parts = assemble(self._terminal, self.inbox, self._wipe)
        self._began.set()
        self._parts.start()

    def _carry_out(self, command: Command) -> None:
        self._began.wait()
        if self._parts is not None:
            self._parts.execute(command)


@dataclass(frozen=True)
class Parts:
    """Everything of a terminal that has a thread."""

    hardware: Hardware
    network: NetworkWatch
    recorder: Recorder
    execute: Executor

    def start(self) -> None:
        """Begin to measure the network and to serve the devices."""
        self.network.start()
        for thread in self.hardware.threads:
            thread.start()

    def stop(self) -> None:
        """End in the order in which nothing is left waiting for something that has ended."""
        self.network.stop()
        for thread in self.hardware.threads:
            thread.stop(timeout=5)
        self.execute.stop()
        self.recorder.stop()


def assemble(terminal: Terminal, inbox: Inbox, wipe: Callable[[], None]) -> Parts:
    """Put the parts together as the terminal's settings say."""
    recorder = Recorder(lambda: open_store(terminal), inbox.post, terminal.settings.queue.poll)
    hardware = plug_in(terminal.settings, recorder, inbox)

    def platform() -> PlatformClient:
        return PlatformClient(terminal.platform_url, terminal.identity.session)

    means = Means(platform(), recorder, hardware.printer, hardware.camera, wipe)
    network = NetworkWatch(platform().reachable, inbox.post)
    return Parts(hardware, network, recorder, Executor(means, inbox.post))


def open_store(terminal: Terminal) -> "Store":
    """Open this terminal's queue for putting."""
    from offline_queue.seal import Sealer
    from offline_queue.store import Store

    identity = terminal.identity
    sealer = Sealer(identity.terminal_id, identity.key, terminal.recipients)
    return Store(terminal.home / "queue", sealer, lambda: datetime.now(UTC).astimezone())


def plug_in(settings: Settings, journal: Recorder, inbox: Inbox) -> Hardware:
    """Make the desks of the configured devices; the journey is told of each that is missing."""
    from devices import catalog

    devices = settings.devices
    for device, address in (
        (DeviceClass.CARD_READER, devices.card_reader.port),
        (DeviceClass.PRINTER, devices.printer.address),
        (DeviceClass.CAMERA, devices.camera.source),
    ):
        if not address:
            inbox.post(DeviceChanged(device, working=False, code=NOT_CONFIGURED))
    return Hardware(
        CardWatch(catalog.card_reader(devices.card_reader), inbox.post) if devices.card_reader.port else None,
        ReceiptDesk(catalog.printer(devices.printer), journal, inbox.post)
        if devices.printer.address
        else None,
        CameraDesk(catalog.camera(devices.camera), inbox.post) if devices.camera.source else None,
    )

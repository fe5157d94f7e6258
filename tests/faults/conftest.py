"""A terminal at its counter: the real journey, recorder, queue and printer's thread, and a simulated printer on the wire."""

import queue
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.simulators.process import Simulated, simulated
from kiosk.commands import Command
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from kiosk.events import Event
from kiosk.events.world import DeviceClass
from kiosk.runtime.hardware import ReceiptDesk
from kiosk.runtime.recorder import Recorder
from offline_queue.seal import Sealer
from offline_queue.store import Store
from provisioning.identity import new_key
from screens.views.inputs import Drawn
from screens.views.outcome import Outcome
from tests.kiosk.journeys.resident import STROKES, Resident
from tests.kiosk.journeys.terminal import Terminal, willing

HURRY = 6  # the driver's and the thread's clock run faster than ours
PATIENCE = 30.0


def hurried() -> float:
    return time.monotonic() * HURRY


class Counter:
    """What happens goes through one inbox to the journey; what the journey commands goes to the real parts."""

    def __init__(self, printer: Simulated, folder: Path) -> None:
        self.printer, self._folder = printer, folder
        recipient = str(pyrage.x25519.Identity.generate().to_public())
        self._sealer = Sealer("GZ044", new_key(), [recipient])
        self._inbox: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.recorder = Recorder(self.store, self._inbox.put)
        driver = EscposTcpPrinter(printer.port, 80, now=hurried)
        self.desk = ReceiptDesk(driver, self.recorder, self._inbox.put, hurried)
        self.terminal = Terminal(answer=self._carry_out)
        self.events: list[Event] = []

    def store(self) -> Store:
        return Store(self._folder, self._sealer, lambda: datetime.now(UTC).astimezone())

    def print_job(self) -> str:
        with self.store() as store:
            return store.list()[-1].print_job

    def papers(self) -> int:
        count = self.printer.tell("look")["receipts"]
        assert isinstance(count, int)
        return count

    @property
    def outcome(self) -> Outcome:
        page = self.terminal.view
        assert isinstance(page, Outcome)
        return page

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the journey hear what happens until it is so."""
        limit = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < limit, f"it did not come to hold: {self.events}"
            try:
                event = self._inbox.get(timeout=0.05)
            except queue.Empty:
                continue
            self.events.append(event)
            self.terminal.post(event)

    @property
    def offered(self) -> str:
        """What the outcome page's button to print says; nothing where it offers another matter instead, or nothing."""
        second = self.outcome.secondary
        return second.label if second and second.id == "print" else ""

    def works(self, code: str = "") -> bool:
        """Whether the journey believes that the printer works; or, with a code, that it does not for that reason."""
        outside = self.terminal.state.outside
        if code:
            return outside.trouble(DeviceClass.PRINTER) == code
        return outside.works(DeviceClass.PRINTER)

    def hand_in(self) -> None:
        """A resident fills in everything, offline, up to the outcome page."""
        self.terminal.open("MZ-004", online=False)
        Resident(self.terminal).walk("sign")
        self.terminal.post(Drawn(STROKES)).touch("next")
        self.until(lambda: self.terminal.page.startswith("outcome."))

    def _carry_out(self, command: Command) -> Event | None:
        match command:
            case PrintReceipt():
                self.desk.print(command)
            case Record():
                self.recorder.record(command)
            case _:
                return willing(command)
        return None


@pytest.fixture(scope="module")
def a_printer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    with simulated("escpos-printer", "--control", str(tmp_path_factory.mktemp("control") / "c")) as printer:
        yield printer


@pytest.fixture
def counter(a_printer: Simulated, tmp_path: Path) -> Iterator[Counter]:
    a_printer.tell("reset")
    counter = Counter(a_printer, tmp_path / "queue")
    counter.desk.thread.start()
    counter.until(lambda: counter.works() and bool(counter.events))
    yield counter
    counter.desk.thread.stop()
    counter.recorder.stop()

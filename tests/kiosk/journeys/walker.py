"""A walker takes steps, and checks after each what must always be true, whoever chooses them."""

from devices.card_reader import Card, CardKind
from kiosk.commands import Command
from kiosk.commands.pictures import CloseCamera, OpenCamera
from kiosk.commands.scanning import CloseScanner, OpenScanner
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.events.pictures import PictureFailed
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.events.sending import NotRecorded
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged, TimedOut
from kiosk.journeys import State, deadline, step, view
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.phases.form import Capturing, CheckingPicture
from kiosk.journeys.phases.opening import ReadingDocumentKey
from kiosk.journeys.phases.sending import Recording
from tests.kiosk.journeys.terminal import CARD, Terminal, willing

MOST_TIMES = 8
"""More timeouts than any state needs to come to rest: overlay over overlay, goodbye, a card left."""

AT_CAMERA = Capturing | CheckingPicture | ReadingDocumentKey
"""Where the camera is open."""

SOCIAL = Card(CardKind.SOCIAL_SECURITY, card_number="HA1046924", extra={"holder": "platform"})

WORLD: tuple[Event, ...] = (
    CardReading(),
    CardPresented(CARD),
    CardFailed("CARD_READ_FAILED", "ask_resident"),
    CardLifted(),
    CodeScanned("440126000000017"),
    CodeUnusable("payment"),
    CardPresented(SOCIAL),
    NetworkChanged(False),
    NetworkChanged(True),
    *(DeviceChanged(device, working, "X") for device in DeviceClass for working in (False, True)),
    PrintEnded(3, Paper.FAILED, "PAPER_OUT"),
    PictureFailed(3, "X"),
    NotRecorded(3, "failed"),
)


class Walker:
    """Takes steps and checks after each what must always be true; `page` is what is shown, `waiting` what is not answered yet."""

    def __init__(self, terminal: Terminal) -> None:
        self.state = terminal.state
        self.page = view(terminal.state)
        self.ids: set[int] = {command.id for command in terminal.commands}
        self.camera = False
        self.scanner = False
        self.waiting: list[Command] = []

    def take(self, event: Event) -> None:
        """Let one event happen."""
        before = self.state
        self.state, commands = step(before, event)
        for command in commands:
            assert command.id not in self.ids, f"{command.id} was used before"
            self.ids.add(command.id)
            self._follow_camera(command)
            self._follow_scanner(command)
        self.waiting += [command for command in commands if willing(command) is not None]
        self._check(before, commands)

    def _follow_camera(self, command: Command) -> None:
        if isinstance(command, OpenCamera | CloseCamera):
            assert self.camera is not isinstance(command, OpenCamera)
            self.camera = isinstance(command, OpenCamera)

    def _follow_scanner(self, command: Command) -> None:
        if isinstance(command, OpenScanner | CloseScanner):
            assert self.scanner is not isinstance(command, OpenScanner)
            self.scanner = isinstance(command, OpenScanner)

    def _check(self, before: State, commands: tuple[Command, ...]) -> None:
        state = self.state
        assert state.commands == ()
        assert (deadline(state) is None) is isinstance(state.phase, Attract)
        self.page = view(state)
        assert self.page.page
        assert CARD.name not in repr(state)
        assert self.camera is isinstance(state.phase, AT_CAMERA)
        ended = isinstance(state.phase, Attract | Goodbye)
        if ended:
            assert state.session == state.session.afresh()
        if ended and not isinstance(before.phase, Attract | Goodbye):
            assert any(isinstance(command, Wipe) for command in commands)
        assert all(isinstance(state.phase, Recording) for command in commands if isinstance(command, Record))
        if type(state.phase) is not type(before.phase):
            assert state.entered != before.entered

    def rest(self) -> None:
        """Let time pass until the terminal is idle."""
        for _ in range(MOST_TIMES):
            if deadline(self.state) is None:
                return
            self.take(TimedOut(self.state.entered))
        raise AssertionError(f"{self.state.phase} does not come to rest")

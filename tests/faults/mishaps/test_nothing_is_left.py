"""After any ending nothing of the session can be reached from anything that the terminal holds: runtime, inbox, queue, till, trail.

The terminal is the one of `kiosk run` without its window; the queue is the real one. What the window and the C library keep is
shown where they are: `tests/screens/test_display.py`, `test_queue_memory.py`.
"""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import FrameType, FunctionType, ModuleType

import pyrage
import pytest
from pydantic import BaseModel

from devices.card_reader import Card, CardKind
from kiosk.commands import Command
from kiosk.commands.money import FollowOrder
from kiosk.commands.pictures import TakePicture
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.pictures import PictureTaken
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged, TimedOut
from kiosk.in_service import InService
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.kinds import Waiting
from kiosk.journeys.phases.money import Paying
from kiosk.runtime.backstage import Parts
from kiosk.wiring import assemble
from provisioning import lab
from provisioning.terminal import Terminal as Enrolled
from tests.kiosk.conftest import until
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import Terminal, willing

NAME, NUMBER, PICTURE = "金丝雀", "440102194501010011", b"\xff\xd8 a canary"
WIPE_SECONDS = 2.0
LONG = 6
"""What is shorter than this is in every program."""


class Kiosk(Terminal):
    """A terminal in service: what a resident does goes through its inbox, what is recorded into its queue."""

    def __init__(self, home: Path) -> None:
        lab.make(
            home / "identity", "http://127.0.0.1:9", (str(pyrage.x25519.Identity.generate().to_public()),)
        )
        self.wiped = 0
        self.service = InService(
            Enrolled.load(home), lambda _: None, self._wipe, self._assemble, today=lambda: date(2026, 11, 25)
        )
        self.service.begin()
        super().__init__(self.service.runtime.state)

    def post(self, *events: Event) -> "Kiosk":
        """Let events happen; what was asked is waited for."""
        for event in events:
            self.service.inbox.post(event)
        self._pump()
        until(lambda: isinstance(self._pump(), Paying) or not isinstance(self.state.phase, Waiting))
        return self

    def _pump(self) -> object:
        self.service.pump()
        self.state = self.service.runtime.state
        return self.state.phase

    def _wipe(self) -> None:
        self.wiped += 1

    def _assemble(self, terminal: Enrolled, post: Callable[[Event], None]) -> Parts:
        def heard(event: Event) -> None:
            if not isinstance(event, NetworkChanged | DeviceChanged):  # here everything works
                post(event)

        parts = assemble(terminal, heard)
        return replace(parts, carry_out=partial(_carried_out, parts.carry_out, post))  # type: ignore[arg-type]  # callable


def _carried_out(real: Callable[[Command], None], post: Callable[[Event], None], command: Command) -> None:
    """The queue and the wipe are real; devices and platform answer at once, but nobody pays."""
    if isinstance(command, Record | Wipe):
        real(command)
    if isinstance(command, Record | FollowOrder):
        return
    event = PictureTaken(command.id, PICTURE) if isinstance(command, TakePicture) else willing(command)
    if event is not None:
        post(event)


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    kiosk = Kiosk(tmp_path)
    yield kiosk
    kiosk.service.stop()


def reachable(root: object) -> Iterator[object]:
    """Everything that can be reached from an object, but for programs, and what never changes: settings and catalogue."""
    seen, waiting = set[int](), [root]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, ModuleType | FrameType | type | BaseModel):
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, FunctionType):
            waiting += [*(one.__closure__ or ()), *(one.__defaults__ or ())]
        else:
            waiting += gc.get_referents(one)


def found(kiosk: Kiosk, canaries: set[str]) -> set[str]:
    """Return which of the canaries are in the terminal."""
    texts = [one for one in reachable(kiosk.service) if isinstance(one, str | bytes | bytearray)]
    whole = "\n".join(one if isinstance(one, str) else one.decode("latin-1") for one in texts)
    return {one for one in canaries if one in whole}


def served(kiosk: Kiosk, code: str, page: str) -> set[str]:
    """Serve a resident up to a page; return all that they have given."""
    kiosk.post(NetworkChanged(online=True), *(DeviceChanged(one, working=True) for one in DeviceClass))
    kiosk.open(code)
    resident = Resident(kiosk, card=Card(CardKind.RESIDENT, name=NAME, id_number=NUMBER))
    resident.walk(page)
    return {NAME, NUMBER, PICTURE.decode("latin-1"), *(text for text in resident.typed if len(text) > LONG)}


@pytest.mark.parametrize(
    ("code", "page", "ending"),
    [
        ("MZ-001", "outcome", "done"),
        ("MZ-001", "check_picture", "time"),
        ("PY-002", "pay.code", "leave"),
        ("CP-004", "vote.confirm", "time"),
    ],
)
def test_no_canary_is_found(kiosk: Kiosk, code: str, page: str, ending: str) -> None:
    given = served(kiosk, code, page)
    assert (
        found(kiosk, given) or page == "outcome"
    )  # what is there is found; what was handed in is dropped already
    began = time.monotonic()
    _end(kiosk, ending)
    assert time.monotonic() - began < WIPE_SECONDS
    assert kiosk.wiped == 1
    assert found(kiosk, given) == set()


def _end(kiosk: Kiosk, ending: str) -> None:
    """Leave, press "done", or let time pass, until nobody is in session."""
    for _ in range(12):
        page = kiosk.view
        if isinstance(kiosk.state.phase, Attract):
            return
        if ending == "leave" and page.leave:
            kiosk.touch(page.leave.id)
        elif ending == "done" and page.primary and page.primary.id == "done":
            kiosk.touch("done")
        else:
            kiosk.post(TimedOut(kiosk.state.entered))
    raise AssertionError(f"the session does not end: {kiosk.page}")

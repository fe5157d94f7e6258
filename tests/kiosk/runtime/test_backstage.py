"""The parts behind the page: early commands, late parts, an orderly change."""

import threading

import pytest

from config.settings import Settings
from devices.camera import Frame
from kiosk.commands import Command
from kiosk.commands.pictures import CloseCamera, OpenCamera
from kiosk.commands.sessions import Wipe
from kiosk.runtime.backstage import Backstage
from kiosk.runtime.senses import Senses
from tests.kiosk.conftest import PATIENCE, until


class Orchestra:
    """Parts that note what becomes of them, in one list that several of them may share."""

    def __init__(self, notes: list[str], name: str = "") -> None:
        self._notes, self._name = notes, name

    def start(self) -> None:
        self._notes.append(f"{self._name}start")

    def carry_out(self, command: Command) -> None:
        self._notes.append(f"{self._name}{type(command).__name__}{command.id}")

    @property
    def senses(self) -> Senses:
        return Senses(Settings(), lambda _: None)

    def newest_frame(self) -> Frame | None:
        return Frame(1, 1, b"\0\0\0\0")

    def trouble(self) -> Exception | None:
        return OSError("the disk is gone")

    def stop(self) -> None:
        self._notes.append(f"{self._name}stop")


def test_commands_that_come_early_are_carried_out_in_order_before_later_ones() -> None:
    notes: list[str] = []
    gate = threading.Event()

    def assemble() -> Orchestra:
        assert gate.wait(PATIENCE)
        return Orchestra(notes)

    backstage = Backstage(assemble)
    backstage.begin()
    backstage.carry_out(OpenCamera(1))
    backstage.carry_out(CloseCamera(2))
    assert (notes, backstage.newest_frame(), backstage.trouble()) == ([], None, None)
    gate.set()
    until(lambda: len(notes) == 3)
    backstage.carry_out(Wipe(3))
    until(lambda: backstage.newest_frame() is not None)
    assert isinstance(backstage.trouble(), OSError)
    backstage.stop()
    assert notes == ["start", "OpenCamera1", "CloseCamera2", "Wipe3", "stop"]


def test_new_parts_begin_when_the_old_ones_have_ended() -> None:
    notes: list[str] = []
    old = Backstage(lambda: Orchestra(notes, "old "))
    old.begin()
    until(lambda: "old start" in notes)
    new = Backstage(lambda: Orchestra(notes, "new "), after=old)
    new.carry_out(Wipe(1))
    new.begin()
    until(lambda: "new Wipe1" in notes)
    new.stop()
    assert notes == ["old start", "old stop", "new start", "new Wipe1", "new stop"]


def test_what_goes_wrong_is_raised_on_the_thread_that_checks() -> None:
    def assemble() -> Orchestra:
        raise RuntimeError("a mistake")

    backstage = Backstage(assemble)
    backstage.check()
    backstage.begin()
    backstage.stop()
    with pytest.raises(RuntimeError, match="a mistake"):
        backstage.check()


def test_a_backstage_that_never_began_ends_without_parts() -> None:
    backstage = Backstage(lambda: Orchestra([]))
    backstage.carry_out(Wipe(1))
    backstage.stop()
    assert backstage.newest_frame() is None

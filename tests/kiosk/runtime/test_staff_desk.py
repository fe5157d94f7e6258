"""Who types the service PIN: slowed down after two wrong ones, never locked out, not even by a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands.staff import AdmitStaff
from kiosk.events import Event
from kiosk.events.staff import StaffAdmitted, StaffRefused
from kiosk.runtime import staff_desk
from kiosk.runtime.staff_desk import StaffDesk, pause
from kiosk.staff import Report
from provisioning import staff_pin

PIN, WRONG = "24681012", "24681013"


class Desk:
    """A desk whose clock only tests move; each answer is waited for."""

    def __init__(self, home: Path) -> None:
        self.home, self.time = home, 1000.0
        self.said: list[Event] = []
        self.desk = self.again()

    def again(self) -> StaffDesk:
        return StaffDesk("stored", self.home, Report, self.said.append, lambda: self.time)

    def type(self, pin: str) -> Event:
        self.desk._admit(AdmitStaff(7, pin))
        return self.said[-1]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(staff_pin, "fits", lambda pin, _: pin == PIN)  # its cost is its purpose
    return Desk(tmp_path)


def test_two_wrong_ones_cost_nothing_the_third_and_later_ones_more_and_more(desk: Desk) -> None:
    waits = []
    for _ in range(9):
        said = desk.type(WRONG)
        assert isinstance(said, StaffRefused)
        waits.append(said.wait)
        desk.time += said.wait
    assert waits == [0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert desk.type(PIN) == StaffAdmitted(7, Report())
    assert desk.type(WRONG) == StaffRefused(7, 0)


def test_until_then_not_even_the_right_one_is_looked_at(desk: Desk) -> None:
    for _ in range(3):
        desk.type(WRONG)
    desk.time += 10
    assert desk.type(PIN) == StaffRefused(7, 20)
    desk.time += 20
    assert desk.type(PIN) == StaffAdmitted(7, Report())


def test_switching_off_and_on_spares_nobody_the_wait(desk: Desk) -> None:
    for _ in range(4):
        desk.type(WRONG)
        desk.time += 30
    desk.desk = desk.again()
    assert desk.type(PIN) == StaffRefused(7, 60)
    desk.time += 60
    assert desk.type(PIN) == StaffAdmitted(7, Report())
    assert not (desk.home / "staff.json").read_text().count("4")


@pytest.mark.parametrize("spoil", [lambda file: file.write_text("?"), lambda file: file.mkdir()])
def test_a_file_that_is_damaged_or_cannot_be_written_keeps_no_owner_out(
    desk: Desk, spoil: Callable[[Path], object]
) -> None:
    spoil(desk.home / "staff.json")
    desk.desk = desk.again()
    assert desk.type(WRONG) == StaffRefused(7, 0)
    assert desk.type(PIN) == StaffAdmitted(7, Report())


def test_the_wait_has_an_end() -> None:
    assert pause(10**6) == staff_desk.LONGEST

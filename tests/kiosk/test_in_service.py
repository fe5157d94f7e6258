"""A terminal in service, with real parts: midnight, releases, what a technician changes, the end of a session."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyrage
import pytest

from config.releases import PROBATION_SECONDS
from kiosk.in_service import InService, local_date
from kiosk.runtime import release
from kiosk.spool import SUPERVISION, Spool
from kiosk.wiring import assemble
from provisioning import lab
from provisioning.identity import NotEnrolledError
from provisioning.retirement import retire
from provisioning.terminal import Terminal
from screens.views import AnyView
from screens.views.inputs import Edited, Touched
from screens.views.menus import Attract
from tests.kiosk.conftest import until
from tests.kiosk.site import Site

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@dataclass
class Front:
    """A kiosk with what it showed; `today` and `seconds` are moved by the test."""

    today: date = MONDAY
    seconds: float = 1000.0
    shown: list[AnyView] = field(default_factory=list)
    wiped: list[str] = field(default_factory=list)

    def serve(self, terminal: Terminal) -> InService:
        return InService(
            terminal,
            self.shown.append,
            self._wipe,
            assemble,
            today=lambda: self.today,
            now=lambda: self.seconds,
        )

    def _wipe(self) -> None:
        self.wiped.append(threading.current_thread().name)


@pytest.fixture
def front() -> Front:
    return Front()


@pytest.fixture
def kiosk(site: Site, front: Front) -> Iterator[InService]:
    site.publish("A")
    kiosk = front.serve(release.start(site.home))
    yield kiosk
    kiosk.stop()


def begin_session(kiosk: InService, front: Front) -> None:
    view = front.shown[-1]
    assert isinstance(view, Attract)
    assert view.primary
    kiosk.inbox.post(Touched(view.primary.id))
    kiosk.pump()
    assert not kiosk.runtime.idle


def end_session(kiosk: InService, front: Front) -> None:
    for _ in range(20):
        front.seconds += 700.0
        kiosk.pump()
        if kiosk.runtime.idle:
            return
    raise AssertionError


def test_the_first_page_is_there_before_any_part(kiosk: InService, front: Front) -> None:
    assert isinstance(front.shown[0], Attract)
    assert kiosk.newest_frame() is None
    assert {thread.name for thread in threading.enumerate()}.isdisjoint({"network", "backstage"})


def test_midnight_is_noticed(kiosk: InService, front: Front) -> None:
    kiosk.pump()
    assert kiosk.runtime.state.outside.today == MONDAY
    front.today = TUESDAY
    kiosk.look_around()
    kiosk.pump()
    assert kiosk.runtime.state.outside.today == TUESDAY


def test_the_local_date_is_the_machine_s(kiosk: InService) -> None:
    del kiosk
    before, told, after = date.today(), local_date(), date.today()  # noqa: DTZ011  # the machine's own date is meant
    assert before <= told <= after


def test_a_release_is_taken_while_nobody_is_in_session(kiosk: InService, front: Front, site: Site) -> None:
    kiosk.begin()
    begin_session(kiosk, front)
    site.publish("B")
    kiosk.look_around()
    kiosk.pump()
    assert kiosk.terminal.settings.site.code == "A"
    assert site.releases.status().staged
    end_session(kiosk, front)
    kiosk.look_around()
    kiosk.pump()
    assert kiosk.terminal.settings.site.code == "B"
    assert kiosk.runtime.state.outside.settings.site.code == "B"


def test_the_parts_are_made_anew_for_another_release(kiosk: InService, site: Site) -> None:
    kiosk.begin()
    until(lambda: "network" in {thread.name for thread in threading.enumerate()})
    (before,) = [thread for thread in threading.enumerate() if thread.name == "network"]
    site.publish("B")
    kiosk.look_around()
    until(lambda: not before.is_alive())
    until(lambda: "network" in {thread.name for thread in threading.enumerate()})
    kiosk.pump()


def test_a_release_that_has_worked_for_its_probation_is_good(
    kiosk: InService, front: Front, site: Site
) -> None:
    front.seconds += PROBATION_SECONDS
    kiosk.look_around()
    assert not site.releases.status().on_probation


def test_a_retired_terminal_goes_out_of_service_when_the_resident_has_left(
    kiosk: InService, front: Front, site: Site
) -> None:
    begin_session(kiosk, front)
    retire(site.home)
    kiosk.look_around()
    end_session(kiosk, front)
    with pytest.raises(NotEnrolledError):
        kiosk.look_around()


def test_another_platform_of_a_laboratory_is_noticed(tmp_path: Path, front: Front) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    lab.make(tmp_path / "identity", "http://127.0.0.1:9", (recipient,))
    kiosk = front.serve(release.start(tmp_path))
    kiosk.begin()
    lab.make(tmp_path / "identity", "http://127.0.0.1:8", (recipient,))
    kiosk.look_around()
    assert kiosk.terminal.platform_url == "http://127.0.0.1:8"
    kiosk.pump()
    kiosk.stop()


def test_the_end_of_a_session_wipes_the_screen_on_the_thread_that_draws(
    kiosk: InService, front: Front
) -> None:
    kiosk.begin()
    begin_session(kiosk, front)
    assert front.wiped == []
    end_session(kiosk, front)
    assert set(front.wiped) == {threading.current_thread().name}


def test_a_mistake_backstage_ends_the_process(site: Site, front: Front) -> None:
    site.publish("A")
    terminal = release.start(site.home)

    def broken(*_: object) -> object:
        raise RuntimeError("a mistake")

    kiosk = InService(terminal, front.shown.append, lambda: None, broken)  # type: ignore[arg-type]  # it never returns
    kiosk.begin()
    kiosk.stop()
    with pytest.raises(RuntimeError, match="a mistake"):
        kiosk.pump()


def test_how_long_steps_took_is_spooled_for_supervision_and_nothing_else(
    kiosk: InService, front: Front, site: Site
) -> None:
    kiosk.begin()
    begin_session(kiosk, front)
    for event in (Touched("search"), Edited("ld"), Touched("item.CP-001")):
        kiosk.inbox.post(event)
        kiosk.pump()
    assert front.shown[-1].page == "guide"
    front.seconds += 12.0
    kiosk.inbox.post(Touched("leave"))
    kiosk.pump()
    spool = Spool(site.home / SUPERVISION)
    until(lambda: bool(spool.waiting(1)))
    ((told,),) = (one.events for one in spool.waiting(1))
    assert (told["kind"], told["item"], told["ended"]) == ("session", "CP-001", "guide")
    assert told["steps"] == {"guide": 12.0}
    assert set(told) == {"id", "kind", "at", "item", "steps", "ended"}

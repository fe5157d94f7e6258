"""The thread that owns a device."""

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue

import pytest

from devices.damping import UNSTEADY, WORKING, Condition, Damping
from devices.device import Device
from devices.errors import ConfigurationError, DeviceError, MediaError, ResidentError, RetryError, StaffError
from devices.thread import DeviceThread

PATIENT = 10.0


@dataclass
class Lamp(Device):
    """A device that records what is done to it and fails as it is told; everything passes through `log`."""

    log: "Queue[str]" = field(default_factory=Queue)
    opening: DeviceError | Exception | None = None
    serving: DeviceError | Exception | None = None
    closing: Exception | None = None
    threads: set[str] = field(default_factory=set)

    def _open(self) -> None:
        self._happened("open")
        if self.opening is not None:
            raise self.opening

    def _close(self) -> None:
        self._happened("close")
        if self.closing is not None:
            raise self.closing

    def serve(self) -> None:
        self._happened("serve")
        if self.serving is not None:
            raise self.serving

    def shine(self) -> str:
        self._happened("shine")
        return "light"

    def _happened(self, what: str) -> None:
        self.threads.add(threading.current_thread().name)
        self.log.put(what)

    def next(self) -> str:
        return self.log.get(timeout=PATIENT)

    def until(self, what: str) -> None:
        while self.next() != what:
            pass


class Bench:
    """A lamp in its thread, and what is shown about it."""

    def __init__(self, lamp: Lamp, **more: float) -> None:
        self.lamp = lamp
        self.shown: Queue[Condition] = Queue()
        self.thread = DeviceThread(
            lamp,
            Lamp.serve,
            self.shown.put,
            name="lamp",
            pause=0.01,
            patience=more.pop("patience", 0.02),
            resting=bool(more.pop("resting", 0)),
            damping=Damping(**{"blip": 0.0, "calm": 0.2, **more}),  # type: ignore[arg-type]  # flaps is a whole number
        )

    def next(self) -> Condition:
        return self.shown.get(timeout=PATIENT)


@pytest.fixture
def bench() -> Iterator[Callable[..., Bench]]:
    """Make benches; their threads end with the test."""
    benches: list[Bench] = []

    def make(lamp: Lamp, **more: float) -> Bench:
        benches.append(Bench(lamp, **more))
        benches[-1].thread.start()
        return benches[-1]

    yield make
    for each in benches:
        each.lamp.closing = None
        assert each.thread.stop(PATIENT)


MakeBench = Callable[..., Bench]


def broken(code: str = "DEVICE_GONE") -> Condition:
    return Condition(working=False, code=code)


def test_it_opens_serves_again_and_again_and_closes(bench: MakeBench) -> None:
    lamp = Lamp()
    it = bench(lamp)
    assert [lamp.next() for _ in range(4)] == ["open", "serve", "serve", "serve"]
    assert it.next() == WORKING
    assert it.thread.stop(PATIENT)
    lamp.until("close")
    assert lamp.threads == {"lamp"}


def test_a_device_that_goes_is_closed_and_reopened_when_it_returns(bench: MakeBench) -> None:
    lamp = Lamp(serving=StaffError("DEVICE_GONE", "Check the cable."))
    it = bench(lamp)
    assert [lamp.next() for _ in range(5)] == ["open", "serve", "close", "open", "serve"]
    assert it.next() == broken()
    lamp.serving = None
    assert it.next() == WORKING


def test_a_device_that_cannot_be_opened_is_tried_again(bench: MakeBench) -> None:
    lamp = Lamp(opening=ConfigurationError("NO_SUCH_PORT", "Correct the port."))
    it = bench(lamp)
    assert [lamp.next() for _ in range(4)] == ["open", "close", "open", "close"]
    assert it.next() == broken("NO_SUCH_PORT")
    lamp.opening = None
    assert it.next() == WORKING


@pytest.mark.parametrize("error", [MediaError("PAPER_OUT", "Fill up."), RetryError("BAD_CHECKSUM", "Again.")])
def test_a_device_that_only_needs_help_stays_open(bench: MakeBench, error: DeviceError) -> None:
    lamp = Lamp(serving=error)
    it = bench(lamp)
    assert [lamp.next() for _ in range(3)] == ["open", "serve", "serve"]
    assert it.next() == broken(error.code)
    lamp.serving = None
    assert it.next() == WORKING


def test_a_garbled_opening_is_tried_anew(bench: MakeBench) -> None:
    lamp = Lamp(opening=RetryError("BAD_CHECKSUM", "Again."))
    bench(lamp)
    assert [lamp.next() for _ in range(4)] == ["open", "close", "open", "close"]


def test_the_residents_mistakes_are_no_failure_of_the_device(bench: MakeBench) -> None:
    lamp = Lamp(serving=ResidentError("WRONG_CARD", "Lay an identity card."))
    it = bench(lamp)
    assert [lamp.next() for _ in range(3)] == ["open", "serve", "serve"]
    assert it.next() == WORKING


def test_a_mistake_of_the_driver_ends_neither_thread_nor_secrecy(
    bench: MakeBench, caplog: pytest.LogCaptureFixture
) -> None:
    lamp = Lamp(serving=ValueError("张三"))
    it = bench(lamp)
    assert it.next() == broken("DRIVER_FAULT")
    lamp.serving = None
    assert it.next() == WORKING
    assert "ValueError in the driver" in caplog.text
    assert "张三" not in caplog.text


def test_a_status_is_logged_when_it_changes_and_only_then(
    bench: MakeBench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "devices.thread")
    lamp = Lamp()
    it = bench(lamp)
    assert it.next() == WORKING
    for _ in range(4):
        lamp.until("serve")
    lamp.serving = StaffError("DEVICE_GONE", "Check the cable.")
    assert it.next() == broken("DEVICE_GONE")
    for _ in range(4):
        lamp.until("close")
    lamp.serving = None
    assert it.next() == WORKING
    for _ in range(4):
        lamp.until("serve")
    told = [record.getMessage() for record in caplog.records]
    assert [each.rpartition(" ")[2] for each in told if "is shown as" in each] == ["OK", "DEVICE_GONE", "OK"]
    assert len([each for each in told if "Check the cable." in each]) == 1


def test_a_device_that_will_not_close_is_reopened(bench: MakeBench) -> None:
    lamp = Lamp(serving=StaffError("DEVICE_GONE", "Check."), closing=ValueError("stuck"))
    it = bench(lamp)
    lamp.until("close")
    lamp.serving = None
    assert it.next() in {broken(), WORKING}
    lamp.until("serve")


def test_a_blip_is_not_shown(bench: MakeBench) -> None:
    lamp = Lamp()
    it = bench(lamp, blip=PATIENT)
    assert it.next() == WORKING
    lamp.serving = StaffError("DEVICE_GONE", "Check the cable.")
    lamp.until("close")
    lamp.serving = None
    lamp.until("open")
    lamp.until("serve")
    assert it.shown.empty()


def test_a_flapping_device_is_held_unsteady_until_it_has_calmed_down(bench: MakeBench) -> None:
    lamp = Lamp()
    it = bench(lamp, flaps=1)
    assert it.next() == WORKING
    lamp.serving = StaffError("DEVICE_GONE", "Check the cable.")
    lamp.until("close")
    lamp.serving = None
    assert it.next() == broken(UNSTEADY)
    assert it.next() == WORKING


def test_work_is_done_by_the_owning_thread(bench: MakeBench) -> None:
    lamp = Lamp()
    it = bench(lamp)
    assert it.thread.submit(Lamp.shine).result(PATIENT) == "light"
    assert lamp.threads == {"lamp"}


def test_work_opens_a_device_that_is_away_at_once(bench: MakeBench) -> None:
    lamp = Lamp(opening=StaffError("DEVICE_GONE", "Check the cable."))
    it = bench(lamp, patience=1000)
    assert it.next() == broken()
    lamp.opening = None
    assert it.thread.submit(Lamp.shine).result(PATIENT) == "light"
    assert it.next() == WORKING


def test_work_fails_at_once_when_the_device_is_away(bench: MakeBench) -> None:
    lamp = Lamp(opening=StaffError("DEVICE_GONE", "Check the cable."))
    it = bench(lamp, patience=1000)
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        it.thread.submit(Lamp.shine).result(PATIENT)


def test_work_that_fails_is_not_repeated_and_the_device_reopened(bench: MakeBench) -> None:
    lamp = Lamp()
    it = bench(lamp)
    tries: list[int] = []

    def print_and_lose(_: Lamp) -> None:
        tries.append(1)
        raise StaffError("PRINT_UNKNOWN", "It may have printed.")

    with pytest.raises(StaffError, match="PRINT_UNKNOWN"):
        it.thread.submit(print_and_lose).result(PATIENT)
    lamp.until("close")
    lamp.until("open")
    assert tries == [1]


def test_a_mistake_in_the_work_is_a_device_error_too(bench: MakeBench) -> None:
    it = bench(Lamp())

    def mistake(_: Lamp) -> None:
        raise KeyError("张三")

    with pytest.raises(StaffError, match="DRIVER_FAULT"):
        it.thread.submit(mistake).result(PATIENT)


@contextmanager
def busy(it: Bench) -> Iterator[None]:
    """Keep the thread in a piece of work for as long as the context lasts."""
    begun, go_on = threading.Event(), threading.Event()

    def work(_: Lamp) -> None:
        begun.set()
        go_on.wait(PATIENT)

    it.thread.submit(work)
    assert begun.wait(PATIENT)
    yield
    go_on.set()


def test_work_can_be_cancelled_before_it_begins(bench: MakeBench) -> None:
    it = bench(Lamp())
    with busy(it):
        future = it.thread.submit(Lamp.shine)
        assert future.cancel()
    with pytest.raises(CancelledError):
        future.result(PATIENT)
    assert it.thread.submit(Lamp.shine).result(PATIENT) == "light"


def test_stopping_leaves_no_work_unanswered(bench: MakeBench) -> None:
    it = bench(Lamp())
    with busy(it):
        waiting = it.thread.submit(Lamp.shine)
        assert not it.thread.stop(timeout=0)
    late = it.thread.submit(Lamp.shine)
    for future in (waiting, late):
        with pytest.raises(StaffError, match="DEVICE_STOPPED"):
            future.result(PATIENT)


def test_a_resting_device_is_closed_and_not_shown_as_failed(bench: MakeBench) -> None:
    lamp = Lamp()
    it = bench(lamp)
    assert it.next() == WORKING
    it.thread.rest()
    lamp.until("close")
    it.thread.wake()
    assert [lamp.next(), lamp.next()] == ["open", "serve"]
    assert it.shown.empty()


def test_a_resting_device_works_when_asked_and_rests_again(bench: MakeBench) -> None:
    lamp = Lamp()
    it = bench(lamp, resting=1)
    assert it.thread.submit(Lamp.shine).result(PATIENT) == "light"
    assert [lamp.next() for _ in range(3)] == ["open", "shine", "close"]


def test_a_thread_that_was_never_started_stops_at_once() -> None:
    assert Bench(Lamp()).thread.stop()


def test_it_serves_as_a_context_manager() -> None:
    it = Bench(Lamp())
    with it.thread as thread:
        assert thread.submit(Lamp.shine).result(PATIENT) == "light"
    it.lamp.until("close")

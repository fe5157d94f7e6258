"""F4: the printer comes and goes every few moments."""

from kiosk.events.world import DeviceChanged
from tests.faults.conftest import Counter, hurried


def test_one_damped_state_and_no_second_print(counter: Counter) -> None:
    counter.hand_in()
    counter.until(lambda: counter.outcome.paper is not None and "已打印" in counter.outcome.paper.text)
    began = len(counter.events)
    for _ in range(8):
        counter.printer.tell("unplug")
        _let_pass(counter, 1.5)
        counter.printer.tell("plug")
        _let_pass(counter, 1.5)
    counter.until(lambda: "UNSTEADY" in _told(counter, began))
    assert len(_told(counter, began)) < 12  # of sixteen changes
    counter.until(counter.works)  # calm for ten seconds
    assert (counter.papers(), counter.print_job()) == (1, "printed")


def _told(counter: Counter, began: int) -> list[str]:
    return [event.code for event in counter.events[began:] if isinstance(event, DeviceChanged)]


def _let_pass(counter: Counter, seconds: float) -> None:
    until = hurried() + seconds
    counter.until(lambda: hurried() >= until)

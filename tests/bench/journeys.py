"""How many whole journeys a second: every item of the served flows, from the attract page to its outcome, no window."""

import time
from dataclasses import dataclass, field, replace

from kiosk.events import Event
from kiosk.journeys import State, step
from kiosk.journeys.plan import SERVED
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CATALOGUE, Terminal

SECONDS = 5.0
ITEMS = [item.code for item in CATALOGUE.items if item.flow in SERVED]


@dataclass
class Recording(Terminal):
    """A terminal that remembers what happened."""

    happened: list[Event] = field(default_factory=list)

    def post(self, *events: Event) -> "Recording":
        """Let events happen one by one, with what answers them."""
        waiting = list(events)
        while waiting:
            self.happened.append(waiting.pop(0))
            self.state, commands = step(self.state, self.happened[-1])
            waiting += [answer for answer in map(self.answer, commands) if answer is not None]
        return self


def measure() -> dict[str, float]:
    """Return journeys and pages a second with the resident's looking and answering, then what the core alone does.

    The core replays the events of every item by `step`, without a page; `step_to_replace` is how long a step takes in
    bare replacements of a field of the state, of which an immutable state needs one at the least.
    """
    return {**_lived(), **_replayed()}


def _lived() -> dict[str, float]:
    journeys = pages = 0
    began = time.perf_counter()
    while time.perf_counter() < began + SECONDS:
        resident = Resident(Terminal().open(ITEMS[journeys % len(ITEMS)]))
        resident.walk()
        journeys, pages = journeys + 1, pages + len(resident.seen)
    taken = time.perf_counter() - began
    return {"journeys.per_second": journeys / taken, "journeys.pages_per_second": pages / taken}


def _replayed() -> dict[str, float]:
    start = Terminal().state
    happened = [_events(code) for code in ITEMS]
    steps = sum(map(len, happened))
    stepping = replacing = float("inf")
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        stepping = min(stepping, _stepping(start, happened))
        replacing = min(replacing, _replacing(start, steps))
    return {
        "journeys.core_per_second": len(happened) / stepping,
        "journeys.core_steps_per_second": steps / stepping,
        "journeys.step_to_replace": stepping / replacing,
    }


def _events(code: str) -> list[Event]:
    terminal = Recording()
    Resident(terminal.open(code)).walk()
    return terminal.happened


def _stepping(start: State, happened: list[list[Event]]) -> float:
    """Return the processor's time for all journeys."""
    began = time.process_time()
    for events in happened:
        state = start
        for event in events:
            state, _ = step(state, event)
    return time.process_time() - began


def _replacing(state: State, times: int) -> float:
    """Return the processor's time for as many bare replacements."""
    began = time.process_time()
    for number in range(times):
        state = replace(state, entered=number)
    return time.process_time() - began

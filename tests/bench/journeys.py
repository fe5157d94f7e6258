"""How many whole journeys a second: every item of the served flows, from the attract page to its outcome, no window."""

import time

from kiosk.journeys.plan import SERVED
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CATALOGUE, Terminal

SECONDS = 5.0
ITEMS = [item.code for item in CATALOGUE.items if item.flow in SERVED]


def measure() -> dict[str, float]:
    """Return journeys and pages a second, the looking and answering of the scripted resident included."""
    journeys = pages = 0
    began = time.perf_counter()
    while time.perf_counter() < began + SECONDS:
        resident = Resident(Terminal().open(ITEMS[journeys % len(ITEMS)]))
        resident.walk()
        journeys, pages = journeys + 1, pages + len(resident.seen)
    taken = time.perf_counter() - began
    return {"journeys.per_second": journeys / taken, "journeys.pages_per_second": pages / taken}

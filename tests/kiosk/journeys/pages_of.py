"""How many pages an item has on its way, as the catalogue has it: walked without a screen."""

from functools import cache

from kiosk.events.world import DeviceChanged, DeviceClass
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import Terminal

_ENDS = ("outcome", "lookup.found", "print.take")


@cache
def pages_of(code: str) -> int:
    """Return the pages from the resting page to the end, both counted."""
    terminal = Terminal().post(*(DeviceChanged(device, working=True) for device in DeviceClass)).open(code)
    resident = Resident(terminal)
    while not terminal.page.startswith(_ENDS):
        resident.seen.append(terminal.page)
        resident.answer(terminal.view)
    return len(resident.seen) + 4

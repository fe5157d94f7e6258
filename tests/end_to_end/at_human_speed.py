"""How long it takes somebody who touches once a second and types two keys: `python -m tests.end_to_end.at_human_speed`.

    --items A,B     these instead of one or two of each kind
    --out DIR       logs (build/at_human_speed)

The real touchscreen, platform and simulated devices, from the resting page to what somebody came for. Laying a card, holding a
phone before the scanner, paying with it and looking up a code in a message take a second each, too. 1 when one takes longer than
its kind may: a fee 60 s, what is looked up or printed 45 s, a report 90 s.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from config.catalogue import Item
from kiosk.catalogue.home import group_of
from kiosk.demo.eyes import Eyes, Page
from kiosk.demo.hand import Hand
from kiosk.demo.house import PANEL, house
from kiosk.demo.resident import Resident
from kiosk.demo.virtual_screen import virtual_screen
from tests.end_to_end.every_item import FOLDER, SCENES, START_SECONDS, Person, Town, has_it
from tests.kiosk.journeys.terminal import CATALOGUE

A_TOUCH, A_KEY = 1.0, 0.5  # seconds
MOST = {"pay": 60.0, "query": 45.0, "query_public": 45.0, "print": 45.0, "report": 90.0}
ITEMS = ("PY-001", "PY-008", "PY-012", "RS-010", "CP-009", "CP-017", "RS-009", "MZ-016", "CP-001")


class Unhurried(Hand):
    """A hand that takes its time before each touch: the page has been there for so long."""

    def _rest(self, target: str) -> None:
        time.sleep(A_KEY if target.startswith(("key:", "candidate:")) else A_TOUCH)
        super()._rest(target)


class Place(Town):
    """The house of somebody who takes their time with cards and phones, too."""

    def tell(self, device: str, do: str, **more: Any) -> dict[str, Any]:
        """Do something at a device."""
        time.sleep(A_TOUCH)
        return super().tell(device, do, **more)

    def messages(self) -> list[dict[str, Any]]:
        """Look at the phone."""
        time.sleep(A_TOUCH)
        return super().messages()

    def pay(self, code: str) -> None:
        """Pay with a phone."""
        time.sleep(A_TOUCH)
        super().pay(code)


def seconds(place: Place, eyes: Eyes, hand: Hand, item: Item) -> float:
    """Return how long it took to get what somebody came for."""
    eyes.wait_for("attract")
    Town.tell(place, "camera", "scene", name=SCENES.get(item.code, "paper"))
    place.another_day()
    resident = Resident(place, eyes, hand, lambda _page: None)
    began = time.monotonic()
    resident.open(f"group.{group_of(CATALOGUE, item).value}", item.code)
    resident.walk(_has_it)
    return time.monotonic() - began


def _has_it(page: Page) -> bool:
    return page.view["type"] == "Outcome" or has_it(page)


def measure(place: Place, items: Sequence[Item]) -> bool:
    """Serve the items and print a line each; whether each was in time."""
    in_time = True
    with virtual_screen(int(PANEL["width"]), int(PANEL["height"])) as display:
        place.touchscreen("--probe", str(place.probe), environment={"DISPLAY": display})
        with Eyes(place.probe, START_SECONDS) as eyes, Unhurried(display, eyes) as hand:
            for item in items:
                taken, most = seconds(place, eyes, hand, item), MOST[item.flow]
                ended = eyes.look().page
                in_time &= taken <= most
                said = "in time" if taken <= most else "TOO LONG"
                print(f"{item.code}  {item.flow}  {ended}  {taken:.1f} s of {most:.0f} s: {said}", flush=True)  # noqa: T201  # a command
                Person(place, eyes, hand).go_home()
    return in_time


def main(arguments: list[str] | None = None) -> int:
    """Serve them; 1 when one took too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.at_human_speed", description=__doc__)
    parser.add_argument("--items", default=",".join(ITEMS))
    parser.add_argument("--out", type=Path, default=FOLDER.with_name("at_human_speed"))
    asked = parser.parse_args(arguments)
    with house(asked.out, scanner=True) as built:
        place = Place(**{name: getattr(built, name) for name in built.__dataclass_fields__})
        return int(not measure(place, [CATALOGUE.by_code[code] for code in asked.items.split(",")]))


if __name__ == "__main__":
    sys.exit(main())

"""A scripted resident at the real touchscreen with every item of the catalogue: `python -m tests.end_to_end.every_item`.

The whole house of the demo (platform, simulated devices on their protocols, an enrolled terminal, its two processes) and a finger
that touches what the pages offer. Nothing is written for an item: its shelf, its pages and its end follow from the catalogue.

    --items A,B     only these; --part K/N every N-th of them, beginning with the K-th
    --cut           the network is cut at a random page of each item (--seed), and mended at its end
    --out DIR       logs, pictures of where somebody was stuck, results.json (build/every_item)

An item counts when it ended as the catalogue wants it: handed in and held by the platform once, paid, printed, shown, or refused
with the words that say where else. With the network cut: that, or saved here and held by the platform after it was mended, or
not done and nothing held.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from config.catalogue import Item
from fleet.platform import Platform
from kiosk.catalogue.home import group_of
from kiosk.demo.eyes import Eyes, LostError, Page, until
from kiosk.demo.hand import Hand
from kiosk.demo.house import ORGANISATION, PANEL, House, house
from kiosk.demo.resident import Resident
from kiosk.demo.virtual_screen import virtual_screen
from tests.fleet.process import another_day
from tests.kiosk.journeys.pages_of import pages_of
from tests.kiosk.journeys.terminal import CATALOGUE

FOLDER = Path("build/every_item")
START_SECONDS, PATIENCE, ARRIVAL_SECONDS = 240.0, 45.0, 90.0
TIRED = 8  # times
_HANDED_IN = ("apply_full", "apply_instant", "report", "agency", "appoint", "guide_and_appoint")
_SHOWN = ("query", "query_public")
SCENES = {"CP-001": "street-problem"}


@dataclass
class Visit:
    """How it went with one item: the pages met, the last outcome, what was wrong."""

    item: str
    flow: str
    cut: str = ""
    pages: list[str] = field(default_factory=list)
    end: str = ""
    reference: str = ""
    wrong: str = ""
    seconds: float = 0.0


class Town(House):
    """The house, with the platform's books read directly: no process is started to ask."""

    def messages(self) -> list[dict[str, Any]]:
        """Return the short messages that were sent."""
        with Platform.open(self.admin) as platform:
            return [asdict(message) for message in platform.messages.recent()]

    def references(self) -> list[str]:
        """Return what the platform holds, by the numbers that residents have."""
        with Platform.open(self.admin) as platform:
            held = platform.cases.held()
        return [number for case in held for number in (case.reference, case.number)]

    def pay(self, code: str) -> None:
        """Pay with a phone."""
        with Platform.open(self.admin) as platform:
            platform.cashier.pay(code.rpartition("/")[2], "")

    def show_licence(self) -> None:
        """Hold the phone of an organisation's operator before the scanner."""
        with Platform.open(self.admin) as platform:
            code = platform.persons.codes.show(ORGANISATION, platform.now(), "e-licence")
        self.tell("scanner", "scan", text=code)

    def another_day(self) -> None:
        """Let whoever comes next be somebody of whom no one-time code was asked yet: all of a catalogue in an hour is nobody's day."""
        another_day(self.admin)


class Person:
    """Serves one item after the other with one hand and one pair of eyes."""

    def __init__(self, town: Town, eyes: Eyes, hand: Hand) -> None:
        self._town, self._eyes, self._hand = town, eyes, hand

    def visit(self, item: Item, cut_at: int = 0) -> Visit:
        """Go through an item from attract to attract; with `cut_at` the network is cut at the page of that number."""
        visit, began = Visit(item.code, item.flow), time.monotonic()
        try:
            self._serve(item, visit, cut_at)
        except (LostError, AssertionError) as lost:
            visit.wrong = visit.wrong or str(lost)
            self._eyes.photograph(self._town.folder / f"{item.code}{'-cut' if cut_at else ''}.png")
        finally:
            if not self._town.line.whole:
                self._town.line.mend()
        visit.seconds = round(time.monotonic() - began, 1)
        return visit

    def _serve(self, item: Item, visit: Visit, cut_at: int) -> None:
        self._town.another_day()
        self._town.tell("camera", "scene", name=SCENES.get(item.code, "paper"))

        def seen(page: Page) -> None:
            visit.pages.append(page.page)
            if page.view["type"] == "Outcome":
                visit.end, visit.reference = page.page, page.view["reference"] or visit.reference
            elif page.page == "guide" or page.page.startswith("pay.no_bills"):
                visit.end = page.page
            if page.page.startswith("lookup."):
                visit.end = "offline" if page.view["primary"]["id"] == "again" else page.page
            if cut_at and not visit.cut and len(visit.pages) >= cut_at:
                visit.cut = page.page
                self._town.line.cut()

        resident = Resident(self._town, self._eyes, self._hand, seen)
        shelf = f"group.{group_of(CATALOGUE, item).value}"
        try:
            resident.open(shelf, item.code)
        except LostError:  # on a busy machine a touch may be lost: somebody touches again
            self.go_home()
            resident.open(shelf, item.code)
        try:
            resident.walk(lambda page: page.page == "attract" or has_it(page) or _asks_in_vain(page, visit))
        except LostError:
            if not visit.cut:
                raise
        self.go_home()
        if visit.cut:
            self._town.line.mend()
            self._eyes.wait_until(_is_connected, "the terminal to find its network again")
        visit.wrong = self._judged(item, visit)

    def go_home(self) -> None:
        """Leave, from wherever it is, back to the resting page."""
        for _ in range(12):
            page = self._eyes.wait_until(lambda page: page.view["type"] != "Working", "the work to end")
            if page.page == "attract":
                return
            view = page.view
            ids = [view[name]["id"] for name in ("leave", "primary") if view.get(name)]
            wanted = "done" if "done" in page.targets else ids[0]
            self._hand.touch(wanted)
        raise LostError("the way out does not lead to the resting page")

    def _judged(self, item: Item, visit: Visit) -> str:
        """What is wrong with how it ended; nothing when it ended as it must."""
        if visit.cut:
            return self._judged_cut(visit)
        if item.flow in _HANDED_IN and not visit.end.startswith("lookup"):
            return self._is_held(visit) if visit.end.startswith("outcome.") else f"ended at {visit.end}"
        wanted = {"pay": "outcome.settled", "print": "print.printed", "vote": "outcome.took_part"}
        wanted["consult"] = wanted["vote"]
        if item.flow in wanted:
            return "" if visit.end == wanted[item.flow] else f"ended at {visit.end}, not {wanted[item.flow]}"
        return "" if visit.end.startswith("lookup.") else f"ended at {visit.end}"

    def _judged_cut(self, visit: Visit) -> str:
        if visit.end in ("outcome.saved", "outcome.done", "outcome.late", "outcome.granted"):
            return self._is_held(visit)
        return ""

    def _is_held(self, visit: Visit) -> str:
        """Whether the platform comes to hold it, once."""
        if not visit.reference:
            return "no number was shown"
        try:
            until(
                lambda: visit.reference in self._town.references() or None,
                ARRIVAL_SECONDS,
                lambda: f"{visit.reference} has not arrived",
            )
        except LostError as lost:
            return str(lost)
        times = self._town.references().count(visit.reference)
        return "" if times == 1 else f"held {times} times"


def has_it(page: Page) -> bool:
    """Whether what somebody came for is on the screen, or that it cannot be had here: nothing more to do than to leave."""
    primary = page.view["primary"]
    barred = page.page == "guide" and not (primary and primary["enabled"])
    return page.page.startswith(("lookup.", "print.refused", "agency.next")) or barred


def _asks_in_vain(page: Page, visit: Visit) -> bool:
    """Whether somebody without a network was led to the same page again and again, and would leave now."""
    return bool(visit.cut) and visit.pages.count(page.page) >= TIRED


def _is_connected(page: Page) -> bool:
    """Whether a page says nothing of a network that is down."""
    return not any(banner["text"].startswith("网络中断") for banner in page.view["banners"])


def serve(town: Town, items: Sequence[Item], seed: int | None) -> list[Visit]:
    """Serve items one after the other; `seed` is that of the pages at which the network is cut, None for none."""
    chance = random.Random(seed)  # noqa: S311  # chance, not secrets
    visits = []
    with virtual_screen(int(PANEL["width"]), int(PANEL["height"])) as display:
        town.touchscreen("--probe", str(town.probe), environment={"DISPLAY": display})
        with Eyes(town.probe, START_SECONDS) as eyes, Hand(display, eyes) as hand:
            eyes.wait_for("attract")
            log = town.folder / "logs" / "run.log"
            until(
                lambda: "scanner is shown as OK" in log.read_text("utf-8") or None,
                START_SECONDS,
                lambda: "the scanner does not come: an organisation's items need it",
            )
            eyes.patience = PATIENCE
            person = Person(town, eyes, hand)
            for item in items:
                cut_at = 0 if seed is None else chance.randint(3, pages_of(item.code))
                visits.append(person.visit(item, cut_at))
                print(_line(visits[-1]), flush=True)  # noqa: T201  # a command
                if visits[-1].wrong:
                    person.go_home()
    return visits


def _line(visit: Visit) -> str:
    cut = f", cut at {visit.cut}" if visit.cut else ""
    return (
        f"{visit.item}  {visit.end}  {len(visit.pages)} pages  {visit.seconds} s{cut}  {visit.wrong or 'ok'}"
    )


def chosen(names: str, part: str) -> list[Item]:
    """Return the items that were asked for."""
    wanted = names.split(",") if names else [item.code for item in CATALOGUE.items]
    items = [CATALOGUE.by_code[code] for code in wanted]
    first, _, of = part.partition("/")
    return items[int(first) - 1 :: int(of)] if part else items


def main(arguments: list[str] | None = None) -> int:
    """Serve them; 1 when one of them did not end as it must."""
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.every_item", description=__doc__)
    parser.add_argument("--items", default="")
    parser.add_argument("--part", default="")
    parser.add_argument("--cut", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=FOLDER)
    asked = parser.parse_args(arguments)
    with house(asked.out, scanner=True) as built:
        town = Town(**{name: getattr(built, name) for name in built.__dataclass_fields__})
        visits = serve(town, chosen(asked.items, asked.part), asked.seed if asked.cut else None)
    (asked.out / "results.json").write_text(
        json.dumps([asdict(one) for one in visits], ensure_ascii=False, indent=1)
    )
    wrong = [visit for visit in visits if visit.wrong]
    print(f"{len(visits) - len(wrong)} of {len(visits)} items ended as they must")  # noqa: T201  # a command
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

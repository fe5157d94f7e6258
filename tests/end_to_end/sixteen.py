"""The same resident, four matters, four ways, through the real house: `python -m tests.end_to_end.sixteen`.

    --ways touch,keypad,switches,reach   --matters application,payment,report,vote   --out DIR (build/sixteen)

`touch`: a finger. `keypad`: keys and headphones, nothing on the screen, and no page is answered before it is heard.
`switches`: two keys, `down` and `confirm`. `reach`: a finger in the mode for the old with everything to touch low.
Each way has a house of its own: a platform on which nobody has voted. A matter counts when it ended as it must: the application and
the report held by the platform once, the bill settled, the vote in. A table is printed; results.json has it, too.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from devices.simulators.process import Simulated, simulated
from kiosk.catalogue.home import group_of
from kiosk.demo.eyes import Eyes, LostError, Page, until
from kiosk.demo.hand import Hand
from kiosk.demo.house import PANEL, house
from kiosk.demo.resident import Resident
from kiosk.demo.virtual_screen import virtual_screen
from tests.end_to_end.every_item import Town
from tests.end_to_end.hands import KEYPAD, SWITCHES, Keys, LowHand
from tests.end_to_end.sound import Card
from tests.kiosk.journeys.terminal import CATALOGUE

MATTERS = {"application": "MZ-006", "payment": "PY-007", "report": "CP-001", "vote": "CP-004"}
ENDS = {
    "application": "outcome.done",
    "payment": "outcome.settled",
    "report": "outcome.done",
    "vote": "outcome.took_part",
}
WAYS = ("touch", "keypad", "switches", "reach")
START_SECONDS, PATIENCE, ARRIVAL_SECONDS, HEARD_SECONDS = 240.0, 45.0, 90.0, 10.0
LOW = 0.4
"""How much of a tall panel somebody who sits reaches."""


@dataclass
class Walk:
    """How one matter went in one way. `heard` are the seconds from a page to its first sound, `reached` how far up the panel."""

    way: str
    matter: str
    item: str
    pages: list[str] = field(default_factory=list)
    end: str = ""
    reference: str = ""
    presses: int = 0
    heard: list[float] = field(default_factory=list)
    reached: float = 0.0
    seconds: float = 0.0
    wrong: str = ""


class InOneWay(Resident):
    """Signs at the window where only keys are at hand; waits for no picture on a screen that shows nothing."""

    def _wait_for_the_camera(self) -> None:
        hearing = self._eyes.look().view["hearing"]
        if hearing and hearing["blank"]:
            self._eyes.wait_until(lambda page: page.view["camera_ready"], "the camera")
        else:
            super()._wait_for_the_camera()

    def _answer(self, page: Page) -> None:
        if page.view["type"] == "Sign" and isinstance(self._hand, Keys):
            self._hand.touch("window")
        else:
            super()._answer(page)


@dataclass
class Street:
    """One house with its touchscreen, and everything that a resident of any way needs."""

    town: Town
    eyes: Eyes
    display: str
    keypad: Simulated
    switches: Simulated
    headphones: Card

    def walk(self, way: str, matter: str) -> Walk:
        """Go through a matter from the resting page to it."""
        walk, began = Walk(way, matter, MATTERS[matter]), time.monotonic()
        try:
            with self._hand(way) as hand:
                try:
                    self._serve(walk, hand)
                finally:
                    walk.presses = getattr(hand, "presses", 0)
                    walk.reached = round(getattr(hand, "highest", 0.0), 3)
            walk.wrong = self._judged(walk)
        except (LostError, AssertionError) as lost:
            walk.wrong = str(lost)[:400]
            self.eyes.photograph(self.town.folder / f"{way}-{matter}.png")
            self._go_home()
        walk.seconds = round(time.monotonic() - began, 1)
        return walk

    @contextmanager
    def _hand(self, way: str) -> Iterator[Any]:
        if way in ("keypad", "switches"):
            keys = KEYPAD if way == "keypad" else SWITCHES
            yield Keys(self.eyes, self.keypad if way == "keypad" else self.switches, keys)
            return
        with (LowHand if way == "reach" else Hand)(self.display, self.eyes) as hand:
            yield hand

    def _serve(self, walk: Walk, hand: Any) -> None:
        self.town.another_day()
        self.town.tell("camera", "scene", name="street-problem" if walk.matter == "report" else "paper")
        self.eyes.wait_for("attract")

        def seen(page: Page) -> None:
            self._see(walk, page)

        resident = InOneWay(self.town, self.eyes, hand, seen)
        self._begin(walk.way, hand)
        for target in (
            f"group.{group_of(CATALOGUE, CATALOGUE.by_code[walk.item]).value}",
            f"item.{walk.item}",
        ):
            seen(hand.touch(target, "shelf", "guide"))
        resident.walk(lambda page: page.page in (ENDS[walk.matter], "attract"))
        self._leave(walk.way, hand)

    def _begin(self, way: str, hand: Any) -> None:
        """From the resting page to the first one, as the resident needs it."""
        if way == "touch":
            hand.touch("start", "home")
        elif way == "reach":
            hand.watching = lambda: False
            hand.touch("elder", "home")
            hand.touch("help", "help")
            hand.touch("display", "display")
            hand.touch("reach")
            hand.watching = lambda: True
            hand.touch("go_on", "home")
        elif way == "switches":
            hand.press("confirm")
            self.eyes.wait_for("home")
        else:
            self.keypad.tell("headphones", plugged=True)
            self.eyes.wait_for("home")
            hand.touch("voice", "voice")
            hand.touch("voice.blank")
            hand.touch("go_on", "home")

    def _leave(self, way: str, hand: Any) -> None:
        if way == "keypad":
            self._check_blank()
        page = self.eyes.look()
        if page.page != "attract":
            hand.touch("done" if "done" in page.targets else page.view["primary"]["id"])
        self._go_home()

    def _check_blank(self) -> None:
        """Nothing but one line in the middle is on the screen."""
        from io import BytesIO  # noqa: PLC0415  # only here

        from PIL import Image  # noqa: PLC0415  # only here

        with Image.open(BytesIO(self.eyes.picture())) as picture:
            lit = sum(picture.convert("L").histogram()[40:]) / (picture.width * picture.height)
        assert lit < 0.02, f"{lit:.1%} of the blank screen is lit"

    def _see(self, walk: Walk, page: Page) -> None:
        walk.pages.append(page.page)
        view = page.view
        if view["type"] == "Outcome":
            walk.end, walk.reference = page.page, view["reference"] or walk.reference
        if walk.way == "keypad":
            assert view["hearing"]["blank"], f"{page.page} is shown"
            heard = until(
                lambda: self.headphones.after(page.page_at), HEARD_SECONDS, lambda: f"{page.page} is silent"
            )
            walk.heard.append(round(heard - page.page_at, 3))
        if walk.way == "reach":
            assert view["appearance"]["reach"], f"{page.page} is not low"
            assert view["appearance"]["elder"], f"{page.page} is not for the old"

    def _go_home(self) -> None:
        """Whatever is on the screen: out of it, by a finger; headphones are pulled."""
        self.keypad.tell("headphones", plugged=False)
        with Hand(self.display, self.eyes) as hand:
            for _ in range(12):
                page = self.eyes.wait_until(lambda page: page.view["type"] != "Working", "the work to end")
                if page.page == "attract":
                    return
                ids = [page.view[name]["id"] for name in ("leave", "primary") if page.view.get(name)]
                hand.touch("done" if "done" in page.targets else ids[0])
        raise LostError("the way out does not lead to the resting page")

    def _judged(self, walk: Walk) -> str:
        if walk.end != ENDS[walk.matter]:
            return f"ended at {walk.end}"
        if walk.way == "reach" and walk.reached > LOW + 0.001:
            return f"something to touch stands at {walk.reached:.0%} of the panel"
        if walk.matter not in ("application", "report"):
            return ""
        until(
            lambda: walk.reference in self.town.references() or None,
            ARRIVAL_SECONDS,
            lambda: f"{walk.reference} has not arrived",
        )
        times = self.town.references().count(walk.reference)
        return "" if times == 1 else f"held {times} times"


@contextmanager
def street(folder: Path) -> Iterator[Street]:
    """Build a house whose terminal has a voice, a keypad and two switches, with its touchscreen on a screen that nobody sees."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-16-")))
        keypad, switches = (
            stack.enter_context(
                simulated("keypad", "--link", str(place / name), "--control", f"{place / name}-c")
            )
            for name in ("keypad", "switches")
        )
        loudspeaker, headphones = (Card(place / name) for name in ("loudspeaker", "headphones"))
        for card in (loudspeaker, headphones):
            stack.callback(card.close)
        built = stack.enter_context(house(folder, _more(loudspeaker, headphones, keypad, switches)))
        town = Town(**{name: getattr(built, name) for name in built.__dataclass_fields__})
        display = stack.enter_context(virtual_screen(int(PANEL["width"]), int(PANEL["height"])))
        town.touchscreen("--probe", str(town.probe), environment={"DISPLAY": display})
        eyes = stack.enter_context(Eyes(town.probe, START_SECONDS))
        eyes.wait_until(
            lambda page: "voice" in {tool["id"] for tool in page.view.get("tools", ())}, "a voice"
        )
        eyes.patience = PATIENCE
        yield Street(town, eyes, display, keypad, switches, headphones)


def _more(loudspeaker: Card, headphones: Card, keypad: Simulated, switches: Simulated) -> Mapping[str, Any]:
    quick = {"debounce": 0.01}  # nobody trembles here
    return {
        "voice": {"loudspeaker": loudspeaker.name, "headphones": headphones.name},
        "keypad": {"path": keypad.port, **quick},
        "switches": {"path": switches.port, **quick},
    }


def line(walk: Walk) -> str:
    """Return a walk as a line of the table."""
    heard = sorted(walk.heard)
    ears = f", heard after {statistics.median(heard):.2f} s (at most {heard[-1]:.2f})" if heard else ""
    low = f", reached up to {walk.reached:.0%}" if walk.reached else ""
    keys = f", {walk.presses} keys" if walk.presses else ""
    done = walk.wrong or "ok"
    return f"{walk.way:9} {walk.matter:12} {walk.item}  {walk.end:18} {len(walk.pages):3} pages {walk.seconds:6} s{keys}{low}{ears}  {done}"


def main(arguments: list[str] | None = None) -> int:
    """Walk them all; 1 when one of them did not end as it must."""
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.sixteen", description=__doc__)
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--matters", default=",".join(MATTERS))
    parser.add_argument("--out", type=Path, default=Path("build/sixteen"))
    asked = parser.parse_args(arguments)
    walks = []
    for way in asked.ways.split(","):
        with street(asked.out / way) as there:
            for matter in asked.matters.split(","):
                walks.append(there.walk(way, matter))
                print(line(walks[-1]), flush=True)  # noqa: T201  # a command
    (asked.out / "results.json").write_text(json.dumps([asdict(one) for one in walks], indent=1))
    wrong = [walk for walk in walks if walk.wrong]
    print(f"{len(walks) - len(wrong)} of {len(walks)} ended as they must")  # noqa: T201  # a command
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

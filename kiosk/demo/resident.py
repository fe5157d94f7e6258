"""A scripted resident: looks at the page that is there and does what somebody would who has everything at hand.

Nothing is known beforehand about an item: the answers follow from the views, so that any item of the catalogue can be
walked through.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

from kiosk.demo.answers import keys_for
from kiosk.demo.eyes import Eyes, LostError, Page
from kiosk.demo.hand import Hand
from kiosk.demo.house import House

MOST_PAGES = 200
MOST_TRIES = 8
"""Answers that a page may refuse before the resident gives up."""


class Resident:
    """Walks with `hand` by what `eyes` see; `seen` is called with every page before it is answered."""

    def __init__(self, house: House, eyes: Eyes, hand: Hand, seen: Callable[[Page], None]) -> None:
        self._house, self._eyes, self._hand, self._seen = house, eyes, hand, seen
        self._tries = Counter[tuple[str, str]]()

    def open(self, shelf: str, item: str) -> Page:
        """From the resting page to the guide of an item; `shelf` is the tile on the home page it lies behind."""
        self._seen(self._eyes.wait_for("attract"))
        for target in ("start", shelf, f"item.{item}"):
            page = self._hand.touch(target, "home", "shelf", "guide")
            self._seen(page)
        return page

    def walk(self, until: Callable[[Page], bool]) -> Page:
        """Answer page after page until one is right; return that page, seen but not answered.

        Raises:
            LostError: an answer was refused, or the right page never came.
        """
        page = self._eyes.look()
        for _ in range(MOST_PAGES):
            page = self._eyes.wait_until(lambda page: page.view["type"] != "Working", "the work to end")
            if page.view["type"] == "Capture":
                self._wait_for_the_camera()
            self._seen(page)
            if until(page):
                return page
            self._tries[_name(page)] += bool(page.view.get("error"))
            if self._tries[_name(page)] > MOST_TRIES:
                raise LostError(f"{page.page}: {page.view['error']}")
            self._answer(page)
        raise LostError(f"{MOST_PAGES} pages and no end, at last {page.page}")

    def _wait_for_the_camera(self) -> None:
        self._eyes.wait_for_movement()

    def _answer(self, page: Page) -> None:
        view = page.view
        match view["type"]:
            case "Article" if page.page == "organisation.scan":
                self._house.show_licence()
                self._eyes.wait_until(lambda page: page.page != "organisation.scan", "the licence to be read")
            case "Article":
                for check in view["checks"]:
                    if not check["ticked"]:
                        self._hand.touch(check["id"])
                self._go_on()
            case "Choice":
                self._choose(page)
            case "Entry":
                self._write(page)
            case "Listing":
                self._fill(view)
            case "PresentCard":
                self._card(view)
            case "Capture":
                self._go_on()
                self._eyes.wait_until(lambda page: page.view["type"] != "Capture", "the picture")
            case "PayCode":
                self._house.pay(view["qr"])
                self._eyes.wait_until(lambda page: page.view["type"] != "PayCode", "the payment")
            case "Sign":
                self._hand.sign()
                self._go_on()
            case _:
                self._go_on()

    def _choose(self, page: Page) -> None:
        """Take the first option; when the page has refused it, the next one."""
        view = page.view
        if view["multiple"] and any(option["selected"] for option in view["options"]):
            self._go_on()
            return
        options = view["options"]
        self._hand.touch(options[self._tries[_name(page)] % len(options)]["id"])

    def _write(self, page: Page) -> None:
        view, tries = page.view, self._tries[_name(page)]
        if view["value"] and not view["error"]:
            self._go_on()
            return
        for _ in view["value"]:
            self._hand.touch_key("key:delete")
        keys, chinese = keys_for(page.page, view, self._code() if page.page == "code.entry" else "", tries)
        self._hand.write(keys, candidate=0 if chinese else None)
        self._go_on()

    def _fill(self, view: dict[str, Any]) -> None:
        """Do the first row that is still to be done, else go on."""
        rows = [row for group in view["groups"] for row in group["rows"]]
        to_do = next((row["action"] for row in rows if row["state"] == "todo" and row["action"]), None)
        if to_do:
            self._hand.touch(to_do["id"])
        elif view["add"] and (view["error"] or not (view["primary"] and view["primary"]["enabled"])):
            self._hand.touch(view["add"]["id"])
        else:
            self._go_on()

    def _card(self, view: dict[str, Any]) -> None:
        number = self._eyes.look().number
        if view["stage"] == "lift":
            self._house.tell("reader", "lift")
        elif view["stage"] == "waiting":
            self._house.tell("reader", "lay", card="resident")
        self._eyes.wait_until(lambda page: page.number != number, "the card to be noticed")

    def _code(self) -> str:
        """Read the one-time code of the newest short message that has one."""
        codes = [message["code"] for message in self._house.messages() if message["code"]]
        if not codes:
            raise LostError("no short message holds a code")
        return str(codes[-1])

    def _go_on(self) -> None:
        primary = self._eyes.look().view["primary"]
        if primary is None:
            raise LostError(f"{self._eyes.look().page} offers no way on")
        self._hand.touch(primary["id"])


def _name(page: Page) -> tuple[str, str]:
    """What a page is tried under: questions of one field in several rows differ by their title."""
    return page.page, str(page.view.get("title"))

"""What the scripted resident does in a demo: applies, applies while the network is cut, reports a problem."""

from dataclasses import dataclass
from typing import Any

from kiosk.demo.album import Album, keep_receipt
from kiosk.demo.eyes import Eyes, LostError, Page, until
from kiosk.demo.hand import Hand
from kiosk.demo.house import House
from kiosk.demo.resident import Resident

ARRIVAL_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Case:
    """One visit: the item, the tile of the home page it lies behind, and the page on which the network is cut."""

    name: str
    about: str
    shelf: str
    item: str
    scene: str = "paper"
    cut_at: str = ""


CASES = (
    Case("online", "applies online  在线申请", "department.MZ", "MZ-011"),
    Case(
        "offline",
        "applies while the network is cut  断网时申请",
        "department.MZ",
        "MZ-004",
        cut_at="question.reason",
    ),
    Case(
        "report",
        "reports a problem without signing in  不登录反映问题",
        "group.community",
        "CP-001",
        "street-problem",
    ),
)


class Script:
    """Plays cases with one hand and one pair of eyes."""

    def __init__(self, house: House, eyes: Eyes, hand: Hand) -> None:
        self._house, self._eyes, self._hand = house, eyes, hand

    def play(self, case: Case) -> dict[str, Any]:
        """Play a case to its end; return what the resident and the platform have of it.

        Raises:
            LostError: it did not go as it must.
        """
        before = len(self._house.receipts())
        self._house.tell("camera", "scene", name=case.scene)
        album = Album(self._house.folder, case.name, self._eyes)
        resident = Resident(self._house, self._eyes, self._hand, album.see)
        resident.open(case.shelf, case.item)
        if case.cut_at:
            resident.walk(lambda page: page.page == case.cut_at)
            self._cut()
        outcome = self._outcome(resident, album)
        receipt = keep_receipt(self._house, case.name, before)
        resident.walk(lambda page: page.page == "attract")
        if case.cut_at:
            self._house.line.mend()
            self._eyes.wait_until(lambda page: not _says_offline(page), "the network to be back")
        return _result(case, outcome, receipt, self._arrived(outcome.view["reference"]))

    def _cut(self) -> None:
        self._house.line.cut()
        self._eyes.wait_until(_says_offline, "the news that the network is down")

    def _outcome(self, resident: Resident, album: Album) -> Page:
        resident.walk(lambda page: page.view["type"] == "Outcome")
        page = self._eyes.wait_until(
            lambda page: page.view["paper"] and page.view["paper"]["tone"] != "neutral",
            "the receipt to be printed",
        )
        album.see(page)
        return page

    def _arrived(self, reference: str) -> list[dict[str, Any]]:
        """Return the platform's cases of a transaction, as soon as there is one."""

        def look() -> list[dict[str, Any]] | None:
            cases = self._house.cases()
            return [one for one in cases if reference in (one["reference"], one["number"])] or None

        return until(look, ARRIVAL_SECONDS, lambda: f"{reference} has not arrived at the platform")


def _says_offline(page: Page) -> bool:
    return any(banner["tone"] == "warning" for banner in page.view["banners"])


def _result(case: Case, outcome: Page, receipt: dict[str, Any], held: list[dict[str, Any]]) -> dict[str, Any]:
    view = outcome.view
    result = {
        "case": case.name,
        "item": case.item,
        "outcome": view["kind"],
        "sentence": view["sentence"],
        "reference": view["reference"],
        "paper": view["paper"]["text"],
        "receipt": receipt,
        "case_number": held[0]["number"],
        "transaction": held[0]["transaction"],
        "platform": held,
    }
    _check(result, case)
    return result


def _check(result: dict[str, Any], case: Case) -> None:
    expected = "saved" if case.cut_at else "done"
    findings = {
        f"the outcome is {result['outcome']}, not {expected}": result["outcome"] != expected,
        f"the platform holds the case {len(result['platform'])} times": len(result["platform"]) != 1,
        "the receipt does not show the number": not _shows(result["receipt"]["lines"], result["reference"]),
    }
    if wrong := [finding for finding, found in findings.items() if found]:
        raise LostError(f"{case.name}: {'; '.join(wrong)}")


def _shows(lines: list[str] | str, number: str) -> bool:
    return number in (lines if isinstance(lines, str) else "".join(lines)).replace("\n", "")

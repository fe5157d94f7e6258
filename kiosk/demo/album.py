"""What a demo leaves behind: a picture of every page, every receipt as bytes and as a picture, `summary.json`."""

import base64
import json
from pathlib import Path
from typing import Any

from kiosk.demo.eyes import Eyes, Page
from kiosk.demo.house import House


class Album:
    """Pictures of the pages of one case, numbered in the order in which they were first seen."""

    def __init__(self, folder: Path, case: str, eyes: Eyes) -> None:
        self._folder, self._case, self._eyes = folder / "screens", case, eyes
        self._seen: set[tuple[str, ...]] = set()
        self._folder.mkdir(exist_ok=True)

    def see(self, page: Page) -> None:
        """Keep a picture of a page that was not seen before in this case."""
        looks = (page.page, str(page.view.get("stage", "")), *self._banners(page), _paper(page))
        if looks not in self._seen:
            self._seen.add(looks)
            self._eyes.photograph(self._folder / f"{self._case}-{len(self._seen):02}-{page.page}.png")

    @staticmethod
    def _banners(page: Page) -> tuple[str, ...]:
        return tuple(banner["tone"] for banner in page.view["banners"])


def keep_receipt(house: House, case: str, number: int) -> dict[str, Any]:
    """Write a receipt as the printer got it and as it looks; return its lines, its QR codes and the files' names."""
    folder = house.folder / "receipts"
    folder.mkdir(exist_ok=True)
    bytes_file, picture_file = folder / f"{case}.bin", folder / f"{case}.png"
    bytes_file.write_bytes(house.receipts()[number])
    picture = house.receipt_picture(number)
    picture_file.write_bytes(base64.b64decode(picture["png"]))
    return {
        "bytes": str(bytes_file.relative_to(house.folder)),
        "picture": str(picture_file.relative_to(house.folder)),
        "lines": picture["text"],
        "qr": picture["codes"],
    }


def write_summary(folder: Path, summary: dict[str, Any]) -> Path:
    """Write `summary.json` and return where it is."""
    path = folder / "summary.json"
    path.write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return path


def _paper(page: Page) -> str:
    paper = page.view.get("paper")
    return paper["tone"] if paper else ""

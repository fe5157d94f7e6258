"""What a resident may print: the departments' documents of an item, or the notices of the resident's own cases."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources
from itertools import zip_longest
from typing import Any

import yaml

from fleet.cases import Cases
from fleet.digests import Digests
from fleet.notice_texts import TITLES
from fleet.owners import Owners

ID_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Printable:
    """A document as it can be printed today; `lines` are pairs of Chinese and English, `valid_until` None for good."""

    id: str
    item: str
    title_zh: str
    title_en: str
    office_zh: str
    office_en: str
    issued_on: date
    valid_until: date | None
    lines: tuple[tuple[str, str], ...] = field(repr=False)
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose documents: the holder's of a document of that number, or those of the organisation with that code."""

    number: str = field(repr=False)
    organisation: bool = False


@dataclass(frozen=True)
class Register:
    """Finds documents. An id stands for one document of one resident as it is on one day."""

    cases: Cases
    owners: Owners
    digests: Digests

    def find(self, item: str, whose: Whose, today: date) -> tuple[Printable, ...] | None:
        """Return what they may print of an item, the most wanted first; None when that item has no documents."""
        entry = _items().get(item)
        if entry is None:
            return None
        notices = entry["source"] == "notices"
        found = self._notices(whose.number) if notices else _of_register(entry, whose, today)
        return tuple(self._printable(item, key, whose.number, document) for key, document in found)

    def _notices(self, id_number: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for number in self.owners.cases(id_number):
            for notice in self.cases.notices(number):
                yield (
                    notice.number,
                    {
                        "title_zh": f"{TITLES[notice.kind][0]} {notice.number}",
                        "title_en": f"{TITLES[notice.kind][1]} {notice.number}",
                        "office_zh": notice.seal_zh.partition("（")[0],
                        "office_en": notice.seal_en.removeprefix("Seal of ").partition(" (")[0],
                        "issued_on": date.fromisoformat(notice.issued_at[:10]),
                        "valid_until": None,
                        "lines": _side_by_side(notice.text_zh, notice.text_en),
                        "sealed": bool(notice.seal_zh),
                    },
                )

    def _printable(self, item: str, key: str, id_number: str, document: dict[str, Any]) -> Printable:
        parts = (self.owners.of(id_number), item, key, document["issued_on"].isoformat())
        return Printable(id=self.digests.of("printable", *parts)[:ID_LENGTH], item=item, **document)


def _of_register(entry: Mapping[str, Any], whose: Whose, today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    office = entry["office"]
    for said in entry.get("of_organisations", []) if whose.organisation else entry["documents"]:
        days = said.get("valid_days")
        yield (
            said["key"],
            {
                "title_zh": said["title"]["zh"],
                "title_en": said["title"]["en"],
                "office_zh": office["zh"],
                "office_en": office["en"],
                "issued_on": today,
                "valid_until": today + timedelta(days=days) if days else None,
                "lines": (*((line["zh"], line["en"]) for line in said["lines"]), *_months(said, today)),
                "sealed": said.get("sealed", True),
            },
        )


def _months(said: Mapping[str, Any], today: date) -> Iterator[tuple[str, str]]:
    month = today.replace(day=1)
    for _ in range(said.get("months", 0)):
        month = (month - timedelta(days=1)).replace(day=1)
        text = said["month_line"]
        yield f"{month:%Y-%m}　{text['zh']}", f"{month:%Y-%m}  {text['en']}"


def _side_by_side(chinese: str, english: str) -> tuple[tuple[str, str], ...]:
    return tuple(zip_longest(chinese.splitlines(), english.splitlines(), fillvalue=""))


@cache
def _items() -> Mapping[str, Mapping[str, Any]]:
    text = (resources.files("fleet") / "registers" / "printable.yaml").read_text("utf-8")
    items: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)["items"]
    return items

"""What is wrong with a catalogue: where, why, and what to do about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ITEM = re.compile(r"items\[(?P<item>[^\]]+)\]\.?(?P<field>.*)")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `where` is a path such as `items[MZ-001].form[2]`; the reasons name the remedy."""

    where: str
    reason: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in a file. `item` is the item's code, empty when the problem lies outside the items."""

    file: str
    where: str
    reason: str
    reason_zh: str

    @property
    def item(self) -> str:
        """The code of the item the problem is in, or nothing."""
        match = _ITEM.fullmatch(self.where)
        return match["item"] if match else ""

    @property
    def field(self) -> str:
        """The field inside the item, or the whole path outside the items."""
        match = _ITEM.fullmatch(self.where)
        return match["field"] if match else self.where

    def document(self) -> dict[str, str]:
        """Return the finding as a flat JSON document."""
        return {
            "file": self.file,
            "item": self.item,
            "field": self.field,
            "where": self.where,
            "reason": self.reason,
            "reason_zh": self.reason_zh,
        }

    def __str__(self) -> str:
        """Return one line for people: file, where, reason in both languages."""
        place = f"{self.file}: {self.where}" if self.where else self.file
        return f"{place}: {self.reason} {self.reason_zh}"


class CatalogueError(Exception):
    """A catalogue that is refused; `findings` says everything that is wrong with it, at least one thing."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Take the findings; the message has one line for each."""
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

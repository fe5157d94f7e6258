"""What the platform tells of a matter: rows under headings, in both languages, as of a moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from config.language import Language, told_in
from kiosk.payment import GOES_BACK, PAID, Bill, Order

MOST_ROWS = 400
LONGEST_TEXT = 600


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in both languages."""

    zh: str = field(default="", repr=False)
    en: str = field(default="", repr=False)

    def said(self, language: Language) -> str:
        """Return it in a language; in the other when there is nothing. Its characters stay: people are named in it."""
        return (self.en or self.zh) if told_in(language) is Language.ENGLISH else (self.zh or self.en)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line. `link` leads to a sheet of its own when it is not empty; `paper` False keeps it off paper."""

    label: Bilingual
    value: Bilingual
    link: str = field(default="", repr=False)
    paper: bool = True


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Rows under a heading (may be empty)."""

    heading: Bilingual
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Paid:
    """The payment that a sheet is about, paid or on its way back: for the slip that its payer was owed. `item` is what was paid for."""

    item: str
    bill: Bill = field(repr=False)
    order: Order = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was found. `as_of` is the moment it was true, ISO 8601; `cached` when it was kept here from an earlier time.

    `revoke` is the number of the mandate that the sheet is about, "" when none can be revoked; `paid` the payment, None when
    it is about none, or nothing was paid.
    """

    as_of: str
    groups: tuple[SheetGroup, ...]
    note: Bilingual = Bilingual()
    cached: bool = False
    revoke: str = field(default="", repr=False)
    paid: Paid | None = None


def sheet_of(document: object, *, cached: bool = False) -> Sheet:
    """Return the sheet of a JSON document (schema Sheet of `docs/platform-api.yaml`).

    Raises:
        ValueError: it is none, or larger than any that is shown.
    """
    try:
        return _sheet(document, cached=cached)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("that is no sheet: ask again, or look at the platform's answer") from error


def _sheet(said: object, *, cached: bool) -> Sheet:
    if not isinstance(said, Mapping):
        raise TypeError
    as_of = said["as_of"]
    if datetime.fromisoformat(as_of).tzinfo is None:
        raise ValueError("a time without its zone")
    revoke = said.get("revoke", "")
    if not isinstance(revoke, str):
        raise TypeError
    note, paid = text_of(said.get("note", {})), _paid(said.get("payment"))
    return Sheet(as_of, groups_of(said["groups"]), note, cached, revoke, paid)


def _paid(said: Any) -> Paid | None:
    """Return the payment; a state in which nothing was paid, or one from the future, has no slip."""
    if said is None or said["state"] not in PAID | GOES_BACK:
        return None
    names = ("item", "number", "state", "title_zh", "title_en", "payee_zh", "payee_en", "period", "follow_up")
    texts = {name: said[name] for name in names}
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(said["amount"], int):
        raise TypeError
    bill = Bill(
        "",
        texts["title_zh"],
        texts["title_en"],
        texts["payee_zh"],
        texts["payee_en"],
        texts["period"],
        said["amount"],
    )
    order = Order("", texts["number"], texts["state"], "", 0, texts["follow_up"])
    return Paid(texts["item"], bill, order)


def groups_of(said: Any) -> tuple[SheetGroup, ...]:
    """Return groups of rows as data says them.

    Raises:
        ValueError: there are more rows than anybody reads.
        TypeError, KeyError, AttributeError: there are none.
    """
    groups = tuple(_group(one) for one in said)
    if sum(len(group.rows) for group in groups) > MOST_ROWS:
        raise ValueError("more rows than anybody reads")
    return groups


def _group(said: Mapping[str, object]) -> SheetGroup:
    rows = said["rows"]
    if not isinstance(rows, list):
        raise TypeError
    return SheetGroup(text_of(said["heading"]), tuple(_row(one) for one in rows))


def _row(said: Mapping[str, object]) -> SheetRow:
    link = said.get("link", "")
    if not isinstance(link, str):
        raise TypeError
    return SheetRow(text_of(said["label"]), text_of(said["value"]), link, said.get("paper") is not False)


def text_of(said: object) -> Bilingual:
    """Return a text as data says it; TypeError when it is none."""
    if not isinstance(said, Mapping):
        raise TypeError
    zh, en = said.get("zh", ""), said.get("en", "")
    if not isinstance(zh, str) or not isinstance(en, str):
        raise TypeError
    return Bilingual(zh[:LONGEST_TEXT], en[:LONGEST_TEXT])

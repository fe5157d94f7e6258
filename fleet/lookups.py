"""What residents may look up: what departments hold, their own cases, what is published. Which item is which is data."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

import yaml

from config.catalogue import Item
from fleet import case_sheets
from fleet.agency import sheets
from fleet.agency.mandates import Mandate, Mandates
from fleet.cases import Cases
from fleet.clock import CHINA, Now, stamp
from fleet.holder_checks import HolderChecks
from fleet.money.cashier import Cashier
from fleet.opening import problem_of
from fleet.oversight import Oversight
from fleet.owners import Owners
from fleet.problems import unknown
from fleet.services import Services

MOST_CASES = 50
LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Question:
    """What a resident asks: answers by field set and field, who they are by their card, which line they want more of."""

    form: Mapping[str, Any] = field(repr=False)
    id_number: str = field(repr=False)
    holder_check: str
    link: str = field(repr=False)

    def answer(self, field_set: str, key: str) -> str:
        """Return a text that was answered, "" when none was."""
        answers = self.form.get(field_set)
        value = answers.get(key) if isinstance(answers, Mapping) else None
        return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class Lookups:
    """Answers questions with sheets (schema Sheet)."""

    cases: Cases
    owners: Owners
    services: Services
    holder_checks: HolderChecks
    mandates: Mandates
    oversight: Oversight
    cashier: Cashier
    now: Now
    url: str = ""

    def answer(self, terminal: str, code: str, question: Question) -> dict[str, Any]:
        """Return the sheet of an item.

        Raises:
            PlatformError: nothing is to be looked up there, the question may not be asked so, or there is no such record.
        """
        item, entry = self.services.item(code), _registers().get(code)
        if item is None or entry is None:
            raise unknown("Look the item up in the catalogue.", "请核对事项目录。")
        self.holder_checks.require(terminal, item, question.id_number, question.holder_check)
        if entry["source"] == "mandates":
            return self._mandates(question)
        found = (
            self._payment(question)
            if entry["source"] == "payments"
            else {"groups": self._groups(entry, question)}
        )
        return {"as_of": stamp(self.now()), "note": entry.get("note", {}), **found}

    def revoked(self, terminal: str, number: str, id_number: str, holder_check: str) -> dict[str, Any]:
        """Revoke a mandate that the holder of a document gave; return its sheet.

        Raises:
            PlatformError: it is not sure who asks, or they gave none of that number.
        """
        self.holder_checks.require_holder(terminal, id_number, holder_check)
        return self._mandate(self.mandates.revoke(id_number, number))

    def _mandates(self, question: Question) -> dict[str, Any]:
        """The mandates that the resident gave, or one of them with the way to revoke it."""
        if question.link:
            return self._mandate(self.mandates.one(question.id_number, question.link))
        given = self.mandates.given_by(question.id_number)
        groups = sheets.listed(given, self.services.catalogue(), self.mandates.today())
        return {"as_of": stamp(self.now()), "groups": groups}

    def _mandate(self, one: Mandate) -> dict[str, Any]:
        today = self.mandates.today()
        groups = sheets.whole(one, self.services.catalogue(), today)
        note = sheets.REVOKED if one.revoked_at else {}
        revoke = one.number if one.holds(today) else ""
        return {"as_of": stamp(self.now()), "groups": groups, "note": note, "revoke": revoke}

    def _groups(self, entry: Mapping[str, Any], question: Question) -> list[dict[str, Any]]:
        match entry["source"]:
            case "register":
                return _register(entry, question)
            case "cases":
                return self._cases(entry, question)
            case "supervision":
                return self.oversight.groups()
            case "similar":
                return self._similar(question)
            case "guides":
                return self._guides(question.link)
            case _:
                return []

    def _cases(self, entry: Mapping[str, Any], question: Question) -> list[dict[str, Any]]:
        number = question.link or question.answer("case_lookup", "case_no").strip().upper()
        own = self.owners.cases(question.id_number)
        if number:
            return self._case(number, own, question)
        found = [case for one in own[:MOST_CASES] if (case := self.cases.by_number(one))]
        listed = [case for case in found if case.item in entry.get("of", [case.item])]
        named = [(case, self.services.item(case.item)) for case in listed]
        return case_sheets.listed(named, self._today())

    def _case(self, number: str, own: tuple[str, ...], question: Question) -> list[dict[str, Any]]:
        case = self.cases.by_number(number) or self.cases.by_reference(number)
        tail = question.answer("case_lookup", "verify_tail")
        if case is None or not (case.number in own or self.owners.is_tail(case.number, tail)):
            raise unknown("Compare the number with the receipt.", "请核对回执上的编号和证件号码后四位。")
        steps, notices = self.cases.steps(case.number), self.cases.notices(case.number)
        return case_sheets.whole(case, self.services.item(case.item), steps, notices, self._today())

    def _order(self, question: Question) -> str:
        """Return the number of the payment that is asked for: one's own that was chosen, or the one on the slip; "" for none."""
        if question.link and self.cashier.is_own(question.id_number, question.link):
            return question.link
        return question.answer("case_lookup", "case_no").strip()

    def _payment(self, question: Question) -> dict[str, Any]:
        """How the payment that is asked for stands, with what its slip says; without one, those for which the holder of the card signed in."""
        number = self._order(question)
        if not number:
            return {"groups": self.cashier.own(question.id_number) if question.id_number else []}
        groups = self.cashier.payment(number)
        if groups is None:
            raise unknown("Compare the number with the slip.", "请核对缴费单上的订单号。")
        slip = self.cashier.slip(number, self.url)
        return {"groups": groups, "payment": slip} if slip else {"groups": groups}

    def _similar(self, question: Question) -> list[dict[str, Any]]:
        """How many reported the same kind of problem at the same place lately; nothing when nobody did."""
        problem = problem_of(question.form)
        since = stamp(self.now() - LATELY)
        count = self.cases.similar(problem.category, problem.region, since) if problem else 0
        if not count:
            return []
        label = case_sheets.text("近30天这里的同类反映", "The same here in 30 days")
        value = case_sheets.text(
            f"已有{count}人反映，正在处理。您也可以接着提交。",
            f"Reported {count} time{'s'[: count != 1]} and being dealt with. You may add yours.",
        )
        heading = case_sheets.text("别人也反映了", "Others reported this")
        return [{"heading": heading, "rows": [case_sheets.row(label, value)]}]

    def _guides(self, link: str) -> list[dict[str, Any]]:
        """The directory of services: the departments, and those of one department by its code."""
        catalogue = self.services.catalogue()
        names = {one.code: case_sheets.text(one.full_zh, one.full_en) for one in catalogue.departments}
        if link in names:
            rows = [_visits(item) for item in catalogue.items if item.owner == link]
            return [{"heading": names[link], "rows": rows}]
        counted = Counter(item.owner for item in catalogue.items)
        rows = [case_sheets.row(name, _services(counted[code]), code) for code, name in names.items()]
        return [{"heading": case_sheets.text("按部门查", "By department"), "rows": rows}]

    def _today(self) -> date:
        return self.now().astimezone(CHINA).date()


def _services(number: int) -> dict[str, str]:
    return case_sheets.text(f"{number}项", f"{number} services")


def _visits(item: Item) -> dict[str, Any]:
    visits = case_sheets.text(
        f"到现场{item.visits_required}次", f"{item.visits_required} visit{'s'[: item.visits_required != 1]}"
    )
    return case_sheets.row(case_sheets.text(item.name_zh, item.name_en), visits)


def _register(entry: Mapping[str, Any], question: Question) -> list[dict[str, Any]]:
    """Return the rows of a register; where a question chooses them, those whose word its answer has."""
    groups: list[dict[str, Any]] = entry["groups"]
    if "match" in entry:
        asked = question.answer(*entry["match"])
        groups = [group for group in groups if group["when"] in asked]
    return [{"heading": group["heading"], "rows": group["rows"]} for group in groups]


@cache
def _registers() -> Mapping[str, Mapping[str, Any]]:
    text = (resources.files("fleet") / "registers" / "demonstration.yaml").read_text("utf-8")
    items: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)["items"]
    return items

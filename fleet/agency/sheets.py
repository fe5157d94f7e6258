"""Mandates as sheets: the list of what a resident has entrusted, and one of them, which can be revoked while it holds."""

from collections.abc import Iterable, Sequence
from typing import Any

from config.catalogue import Catalogue, Option
from fleet.agency.mandates import Mandate
from fleet.case_sheets import Text, row, text

REVOKED = text("已撤销，代办人不能再代您办理。", "Revoked: the agent can no longer act for you.")


def listed(mandates: Sequence[Mandate], catalogue: Catalogue, today: str) -> list[dict[str, Any]]:
    """Return the groups of a list of mandates; each leads to its own sheet."""
    rows = [row(_matter(one, catalogue), _state(one, today), one.number) for one in mandates]
    return [{"heading": text("我的代办委托", "My mandates"), "rows": rows}]


def whole(one: Mandate, catalogue: Catalogue, today: str) -> list[dict[str, Any]]:
    """Return the groups of one mandate: the matter, who may do what until when, how it stands."""
    rows = [
        row(text("委托编号", "Number"), text(one.number, one.number)),
        row(text("代办机构", "Agent"), _agent(one, catalogue)),
        row(text("代办权限", "May do"), _powers(one, catalogue)),
        row(text("委托日期", "Given on"), text(one.given_at[:10], one.given_at[:10])),
        row(text("期限至", "Valid until"), text(one.until, one.until)),
        row(text("状态", "State"), _state(one, today)),
    ]
    return [{"heading": _matter(one, catalogue), "rows": rows}]


def _matter(one: Mandate, catalogue: Catalogue) -> Text:
    item = catalogue.by_code.get(one.matter)
    return text(item.name_zh, item.name_en) if item else text(one.matter, one.matter)


def _agent(one: Mandate, catalogue: Catalogue) -> Text:
    if not one.agent:
        return text("家人", "One of the family")
    return _labels(catalogue.option_lists.get("remote_agents", ()), (one.agent,))


def _powers(one: Mandate, catalogue: Catalogue) -> Text:
    return _labels(catalogue.option_lists.get("agency_powers", ()), one.powers)


def _labels(options: Iterable[Option], codes: tuple[str, ...]) -> Text:
    known = {option.code: option for option in options}
    chinese = [known[code].zh if code in known else code for code in codes]
    english = [known[code].en if code in known else code for code in codes]
    return text("、".join(chinese), ", ".join(english))


def _state(one: Mandate, today: str) -> Text:
    if one.revoked_at:
        day = one.revoked_at[:10]
        return text(f"✖ 已于{day}撤销", f"✖ Revoked on {day}")
    if not one.holds(today):
        return text("■ 已到期", "■ Ended")
    return text(f"● 有效，至{one.until}", f"● In force until {one.until}")

"""Cases as sheets: a resident's list, and one case with its clock and light. Nothing on them names anybody."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from config.catalogue import Item
from fleet.cases import Case, Notice, Step
from fleet.lights import light, limit
from fleet.notice_texts import TITLES
from fleet.states import STATES, TO_CORRECT

Text = dict[str, str]


def text(zh: str, en: str) -> Text:
    """Return a text in both languages."""
    return {"zh": zh, "en": en}


def row(label: Text, value: Text, link: str = "") -> dict[str, Any]:
    """Return a line of a sheet; with a link, one that leads on."""
    return {"label": label, "value": value, **({"link": link} if link else {})}


def listed(cases: Sequence[tuple[Case, Item | None]], today: date) -> list[dict[str, Any]]:
    """Return the groups of a list of cases: number, item, state, light; each leads to its own sheet."""
    rows = [row(_name(case, item), _standing(case, today), case.number) for case, item in cases]
    return [{"heading": text("我的办件", "My cases"), "rows": rows}]


def whole(
    case: Case, item: Item | None, steps: Sequence[Step], notices: Sequence[Notice], today: date
) -> list[dict[str, Any]]:
    """Return the groups of one case: what it is, its clock and light, the way it has come, its papers."""
    by = _until(case)
    groups = [
        {
            "heading": _name(case, item),
            "rows": [
                row(text("办件编号", "Case number"), text(case.number, case.number)),
                row(text("状态", "State"), _state(case.state)),
                row(text("时限提示", "Clock"), light(case, today)),
                *([row(by, text(until.isoformat(), until.isoformat()))] if (until := limit(case)) else []),
            ],
        },
        {
            "heading": text("办理过程", "What has happened"),
            "rows": [row(text(_minute(one.at), _minute(one.at)), _state(one.state)) for one in steps],
        },
    ]
    if notices:
        papers = [row(text(*TITLES[one.kind]), text(one.number, one.number)) for one in notices]
        groups.append({"heading": text("文书", "Papers"), "rows": papers})
    return groups


def _until(case: Case) -> Text:
    """What the day of the clock that runs means."""
    if case.due:
        return text("承诺办结日期", "Promised by")
    if case.state == TO_CORRECT:
        return text("请在此日期前补正", "To be corrected by")
    return text("应告知是否受理的日期", "To be told by whether it is accepted")


def _name(case: Case, item: Item | None) -> Text:
    return text(item.name_zh, item.name_en) if item else text(case.item, case.item)


def _standing(case: Case, today: date) -> Text:
    state, clock = _state(case.state), light(case, today)
    return text(
        f"{case.number}　{state['zh']}　{clock['zh']}", f"{case.number} · {state['en']} · {clock['en']}"
    )


def _state(code: str) -> Text:
    return text(STATES[code].zh, STATES[code].en)


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")

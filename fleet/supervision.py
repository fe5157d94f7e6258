"""The published figures of electronic supervision, worked out of the cases; what could point at one person is left out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from fleet.cases import Case
from fleet.lights import limit
from fleet.states import UNFINISHED

FEWEST = 5
FEW = {"zh": "少于5件，不公布", "en": "Fewer than 5: not published"}


def figures(cases: Sequence[Case], today: date) -> list[dict[str, Any]]:
    """Return the rows of the public sheet: each figure with its definition."""
    over = [case for case in cases if case.state not in UNFINISHED]
    late = [case for case in cases if case.state in UNFINISHED and _is_late(case, today)]
    refused = [case for case in cases if case.state == "S29"]
    corrected = [case for case in cases if case.state in ("S20", "S21", "S22")]
    return [
        _row("收件量（平台收到的办件）", "Received (cases that reached the platform)", len(cases)),
        _row("已结束（办结、不予受理、撤回）", "Over (completed, not accepted, withdrawn)", len(over)),
        _row("超时未办（红牌）", "Over the limit (red)", len(late)),
        _row("补正（待补正、已补正、逾期）", "Papers to be corrected (in any state of it)", len(corrected)),
        _row("不予受理", "Not accepted", len(refused)),
    ]


def rates(cases: Sequence[Case], supervised: int) -> list[dict[str, Any]]:
    """Return the rows of the public sheet that are shares; `supervised` cases have all their times."""
    refused = sum(case.state == "S29" for case in cases)
    promised = [case for case in cases if case.state not in UNFINISHED and case.due]
    on_time = sum(case.since[:10] <= str(case.due) for case in promised)
    return [
        _share(
            "按时办结率（不超过承诺日期）", "Completed on time (by the promised date)", on_time, len(promised)
        ),
        _share("不予受理率", "Share not accepted", refused, len(cases)),
        _share(
            "电子监察覆盖率（全程时间有记录）",
            "Share under electronic supervision (every time on record)",
            supervised,
            len(cases),
        ),
    ]


def satisfaction(stars: Sequence[str]) -> dict[str, Any]:
    """Return the row of how many of those who said what they think are satisfied (three of five levels or more)."""
    return _share(
        "满意率（基本满意及以上）", "Satisfied (fairly or more)", sum(one >= "3" for one in stars), len(stars)
    )


def _share(zh: str, en: str, part: int, whole: int) -> dict[str, Any]:
    percent = f"{100 * part // whole}%" if whole >= FEWEST else ""
    return {"label": {"zh": zh, "en": en}, "value": {"zh": percent, "en": percent} if percent else FEW}


def _is_late(case: Case, today: date) -> bool:
    last = limit(case)
    return last is not None and today > last


def _row(zh: str, en: str, count: int) -> dict[str, Any]:
    shown = {"zh": f"{count} 件", "en": str(count)} if count == 0 or count >= FEWEST else FEW
    return {"label": {"zh": zh, "en": en}, "value": shown}

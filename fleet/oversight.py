"""Electronic supervision as it is published: figures of the cases, and how long residents stood at the terminals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fleet import supervision
from fleet.cases import Cases
from fleet.clock import CHINA, Now, stamp
from fleet.services import Services
from fleet.supervision import FEWEST
from fleet.terminal_events import Measured, TerminalEvents

SHOWN = 20
STEPS: Mapping[str, tuple[str, str]] = {
    "guide": ("看指南", "Reading the guide"),
    "privacy": ("看告知、同意", "Notice and consent"),
    "card": ("刷证件", "Identity card"),
    "question": ("填写", "Questions"),
    "materials": ("材料清单", "List of papers"),
    "capture": ("拍照", "Photographs"),
    "check_picture": ("看照片", "Looking at photographs"),
    "code": ("短信验证码", "One-time code"),
    "review": ("核对", "Review"),
    "sign": ("签名", "Signature"),
    "submitting": ("提交", "Sending"),
    "outcome": ("看结果", "The result"),
    "handover": ("存到手机", "Keeping it for the phone"),
    "pay": ("缴费", "Paying"),
    "vote": ("投票、征求意见", "Voting, having one's say"),
    "appoint": ("选时间", "Choosing a time"),
    "rate": ("评价", "Rating"),
    "organisation": ("扫单位的码", "The organisation's code"),
    "lookup": ("查询", "Looking something up"),
    "still_there": ("没有人动", "Nobody touched anything"),
}


@dataclass(frozen=True)
class Oversight:
    """What supervision publishes."""

    cases: Cases
    events: TerminalEvents
    services: Services
    now: Now

    def document(self) -> dict[str, Any]:
        """Return it as the contract says (schema Supervision)."""
        measured = [_told(one) for one in self._many()]
        return {"as_of": stamp(self.now()), "groups": self.groups(), "measured": measured}

    def groups(self) -> list[dict[str, Any]]:
        """Return it as groups of rows (schema SheetGroup)."""
        today = self.now().astimezone(CHINA).date()
        held, seen = self.cases.held(), self.events.supervised()
        figures = supervision.figures(held, today)
        figures += supervision.rates(held, sum(case.transaction in seen for case in held))
        figures.append(supervision.satisfaction(self.cases.stars()))
        groups = [
            {"heading": _text("电子监察公开数据", "Figures of electronic supervision"), "rows": figures}
        ]
        times = [self._row(one) for one in self._many()[:SHOWN]]
        if times:
            heading = _text("在终端上办完一件事的时间（中位数）", "Time at the terminal to finish (median)")
            groups.append({"heading": heading, "rows": times})
        return groups

    def _many(self) -> Sequence[Measured]:
        """What so many have finished that it points at nobody."""
        return [one for one in self.events.measured() if one.finished >= FEWEST]

    def _row(self, one: Measured) -> dict[str, Any]:
        item = self.services.item(one.item)
        label = _text(item.name_zh, item.name_en) if item else _text(one.item, one.item)
        zh, en = spell(one.seconds)
        return {"label": label, "value": _text(f"{zh}（{one.finished}次）", f"{en} ({one.finished} times)")}


def spell(seconds: float) -> tuple[str, str]:
    """Return a time in words, Chinese and English."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest}秒", f"{rest} s"
    return f"{minutes}分{rest}秒", f"{minutes} min {rest} s"


def step_name(step: str) -> tuple[str, str]:
    """Return what a step is called, Chinese and English."""
    return STEPS.get(step, (step, step))


def _told(one: Measured) -> dict[str, Any]:
    return {
        "item": one.item,
        "sessions": one.sessions,
        "finished": one.finished,
        "median_seconds": round(one.seconds, 1),
        "steps": {step: round(seconds, 1) for step, seconds in one.steps.items()},
    }


def _text(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}

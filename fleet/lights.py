"""Electronic supervision of one case: how far its clock is from its limit (pure). Always a word, never a colour alone."""

from datetime import date

from fleet.cases import Case
from fleet.states import UNFINISHED
from fleet.working_days import add_working_days

GREEN = {"zh": "● 正常", "en": "● In time"}
YELLOW = {"zh": "▲ 临近时限（剩1个工作日）", "en": "▲ Close to the limit (one working day left)"}
BLUE = {"zh": "◆ 特别程序（不计时）", "en": "◆ Special procedure (time not counted)"}
STOPPED = {"zh": "■ 已停表，等待补正", "en": "■ Clock stopped until the papers are corrected"}
OVER = {"zh": "○ 已结束", "en": "○ Over"}


def limit(case: Case) -> date | None:
    """Return the last day of the clock that runs: to accept, or as promised; None when none does or it is not known."""
    day = case.due or case.accept_by
    return date.fromisoformat(day) if day else None


def light(case: Case, today: date) -> dict[str, str]:
    """Return the light of a case in both languages."""
    if case.state not in UNFINISHED:
        return OVER
    if case.state == "S41":
        return BLUE
    if case.state == "S20":
        return STOPPED
    last = limit(case)
    if last is None:
        return GREEN
    if today > last:
        days = (today - last).days
        return {"zh": f"✖ 已超时{days}日", "en": f"✖ Over the limit by {days} day{'s'[: days > 1]}"}
    following = add_working_days(today, 1)
    return YELLOW if following is not None and following >= last else GREEN

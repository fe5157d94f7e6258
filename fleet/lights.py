"""Electronic supervision of one case: how far its clock is from its limit (pure). Always a word, never a colour alone."""

from datetime import date
from enum import Enum

from fleet.cases import Case
from fleet.states import TO_CORRECT, UNFINISHED
from fleet.working_days import add_working_days

GREEN = {"zh": "● 正常", "en": "● In time"}
YELLOW = {"zh": "▲ 临近时限（剩1个工作日）", "en": "▲ Close to the limit (one working day left)"}
BLUE = {"zh": "◆ 特别程序（不计时）", "en": "◆ Special procedure (time not counted)"}
STOPPED = {"zh": "■ 已停表，等待补正", "en": "■ Clock stopped until the papers are corrected"}
OVER = {"zh": "○ 已结束", "en": "○ Over"}


class Light(Enum):
    """How far a clock is from its limit; the value goes over the wire."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    BLUE = "blue"
    STOPPED = "stopped"
    OVER = "over"


_WORDS = {
    Light.GREEN: GREEN,
    Light.YELLOW: YELLOW,
    Light.BLUE: BLUE,
    Light.STOPPED: STOPPED,
    Light.OVER: OVER,
}


def limit(case: Case) -> date | None:
    """Return the last day of the clock that runs: to accept, or as promised; None when none does or it is not known."""
    day = case.due or case.accept_by
    return date.fromisoformat(day) if day else None


def colour(case: Case, today: date) -> Light:
    """Return which light a case shows."""
    if case.state not in UNFINISHED:
        return Light.OVER
    if case.state in ("S41", TO_CORRECT):
        return Light.BLUE if case.state == "S41" else Light.STOPPED
    last = limit(case)
    if last is None:
        return Light.GREEN
    if today > last:
        return Light.RED
    following = add_working_days(today, 1)
    return Light.YELLOW if following is not None and following >= last else Light.GREEN


def light(case: Case, today: date) -> dict[str, str]:
    """Return the light of a case in words, in both languages."""
    found, last = colour(case, today), limit(case)
    if found is not Light.RED or last is None:
        return _WORDS[found]
    days = (today - last).days
    return {"zh": f"✖ 已超时{days}日", "en": f"✖ Over the limit by {days} day{'s'[: days > 1]}"}

"""Papers that the platform issues: the notice of acceptance (受理通知书). Without a seal: what it issues has no effect."""

import sqlite3
from datetime import date, datetime, timedelta

from config.catalogue import Item
from config.catalogue.model import Limit
from fleet import numbers
from fleet.cases import Case
from fleet.clock import CHINA, stamp
from fleet.working_days import add_working_days, not_before_working_day

ACCEPTANCE = "R_ACCEPT"


def due_date(limit: Limit, accepted: date) -> date | None:
    """Return the day on which what was accepted on `accepted` must be done, None when the calendar does not reach it."""
    match limit.unit:
        case "wd":
            return add_working_days(accepted, limit.value)
        case "day":
            return not_before_working_day(accepted + timedelta(days=limit.value))
        case "h" | "now":
            return accepted


def issue_acceptance(
    connection: sqlite3.Connection, case: Case, item: Item, at: datetime, *, by_law: bool = False
) -> None:
    """Issue the notice of acceptance of a case and set the day on which it must be done.

    `by_law`: nobody decided in time, so the application counts as accepted.
    """
    day = at.astimezone(CHINA).date()
    due = due_date(item.promised_limit, day)
    connection.execute(
        "UPDATE cases SET due = ?, accept_by = NULL WHERE number = ?",
        (due.isoformat() if due else None, case.number),
    )
    number = numbers.notice_number(connection, day.year)
    texts = _chinese(case, item, due, by_law=by_law), _english(case, item, due, by_law=by_law)
    connection.execute(
        "INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?)", (number, case.number, ACCEPTANCE, stamp(at), *texts)
    )


def _chinese(case: Case, item: Item, due: date | None, *, by_law: bool) -> str:
    why = (
        "受理机关逾期未告知是否受理，依法自收到申请材料之日起即为受理。"
        if by_law
        else "申请材料齐全、符合法定形式，决定予以受理。"
    )
    until = f"预计办结日期：{due:%Y年%m月%d日}。" if due else "办结日期以受理机关通知为准。"
    return (
        f"办件编号 {case.number}\n"
        f"{case.applicant or '申请人'}：您于{_day(case):%Y年%m月%d日}提交的“{item.name_zh}”申请及材料，{why}\n"
        f"法定办结时限：{_limit_zh(item.statutory_limit)}；承诺办结时限：{_limit_zh(item.promised_limit)}。{until}\n"
        "演示文书，未加盖印章，不具法律效力。"
    )


def _english(case: Case, item: Item, due: date | None, *, by_law: bool) -> str:
    why = (
        "was not decided on in time; by law it is accepted from the day the papers were received."
        if by_law
        else "is complete and in the legal form. It is accepted."
    )
    until = f"Expected by {due.isoformat()}." if due else "The authority will tell you by when."
    return (
        f"Case {case.number}\n"
        f"{case.applicant or 'Applicant'}: the application for “{item.name_en}” that you submitted on {_day(case).isoformat()} "
        f"{why}\n"
        f"Limit by law: {_limit_en(item.statutory_limit)}; promised: {_limit_en(item.promised_limit)}. {until}\n"
        "Demonstration paper without a seal: it has no legal effect."
    )


def _day(case: Case) -> date:
    return datetime.fromisoformat(case.received_at).date()


def _limit_zh(limit: Limit) -> str:
    units = {"wd": "个工作日", "day": "天", "h": "小时"}
    return f"{limit.value}{units[limit.unit]}" if limit.unit in units else "即时办结"


def _limit_en(limit: Limit) -> str:
    units = {"wd": "working days", "day": "days", "h": "hours"}
    return f"{limit.value} {units[limit.unit]}" if limit.unit in units else "at once"

"""The states of a case, and which may follow which: everything that decides it is in this file."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """One state; the texts are for residents."""

    code: str
    zh: str
    en: str


SUBMITTED, RECEIVED, ACCEPTED, HANDLED, DECIDED, CLOSED = "S10", "S11", "S30", "S40", "S50", "S60"

STATES: Mapping[str, State] = {
    state.code: state
    for state in (
        State(SUBMITTED, "已提交（尚未受理）", "Submitted (not yet accepted)"),
        State(RECEIVED, "已收件（尚未受理）", "Papers received (not yet accepted)"),
        State("S20", "待补正", "Papers to be corrected"),
        State("S21", "已补正", "Corrected"),
        State("S22", "逾期未补正", "Not corrected in time"),
        State("S29", "不予受理", "Not accepted"),
        State(ACCEPTED, "已受理", "Accepted"),
        State(HANDLED, "办理中", "Being handled"),
        State("S41", "特别程序（不计时）", "Special procedure (time not counted)"),
        State("S42", "延长办理期限", "Time extended"),
        State(DECIDED, "已作出决定", "Decided in your favour"),
        State("S51", "不予批准", "Decided against"),
        State(CLOSED, "已办结", "Completed"),
        State("S70", "已送达", "Delivered"),
        State("S80", "已撤回或终止", "Withdrawn or ended"),
        State("S90", "已归档", "Filed"),
    )
}

FOLLOWS: Mapping[str, frozenset[str]] = {
    SUBMITTED: frozenset({RECEIVED, "S20", "S29", ACCEPTED}),
    RECEIVED: frozenset({"S20", "S29", ACCEPTED}),
    "S20": frozenset({"S21", "S22", "S80"}),
    "S21": frozenset({"S20", "S29", ACCEPTED}),
    ACCEPTED: frozenset({HANDLED, DECIDED}),  # what is decided on the spot (即办件) is not handled first
    HANDLED: frozenset(
        {"S41", "S42", DECIDED, "S51", "S80", CLOSED}
    ),  # a report is closed without a decision
    "S41": frozenset({HANDLED}),
    "S42": frozenset({DECIDED, "S51"}),
    DECIDED: frozenset({CLOSED}),
    "S51": frozenset({CLOSED}),
    CLOSED: frozenset({"S70"}),
    "S70": frozenset({"S90"}),
}

UNFINISHED = FOLLOWS.keys() - {CLOSED, "S70"}  # what follows there is delivery and filing
NOT_YET_ACCEPTED = (SUBMITTED, RECEIVED)


def may_follow(before: str, after: str) -> bool:
    """Whether a case may go from one state to the other."""
    return after in FOLLOWS.get(before, frozenset())

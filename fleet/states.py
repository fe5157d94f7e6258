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
TO_CORRECT, CORRECTED, NOT_CORRECTED, REJECTED, WITHDRAWN = "S20", "S21", "S22", "S29", "S80"

STATES: Mapping[str, State] = {
    state.code: state
    for state in (
        State(SUBMITTED, "已提交（尚未受理）", "Submitted (not yet accepted)"),
        State(RECEIVED, "已收件（尚未受理）", "Papers received (not yet accepted)"),
        State(TO_CORRECT, "待补正", "Papers to be corrected"),
        State(CORRECTED, "已补正", "Corrected"),
        State(NOT_CORRECTED, "逾期未补正", "Not corrected in time"),
        State(REJECTED, "不予受理", "Not accepted"),
        State(ACCEPTED, "已受理", "Accepted"),
        State(HANDLED, "办理中", "Being handled"),
        State("S41", "特别程序（不计时）", "Special procedure (time not counted)"),
        State("S42", "延长办理期限", "Time extended"),
        State(DECIDED, "已作出决定", "Decided in your favour"),
        State("S51", "不予批准", "Decided against"),
        State(CLOSED, "已办结", "Completed"),
        State("S70", "已送达", "Delivered"),
        State(WITHDRAWN, "已撤回或终止", "Withdrawn or ended"),
        State("S90", "已归档", "Filed"),
    )
}

# Until it is decided, whoever applied may withdraw: the authority has nothing to decide then.
FOLLOWS: Mapping[str, frozenset[str]] = {
    SUBMITTED: frozenset({RECEIVED, TO_CORRECT, REJECTED, ACCEPTED, WITHDRAWN}),
    RECEIVED: frozenset({TO_CORRECT, REJECTED, ACCEPTED, WITHDRAWN}),
    TO_CORRECT: frozenset({CORRECTED, NOT_CORRECTED, WITHDRAWN}),
    CORRECTED: frozenset({TO_CORRECT, REJECTED, ACCEPTED, WITHDRAWN}),
    ACCEPTED: frozenset({HANDLED, DECIDED, WITHDRAWN}),  # what is decided on the spot is not handled first
    HANDLED: frozenset(
        {"S41", "S42", DECIDED, "S51", WITHDRAWN, CLOSED}
    ),  # a report is closed without a decision
    "S41": frozenset({HANDLED, WITHDRAWN}),
    "S42": frozenset({DECIDED, "S51", WITHDRAWN}),
    DECIDED: frozenset({CLOSED}),
    "S51": frozenset({CLOSED}),
    CLOSED: frozenset({"S70"}),
    "S70": frozenset({"S90"}),
}

DECIDED_AT_ONCE = frozenset({DECIDED, CLOSED, "S70", "S29"})

UNFINISHED = FOLLOWS.keys() - {CLOSED, "S70"}  # what follows there is delivery and filing
ENDED = STATES.keys() - UNFINISHED
RATEABLE = frozenset({CLOSED, "S70", "S90", REJECTED})
NOT_YET_ACCEPTED = (SUBMITTED, RECEIVED, CORRECTED)


def may_follow(before: str, after: str) -> bool:
    """Whether a case may go from one state to the other."""
    return after in FOLLOWS.get(before, frozenset())

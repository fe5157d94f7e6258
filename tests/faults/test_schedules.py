"""No schedule of faults breaks a promise of the sending rules; rules that are wrong are found out."""

from collections.abc import Callable
from typing import Any

import pytest

from offline_queue import decide
from offline_queue.decide import Moment, Row
from offline_queue.records import State
from tests.faults.schedules import tally
from tests.faults.schedules_world import BrokenError

HERE = 4000  # `python -m tests.faults.schedules` runs a million


def test_no_schedule_loses_doubles_reorders_or_forgets() -> None:
    done = tally(0, HERE)
    assert done.schedules == HERE
    assert done.transactions > 2 * HERE
    assert done.deliveries > 4 * HERE
    assert done.refusals > HERE / 10
    assert done.crashes > HERE


right = decide.is_sendable


def out_of_turn(row: Row, moment: Moment, due_by: float) -> bool:
    return right(row._replace(behind=0), moment, due_by)


def delayed_beyond_a_restart(row: Row, moment: Moment, due_by: float) -> bool:
    return right(
        row._replace(boot=moment.boot, due_at=row.due_at + 1e6 * (row.boot != moment.boot)), moment, due_by
    )


def lease_for_ever(row: Row, moment: Moment, due_by: float) -> bool:
    return row.state is not State.SENDING and right(row, moment, due_by)


def unfenced(row: Row, _: int, due: Moment, *, unknown: bool) -> Row:
    return row._replace(state=State.UNKNOWN if unknown else State.WAITING, due_at=due.seconds)


def believed_at_once(row: Row, owner: str, moment: Moment) -> Row:
    return row._replace(state=State.ACKNOWLEDGED, owner=owner, boot=moment.boot, fence=row.fence + 1)


def lease_without_a_fence(row: Row, owner: str, moment: Moment) -> Row:
    return leased(row, owner, moment)._replace(fence=row.fence)


def settled_by_silence(row: Row, _: int, __: Moment, *, unknown: bool) -> Row:
    return row._replace(state=State.PARKED if unknown else State.WAITING)


leased = decide.leased


@pytest.mark.parametrize(
    ("rule", "wrong", "found"),
    [
        ("is_sendable", out_of_turn, "out of order"),
        ("is_sendable", delayed_beyond_a_restart, "never settled"),
        ("is_sendable", lease_for_ever, "never settled"),
        ("postponed", unfenced, "was acknowledged"),
        ("leased", believed_at_once, "never arrived"),
        ("leased", lease_without_a_fence, "held twice"),
        ("postponed", settled_by_silence, "never refused"),
    ],
)
def test_a_wrong_rule_is_found(
    monkeypatch: pytest.MonkeyPatch, rule: str, wrong: Callable[..., Any], found: str
) -> None:
    """Mutations of the rules: what proves nothing about a wrong rule proves nothing about a right one."""
    monkeypatch.setattr(decide, rule, wrong)
    with pytest.raises(BrokenError, match=found):
        tally(0, 3000)

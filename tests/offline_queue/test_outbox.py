"""Who may send what and when: leases, fences, back-off on the boot clock."""

from datetime import date
from pathlib import Path

import pytest

from offline_queue import rows
from offline_queue.holder import Holder, lives
from offline_queue.records import Acknowledged, State
from offline_queue.store import Store, Waiting
from offline_queue.transaction import Sending
from tests.offline_queue.conftest import Clock, Opener

YES = Acknowledged("GZ-0001", "", "")


def test_the_oldest_goes_first_and_what_failed_last(store: Store, clock: Clock) -> None:
    made = [store.put("MZ-004", b"x").id for _ in range(3)]
    first = store.outbox.claim(due_by=clock.elapsed())
    assert first
    assert (first.id, first.attempts, first.fence) == (made[0], 1, 1)
    store.outbox.postpone(first, "no answer", 0.0, unknown=True)
    order = [claim.id for _ in range(3) if (claim := store.outbox.claim(due_by=clock.elapsed()))]
    assert order == [made[1], made[2], made[0]]
    assert store.outbox.claim(due_by=clock.elapsed()) is None


def test_two_submitters_never_hold_the_same(opened: Opener, clock: Clock) -> None:
    one, other = opened(), opened()
    for _ in range(4):
        one.put("MZ-004", b"x")
    claims = [store.outbox.claim(due_by=clock.elapsed()) for store in (one, other, one, other, one)]
    assert len({claim.id for claim in claims if claim}) == 4
    assert claims[4] is None
    third = opened()
    assert third.outbox.others_sending()
    assert third.outbox.claim(due_by=clock.elapsed()) is None


def test_what_a_dead_submitter_held_is_free_at_once(opened: Opener, clock: Clock) -> None:
    one, other = opened(), opened()
    made = one.put("MZ-004", b"x")
    assert one.outbox.claim(due_by=clock.elapsed())
    one.close()
    assert [entry.state for entry in other.list()] == [State.UNKNOWN]
    assert not other.outbox.others_sending()
    claim = other.outbox.claim(due_by=clock.elapsed())
    assert claim
    assert (claim.id, claim.fence) == (made.id, 2)


def test_a_holder_that_hangs_loses_its_lease_and_its_say(opened: Opener, clock: Clock) -> None:
    one, other = opened(), opened()
    made = one.put("MZ-004", b"x")
    late = one.outbox.claim(due_by=clock.elapsed())
    clock.pass_(599)
    assert other.outbox.claim(due_by=clock.elapsed()) is None
    clock.pass_(2)
    assert other.outbox.claim(due_by=clock.elapsed())
    assert late
    one.outbox.park(late, "no", "400")
    one.outbox.postpone(late, "no answer", 9.0, unknown=True)
    assert other.list()[0].state == State.SENDING
    one.outbox.acknowledge(late, YES)
    assert other.fate(made.id) == YES


def test_a_postponed_row_is_due_after_its_delay(store: Store, clock: Clock) -> None:
    made = store.put("MZ-004", b"x")
    assert store.outbox.next_due() == 0.0
    claim = store.outbox.claim(due_by=clock.elapsed())
    assert claim
    assert store.outbox.next_due() == clock.elapsed() + 1.0
    store.outbox.postpone(claim, "HTTP 500", 30.0, unknown=False)
    assert store.outbox.next_due() == clock.elapsed() + 30.0
    clock.pass_(29)
    assert store.outbox.claim(due_by=clock.elapsed()) is None
    clock.pass_(1)
    assert store.outbox.claim(due_by=clock.elapsed())
    assert store.fate(made.id) == Waiting()


def test_making_due_ends_every_delay(store: Store, clock: Clock) -> None:
    store.put("MZ-004", b"x")
    claim = store.outbox.claim(due_by=clock.elapsed())
    assert claim
    store.outbox.postpone(claim, "HTTP 500", 300.0, unknown=False)
    store.outbox.make_due()
    assert store.outbox.claim(due_by=clock.elapsed())


def test_after_a_restart_of_the_machine_everything_is_due(opened: Opener, clock: Clock) -> None:
    store = opened()
    store.put("MZ-004", b"x")
    store.put("MZ-004", b"y")
    postponed, sending = store.outbox.claim(due_by=1e9), store.outbox.claim(due_by=1e9)
    assert postponed
    assert sending
    store.outbox.postpone(postponed, "HTTP 500", 300.0, unknown=False)
    clock.reboot()
    assert store.outbox.next_due() == 0.0
    assert store.list()[0].next_attempt_in == 0.0
    assert [store.outbox.claim(due_by=clock.elapsed()) is not None for _ in range(3)] == [True, True, False]


def test_the_wall_clock_has_no_say(store: Store, clock: Clock) -> None:
    store.put("MZ-004", b"x")
    claim = store.outbox.claim(due_by=clock.elapsed())
    assert claim
    store.outbox.postpone(claim, "HTTP 500", 30.0, unknown=False)
    clock.wall = clock.wall.replace(year=2036)
    assert store.outbox.claim(due_by=clock.elapsed()) is None
    clock.wall = clock.wall.replace(year=2016)
    clock.seconds += 30
    assert store.outbox.claim(due_by=clock.elapsed())


def test_only_what_is_new_can_be_asked_for(store: Store, clock: Clock) -> None:
    store.put("MZ-004", b"x")
    newest = store.outbox.newest()
    assert store.outbox.claim(due_by=clock.elapsed(), after=newest) is None
    made = store.put("MZ-004", b"y")
    claim = store.outbox.claim(due_by=clock.elapsed(), after=newest)
    assert claim
    assert claim.id == made.id


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        (rows.NEVER_TRIED, "USING INDEX outbox_fresh"),
        (rows.PUT_SINCE, "USING INTEGER PRIMARY KEY (rowid>?)"),
        (rows.TRIED_AND_DUE, "USING INDEX outbox_tried"),
    ],
)
def test_a_claim_reads_only_what_it_takes(store: Store, condition: str, index: str) -> None:
    query = f"EXPLAIN QUERY PLAN SELECT {rows.COLUMNS} FROM outbox WHERE {condition}"  # noqa: S608  # constants
    plan = [row["detail"] for row in store._database.rows(query, *[1] * condition.count("?"))]
    assert len(plan) == 1, plan  # and nothing has to be sorted
    assert index in plan[0]


def test_of_one_case_the_next_waits_until_the_one_before_is_judged(store: Store, clock: Clock) -> None:
    made = [store.put("MZ-004", b"x", sending=Sending(case)).id for case in ("A", "A", "B", "A", "", "")]
    first = store.outbox.claim_some(10, clock.elapsed())
    assert [claim.id for claim in first] == [made[0], made[2], made[4], made[5]]
    store.outbox.postpone(first[0], "no answer", 5.0, unknown=True)
    assert store.outbox.claim(clock.elapsed()) is None
    clock.pass_(5)
    (again,) = store.outbox.claim_some(10, clock.elapsed())
    assert (again.id, again.unknown) == (made[0], True)
    store.outbox.acknowledge(again, YES)
    (second,) = store.outbox.claim_some(10, clock.elapsed())
    assert second.id == made[1]
    store.outbox.park(second, "HTTP 422", "422")
    (third,) = store.outbox.claim_some(10, clock.elapsed())
    assert third.id == made[3]


def test_what_is_retried_goes_behind_what_waits_of_its_case(store: Store, clock: Clock) -> None:
    one, other = (store.put("MZ-004", b"x", sending=Sending("A")).id for _ in range(2))
    claim = store.outbox.claim(clock.elapsed())
    assert claim
    store.outbox.park(claim, "HTTP 422", "422")
    assert store.outbox.retry(one)
    last = store.put("MZ-004", b"x", sending=Sending("A")).id
    for id_ in (other, one, last):
        (claim,) = store.outbox.claim_some(10, clock.elapsed())
        assert claim.id == id_
        store.outbox.acknowledge(claim, YES)


def test_what_has_a_deadline_goes_first(store: Store, clock: Clock) -> None:
    days = (None, date(2026, 12, 24), None, date(2026, 12, 1))
    made = [store.put("MZ-004", b"x", sending=Sending(deadline=day)).id for day in days]
    order = [claim.id for claim in store.outbox.claim_some(10, clock.elapsed())]
    assert order == [made[3], made[1], made[0], made[2]]
    assert [entry.deadline for entry in store.list()] == ["", "2026-12-24", "", "2026-12-01"]


def test_what_was_leased_and_not_sent_is_given_back_as_it_was(store: Store, clock: Clock) -> None:
    made = [store.put("MZ-004", b"x").id for _ in range(3)]
    claims = store.outbox.claim_some(3, clock.elapsed())
    store.outbox.give_back(claims[1:])
    assert [entry.state for entry in store.list()] == [State.SENDING, State.WAITING, State.WAITING]
    assert [entry.attempts for entry in store.list()] == [1, 0, 0]
    assert [claim.id for claim in store.outbox.claim_some(3, clock.elapsed())] == made[1:]
    store.outbox.give_back(claims[1:])  # too late: another lease holds
    assert [entry.state for entry in store.list()] == [State.SENDING] * 3


def test_a_holder_lives_until_it_is_closed(tmp_path: Path) -> None:
    with Holder(tmp_path / "submitters") as holder:
        assert lives(tmp_path / "submitters", holder.name)
        with Holder(tmp_path / "submitters"):
            assert lives(tmp_path / "submitters", holder.name)
    assert not lives(tmp_path / "submitters", holder.name)
    assert list((tmp_path / "submitters").iterdir()) == []


def test_what_a_killed_holder_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "submitters").mkdir()
    (tmp_path / "submitters" / "of-a-killed-one").touch()
    with Holder(tmp_path / "submitters") as holder:
        assert [path.name for path in (tmp_path / "submitters").iterdir()] == [holder.name]

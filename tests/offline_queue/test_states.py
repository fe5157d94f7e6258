"""The store against a model: puts, two submitters, crashes, restarts and clock jumps in any order."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pyrage
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
)

from offline_queue import decide, rows
from offline_queue.errors import QueueFullError
from offline_queue.policy import Limits
from offline_queue.records import Acknowledged, Claim, State
from offline_queue.seal import Sealer
from offline_queue.store import Parked, Store
from offline_queue.transaction import Attachment, Sending
from provisioning.identity import new_key
from tests.offline_queue.conftest import Clock

SEALER = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
OPEN = {State.WAITING, State.SENDING, State.UNKNOWN}
LIMIT = 6
LIMITS = Limits(waiting=LIMIT, age=float("inf"))  # after another start only the wall clock tells an age


class Queue(RuleBasedStateMachine):
    """`expected` is what must be told of each transaction, by its id."""

    claims = Bundle("claims")

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.expected: dict[str, State] = {}
        self.fences: dict[str, int] = {}
        self.cases: dict[str, str] = {}
        self.retried: set[str] = set()
        self.before: dict[str, State] = {}

    @initialize()
    def begin(self) -> None:
        self.stores = [self.opened(), self.opened()]

    def opened(self) -> Store:
        return Store(self.directory, SEALER, self.clock.now, clock=self.clock, limits=LIMITS)

    def teardown(self) -> None:
        for store in getattr(self, "stores", []):
            store.close()
        shutil.rmtree(self.directory)

    @rule(
        which=st.integers(0, 1),
        pages=st.integers(0, 2),
        case=st.sampled_from(["", "A", "B"]),
        deadline=st.sampled_from([None, date(2026, 12, 1), date(2026, 12, 24)]),
    )
    def put(self, which: int, pages: int, case: str, deadline: date | None) -> None:
        attachments = [Attachment(f"{page}.jpg", "image/jpeg", b"page") for page in range(pages)]
        waiting = sum(state in OPEN for state in self.expected.values())
        try:
            made = self.stores[which].put(
                "MZ-004", b"payload", attachments, print_job=True, sending=Sending(case, deadline)
            )
        except QueueFullError:
            assert waiting >= LIMIT
        else:
            assert waiting < LIMIT
            self.expected[made.id] = State.WAITING
            self.cases[made.id] = case

    @rule(target=claims, which=st.integers(0, 1))
    def claim(self, which: int) -> tuple[int, Claim] | None:
        outbox, now = self.stores[which].outbox, self.clock.elapsed()
        with self.stores[which]._database.reading() as connection:
            every = rows.load(connection, "true")
        right = decide.choose(every, decide.Moment(self.clock.boot, now), now, limit=1)
        claim = outbox.claim(due_by=now)
        assert [row.sequence for row in right] == [one.sequence for one in (claim,) if one]
        if claim is None:
            return None
        assert self.expected[claim.id] in OPEN
        earlier = [id_ for id_ in self.cases if id_ < claim.id and self.cases[id_] == self.cases[claim.id]]
        retried = self.retried & {*earlier, claim.id}
        assert not self.cases[claim.id] or retried or not any(self.expected[id_] in OPEN for id_ in earlier)
        assert claim.unknown is (self.expected[claim.id] in {State.UNKNOWN, State.SENDING})
        assert claim.fence > self.fences.get(claim.id, 0)
        self.fences[claim.id] = claim.fence
        self.before[claim.id] = State.UNKNOWN if claim.unknown else State.WAITING
        self.expected[claim.id] = State.SENDING
        return which, claim

    def current(self, claim: Claim) -> bool:
        return self.expected[claim.id] is State.SENDING and self.fences[claim.id] == claim.fence

    @rule(claimed=consumes(claims))
    def acknowledge(self, claimed: tuple[int, Claim] | None) -> None:
        if claimed:
            which, claim = claimed
            self.stores[which].outbox.acknowledge(claim, Acknowledged("GZ-1", "", ""))
            self.expected[claim.id] = State.ACKNOWLEDGED

    @rule(claimed=consumes(claims))
    def park(self, claimed: tuple[int, Claim] | None) -> None:
        if claimed:
            which, claim = claimed
            if self.current(claim):
                self.expected[claim.id] = State.PARKED
            self.stores[which].outbox.park(claim, "HTTP 422", "422")

    @rule(claimed=consumes(claims), delay=st.floats(0, 300), unknown=st.booleans())
    def postpone(self, claimed: tuple[int, Claim] | None, delay: float, unknown: bool) -> None:
        if claimed:
            which, claim = claimed
            if self.current(claim):
                self.expected[claim.id] = State.UNKNOWN if unknown else State.WAITING
            self.stores[which].outbox.postpone(claim, "no answer", delay, unknown=unknown)

    @rule(claimed=consumes(claims))
    def give_back(self, claimed: tuple[int, Claim] | None) -> None:
        if claimed:
            which, claim = claimed
            if self.current(claim):
                self.expected[claim.id] = self.before[claim.id]
            self.stores[which].outbox.give_back([claim])

    @precondition(lambda self: State.PARKED in self.expected.values())
    @rule()
    def retry(self) -> None:
        parked = next(id_ for id_, state in self.expected.items() if state is State.PARKED)
        assert self.stores[0].outbox.retry(parked)
        self.retried.add(parked)
        self.expected[parked] = State.WAITING

    @rule(which=st.integers(0, 1))
    def crash(self, which: int) -> None:
        """The process dies: nothing is given back, the kernel only closes its files."""
        store = self.stores[which]
        if store.outbox._holder:
            store.outbox._holder.close()
            store.outbox._holder = None
        store._database.close()
        self.stores[which] = self.opened()
        self.look()

    def look(self) -> None:
        before = {entry.id: entry.state for entry in self.stores[0].list()}
        for store in self.stores[:1]:
            store.outbox.free_abandoned()
        for entry in self.stores[0].list():
            if entry.state is State.UNKNOWN and before[entry.id] is State.SENDING:
                self.expected[entry.id] = State.UNKNOWN

    @rule(seconds=st.floats(0, 700))
    def time_passes(self, seconds: float) -> None:
        self.clock.pass_(seconds)

    @rule(days=st.integers(-3650, 3650))
    def somebody_sets_the_clock(self, days: int) -> None:
        self.clock.wall += (
            timedelta(days=days) if 2000 < self.clock.wall.year + days / 365 < 2100 else timedelta()
        )

    @rule()
    def the_machine_restarts(self) -> None:
        self.clock.reboot()

    @invariant()
    def everything_is_as_it_was_told(self) -> None:
        if not hasattr(self, "stores"):
            return
        entries = self.stores[1].list()
        assert {entry.id: entry.state for entry in entries} == self.expected
        assert len({entry.reference for entry in entries}) == len(entries)
        for id_, state in self.expected.items():
            assert isinstance(self.stores[0].fate(id_), Acknowledged) is (state is State.ACKNOWLEDGED)
            assert isinstance(self.stores[0].fate(id_), Parked) is (state is State.PARKED)
        assert self.stores[1].verify() == []


Queue.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestQueue = Queue.TestCase

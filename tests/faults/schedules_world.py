"""A terminal as plain values: its database, two submitters that follow the rules of `decide`, and what must always hold."""

import random
from dataclasses import dataclass, field

from offline_queue import decide
from offline_queue.answer import Answer, Later, Refused
from offline_queue.back_off import BackOff
from offline_queue.decide import Moment, Row
from offline_queue.outage import Outage
from offline_queue.records import Acknowledged, State
from tests.faults.schedules_network import YES, Network, Platform, Request

TEN_YEARS = 3650
PATIENCE = 400  # rounds in which everything must be settled once all is well


class BrokenError(AssertionError):
    """An invariant does not hold."""


@dataclass(slots=True)
class Held:
    """One lease: as its holder knows it."""

    sequence: int
    fence: int
    unknown: bool
    sent: bool = False
    answer: Answer | None = None


class Submitter:
    """One process that sends; what it knows is lost when it crashes."""

    def __init__(self, name: str, world: "World") -> None:
        self._name, self._world = name, world
        self._lives = 0
        self.crash()

    @property
    def owner(self) -> str:
        return f"{self._name}{self._lives}"

    def crash(self) -> None:
        """Die and come back knowing nothing. The kernel tells others that the holder is dead."""
        self._world.crashes += 1
        dead, self._lives = self.owner, self._lives + 1
        self.held: list[Held] = []
        self._outage = Outage(self._world.back_off)
        self._world.free(dead)

    def act(self) -> None:
        """Do what comes next: lease, send, give up waiting, or write down what came."""
        if not self.held:
            self._lease()
        elif waiting := next((held for held in self.held if held.answer is None), None):
            self._send(waiting) if not waiting.sent else self._time_out(waiting)
        else:
            self._settle()

    def hear(self, request: Request, answer: Answer | None) -> None:
        """An answer comes, if anybody still waits for it."""
        held = next((one for one in self.held if one.sequence == request.sequence), None)
        if request.life != self._lives or held is None or not held.sent or held.answer is not None:
            return
        if answer is None:  # asked for, has not arrived: send it
            held.unknown, held.sent = False, False
        elif request.asks != held.unknown:
            return  # an answer to what was asked before
        else:
            held.answer = answer

    def _lease(self) -> None:
        world, limit = self._world, self._world.chance.choice((1, 1, 3))
        for before in decide.choose(world.rows.values(), world.moment, world.seconds, limit):
            row = decide.leased(before, self.owner, world.moment)
            self.held.append(Held(row.sequence, row.fence, decide.may_have_arrived(before)))
            world.write(row, durable=False)

    def _send(self, held: Held) -> None:
        held.sent = True
        if not self._world.network.send(Request(held.sequence, held.unknown, self, self._lives)):
            held.answer = Later("no connection", whole_platform=True, unknown=held.unknown)

    def _time_out(self, held: Held) -> None:
        if self._world.chance.random() < 0.3:
            self._world.pass_(20.0)
            held.answer = Later("no answer", whole_platform=True, unknown=True)

    def _settle(self) -> None:
        """Write down one of the answers; a slow disk leaves time for anything in between."""
        held = self.held.pop(0)
        world, row = self._world, self._world.rows[held.sequence]
        match held.answer:
            case Acknowledged():
                self._outage.answered(YES)
                world.settle(decide.acknowledged(row))
            case Refused() as refused:
                self._outage.answered(refused)
                world.settle(decide.parked(row, held.fence))
            case Later() as later:
                delay = self._outage.failed(later, row.attempts, world.seconds)
                due = Moment(world.boot, world.seconds + delay)
                world.write(decide.postponed(row, held.fence, due, unknown=later.unknown), durable=False)
                for other in self.held:
                    row = world.rows[other.sequence]
                    if not other.sent:
                        back = decide.given_back(row, other.fence, unknown=other.unknown)
                        world.write(back, durable=False)
                self.held = [other for other in self.held if other.sent]
            case None:
                raise AssertionError("only what was answered is settled")


@dataclass
class World:
    """All of it. `rows` is what the queue's database says now; `since` how it was at each commit a power cut may undo."""

    chance: random.Random
    back_off: BackOff
    seconds: float = 1000.0
    wall_days: int = 0
    starts: int = 0
    crashes: int = -2
    rows: dict[int, Row] = field(default_factory=dict)
    cases: dict[int, str] = field(default_factory=dict)
    retried: set[int] = field(default_factory=set)
    since: list[dict[int, Row]] = field(default_factory=lambda: [{}])
    settled: dict[int, State] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.platform = Platform(self.chance)
        self.network = Network(self.chance, self.platform)
        self.submitters = (Submitter("one", self), Submitter("other", self))

    @property
    def boot(self) -> str:
        return f"boot {self.starts}"

    @property
    def moment(self) -> Moment:
        return Moment(self.boot, self.seconds)

    def put(self, case: str) -> None:
        """Somebody hands something in, at times something urgent by the date that the clock shows."""
        sequence = len(self.rows) + 1
        day = 20_000 + self.wall_days + self.chance.randrange(30)
        deadline = self.chance.choice((decide.NO_DEADLINE, f"{day:06}"))
        self.cases[sequence] = case
        row = Row(sequence, deadline, self._tail(case), boot=self.boot)
        self.write(row, durable=True)

    def write(self, row: Row, *, durable: bool) -> None:
        self.rows = {**self.rows, row.sequence: row}
        self.since = [self.rows] if durable else [*self.since, self.rows]

    def settle(self, row: Row) -> None:
        """Write down an answer that is final, and let the next of its case go."""
        if row == self.rows[row.sequence]:
            return
        freed = {
            other.sequence: other._replace(behind=0) if other.behind == row.sequence else other
            for other in self.rows.values()
        }
        self.rows = {**freed, row.sequence: row}
        self.since = [self.rows]
        self.settled[row.sequence] = row.state

    def free(self, owner: str) -> None:
        for row in list(self.rows.values()):
            if row.state is State.SENDING and row.owner == owner:
                self.write(decide.freed(row), durable=False)

    def retry(self) -> None:
        """Staff let one be sent again, after having put right what was wrong, or not."""
        parked = [row for row in self.rows.values() if row.state is State.PARKED]
        if parked:
            row = self.chance.choice(parked)
            if self.chance.random() < 0.5:
                self.platform.forgive(row.sequence)
            self.retried.add(row.sequence)
            del self.settled[row.sequence]
            self.write(decide.retried(row, self._tail(self.cases[row.sequence])), durable=True)

    def power_cut(self) -> None:
        """Nothing durable is undone, of the rest as much as the disk likes; the boot clock begins anew."""
        self.rows = self.chance.choice(self.since)
        self.since = [self.rows]
        self.starts, self.seconds = self.starts + 1, self.chance.uniform(1.0, 60.0)
        for submitter in self.submitters:
            submitter.crash()

    def jump_of_the_wall_clock(self) -> None:
        self.wall_days = self.chance.randint(-TEN_YEARS, TEN_YEARS)

    def pass_(self, seconds: float) -> None:
        self.seconds += seconds

    def heal(self) -> None:
        """From now on all is well."""
        self.platform.ill = False
        self.network.calm()

    def drain(self) -> None:
        """Everything is settled, and soon."""
        for _ in range(PATIENCE):
            if all(row.state not in decide.OPEN for row in self.rows.values()):
                return
            for submitter in self.submitters:
                submitter.act()
            self.network.calm()
            self.pass_(5.0)
        raise BrokenError(f"never settled: {[row for row in self.rows.values() if row.state in decide.OPEN]}")

    def check(self) -> None:
        """Everything that must hold at every moment."""
        if len(self.rows) != len(self.cases):
            raise BrokenError("lost")
        if len(set(self.platform.arrived)) != len(self.platform.arrived):
            raise BrokenError("double")
        for row in self.rows.values():
            self._check_state(row)
        judged = (
            self.retried | self.platform.refused
        )  # refused first and taken later: the platform's own doing
        for case in ("A", "B"):
            came = [one for one in self.platform.arrived if self.cases[one] == case and one not in judged]
            if came != sorted(came):
                raise BrokenError(f"out of order: {came}")

    def _check_state(self, row: Row) -> None:
        if row.state is State.ACKNOWLEDGED and row.sequence not in self.platform.arrived:
            raise BrokenError(f"acknowledged, but it never arrived: {row}")
        if row.state is State.PARKED and row.sequence not in self.platform.refused:
            raise BrokenError(f"parked, but never refused: {row}")
        before = self.settled.get(row.sequence)
        if before and row.state is not before and row.state is not State.ACKNOWLEDGED:
            raise BrokenError(f"was {before.value}, and is no longer: {row}")
        holders = [
            one
            for submitter in self.submitters
            for one in submitter.held
            if (one.sequence, one.fence) == (row.sequence, row.fence)
        ]
        if len(holders) > 1:
            raise BrokenError(f"held twice: {row}")

    def _tail(self, case: str) -> int:
        """The last open one of a case that nobody is behind yet."""
        if not case:
            return 0
        taken = {row.behind for row in self.rows.values()}
        found = [
            row.sequence
            for row in self.rows.values()
            if row.state in decide.OPEN and self.cases[row.sequence] == case and row.sequence not in taken
        ]
        return found[0] if found else 0

"""What was promised before the power went, and whether the queue that is left keeps it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from offline_queue.errors import QueueError
from offline_queue.records import Entry, State
from offline_queue.store import Store
from tests.faults.queue_worker import now, sealer


@dataclass(frozen=True, slots=True)
class Promises:
    """What the resident, the printer, the operator and the platform were told; `settling` may have been promised."""

    kept: dict[str, str]
    settling: frozenset[str]
    settled: frozenset[str]
    parked: frozenset[str]
    printing: frozenset[str]


def promises(told: Sequence[str]) -> Promises:
    """Return what the lines of the worker promise."""
    words = [line.split() for line in told]

    def ids(kind: str) -> frozenset[str]:
        return frozenset(said[1] for said in words if said[0] == kind)

    last = {said[1]: said[0] for said in words if said[0] in {"kept", "parked", "retrying", "settling"}}
    return Promises(
        kept={said[1]: said[2] for said in words if said[0] == "kept"},
        settling=ids("settling"),
        settled=ids("settled"),
        parked=frozenset(id_ for id_, kind in last.items() if kind == "parked"),
        printing=ids("printing"),
    )


def broken(directory: Path, promise: Promises, keys: Path) -> set[str]:
    """Return how the queue in `directory` breaks its promises, none at best."""
    try:
        with Store(directory, sealer(keys), now) as store:
            entries = {entry.id: entry for entry in store.list()}
            complaints = {
                *(f"verify: {finding.code}" for finding in store.verify()),
                *("lost" for id_ in promise.kept if id_ not in entries),
                *_contradicted(entries, promise),
            }
            if store.put("MZ-004", b"after").reference in promise.kept.values():
                complaints.add("a reference given twice")
    except QueueError as error:
        return {f"cannot be used: {error.code}"}
    return complaints


def _contradicted(entries: dict[str, Entry], promise: Promises) -> Iterator[str]:
    for id_, entry in entries.items():
        if entry.reference != promise.kept.get(id_, entry.reference):
            yield "another reference than told"
        if entry.state is State.ACKNOWLEDGED and id_ not in promise.settling:
            yield "acknowledged by nobody"
        if entry.state is not State.ACKNOWLEDGED and id_ in promise.settled:
            yield "an acknowledgement forgotten"
        if entry.state is not State.PARKED and id_ in promise.parked:
            yield "a refusal forgotten"
        if entry.print_job != "sent" and id_ in promise.printing:
            yield "printed again"

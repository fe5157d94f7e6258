"""A queue that an earlier release made is taken over as it is: nothing is lost, nothing is sent twice."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from offline_queue import journal, schema
from offline_queue.errors import PrintedBeforeError
from offline_queue.records import Acknowledged, State
from offline_queue.seal import Sealer, sha256
from offline_queue.store import Store
from offline_queue.transaction import Transaction, new_id
from tests.offline_queue.conftest import Clock, Opener

STATES = ("waiting", "unknown", "parked", "acknowledged")
COUNTED = (
    "INSERT OR REPLACE INTO counters SELECT 'state', state, count(*), sum(bytes) FROM outbox GROUP BY state",
    f"INSERT INTO counters SELECT 'item', item, count(*), 0 FROM outbox WHERE {schema.OPEN} GROUP BY item",  # noqa: S608  # a constant
)


@pytest.fixture
def first(tmp_path: Path, sealer: Sealer, clock: Clock) -> list[Transaction]:
    """A queue of the first schema; see `released`."""
    return released(1, tmp_path, sealer, clock)


def released(version: int, tmp_path: Path, sealer: Sealer, clock: Clock) -> list[Transaction]:
    """A queue of a schema with one transaction in each state, as its release wrote them."""
    (tmp_path / "queue").mkdir()
    with closing(sqlite3.connect(tmp_path / "queue" / "queue.db", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        for step in schema.STEPS[:version]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        signer = sha256(sealer.public_pem.encode())
        connection.execute("INSERT INTO signers VALUES (?, ?)", (signer, sealer.public_pem))
        made = [_kept(connection, sealer, signer, clock, state) for state in STATES]
        for statement in COUNTED if version >= 5 else ():  # what came was counted by who wrote it
            connection.execute(statement)
        return made


def _kept(
    connection: sqlite3.Connection, sealer: Sealer, signer: str, clock: Clock, state: str
) -> Transaction:
    made = Transaction(new_id(), f"P-GZ044-20261123-{STATES.index(state):04}-X", "MZ-004", clock.now())
    sealed = sealer.seal(b"payload")
    manifest = sealer.sign(made, sealed)
    held = state != "acknowledged"
    sequence = connection.execute(
        "INSERT INTO transactions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence",
        (
            made.id,
            made.reference,
            made.type,
            made.created_at.isoformat(),
            signer,
            sha256(manifest.encode()),
            sealed.payload.sha256,
            manifest if held else None,
            sealed.payload.content if held else None,
        ),
    ).fetchone()["sequence"]
    attempts = int(state != "waiting")
    connection.execute(
        "INSERT INTO outbox (sequence, boot, state, attempts) VALUES (?, 'of old', ?, ?)",
        (sequence, state, attempts),
    )
    journal.append(connection, clock.now(), "kept", made.id, sha256(manifest.encode()))
    if not held:
        journal.append(connection, clock.now(), "acknowledged", made.id, "")
    return made


@pytest.mark.parametrize("version", range(1, len(schema.STEPS)))
def test_a_queue_of_each_released_schema_goes_on(
    version: int, tmp_path: Path, sealer: Sealer, opened: Opener, clock: Clock
) -> None:
    first = released(version, tmp_path, sealer, clock)
    store = opened()
    assert [entry.state.value for entry in store.list()] == list(STATES)
    assert store.verify() == []
    stats = store.stats()
    assert (stats.waiting, stats.unknown, stats.parked, stats.acknowledged) == (2, 1, 1, 1)
    made = store.put("MZ-004", b"new")
    order = []
    while claim := store.outbox.claim(due_by=clock.elapsed()):
        order.append(claim.id)
        store.outbox.acknowledge(claim, Acknowledged("GZ-1", "", ""))
    assert order == [first[0].id, made.id, first[1].id]
    assert store.outbox.retry(first[2].id)
    assert store.verify() == []
    assert store.list()[2].state == State.WAITING


def test_print_jobs_of_the_first_schema_go_on(
    first: list[Transaction], opened: Opener, tmp_path: Path
) -> None:
    states = ("pending", "started", "printed", "failed")
    with closing(sqlite3.connect(tmp_path / "queue" / "queue.db", isolation_level=None)) as connection:
        for number, state in enumerate(states, 1):
            connection.execute("INSERT INTO print_jobs VALUES (?, ?, '')", (number, state))
    store = opened()
    assert [entry.print_job for entry in store.list()] == ["queued", "sent", "printed", "failed"]
    store.settle_print_jobs()
    assert [entry.print_job for entry in store.list()] == ["failed", "unknown", "printed", "failed"]
    store.print_sent(first[0].id)
    for printed in first[1:3]:
        with pytest.raises(PrintedBeforeError):
            store.print_sent(printed.id)
    assert store.verify() == []


@pytest.mark.parametrize(("kind", "number"), [("state", 7), ("item", 7), ("oldest", 2)])
def test_what_is_known_without_counting_is_what_counting_says(
    opened: Opener, tmp_path: Path, kind: str, number: int
) -> None:
    store: Store = opened()
    store.put("MZ-004", b"x")
    assert store.verify() == []
    with closing(sqlite3.connect(tmp_path / "queue" / "queue.db", isolation_level=None)) as connection:
        connection.execute("UPDATE counters SET number = ? WHERE kind = ? AND number = 1", (number, kind))
    assert [finding.code for finding in store.verify()] == ["COUNT"]

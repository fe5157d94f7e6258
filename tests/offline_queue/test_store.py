from datetime import timedelta
from pathlib import Path

import pytest

from offline_queue.errors import (
    DamagedError,
    PrintedBeforeError,
    QueueError,
    QueueFullError,
    UnfitError,
    UnknownTransactionError,
)
from offline_queue.overview import look
from offline_queue.policy import Limits
from offline_queue.print_jobs import PrintState
from offline_queue.records import Acknowledged, State
from offline_queue.seal import Sealer
from offline_queue.store import Parked, Store, Waiting
from offline_queue.transaction import Attachment, new_id
from tests.offline_queue.conftest import START, Clock, Opener

PAGE = Attachment("page-1.jpg", "image/jpeg", b"a picture")
YES = Acknowledged("GZ-0001", "https://platform.example/c/x", "2026-11-23T15:05:00+00:00")


def acknowledge(store: Store) -> None:
    claim = store.outbox.claim(due_by=1e9)
    assert claim
    store.outbox.acknowledge(claim, YES)


def files(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def test_what_is_put_waits_with_a_reference_of_its_day(store: Store, clock: Clock) -> None:
    first, second = store.put("MZ-004", b"one"), store.put("MZ-004", b"two")
    clock.pass_(86400)
    third = store.put("CP-001", b"three")
    assert [one.reference[:23] for one in (first, second, third)] == [
        "P-GZ044-20261123-0001-9"[:22] + first.reference[22],
        "P-GZ044-20261123-0002-9"[:22] + second.reference[22],
        "P-GZ044-20261124-0001-9"[:22] + third.reference[22],
    ]
    assert (first.type, first.created_at) == ("MZ-004", START)
    assert [entry.id for entry in store.list()] == [first.id, second.id, third.id]
    assert {entry.state for entry in store.list()} == {State.WAITING}
    assert store.fate(first.id) == Waiting()
    assert store.verify() == []


def test_it_is_still_there_when_opened_again(opened: Opener) -> None:
    made = opened().put("MZ-004", b"one", [PAGE])
    again = opened(None)
    assert [entry.id for entry in again.list()] == [made.id]
    assert again.verify() == []


def test_the_same_id_is_kept_once(store: Store, tmp_path: Path) -> None:
    id_ = new_id()
    first = store.put("MZ-004", b"one", [PAGE], id=id_)
    assert store.put("MZ-004", b"one", [PAGE], id=id_) == first
    assert len(store.list()) == 1
    assert len(files(tmp_path / "queue" / "attachments")) == 1
    assert store.verify() == []


def test_without_an_identity_nothing_is_put(opened: Opener) -> None:
    with pytest.raises(UnfitError, match="identity"):
        opened(None).put("MZ-004", b"one")


@pytest.mark.parametrize("kind", ["", "two\nlines", "x" * 101])
def test_a_type_is_a_short_word(store: Store, kind: str) -> None:
    with pytest.raises(UnfitError, match="type"):
        store.put(kind, b"")


@pytest.mark.parametrize("id_", ["", "7", "../../etc/passwd", "01A20CF5-DB92-72A6-A8E8-1A6AB0B855A7"])
def test_an_id_is_a_uuid(store: Store, id_: str) -> None:
    with pytest.raises(UnfitError, match="UUID"):
        store.put("MZ-004", b"", id=id_)


@pytest.mark.parametrize("names", [("a", "a"), ("",), ("../a",), ("a\nb",), ("x" * 256,)])
def test_attachments_have_different_plain_names(store: Store, names: tuple[str, ...]) -> None:
    with pytest.raises(UnfitError, match="names"):
        store.put("MZ-004", b"", [Attachment(name, "image/jpeg", b"") for name in names])


def test_a_transaction_may_not_be_endless(store: Store) -> None:
    with pytest.raises(UnfitError, match="64 MiB"):
        store.put("MZ-004", bytes(64 * 1024 * 1024), [PAGE])


def test_no_more_wait_than_may(opened: Opener, tmp_path: Path) -> None:
    store = opened(limits=Limits(waiting=2))
    store.put("MZ-004", b"one")
    store.put("MZ-004", b"two")
    with pytest.raises(QueueFullError, match=r"queue\.max_waiting"):
        store.put("MZ-004", b"three", [PAGE])
    assert files(tmp_path / "queue" / "attachments") == []
    acknowledge(store)
    assert store.put("MZ-004", b"three").reference.startswith("P-GZ044-20261123-0003")


def test_an_acknowledged_transaction_leaves_its_stub_only(store: Store, tmp_path: Path) -> None:
    made = store.put("MZ-004", b"one", [PAGE], print_job=True)
    content = store.outbox.content(made.id)
    acknowledge(store)
    store.truncate_log()
    assert store.fate(made.id) == YES
    entry = store.list()[0]
    assert (entry.state, entry.case_number, entry.next_attempt_in) == (State.ACKNOWLEDGED, "GZ-0001", None)
    assert files(tmp_path / "queue" / "attachments") == []
    left = b"".join(path.read_bytes() for path in (tmp_path / "queue").rglob("*") if path.is_file())
    assert content.payload[100:200] not in left
    assert content.manifest.encode()[:60] not in left
    assert store.verify() == []


def test_an_acknowledgement_is_final(store: Store) -> None:
    store.put("MZ-004", b"one")
    claim = store.outbox.claim(due_by=1e9)
    assert claim
    store.outbox.acknowledge(claim, YES)
    store.outbox.acknowledge(claim, Acknowledged("other", "", ""))
    store.outbox.park(claim, "too late", "422")
    store.outbox.postpone(claim, "too late", 1.0, unknown=True)
    assert store.fate(claim.id) == YES
    assert store.verify() == []


def test_a_parked_transaction_waits_for_staff(store: Store, clock: Clock) -> None:
    made = store.put("MZ-004", b"one", [PAGE])
    claim = store.outbox.claim(due_by=1e9)
    assert claim
    store.outbox.park(claim, "HTTP 422 Item closed", "422")
    assert store.fate(made.id) == Parked("HTTP 422 Item closed")
    clock.pass_(1e6)
    assert store.outbox.claim(due_by=clock.elapsed()) is None
    assert store.stats().parked == 1
    assert store.outbox.retry(made.id)
    assert not store.outbox.retry(made.id)
    assert store.fate(made.id) == Waiting()
    assert store.outbox.claim(due_by=clock.elapsed())
    assert store.verify() == []


def test_what_nobody_put_is_unknown(store: Store) -> None:
    for ask in (store.fate, store.outbox.retry, store.outbox.content, store.print_sent):
        with pytest.raises(UnknownTransactionError, match="kiosk queue list"):
            ask("0193")


def test_the_print_job_is_followed(store: Store) -> None:
    made, silent = store.put("MZ-004", b"one", print_job=True), store.put("MZ-004", b"two")
    assert [entry.print_job for entry in store.list()] == ["queued", ""]
    store.print_sent(made.id)
    assert store.list()[0].print_job == "sent"
    store.print_moved(made.id, PrintState.PRINTING)
    store.print_moved(made.id, PrintState.PRINTED)
    store.print_moved(made.id, PrintState.FAILED)  # proof that came stays
    store.print_sent(silent.id)
    store.print_moved(silent.id, PrintState.UNKNOWN)
    assert [entry.print_job for entry in store.list()] == ["printed", "unknown"]
    for id_ in (made.id, silent.id):
        with pytest.raises(PrintedBeforeError, match="补打"):
            store.print_sent(id_)
    assert store.verify() == []


def test_the_numbers(store: Store, clock: Clock) -> None:
    assert store.stats().oldest_seconds == 0.0
    assert store.stats().next_attempt_in is None
    for payload in (b"one", b"two", b"three", b"four"):
        store.put("MZ-004", payload)
    clock.pass_(60)
    acknowledge(store)
    park, unknown = store.outbox.claim(due_by=1e9), store.outbox.claim(due_by=1e9)
    assert park
    assert unknown
    store.outbox.park(park, "no", "400")
    store.outbox.postpone(unknown, "no answer", 30.0, unknown=True)
    stats = store.stats()
    assert (stats.waiting, stats.unknown, stats.parked, stats.acknowledged) == (2, 1, 1, 1)
    assert (stats.oldest_seconds, stats.next_attempt_in) == (60.0, 0.0)
    assert stats.bytes > 4096
    assert [entry.next_attempt_in for entry in store.list()] == [None, None, 30.0, 0.0]


def test_the_numbers_can_be_had_without_opening_the_store(store: Store, clock: Clock, tmp_path: Path) -> None:
    store.put("MZ-004", b"one")
    seen = look(tmp_path / "queue", clock.now() + timedelta(seconds=5))
    assert (seen.waiting, seen.oldest_seconds, seen.next_attempt_in) == (1, 5.0, 0.0)


def test_a_clock_set_back_makes_no_negative_age(store: Store, clock: Clock) -> None:
    store.put("MZ-004", b"one")
    clock.wall -= timedelta(days=3650)
    assert store.stats().oldest_seconds == 0.0
    store.put("MZ-004", b"two")
    assert store.verify() == []


def test_only_its_owner_sees_the_queue(store: Store, tmp_path: Path) -> None:
    store.put("MZ-004", b"one", [PAGE])
    directory = tmp_path / "queue"
    assert directory.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o077 for path in directory.rglob("*")} == {0}


def test_a_directory_that_cannot_be_used_is_named(tmp_path: Path, sealer: Sealer, clock: Clock) -> None:
    (tmp_path / "queue").write_text("a file is in the way")
    with pytest.raises(QueueError, match="directory cannot be used"):
        Store(tmp_path / "queue", sealer, clock.now)


def test_something_else_than_a_queue_is_refused(tmp_path: Path, sealer: Sealer, clock: Clock) -> None:
    (tmp_path / "queue").mkdir()
    (tmp_path / "queue" / "queue.db").write_bytes(b"this is no database, whatever its name" * 100)
    with pytest.raises(DamagedError, match="damaged"):
        Store(tmp_path / "queue", sealer, clock.now)

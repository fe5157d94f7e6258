"""Many put one after the other, sealed ahead: what is yielded is kept, what is not yielded is not there."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from offline_queue.errors import ItemFullError, QueueFullError, UnfitError
from offline_queue.policy import Limits
from offline_queue.seal import Sealer
from offline_queue.store import Store, Waiting
from offline_queue.transaction import Attachment, Draft, Sending, new_id
from tests.offline_queue.conftest import Opener

PAGE = Attachment("page-1.jpg", "image/jpeg", b"a picture")


def drafts(number: int) -> list[Draft]:
    return [
        Draft("MZ-004", f"payload {one}".encode(), [PAGE] if one % 3 == 0 else [], print_job=True)
        for one in range(number)
    ]


def attachments(tmp_path: Path) -> int:
    return len(list((tmp_path / "queue" / "attachments").iterdir()))


def test_all_are_kept_in_their_order_with_all_that_goes_with_them(store: Store, tmp_path: Path) -> None:
    made = list(store.put_all(drafts(30)))
    assert [entry.id for entry in store.list()] == [one.id for one in made]
    assert [int(one.reference.split("-")[3]) for one in made] == list(range(1, 31))
    assert {entry.print_job for entry in store.list()} == {"queued"}
    assert attachments(tmp_path) == 10
    assert store.verify() == []
    assert list(store.put_all([])) == []


def test_each_is_there_for_every_other_process_when_it_is_yielded(store: Store, opened: Opener) -> None:
    other = opened(None)
    for one in store.put_all(drafts(30)):
        assert other.fate(one.id) == Waiting()


def test_they_share_commits_and_are_sealed_in_another_thread(
    store: Store, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, threads = opened(None), set()
    seal = Sealer.seal

    def seen(self: Sealer, payload: bytes, attachments: list[Attachment]) -> object:
        threads.add(threading.current_thread().name)
        return seal(self, payload, attachments)

    monkeypatch.setattr(Sealer, "seal", seen)
    commits = 0
    for _ in store.put_all(drafts(60)):
        commits += other.changed()
    assert threads == {"sealing"}
    assert 1 < commits < 60


def test_what_comes_one_by_one_is_not_kept_waiting_for_the_next(store: Store) -> None:
    was_kept = threading.Event()

    def slow() -> Iterator[Draft]:
        for one in drafts(4):
            yield one
            assert was_kept.wait(30)
            was_kept.clear()

    kept = 0
    for _ in store.put_all(slow()):
        kept += 1
        was_kept.set()
    assert kept == 4


def test_those_before_a_limit_are_kept_and_the_others_leave_nothing(opened: Opener, tmp_path: Path) -> None:
    store = opened(limits=Limits(per_item=7))
    made: list[str] = []
    with pytest.raises(ItemFullError):
        made.extend(one.id for one in store.put_all(drafts(20)))
    with pytest.raises(QueueFullError):
        store.put("MZ-004", b"one more", [PAGE])
    assert [entry.id for entry in store.list()] == made
    assert len(made) == 7
    assert attachments(tmp_path) == 3
    assert store.verify() == []


def test_those_before_one_that_is_unfit_are_kept(store: Store) -> None:
    made: list[str] = []
    with pytest.raises(UnfitError):
        made.extend(one.id for one in store.put_all([*drafts(5), Draft("", b"x"), *drafts(5)]))
    assert [entry.id for entry in store.list()] == made
    assert len(made) == 5


def test_a_number_kept_before_gives_what_was_kept_then(store: Store, tmp_path: Path) -> None:
    id_ = new_id()
    first = store.put("MZ-004", b"first", [PAGE], id=id_)
    again = [Draft("MZ-004", b"again", [PAGE], id=id_, sending=Sending("case"))] * 3
    assert list(store.put_all([*again, *drafts(2)]))[:3] == [first] * 3
    assert len(store.list()) == 3
    assert attachments(tmp_path) == 2
    assert store.verify() == []


def test_whoever_stops_early_has_what_was_yielded_and_perhaps_what_shared_its_commit(store: Store) -> None:
    keeping = store.put_all(drafts(50))
    first = next(keeping)
    keeping.close()  # type: ignore[attr-defined]  # a generator is more than an iterator
    there = [entry.id for entry in store.list()]
    assert there[0] == first.id
    assert len(there) <= 8
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("sealing")]
    assert store.verify() == []


def test_the_source_may_fail(store: Store) -> None:
    def failing() -> Iterator[Draft]:
        yield from drafts(3)
        raise OSError("the stick was pulled")

    made: list[str] = []
    with pytest.raises(OSError, match="pulled"):
        made.extend(one.id for one in store.put_all(failing()))
    assert [entry.id for entry in store.list()] == made
    assert len(made) == 3

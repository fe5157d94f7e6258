"""Recording, with a real queue on the disk and a real submitter."""

import threading
from pathlib import Path

import pyrage
import pytest
import requests

from kiosk.commands.sending import Attached, AwaitDelivery, Record
from kiosk.events.printing import PRINTED_BEFORE, Paper
from kiosk.events.sending import Delivered, NotRecorded, Recorded, Refused
from kiosk.events.world import AdmissionChanged, FullResidents
from kiosk.runtime.print_desk import NOT_JOURNALLED
from kiosk.runtime.recorder import Recorder
from kiosk.spool import Spool
from offline_queue.errors import DiskFullError
from offline_queue.submitter import Submitter
from tests.kiosk.conftest import Heard, Queue, until
from tests.offline_queue.platform import Platform, Reply, serving

NUMBER = "440104198808080023"
PAYLOAD = '{"name": "张三丰"}'
STROKES = (((0.1, 0.5), (0.9, 0.5)),)


def record(recorder: Recorder, heard: Heard, number: int = 1) -> Recorded:
    recorder.record(Record(number, "MZ-004", PAYLOAD))
    return heard.wait_for(Recorded, lambda event: event.command == number)


def submit(queue: Queue, platform: Platform) -> None:
    with queue.open() as store, requests.Session() as session:
        session.trust_env = False
        Submitter(store, session, platform.url).submit_once(everything=True)


def test_recorded_is_posted_after_the_commit_with_what_the_receipt_says(
    recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    event = record(recorder, heard, 7)
    with queue.open() as store:
        (entry,) = store.list()
    assert (event.command, event.transaction, event.reference) == (7, entry.id, entry.reference)
    assert event.recorded_at == entry.created_at.isoformat()
    assert entry.print_job == "queued"


def test_the_times_of_a_submission_are_spooled_with_its_id(
    queue: Queue, heard: Heard, tmp_path: Path
) -> None:
    spool = Spool(tmp_path / "spool")
    recorder = Recorder(queue.open, heard.post, spool=spool)
    times = {"guide_shown": "2026-11-25T02:00:00+00:00", "captured": "2026-11-25T02:01:00+00:00"}
    recorder.record(Record(1, "MZ-004", PAYLOAD, times=times))
    transaction = heard.wait_for(Recorded).transaction
    (spooled,) = spool.waiting(10)
    told = [(event["kind"], event["at"], event["transaction"], event["item"]) for event in spooled.events]
    assert told == [(kind, at, transaction, "MZ-004") for kind, at in times.items()]
    recorder.stop()


def test_payload_photographs_and_signatures_are_sealed(
    recorder: Recorder, heard: Heard, queue: Queue, platform_key: pyrage.x25519.Identity, tmp_path: Path
) -> None:
    attached = (Attached("page.jpg", jpeg=b"a photograph"), Attached("signature.png", strokes=STROKES))
    recorder.record(Record(1, "MZ-004", PAYLOAD, attached))
    transaction = heard.wait_for(Recorded).transaction
    with queue.open() as store:
        store.export(tmp_path / "out")
    folder = tmp_path / "out" / transaction
    opened = {pyrage.decrypt(file.read_bytes(), [platform_key]) for file in folder.glob("**/*.age")}
    assert PAYLOAD.encode() in opened
    assert b"a photograph" in opened
    assert sum(content.startswith(b"\x89PNG") for content in opened) == 1


def test_a_full_queue_takes_nothing_and_says_so(recorder: Recorder, heard: Heard, queue: Queue) -> None:
    queue.max_waiting = 1
    record(recorder, heard)
    recorder.record(Record(2, "MZ-004", PAYLOAD))
    assert heard.wait_for(NotRecorded) == NotRecorded(2, "queue_full")
    assert len(queue.print_jobs()) == 1


def test_a_queue_that_cannot_be_opened_is_tried_again_for_the_next_resident(
    blocked: Recorder, heard: Heard, queue: Queue
) -> None:
    blocked.record(Record(1, "MZ-004", PAYLOAD))
    assert heard.wait_for(NotRecorded) == NotRecorded(1, "failed")
    queue.free()
    record(blocked, heard, 2)


def test_what_cannot_be_kept_is_reported_without_its_words(
    recorder: Recorder, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    recorder.record(Record(1, "MZ-004", "张三丰\ud800"))
    assert heard.wait_for(NotRecorded) == NotRecorded(1, "failed")
    assert "UnicodeEncodeError" in caplog.text
    assert "张三丰" not in caplog.text


def test_trouble_is_known_before_a_resident_begins_and_reported_once(
    blocked: Recorder, queue: Queue, caplog: pytest.LogCaptureFixture
) -> None:
    until(lambda: _troubled(blocked))
    for _ in range(20):
        blocked.check()
    queue.free()
    until(lambda: not _troubled(blocked))
    assert caplog.text.count("nothing can be kept") == 1


def test_a_disk_that_is_nearly_full_is_trouble(queue: Queue, heard: Heard) -> None:
    recorder = Recorder(queue.open, heard.post, least_free=2**62)
    until(lambda: _troubled(recorder))
    assert isinstance(recorder.trouble, DiskFullError)
    recorder.stop()


def _troubled(recorder: Recorder) -> bool:
    recorder.check()
    return recorder.trouble is not None


def test_the_case_number_comes_as_soon_as_the_platform_has_answered(
    recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    kept = record(recorder, heard)
    recorder.watch(AwaitDelivery(2, kept.transaction))
    with serving(Platform()) as platform:
        submit(queue, platform)
        event = heard.wait_for(Delivered)
        assert event.transaction == kept.transaction
        assert event.follow_up == f"{platform.url}/c/{event.case_number}"
        assert event.received_at == "2026-11-24T09:00:00+08:00"


def test_a_refusal_comes_with_its_reason(recorder: Recorder, heard: Heard, queue: Queue) -> None:
    kept = record(recorder, heard)
    recorder.watch(AwaitDelivery(2, kept.transaction))
    with serving(Platform(misbehave=lambda _: Reply(422))) as platform:
        submit(queue, platform)
        event = heard.wait_for(Refused)
    assert event.transaction == kept.transaction
    assert event.reason


def test_nothing_is_told_to_the_next_resident(queue: Queue, heard: Heard) -> None:
    recorder = Recorder(queue.open, heard.post, poll=0.02)
    first, second = record(recorder, heard, 1), record(recorder, heard, 2)
    recorder.watch(AwaitDelivery(3, first.transaction))
    recorder.forget()
    recorder.watch(AwaitDelivery(4, first.transaction))
    recorder.watch(AwaitDelivery(5, second.transaction))
    with serving(Platform()) as platform:
        submit(queue, platform)
        assert heard.wait_for(Delivered).transaction == second.transaction
    recorder.stop()
    assert heard.events == []
    assert "delivery" not in {thread.name for thread in threading.enumerate()}


def test_watching_goes_on_when_the_queue_cannot_be_looked_at(
    blocked: Recorder, heard: Heard, queue: Queue, caplog: pytest.LogCaptureFixture
) -> None:
    blocked.watch(AwaitDelivery(1, "0192f0c1-2345-7890-abcd-ef0123456789"))
    while "the queue cannot be looked at" not in caplog.text:
        assert heard.events == []
    queue.free()
    kept = record(blocked, heard)
    blocked.watch(AwaitDelivery(2, kept.transaction))
    with serving(Platform()) as platform:
        submit(queue, platform)
        assert heard.wait_for(Delivered).transaction == kept.transaction


def test_a_print_job_is_journalled_from_its_beginning_to_its_end(
    recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    kept = record(recorder, heard)
    assert recorder.sending(kept.transaction) == ""
    assert queue.print_jobs() == ["sent"]
    recorder.printing(kept.transaction)
    assert queue.print_jobs() == ["printing"]
    recorder.printed(kept.transaction, Paper.PRINTED)
    assert queue.print_jobs() == ["printed"]


@pytest.mark.parametrize("paper", [Paper.PRINTED, Paper.UNKNOWN])
def test_a_paper_that_may_be_out_is_followed_by_copies_only(
    recorder: Recorder, heard: Heard, queue: Queue, paper: Paper
) -> None:
    kept = record(recorder, heard)
    assert recorder.sending(kept.transaction) == ""
    assert recorder.sending(kept.transaction, copy=True) == PRINTED_BEFORE  # the first is on its way
    recorder.printed(kept.transaction, paper)
    assert recorder.sending(kept.transaction) == PRINTED_BEFORE
    assert recorder.sending(kept.transaction, copy=True) == ""
    recorder.printed(kept.transaction, Paper.FAILED)
    assert recorder.sending(kept.transaction) == PRINTED_BEFORE  # the copy failed, the first may still be out
    with queue.open() as store:
        assert store.verify() == []


def test_a_print_job_that_cannot_be_journalled_is_refused(blocked: Recorder) -> None:
    assert blocked.sending("0192f0c1-2345-7890-abcd-ef0123456789") == NOT_JOURNALLED


def test_stopping_finishes_what_was_begun(queue: Queue, heard: Heard) -> None:
    recorder = Recorder(queue.open, heard.post)
    for number in range(5):
        recorder.record(Record(number, "MZ-004", PAYLOAD))
    recorder.stop()
    assert [event.command for event in heard.events if isinstance(event, Recorded)] == [0, 1, 2, 3, 4]
    Recorder(queue.open, heard.post).stop()


def test_what_the_queue_takes_is_told_before_anybody_begins(
    recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    queue.max_waiting = 1
    record(recorder, heard)
    until(lambda: not _troubled(recorder) and AdmissionChanged("queue_full") in heard.events)


def test_a_resident_is_kept_as_a_digest_of_the_day(recorder: Recorder, heard: Heard, queue: Queue) -> None:
    recorder.record(Record(1, "MZ-004", PAYLOAD, resident=NUMBER))
    heard.wait_for(Recorded)
    for path in queue.directory.rglob("*"):
        assert path.is_dir() or NUMBER.encode() not in path.read_bytes()


def test_who_has_too_much_waiting_is_told_apart_by_the_days_salt(
    recorder: Recorder, heard: Heard, queue: Queue
) -> None:
    queue.max_per_resident = 1
    recorder.record(Record(1, "MZ-004", PAYLOAD, resident=NUMBER))
    heard.wait_for(Recorded)
    until(lambda: not _troubled(recorder) and any(full.has(NUMBER) for full in _full(heard)))
    assert not any(full.has(NUMBER[::-1]) for full in _full(heard))
    assert NUMBER not in repr(heard.events)


def _full(heard: Heard) -> list[FullResidents]:
    return [event.residents for event in heard.events if isinstance(event, AdmissionChanged)]

"""Submission against a real HTTP server that misbehaves as asked."""

import base64
from pathlib import Path

import pyrage
import pytest

from offline_queue.records import Acknowledged, Parked
from offline_queue.seal import sha256
from offline_queue.store import Store, Waiting
from offline_queue.submitter import Report, Submitter
from offline_queue.transaction import Attachment, Sending
from tests.offline_queue.conftest import Clock, Opener
from tests.offline_queue.platform import Platform, Reply, serving

PAGE = Attachment("page-1.jpg", "image/jpeg", b"a picture")


def test_what_waits_arrives_as_the_contract_says(
    store: Store, submitter: Submitter, platform: Platform, reader: pyrage.x25519.Identity
) -> None:
    made = store.put("MZ-004", b"payload", [PAGE])
    content = store.outbox.content(made.id)
    assert submitter.submit_once() == Report(acknowledged=1)
    body = platform.bodies[made.id]
    assert body["manifest"] == content.manifest
    assert pyrage.decrypt(base64.b64decode(body["payload"]), [reader]) == b"payload"
    sealed = base64.b64decode(body["attachments"][0]["content"])
    assert body["attachments"][0]["sha256"] == sha256(sealed)
    assert pyrage.decrypt(sealed, [reader]) == PAGE.data
    assert store.fate(made.id) == Acknowledged(
        "GZ-0001", f"{platform.url}/c/GZ-0001", "2026-11-24T09:00:00+08:00"
    )


def test_one_connection_serves_them_all(store: Store, submitter: Submitter, platform: Platform) -> None:
    for _ in range(20):
        store.put("MZ-004", b"x")
    assert submitter.submit_once() == Report(acknowledged=20)
    assert len(platform.connections) == 1


def test_of_one_case_each_arrives_after_the_one_before_was_judged(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    made = [store.put("MZ-004", b"x", sending=Sending(case)).id for case in "AABAB"]
    replies = {made[0]: [Reply(500)], made[1]: [Reply(422)]}
    platform.misbehave = lambda id_: replies[id_].pop() if replies.get(id_) else None
    assert submitter.submit_once() == Report(acknowledged=2, postponed=1)
    assert platform.asked == [made[0], made[2], made[4]]
    clock.pass_(2)
    assert submitter.submit_once() == Report(acknowledged=2, parked=1)
    assert platform.asked[3:] == [made[0], made[1], made[3]]


def test_when_the_platform_is_known_to_be_back_nothing_waits_any_longer(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    platform.misbehave = lambda _: Reply(503)
    for _ in range(3):
        store.put("MZ-004", b"x")
    for _ in range(9):
        submitter.poll()
        clock.pass_(300)
    submitter.poll()
    platform.misbehave = lambda _: None
    assert submitter.poll() is None
    submitter.platform_returned()
    assert submitter.poll() == Report(acknowledged=3)
    submitter.platform_returned()
    assert submitter.poll() is None


def test_a_pause_is_kept_although_the_platform_answers(
    store: Store, submitter: Submitter, platform: Platform
) -> None:
    platform.misbehave = lambda _: Reply(503, {"Retry-After": "60"})
    store.put("MZ-004", b"x")
    submitter.poll()
    submitter.platform_returned()
    assert submitter.poll() is None


def test_a_platform_that_cannot_be_reached_is_left_alone_for_longer_and_longer(
    store: Store, clock: Clock, submitter: Submitter, platform: Platform
) -> None:
    platform.misbehave = lambda _: Reply(503)
    store.put("MZ-004", b"x")
    store.put("MZ-004", b"y")
    for pause in (1, 2, 4):
        assert submitter.poll() == Report(postponed=1)
        clock.pass_(pause - 0.5)
        assert submitter.poll() is None
        clock.pass_(0.5)
    assert len(platform.asked + platform.inquired) == 3


def test_during_an_outage_what_is_new_is_tried_at_once_and_its_success_wakes_all(
    store: Store, opened: Opener, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    platform.misbehave = lambda _: Reply(503)
    for _ in range(5):
        store.put("MZ-004", b"x")
    for _ in range(9):
        submitter.poll()
        clock.pass_(400)
    assert submitter.poll() == Report(postponed=1)
    platform.misbehave = lambda _: None
    assert submitter.poll() is None
    opened().put("MZ-004", b"new")
    assert submitter.poll() == Report(acknowledged=6)


def test_silence_that_was_asked_for_is_kept_for_what_is_new_too(
    store: Store, opened: Opener, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    replies = iter([Reply(429, {"Retry-After": "120"})])
    platform.misbehave = lambda _: next(replies, None)
    store.put("MZ-004", b"x")
    assert submitter.poll() == Report(postponed=1)
    opened().put("MZ-004", b"new")
    clock.pass_(119)
    assert submitter.poll() is None
    clock.pass_(1)
    assert submitter.poll() == Report(acknowledged=2)


@pytest.mark.parametrize("status", [400, 409, 422])
def test_a_refused_one_is_parked_and_the_others_go_on(
    store: Store, submitter: Submitter, platform: Platform, status: int
) -> None:
    made = [store.put("MZ-004", b"x").id for _ in range(3)]
    platform.misbehave = lambda id_: Reply(status) if id_ == made[0] else None
    assert submitter.submit_once() == Report(acknowledged=2, parked=1)
    assert store.fate(made[0]) == Parked(f"HTTP {status}")
    assert submitter.submit_once() == Report()
    platform.misbehave = lambda _: None
    assert store.outbox.retry(made[0])
    assert submitter.submit_once() == Report(acknowledged=1)


def test_one_that_the_platform_fails_at_holds_up_nobody(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    made = [store.put("MZ-004", b"x").id for _ in range(3)]
    platform.misbehave = lambda id_: Reply(500) if id_ == made[0] else None
    assert submitter.submit_once() == Report(acknowledged=2, postponed=1)
    clock.pass_(1)
    assert submitter.submit_once() == Report(postponed=1)
    assert store.fate(made[0]) == Waiting()


def test_a_redirection_is_not_followed(store: Store, submitter: Submitter, platform: Platform) -> None:
    with serving(Platform()) as elsewhere:
        platform.misbehave = lambda _: Reply(307, {"Location": f"{elsewhere.url}/v1/transactions/x"})
        store.put("MZ-004", b"x")
        assert submitter.submit_once() == Report(postponed=1)
        assert elsewhere.asked == []


def test_everything_is_tried_when_asked_for(store: Store, submitter: Submitter, platform: Platform) -> None:
    made = [store.put("MZ-004", b"x").id for _ in range(3)]
    platform.misbehave = lambda id_: Reply(503) if id_ == made[0] else None
    assert submitter.submit_once() == Report(postponed=1)
    assert submitter.submit_once(everything=True) == Report(acknowledged=2, postponed=1)
    platform.misbehave = lambda _: None
    assert submitter.submit_once(everything=True) == Report(acknowledged=1)


def test_trying_everything_gives_up_on_a_dead_platform(
    store: Store, submitter: Submitter, platform: Platform
) -> None:
    platform.misbehave = lambda _: Reply(503)
    for _ in range(10):
        store.put("MZ-004", b"x")
    assert submitter.submit_once(everything=True) == Report(postponed=3)


def test_what_is_damaged_here_is_parked_and_the_others_go_on(
    store: Store, submitter: Submitter, tmp_path: Path
) -> None:
    broken = store.put("MZ-004", b"x", [PAGE])
    store.put("MZ-004", b"y", [PAGE])
    file = next(
        (tmp_path / "queue" / "attachments").glob(
            f"{next(iter(store.outbox.content(broken.id).attachments))}*"
        )
    )
    file.write_bytes(b"rotten")
    assert submitter.submit_once() == Report(acknowledged=1, parked=1)
    fate = store.fate(broken.id)
    assert isinstance(fate, Parked)
    assert "disk" in fate.reason


def test_it_stops_between_two_when_told(store: Store, submitter: Submitter, platform: Platform) -> None:
    for _ in range(3):
        store.put("MZ-004", b"x")
    assert submitter.submit_once(stopping=lambda: len(platform.asked) >= 1) == Report(acknowledged=1)


def test_an_idle_round_asks_nothing(opened: Opener, submitter: Submitter, clock: Clock) -> None:
    assert submitter.poll() == Report()
    assert submitter.poll() is None
    clock.pass_(1e6)
    assert submitter.poll() is None
    opened().put("MZ-004", b"x")
    assert submitter.poll() == Report(acknowledged=1)


def test_what_another_submitter_left_in_mid_send_is_taken_over(
    opened: Opener, submitter: Submitter, clock: Clock
) -> None:
    other = opened()
    other.put("MZ-004", b"x")
    assert other.outbox.claim(due_by=clock.elapsed())
    assert submitter.poll() == Report()
    assert submitter.poll() is None
    other.close()
    clock.pass_(1)
    assert submitter.poll() == Report(acknowledged=1)

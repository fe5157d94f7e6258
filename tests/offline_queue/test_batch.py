"""After an outage many go in one exchange, and what comes of each is what would have come of it alone."""

import json
from datetime import UTC, datetime

import pytest

from offline_queue.answer import Later, Refused
from offline_queue.batch import judge_batch
from offline_queue.records import Acknowledged, Parked
from offline_queue.store import Store, Waiting
from offline_queue.submitter import Report, Submitter
from offline_queue.transaction import Attachment, Sending
from tests.offline_queue.conftest import Clock
from tests.offline_queue.platform import Platform, Reply

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def put(store: Store, number: int) -> list[str]:
    return [store.put("MZ-004", b"x").id for _ in range(number)]


def test_after_one_that_was_answered_the_others_go_together(
    store: Store, submitter: Submitter, platform: Platform
) -> None:
    made = put(store, 120)
    assert submitter.submit_once() == Report(acknowledged=120)
    assert [len(batch) for batch in platform.batches] == [49, 50, 20]
    assert platform.asked == made
    assert isinstance(fate := store.fate(made[-1]), Acknowledged)
    assert fate.case_number == platform.numbers[made[-1]]


def test_each_of_a_batch_has_its_own_fate(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    made = put(store, 5)
    replies = {made[1]: Reply(422), made[2]: Reply(500), made[3]: Reply(409)}
    platform.misbehave = replies.get
    assert submitter.submit_once() == Report(acknowledged=2, parked=2, postponed=1)
    assert platform.batches == [made[1:]]
    assert [store.fate(made[number]) for number in (1, 2, 3)] == [
        Parked("HTTP 422"),
        Waiting(),
        Parked("HTTP 409"),
    ]
    replies.clear()
    clock.pass_(2)
    assert submitter.submit_once() == Report(acknowledged=1)
    assert platform.inquired == [made[2]], "whether it arrived was not known"


def test_an_unanswered_batch_is_asked_for_one_by_one_and_counts_as_one_failure(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    made = put(store, 10)
    platform.lose = lambda: bool(platform.batches)
    assert submitter.submit_once() == Report(acknowledged=1, postponed=9)
    platform.lose = lambda: False
    assert submitter.poll() is None
    clock.pass_(1)
    assert submitter.poll() == Report(acknowledged=9)
    assert platform.inquired == made[1:]
    assert platform.asked == made, "nothing is sent twice that had arrived"


@pytest.mark.parametrize("status", [400, 404, 405, 413, 501])
def test_a_platform_that_takes_no_batches_gets_them_one_by_one(
    store: Store, submitter: Submitter, platform: Platform, status: int
) -> None:
    made = put(store, 5)
    platform.misbehave = lambda what: Reply(status) if what == "batch" else None
    assert submitter.submit_once() == Report(acknowledged=5)
    assert platform.asked == made
    put(store, 5)
    platform.misbehave = lambda _: None
    assert submitter.submit_once() == Report(acknowledged=5)
    assert platform.batches == [], "it is not asked again"


def test_a_batch_refused_for_the_moment_waits_as_it_was_asked_to(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    put(store, 5)
    platform.misbehave = lambda what: Reply(429, {"Retry-After": "90"}) if what == "batch" else None
    assert submitter.poll() == Report(acknowledged=1, postponed=4)
    platform.misbehave = lambda _: None
    clock.pass_(89)
    assert submitter.poll() is None
    clock.pass_(1)
    assert submitter.poll() == Report(acknowledged=4)


def test_of_one_case_no_two_are_in_one_batch(store: Store, submitter: Submitter, platform: Platform) -> None:
    made = [store.put("MZ-004", b"x", sending=Sending(case)).id for case in "ABCABCABC"]
    assert submitter.submit_once() == Report(acknowledged=9)
    assert platform.asked == made
    assert all(len(batch) <= 3 for batch in platform.batches)


def test_what_is_large_goes_by_itself(store: Store, submitter: Submitter, platform: Platform) -> None:
    first, second = put(store, 2)
    large = store.put("MZ-004", b"x", [Attachment("a.jpg", "image/jpeg", bytes(300_000))]).id
    third, fourth = put(store, 2)
    assert submitter.submit_once() == Report(acknowledged=5)
    assert platform.asked == [first, second, large, third, fourth]
    assert platform.batches == [[third, fourth]]


@pytest.mark.parametrize(
    "said", [b"", b"[]", b"{}", b'{"results": 1}', b'{"results": [1]}', b'{"results": []}']
)
def test_an_answer_that_does_not_speak_of_each_leaves_all_unknown(said: bytes) -> None:
    answers = judge_batch(200, {}, said, NOW, ["a", "b"])
    assert answers is not None
    assert all(isinstance(answer, Later) and answer.unknown for answer in answers)
    assert len(answers) == 2


def test_an_answer_counts_for_whom_it_names() -> None:
    results = [{"id": "b", "status": 201, "answer": {"id": "b"}}, {"id": "a", "status": 422, "answer": {}}]
    crossed = judge_batch(200, {}, json.dumps({"results": results}).encode(), NOW, ["a", "b"])
    assert crossed is not None
    assert all(isinstance(answer, Later) for answer in crossed)
    right = judge_batch(200, {}, json.dumps({"results": results}).encode(), NOW, ["b", "a"])
    assert right == [Acknowledged("", "", ""), Refused("HTTP 422", "422")]
    strange = judge_batch(200, {}, b'{"results": [{"id": "a", "status": "yes"}]}', NOW, ["a"])
    assert strange is not None
    assert isinstance(strange[0], Later)

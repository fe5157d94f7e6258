"""F11: no answer came. Whether it arrived is unknown, and is found out; nothing is forgotten and nothing sent for nothing."""

import socket
import threading

import pytest
import requests

from offline_queue.back_off import BackOff
from offline_queue.records import Acknowledged, State
from offline_queue.store import Store, Waiting
from offline_queue.submitter import Report, Submitter
from offline_queue.transaction import Attachment
from tests.offline_queue.conftest import Clock
from tests.offline_queue.platform import Platform, Reply, serving

PAGE = Attachment("page-1.jpg", "image/jpeg", b"a picture")


def test_an_answer_that_was_lost_is_asked_for_and_nothing_is_sent_again(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    losses = iter([True, True, False])
    platform.lose = lambda: next(losses)
    made = store.put("MZ-004", b"x", [PAGE])
    assert submitter.submit_once() == Report(postponed=1)
    assert store.list()[0].state == State.UNKNOWN
    clock.pass_(1)
    assert submitter.poll() == Report(postponed=1)
    clock.pass_(2)
    assert submitter.poll() == Report(acknowledged=1)
    assert isinstance(store.fate(made.id), Acknowledged)
    assert (platform.asked, platform.inquired) == ([made.id], [made.id] * 2)


def test_what_was_lost_on_its_way_is_sent_again(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock
) -> None:
    replies = iter([Reply(504)])
    platform.misbehave = lambda _: next(replies, None)
    made = store.put("MZ-004", b"x")
    assert submitter.submit_once() == Report(postponed=1)
    assert store.list()[0].state == State.UNKNOWN
    clock.pass_(1)
    assert submitter.poll() == Report(acknowledged=1)
    assert (platform.inquired, platform.asked) == ([made.id], [made.id] * 2)


@pytest.mark.parametrize("status", [405, 404, 501])
def test_a_platform_that_cannot_be_asked_is_sent_the_same_again(
    store: Store, submitter: Submitter, platform: Platform, clock: Clock, status: int
) -> None:
    replies = iter([Reply(504), Reply(status)])
    platform.misbehave = lambda _: next(replies, None)
    store.put("MZ-004", b"x")
    submitter.submit_once()
    clock.pass_(1)
    assert submitter.poll() == Report(acknowledged=1)


def test_what_is_unknown_stays_so_until_the_platform_has_judged(
    store: Store, session: requests.Session, clock: Clock
) -> None:
    back_off = BackOff(1.0, 300.0, lambda _, bound: bound)
    with serving(Platform(lose=lambda: True)) as platform:
        submitter = Submitter(store, session, platform.url, back_off=back_off, now=clock.now)
        store.put("MZ-004", b"x")
        submitter.submit_once()
    clock.pass_(1)
    assert submitter.submit_once() == Report(postponed=1)  # nobody listens any more
    assert store.list()[0].state == State.UNKNOWN


def test_no_connection_at_all(store: Store, session: requests.Session, clock: Clock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    store.put("MZ-004", b"x")
    submitter = Submitter(store, session, f"http://127.0.0.1:{port}/", now=clock.now)
    assert submitter.submit_once() == Report(postponed=1)
    assert store.list()[0].state == State.WAITING  # it never left: nothing is unknown
    assert store.list()[0].reason == "no answer (ConnectionError)"


def test_an_answer_that_breaks_off_is_no_answer(
    store: Store, session: requests.Session, clock: Clock
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def half_an_answer() -> None:
            connection = server.accept()[0]
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{")

        thread = threading.Thread(target=half_an_answer)
        thread.start()
        made = store.put("MZ-004", b"x")
        submitter = Submitter(store, session, f"http://127.0.0.1:{server.getsockname()[1]}", now=clock.now)
        assert submitter.submit_once() == Report(postponed=1)
        thread.join()
    assert store.fate(made.id) == Waiting()
    assert store.list()[0].state == State.UNKNOWN

"""The inbox: order, and no starving."""

import threading

from kiosk.events.cards import CardLifted
from kiosk.events.world import NetworkChanged, TimedOut
from kiosk.runtime.inbox import Inbox


def test_events_come_out_in_the_order_they_were_posted() -> None:
    inbox = Inbox()
    for number in range(5):
        inbox.post(TimedOut(number))
    assert [event.entered for event in inbox.drain() if isinstance(event, TimedOut)] == [0, 1, 2, 3, 4]
    assert list(inbox.drain()) == []


def test_what_is_posted_meanwhile_waits_for_the_next_turn() -> None:
    inbox = Inbox()
    inbox.post(CardLifted())
    handled = []
    for event in inbox.drain():
        handled.append(event)
        inbox.post(NetworkChanged(online=True))
    assert handled == [CardLifted()]
    assert list(inbox.drain()) == [NetworkChanged(online=True)]


def test_many_threads_lose_nothing_and_keep_each_their_own_order() -> None:
    inbox = Inbox()

    def post(thread: int) -> None:
        for number in range(500):
            inbox.post(TimedOut(thread * 1000 + number))

    threads = [threading.Thread(target=post, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [event.entered for event in inbox.drain() if isinstance(event, TimedOut)]
    assert len(numbers) == 2000
    for thread_number in range(4):
        own = [number for number in numbers if number // 1000 == thread_number]
        assert own == sorted(own)

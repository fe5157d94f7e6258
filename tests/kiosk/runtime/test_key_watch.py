"""When the camera is believed: never one frame alone, and never for ever."""

import pytest

from devices.camera import Sighting
from devices.card_reader.mrz import DocumentKey
from kiosk.events.cards import DocumentKeyRead, DocumentKeyUnread
from kiosk.runtime.key_watch import EVERY, LOOKS, KeyWatch

KEY, OTHER = DocumentKey("L898902C3", "740812", "120415"), DocumentKey("L898902C4", "740812", "120415")
NOTHING, UNCLEAR = Sighting(), Sighting(lines=True)


def test_two_frames_that_show_the_same_are_believed() -> None:
    watch = KeyWatch(7)
    assert watch.seen(Sighting(KEY, lines=True)) is None
    assert watch.seen(Sighting(KEY, lines=True)) == DocumentKeyRead(7, KEY)


@pytest.mark.parametrize("between", [Sighting(OTHER, lines=True), UNCLEAR, NOTHING])
def test_two_that_do_not_are_not(between: Sighting) -> None:
    watch = KeyWatch(7)
    assert [watch.seen(one) for one in (Sighting(KEY, lines=True), between, Sighting(KEY, lines=True))] == [
        None
    ] * 3
    assert watch.seen(Sighting(KEY, lines=True)) == DocumentKeyRead(7, KEY)


@pytest.mark.parametrize(("sighting", "reason"), [(NOTHING, "no-lines"), (UNCLEAR, "unclear")])
def test_it_ends_and_says_why(sighting: Sighting, reason: str) -> None:
    watch = KeyWatch(7)
    assert [watch.seen(sighting) for _ in range(LOOKS - 1)] == [None] * (LOOKS - 1)
    assert watch.seen(sighting) == DocumentKeyUnread(7, reason)


def test_most_frames_are_for_the_live_picture() -> None:
    watch = KeyWatch(7)
    assert [watch.is_due() for _ in range(2 * EVERY)].count(True) == 2
    watch.seen(Sighting(KEY, lines=True))
    assert watch.is_due()

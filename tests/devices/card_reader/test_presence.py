"""Whether a card still lies there, with every kind of reader that is known."""

from dataclasses import dataclass, field

import pytest

from devices.card_reader.sdt.presence import Presence


@dataclass
class Plate:
    """A reader's plate. What lies there was read or not; the kinds of reader differ in what they then say."""

    finds_again: bool = False  # a card that was read is found again
    always_no_item: bool = False  # the probe is answered also when nothing lies there
    lies: bool = True
    was_read: bool = True
    seconds: float = 0.0
    asked: list[str] = field(default_factory=list)

    def find(self) -> bool:
        self.asked.append("find")
        return self.lies and (self.finds_again or not self.was_read)

    def probe(self) -> bool:
        self.asked.append("probe")
        return self.always_no_item or (self.lies and self.was_read)

    def now(self) -> float:
        return self.seconds

    def presence(self, *, probing: bool) -> Presence:
        presence = Presence(self.find, self.probe, self.now)
        presence.dealt_with(probing=probing)
        return presence

    def swap(self) -> None:
        self.lies, self.was_read = True, False


def polled(plate: Plate, presence: Presence, times: int = 3) -> list[bool]:
    answers = []
    for _ in range(times):
        plate.seconds += 0.4
        answers.append(presence.still_lies_there())
    return answers


def test_nothing_was_dealt_with() -> None:
    plate = Plate()
    assert not Presence(plate.find, plate.probe, plate.now).still_lies_there()
    assert plate.asked == []


@pytest.mark.parametrize("finds_again", [False, True])
def test_a_card_that_can_be_probed_lies_there_until_it_is_lifted(*, finds_again: bool) -> None:
    plate = Plate(finds_again=finds_again)
    presence = plate.presence(probing=True)
    assert polled(plate, presence) == [True, True, True]
    plate.lies = False
    assert polled(plate, presence) == [False, False, False]


def test_a_probe_that_was_seen_to_fail_is_believed_alone() -> None:
    plate = Plate()
    presence = plate.presence(probing=True)
    plate.lies = False
    assert polled(plate, presence, 1) == [False]
    plate.lies = True
    presence.dealt_with(probing=True)
    plate.asked.clear()
    assert polled(plate, presence, 2) == [True, True]
    assert plate.asked == ["probe", "probe"]


def test_a_probe_that_always_answers_does_not_hide_the_next_card() -> None:
    plate = Plate(always_no_item=True)
    presence = plate.presence(probing=True)
    assert polled(plate, presence) == [True, True, True]
    plate.lies = False
    assert polled(plate, presence) == [True, True, True]  # this reader cannot tell
    plate.swap()
    assert polled(plate, presence, 1) == [False]


def test_a_card_swapped_between_two_polls_is_noticed_by_the_probe() -> None:
    plate = Plate()
    presence = plate.presence(probing=True)
    plate.swap()
    assert polled(plate, presence, 1) == [False]


def test_a_reader_that_finds_again_without_a_probe() -> None:
    plate = Plate(finds_again=True)
    presence = plate.presence(probing=False)
    assert polled(plate, presence) == [True, True, True]
    plate.lies = False
    assert polled(plate, presence, 1) == [False]


def test_nobody_asked_for_a_while_so_what_is_found_is_new() -> None:
    plate = Plate(finds_again=True)
    presence = plate.presence(probing=False)
    plate.seconds += 60
    assert not presence.still_lies_there()


def test_a_reader_without_a_probe_that_does_not_find_again_cannot_tell() -> None:
    plate = Plate()
    assert polled(plate, plate.presence(probing=False), 1) == [False]

"""About how many receipts a roll still gives."""

from pathlib import Path

import pytest

from devices.printer import Paper, PrinterStatus
from devices.printer.roll import FILE, Roll, kept

MM = 250.0  # a receipt


def says(paper: Paper, *, cover_open: bool = False) -> PrinterStatus:
    return PrinterStatus(online=not cover_open, cover_open=cover_open, paper=paper)


def used(roll: Roll, receipts: int) -> Roll:
    for _ in range(receipts):
        roll = roll.after(MM)
    return roll


def test_a_usual_roll_is_taken_until_one_was_seen() -> None:
    assert Roll().receipts_left == 250  # 50 m of receipts of 20 cm
    assert used(Roll(), 40).receipts_left == 160  # 50 m of receipts of 25 cm
    assert used(Roll(), 180).receipts_left == 20
    assert (
        used(Roll(), 190).receipts_left == 16
    )  # counted out, and still no end in sight: what a sensor leaves is there
    assert used(Roll(), 300).receipts_left == 16


def test_its_end_comes_into_sight() -> None:
    roll = used(Roll().seen(says(Paper.PLENTY)), 100).seen(says(Paper.LOW))
    assert roll.receipts_left == 16  # 4 m
    assert used(roll, 10).receipts_left == 6
    assert used(roll, 30).receipts_left == 0


def test_what_a_roll_gave_is_learned_for_the_next() -> None:
    roll = Roll().seen(says(Paper.OUT)).seen(says(Paper.PLENTY))
    assert roll.printed == 0
    roll = used(roll, 100).seen(says(Paper.LOW))
    roll = used(roll, 40).seen(says(Paper.OUT))
    assert (roll.receipts_left, roll.length, roll.rest) == (0, 140 * MM, 40 * MM)
    fresh = roll.seen(says(Paper.PLENTY))
    assert used(fresh, 90).receipts_left == 50
    assert used(fresh, 100).seen(says(Paper.LOW)).receipts_left == 40  # "about 40 receipts left"


def test_a_roll_that_was_not_seen_from_its_beginning_teaches_no_length() -> None:
    roll = used(Roll().seen(says(Paper.PLENTY)), 10).seen(says(Paper.OUT))
    assert roll.length == Roll().length


def test_a_new_roll_is_noticed_and_a_cover_opened_for_a_look_is_none() -> None:
    roll = used(Roll().seen(says(Paper.PLENTY)), 150).seen(says(Paper.LOW))
    looked = roll.seen(says(Paper.OUT, cover_open=True)).seen(says(Paper.LOW))
    assert looked == roll
    changed = roll.seen(says(Paper.OUT, cover_open=True)).seen(says(Paper.PLENTY))
    assert (changed.printed, changed.receipts) == (0, 0)


def test_a_roll_put_in_that_is_nearly_at_its_end() -> None:
    roll = Roll().seen(says(Paper.OUT)).seen(says(Paper.LOW))
    assert roll.receipts_left == 20  # 4 m of receipts of 20 cm
    assert (
        used(roll, 8).seen(says(Paper.OUT)).rest == Roll().rest
    )  # it was not seen when its end came into sight


def test_it_is_kept_and_read_again(tmp_path: Path) -> None:
    roll = used(Roll().seen(says(Paper.PLENTY)), 7).seen(says(Paper.LOW))
    (tmp_path / FILE).write_bytes(roll.written())
    assert kept(tmp_path) == roll


@pytest.mark.parametrize("content", [None, b"", b"[]", b"{", b'{"strange": 1}'])
def test_a_file_that_is_none_is_no_roll(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert kept(tmp_path) is None

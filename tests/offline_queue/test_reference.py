from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline_queue.reference import (
    ALPHABET,
    check_character,
    day_and_number,
    is_valid_reference,
    reference,
)
from offline_queue.transaction import new_id

DAY = date(2026, 11, 23)


def test_the_check_character_is_that_of_the_standard() -> None:
    # A Global Release Identifier printed with its check character (GRid, ISO 7064 MOD 37,36).
    assert check_character("A1-2425G-ABC1234002") == "M"


def test_a_reference_reads_as_on_the_receipt() -> None:
    assert reference("GZ044", DAY, 7) == "P-GZ044-20261123-0007-T"
    assert is_valid_reference("P-GZ044-20261123-0007-T")


def test_a_reference_names_its_day_and_its_number() -> None:
    assert day_and_number(reference("GZ-T1", DAY, 12345)) == ("2026-11-23", 12345)
    assert day_and_number("P-GZ044-20261123-0007-X") == ("", 0)


@pytest.mark.parametrize("terminal", ["GZ-T1", "gz_044", "LAB001", "a--b"])
def test_every_terminal_id_gives_a_valid_reference(terminal: str) -> None:
    assert is_valid_reference(reference(terminal, DAY, 12345))


@given(st.integers(1, 9999), st.integers(0, 22), st.sampled_from(ALPHABET))
def test_a_single_wrong_character_is_found(sequence: int, position: int, wrong: str) -> None:
    right = reference("GZ044", DAY, sequence)
    mistyped = right[:position] + wrong + right[position + 1 :]
    assert is_valid_reference(mistyped) == (mistyped == right)


@pytest.mark.parametrize(
    "text", ["", "P-", "Q-GZ044-20261123-0007-T", "P-GZ044-20261123-0007-t", "P-GZ044-20261123-7-T"]
)
def test_something_else_is_no_reference(text: str) -> None:
    assert not is_valid_reference(text)


def test_ids_are_uuids_of_version_7_in_their_order() -> None:
    made = [new_id() for _ in range(100)]
    assert sorted(set(made)) == made
    assert {one[14] for one in made} == {"7"}

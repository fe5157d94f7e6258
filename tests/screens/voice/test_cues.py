"""Which sound goes with which page: the four endings by twos, an error once, what is to be taken along."""

from dataclasses import replace

import pytest

from screens.voice.cues import Cue, cue_of
from tests.screens.samples import VIEWS


@pytest.mark.parametrize(
    ("page", "cue"),
    [
        ("outcome_done", Cue.DONE),
        ("outcome_saved", Cue.DONE),
        ("outcome_not_done", Cue.CARE),
        ("outcome_unknown", Cue.CARE),
        ("outcome_paper", Cue.CARE),
        ("card_lift", Cue.TAKE),
        ("goodbye", Cue.TAKE),
        ("still_there", Cue.CALL),
        ("entry_id", Cue.CARE),
        ("home", None),
        ("card_waiting", None),
        ("card_reading", None),
        ("working", None),
    ],
)
def test_a_page_has_its_sound_once(page: str, cue: Cue | None) -> None:
    view = VIEWS[page]
    assert cue_of(None, view) is cue
    assert cue_of(VIEWS["home"], view) is cue
    assert cue_of(view, view) is None
    assert cue_of(view, replace(view, countdown=5)) is None


def test_another_error_is_another_sound_and_none_is_none() -> None:
    wrong = VIEWS["entry_id"]
    assert cue_of(wrong, replace(wrong, error="还是不对")) is Cue.CARE
    assert cue_of(wrong, replace(wrong, error="")) is None
    assert cue_of(replace(wrong, error=""), wrong) is Cue.CARE


def test_an_ending_that_turns_out_otherwise_sounds_otherwise() -> None:
    assert cue_of(VIEWS["outcome_unknown"], VIEWS["outcome_done"]) is Cue.DONE
    assert cue_of(VIEWS["outcome_done"], VIEWS["goodbye"]) is Cue.TAKE
    assert cue_of(VIEWS["still_there"], VIEWS["outcome_done"]) is None

"""Who neither sees nor touches the panel gets done: in headphones with nothing on the screen, by a keypad and by two switches."""

from collections.abc import Callable

import pytest

from screens.hearing import Tongue
from screens.views.outcome import Outcome, OutcomeKind
from screens.voice.aloud import aloud
from tests.kiosk.journeys.resident import Resident
from tests.screens.by_keys import KEYPAD, SWITCHES, ByKeys
from tests.screens.shown import Shown


@pytest.mark.parametrize(
    ("keys", "group", "item"),
    [
        (KEYPAD, "government", "MZ-003"),
        (SWITCHES, "community", "CP-001"),
        (KEYPAD, "family", "PY-007"),
        (SWITCHES, "community", "CP-004"),
    ],
    ids=[
        "an application by keypad",
        "a problem by two switches",
        "a bill by keypad",
        "a vote by two switches",
    ],
)
def test_it_is_done_unseen(keys: tuple[str, ...], group: str, item: str, show: Callable[..., Shown]) -> None:
    terminal = ByKeys(shown=show(), keys=keys)
    terminal.touch("voice", "voice.blank", "go_on")
    terminal.touch(f"group.{group}", f"item.{item}")
    assert terminal.view.hearing is not None
    assert terminal.view.hearing.blank
    terminal.touch("start")
    outcome = Resident(terminal).walk()
    assert isinstance(outcome, Outcome)
    assert outcome.kind is OutcomeKind.DONE
    assert terminal.hears(aloud(outcome.sentence, Tongue.MANDARIN))
    assert terminal.hears(aloud(outcome.reference, Tongue.MANDARIN))
    assert terminal.presses < 3000

"""The power goes, or the program ends, at any moment: it starts with nobody in session, and no late answer reaches the next person.

What the queue, the till and the printers make of it is shown with `kill -9` elsewhere: `test_queue_killed`, `test_print_killed`,
`tests/end_to_end/test_killed.py`.
"""

import pytest

from config.working_days import shipped
from kiosk.journeys import start, step
from tests.faults.mishaps.truth import assert_clean
from tests.faults.mishaps.visits import JOURNEYS, Visit, moments
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, willing


@pytest.mark.parametrize("name", JOURNEYS)
def test_it_starts_at_rest_and_what_was_asked_before_reaches_nobody(name: str) -> None:
    for moment in moments(name):
        fresh = Visit(start(SETTINGS, CATALOGUE, TODAY, "GZ044", shipped()))
        answers = [event for event in map(willing, moment.commands) if event is not None]
        state = fresh.state
        for event in answers:
            state, commands = step(state, event)
            assert commands == ()
        assert state == fresh.state
        assert_clean(fresh)


def test_the_next_person_s_commands_are_not_answered_by_those_before() -> None:
    """Numbers begin anew after a start: a process that ended takes its answers with it, and its threads."""
    fresh = Visit().open("CP-001")
    assert all(command.id > 0 for command in fresh.commands)
    assert fresh.state.issued == len(fresh.commands)

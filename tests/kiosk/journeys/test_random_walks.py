"""Random residents: whatever is touched, typed, laid or answered, the journey keeps its promises."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.events import Event
from kiosk.events.world import TimedOut
from kiosk.journeys.exploring.inputs import inputs
from kiosk.journeys.plan import SERVED
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CATALOGUE, Terminal, willing
from tests.kiosk.journeys.walker import AT_CAMERA, WORLD, Walker

CODES = [item.code for item in CATALOGUE.items if item.flow in SERVED]


def _steps(data: st.DataObject, walker: Walker, most: int) -> None:
    for _ in range(data.draw(st.integers(0, most))):
        choices: list[Event] = [*inputs(walker.page) * 3, *WORLD, TimedOut(walker.state.entered)]
        answers = [event for event in map(willing, walker.waiting) if event is not None]
        walker.take(data.draw(st.sampled_from(choices + answers * 4)))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_from_attract_anything_goes_and_the_terminal_comes_to_rest(data: st.DataObject) -> None:
    walker = Walker(Terminal())
    _steps(data, walker, 40)
    walker.rest()


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_from_the_middle_of_an_application_it_comes_to_rest_too(data: st.DataObject) -> None:
    terminal = Terminal().open(data.draw(st.sampled_from(CODES)))
    resident = Resident(terminal)
    for _ in range(data.draw(st.integers(0, 60))):
        if terminal.page.startswith(
            ("outcome", "lookup.found", "appoint.confirm", "vote.confirm", "print.take")
        ):
            break
        resident.answer(terminal.view)
    walker = Walker(terminal)
    walker.camera = isinstance(terminal.state.phase, AT_CAMERA)
    _steps(data, walker, 25)
    walker.rest()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_from_ones_own_cases_it_comes_to_rest_too(data: st.DataObject) -> None:
    terminal = Terminal().touch("start", "mine")
    Resident(terminal).walk("cases.mine")
    terminal.touch(data.draw(st.sampled_from(["case:0", "case:1"])))
    walker = Walker(terminal)
    _steps(data, walker, 25)
    walker.rest()

"""Where the resident is and how much remains: the stages of the application, each field set a step of its own."""

from kiosk.journeys.plan import Stage
from kiosk.journeys.stages import applies
from kiosk.journeys.state import State
from screens.views import Step

_UNCOUNTED = (Stage.OFFLINE_NOTICE, Stage.SUBMIT)


def step_of(state: State, stage: Stage, section: str = "") -> Step | None:
    """Return the step that a stage (for questions: a field set) is; None for what is no step."""
    here = section or stage.value
    steps = _steps(state)
    return Step(steps.index(here) + 1, len(steps)) if here in steps else None


def _steps(state: State) -> list[str]:
    steps: list[str] = []
    for stage in state.session.plan:
        if stage is Stage.QUESTIONS:
            steps += state.session.sections
        elif stage not in _UNCOUNTED and applies(state, stage):
            steps.append(stage.value)
    return steps

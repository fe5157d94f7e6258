"""Where the resident is and how much remains: the stages of the application, each field set a step of its own."""

from kiosk.journeys.plan import Stage
from kiosk.journeys.stages import applies
from kiosk.journeys.state import State
from screens.views.frame import Step

_UNCOUNTED = (Stage.OFFLINE_NOTICE, Stage.MATTER, Stage.SUBMIT)


def step_of(state: State, stage: Stage, path: str = "") -> Step | None:
    """Return the step that a stage (for questions: the one with this path) is; None for what is no step."""
    steps = _steps(state)
    question = ".".join(path.split(".")[:2])
    here = next((name for name in (question, path.partition(".")[0], stage.value) if name in steps), None)
    return None if here is None else Step(steps.index(here) + 1, len(steps))


def _steps(state: State) -> list[str]:
    steps: list[str] = []
    for stage in state.session.plan:
        if stage is Stage.QUESTIONS:
            steps += state.session.sections
        elif stage not in _UNCOUNTED and applies(state, stage):
            steps.append(stage.value)
    return steps

"""Sounds with a meaning, for who is not spoken to: each goes with what the page shows, and says nothing that it does not."""

from enum import Enum

from screens.views import AnyView
from screens.views.card import CardStage, PresentCard
from screens.views.outcome import Goodbye, Outcome, OutcomeKind
from screens.views.waiting import StillThere

_WELL = (OutcomeKind.DONE, OutcomeKind.SAVED)


class Cue(Enum):
    """What a sound means."""

    CALL = "call"  # are you still there?
    DONE = "done"  # it is done, or kept here
    CARE = "care"  # it is not, or something is wrong
    TAKE = "take"  # something is to be taken along


def cue_of(before: AnyView | None, view: AnyView) -> Cue | None:
    """Return the sound that goes with a page that comes, or with what became of it; none with most, nor with a page that comes back."""
    if isinstance(before, StillThere):
        return None
    cue = _of(view)
    if cue is not None and (before is None or _of(before) is not cue):
        return cue
    if view.error and (before is None or before.error != view.error):
        return Cue.CARE
    return None


def _of(view: AnyView) -> Cue | None:
    match view:
        case StillThere():
            return Cue.CALL
        case Outcome(kind=kind):
            return Cue.DONE if kind in _WELL else Cue.CARE
        case PresentCard(stage=CardStage.LIFT) | Goodbye():
            return Cue.TAKE
        case _:
            return None

"""Pages while it is sent, and when it could not be kept."""

from typing import assert_never

from kiosk.journeys.pages.frame import inner, spoken, working
from kiosk.journeys.phases.sending import Deciding, Delivering, NotKept, Recording
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, where_else
from screens.views.frame import Action
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.waiting import Working

_KNOWN = {
    "disk_full": "disk-full",
    "queue_full": "queue-full",
    "queue_large": "queue-full",
    "queue_old": "queue-full",
    "item_full": "item-full",
    "resident_full": "resident-full",
    "read_only": "disk-broken",
    "disk_failing": "disk-broken",
    "damaged": "disk-broken",
}


def view(state: State, phase: Recording | Delivering | Deciding | NotKept) -> Working | Outcome:
    """Return the page."""
    match phase:
        case Recording():
            return _recording(state, phase)
        case Delivering():
            return _delivering(state)
        case Deciding():
            return _deciding(state, phase)
        case NotKept():
            return _not_kept(state, phase)
        case _:
            assert_never(phase)


def _recording(state: State, phase: Recording) -> Working:
    say = speaker(state.session.language)
    return Working(
        page="submitting",
        title=say("sending-title"),
        lead=say("sending-slow") if phase.slow else say("sending-stay"),
        lines=(say("sending-keeping"),),
        done=(say("sending-checked"),),
        speech=spoken(say("sending-title"), say("sending-stay")),
        **working(state),
    )


def _delivering(state: State) -> Working:
    say = speaker(state.session.language)
    return Working(
        page="submitting.delivery",
        title=say("sending-title"),
        lead=say("sending-stay"),
        lines=(say("sending-delivering"),),
        done=(say("sending-checked"), say("sending-kept")),
        speech=spoken(say("sending-kept"), say("sending-delivering")),
        **working(state),
    )


def _deciding(state: State, phase: Deciding) -> Working:
    """What happens meanwhile, in the platform's words."""
    say = speaker(state.session.language)
    now = phase.decision.state.said(state.session.language) if phase.decision else ""
    return Working(
        page="submitting.decision",
        title=say("deciding-title"),
        lead=say("deciding-lead"),
        lines=(now or say("deciding-asking"),),
        done=(
            say("sending-checked"),
            say("sending-kept"),
            say("deciding-received", number=phase.fate.case_number),
        ),
        speech=spoken(say("deciding-title"), say("deciding-lead")),
        **working(state),
    )


def _not_kept(state: State, phase: NotKept) -> Outcome:
    """Nothing was taken, why, and what can be done: the form is still there."""
    say, language = speaker(state.session.language), state.session.language
    reason = _KNOWN.get(phase.reason, "failed")
    steps = (
        say(f"not-kept-{reason}"),
        say("not-kept-again"),
        where_else(state.outside.settings.site, language),
    )
    return Outcome(
        page="outcome.not_done",
        title=say("not-kept-title"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("not-kept-sentence"),
        next_steps=steps,
        primary=Action("again", say("not-kept-try")),
        speech=spoken(say("not-kept-sentence"), *steps),
        **inner(state, None),
    )

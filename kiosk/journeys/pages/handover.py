"""The pages of an application that is taken along on a phone, and of going on with it."""

from typing import assert_never

from kiosk.handover import CODE_LENGTH
from kiosk.journeys.form.dates import day
from kiosk.journeys.pages.frame import inner, leave, spoken, working
from kiosk.journeys.phases.handover import DraftCode, FetchingDraft, HandedOver, Handover
from kiosk.journeys.phases.overlays import HandingOver
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import words_of
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action
from screens.views.listing import Row
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.waiting import Working


def view(state: State, phase: Handover | HandingOver) -> Outcome | Entry | Working:
    """Return the page."""
    match phase:
        case HandingOver():
            return _working(state, "keeping")
        case HandedOver():
            return _handed_over(state, phase)
        case DraftCode():
            return _code(state, phase)
        case FetchingDraft():
            return _working(state, "fetching")
        case _:
            assert_never(phase)


def _working(state: State, what: str) -> Working:
    say = words_of(state.session.language, "handover")
    return Working(
        page=f"handover.{what}",
        title=say(what),
        lines=(words_of(state.session.language, "journey")("one-moment"),),
        leave=leave(state) if what == "fetching" else None,
        speech=spoken(say(what)),
        **working(state),
    )


def _handed_over(state: State, phase: HandedOver) -> Outcome:
    """What it is (not handed in), where it is, until when, and how to go on with it."""
    say, draft = words_of(state.session.language, "handover"), phase.draft
    until = day(state.session.language, draft.until[:10])
    steps = (say("kept-scan"), say("kept-resume"), say("kept-pictures"))
    return Outcome(
        page="handover.kept",
        title=say("kept-title"),
        kind=OutcomeKind.DRAFT,
        sentence=say("kept-sentence"),
        reference=f"{draft.code[:4]} {draft.code[4:]}",
        reference_label=say("code"),
        rows=(Row(say("kept-until"), until),),
        next_steps=steps,
        qr=draft.address,
        primary=Action("done", words_of(state.session.language, "journey")("done")),
        speech=spoken(say("kept-sentence"), *steps),
        **working(state),
    )


def _code(state: State, phase: DraftCode) -> Entry:
    say = words_of(state.session.language, "handover")
    journey = words_of(state.session.language, "journey")
    whole, online = len(phase.text) == CODE_LENGTH, state.outside.online
    why = "" if whole and online else say("code-first") if online else journey("no-network-yet")
    error = say(f"not-fetched-{phase.trouble.replace('_', '-')}") if phase.trouble else ""
    return Entry(
        page="handover.code",
        title=say("code-title"),
        lead=say("code-lead"),
        keyboard=Keyboard.DIGITS,
        value=phase.text,
        example=say("code-example"),
        max_length=CODE_LENGTH,
        error=error,
        primary=Action("next", journey("next"), whole and online, why),
        speech=spoken(error, say("code-title"), say("code-lead")),
        **inner(state, Stage.SIGN_IN),
    )

"""The chapter of filling in from what departments hold: asked for, proved, shown value by value, taken over or not."""

from dataclasses import replace
from typing import assert_never

from config.catalogue import Field
from kiosk.commands.sharing import FindProfile
from kiosk.events import Event
from kiosk.events.sharing import ProfileFound, ProfileNotFound
from kiosk.journeys import form, shared
from kiosk.journeys.case import context, with_answers
from kiosk.journeys.form.checks import check
from kiosk.journeys.phases.holder_check import CodeOffer
from kiosk.journeys.phases.opening import Confirming
from kiosk.journeys.phases.sharing import (
    FindingProfile,
    NoProfile,
    ProfileShown,
    Sharing,
    SharingConsent,
    ValueOpen,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import forward
from kiosk.journeys.state import State
from kiosk.journeys.whom import is_for_organisations
from kiosk.profile import Profile, Use
from screens.views.inputs import Touched

HINTS = "consent.hints"
"""The box by which a resident agrees to hear what else they may be entitled to; it is no part of filling in."""

_USES = {use.value: use for use in Use}


def react(state: State, phase: Sharing, event: Event) -> State:
    """Return what an event makes of it."""
    match phase:
        case SharingConsent():
            return _consent(state, event)
        case FindingProfile():
            return _finding(state, phase, event)
        case ProfileShown():
            return _shown(state, event)
        case ValueOpen():
            return _value(state, phase, event)
        case NoProfile():
            return _none(state, event)
        case _:
            assert_never(phase)


def offered(state: State) -> bool:
    """Whether departments can be asked now: for oneself, with a network, where they may hold something of this form."""
    session = state.session
    if not state.outside.online or session.agent or session.about or Stage.QUESTIONS not in session.plan:
        return False
    if is_for_organisations(state.item):
        return False
    return shared.offers(state.item, tuple(fields_of(state).values()))


def fields_of(state: State) -> dict[str, Field]:
    """Return the fields of the item's form by path."""
    sets = state.outside.catalogue.field_sets
    return {f"{name}.{field.key}": field for name in state.item.form for field in sets[name].fields}


def ask(state: State) -> State:
    """Ask the platform; the holder of the card was checked."""
    session = state.session
    state = state.commanding(
        lambda id_: FindProfile(id_, session.item, session.id_number, session.checked, session.hints)
    )
    return state.at(FindingProfile(state.issued))


def _consent(state: State, event: Event) -> State:
    holder = state.session.holder
    match event:
        case Touched("next") if state.outside.online:
            wanting = state.having(sharing=True)
            proved = holder is not None and holder.outcome == "verified"
            return ask(wanting) if proved else wanting.at(CodeOffer())
        case Touched(box) if box == HINTS:
            return state.having(hints=not state.session.hints)
        case Touched("back") if state.session.card:
            return state.having(sharing=False, hints=False).at(Confirming(state.session.card))
        case _:
            return state


def _finding(state: State, phase: FindingProfile, event: Event) -> State:
    match event:
        case ProfileFound(command, profile) if command == phase.command:
            return _found(state, profile)
        case ProfileNotFound(command, reason) if command == phase.command:
            return state.at(NoProfile(reason))
        case _:
            return state


def _found(state: State, profile: Profile) -> State:
    """Show what fits; a value that the form would not take is left out as if nobody held it."""
    fields, here = fields_of(state), context(state)
    fit = tuple(
        one
        for one in shared.fitting(profile, fields)
        if check(here, fields[one.path], shared.canonical(fields[one.path], one.value), {}) is None
    )
    uses = {one.path: Use.USED for one in fit}
    return state.having(profile=replace(profile, values=fit), uses=uses).at(ProfileShown())


def _shown(state: State, event: Event) -> State:
    profile = state.session.profile
    match event:
        case Touched("next"):
            return _taken(state)
        case Touched("back"):
            return state.having(profile=None, uses={}, sharing=False).at(SharingConsent())
        case Touched(id) if profile and (place := id.removeprefix("value:")).isdecimal():
            return state.at(ValueOpen(int(place))) if int(place) < len(profile.values) else state
        case _:
            return state


def _taken(state: State) -> State:
    """Begin the form with what is taken over; it is on the review page, and can be changed there."""
    profile, fields = state.session.profile, fields_of(state)
    given = form.begin(context(state))
    for one in profile.values if profile else ():
        if state.session.uses[one.path] is Use.USED:
            given = given.with_value(one.path, shared.canonical(fields[one.path], one.value))
    return forward(with_answers(state, given), Stage.SIGN_IN)


def _value(state: State, phase: ValueOpen, event: Event) -> State:
    profile = state.session.profile
    match event:
        case Touched("back"):
            return state.at(ProfileShown())
        case Touched(id) if profile and id.startswith("use:") and id.removeprefix("use:") in _USES:
            path = profile.values[phase.place].path
            uses = {**state.session.uses, path: _USES[id.removeprefix("use:")]}
            return state.having(uses=uses).at(ProfileShown())
        case _:
            return state


def _none(state: State, event: Event) -> State:
    match event:
        case Touched("again"):
            return ask(state)
        case Touched("next" | "back"):
            return forward(state.having(sharing=False), Stage.SIGN_IN)
        case _:
            return state

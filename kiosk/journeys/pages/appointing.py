"""The pages of choosing a time: days and times as large targets, what is booked, and why nothing can be."""

from collections import Counter
from typing import assert_never

from kiosk.journeys.appointing import Appointing
from kiosk.journeys.pages.frame import inner, leave, spoken, working
from kiosk.journeys.phases.slots import (
    ChoosingDay,
    ChoosingTime,
    ConfirmingSlot,
    FindingSlots,
    HoldingSlot,
    NoSlots,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.slots import day_name
from kiosk.journeys.state import State
from kiosk.journeys.wording import listed, picked, speaker, where_else
from screens.views.choices import Choice, Option
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.waiting import Working


def view(state: State, phase: Appointing) -> Working | Choice | Listing | Outcome:  # one a phase
    """Return the page."""
    match phase:
        case FindingSlots():
            return _working(state, "appoint-finding")
        case ChoosingDay():
            return _days(state, phase)
        case ChoosingTime():
            return _times(state, phase)
        case ConfirmingSlot():
            return _confirm(state, phase)
        case HoldingSlot():
            return _working(state, "appoint-holding")
        case NoSlots():
            return _none(state, phase)
        case _:
            assert_never(phase)


def _working(state: State, text: str) -> Working:
    say = speaker(state.session.language)
    return Working(
        page=text.replace("-", "."),
        title=say(text),
        lines=(say("one-moment"),),
        leave=leave(state),
        speech=spoken(say(text)),
        **working(state),
    )


def _days(state: State, phase: ChoosingDay) -> Choice:
    say, language = speaker(state.session.language), state.session.language
    free = Counter(slot.day for slot in phase.slots)
    return Choice(
        page="appoint.day",
        title=say("appoint-day"),
        lead=picked(language, phase.slots[0].place_zh, phase.slots[0].place_en),
        error=say("appoint-gone") if phase.gone else "",
        options=tuple(
            Option(f"day:{day}", day_name(language, day), say("appoint-free", count=count))
            for day, count in sorted(free.items())
        ),
        speech=spoken(say("appoint-gone") if phase.gone else "", say("appoint-day")),
        **inner(state, Stage.SLOT),
    )


def _times(state: State, phase: ChoosingTime) -> Choice:
    say, language = speaker(state.session.language), state.session.language
    return Choice(
        page="appoint.time",
        title=say("appoint-time"),
        lead=day_name(language, phase.day),
        options=tuple(
            Option(f"slot:{slot.id}", slot.time, say("appoint-left", count=slot.left))
            for slot in phase.slots
            if slot.day == phase.day
        ),
        speech=spoken(say("appoint-time"), day_name(language, phase.day)),
        **inner(state, Stage.SLOT),
    )


def _confirm(state: State, phase: ConfirmingSlot) -> Listing:
    say, language, slot = speaker(state.session.language), state.session.language, phase.slot
    rows = [
        Row(say("appoint-place"), picked(language, slot.place_zh, slot.place_en)),
        Row(say("appoint-when"), f"{day_name(language, slot.day)} {slot.time}"),
    ]
    if refs := [one.ref for one in state.item.materials]:
        names = tuple(state.outside.catalogue.materials[ref].name(language) for ref in refs)
        rows.append(Row(say("appoint-bring"), listed(language, names)))
    online = state.outside.online
    book = Action("book", say("appoint-book"), online, "" if online else say("no-network-yet"))
    return Listing(
        page="appoint.confirm",
        title=say("appoint-confirm"),
        groups=(RowGroup("", tuple(rows)),),
        primary=book,
        speech=spoken(say("appoint-confirm"), *(row.value for row in rows)),
        **inner(state, Stage.SLOT),
    )


def _none(state: State, phase: NoSlots) -> Outcome:
    """Nothing was booked and nothing was taken; why, and where else to go."""
    say, language = speaker(state.session.language), state.session.language
    steps = (say(f"appoint-none-{phase.reason}"), where_else(state.outside.settings.site, language))
    return Outcome(
        page="appoint.none",
        title=say("appoint-not-done"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("appoint-not-done-sentence"),
        next_steps=steps,
        primary=Action("again", say("appoint-again")),
        speech=spoken(say("appoint-not-done-sentence"), *steps),
        **inner(state, None),
    )

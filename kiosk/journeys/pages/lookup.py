"""The pages of looking something up: what was found, as of when, or that nothing can be shown and why."""

from datetime import datetime
from typing import assert_never

from kiosk.journeys.lookup import MORE, Lookup, can_print
from kiosk.journeys.pages.frame import Inner, another, inner, leave, spoken, working
from kiosk.journeys.pages.paper import banner
from kiosk.journeys.phases.lookups import Found, LookingUp, NotFound
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, where_else, words_of
from kiosk.sheet import Sheet, SheetRow
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.waiting import Working


def view(state: State, phase: Lookup) -> Working | Listing | Outcome:
    """Return the page."""
    match phase:
        case LookingUp():
            return _working(state)
        case Found():
            return _found(state, phase)
        case NotFound():
            return _not_found(state, phase)
        case _:
            assert_never(phase)


def _working(state: State) -> Working:
    say = speaker(state.session.language)
    return Working(
        page="lookup.working",
        title=say("lookup-working"),
        lines=(say("one-moment"),),
        leave=leave(state),
        speech=spoken(say("lookup-working")),
        **working(state),
    )


def _found(state: State, phase: Found) -> Listing:
    say, language, sheet = speaker(state.session.language), state.session.language, phase.sheet
    lead = _as_of(state, sheet)
    title = say("lookup-found") if any(group.rows for group in sheet.groups) else say("lookup-none")
    return Listing(
        page="lookup.found",
        title=title,
        lead=lead + sheet.note.said(language),
        groups=(*_groups(state, sheet), *_revocation(state, sheet)),
        primary=Action("done", say("done")),
        secondary=_print(state, phase),
        add=another(state),
        speech=spoken(title, lead, sheet.note.said(language)),
        **_frame(state, phase),
    )


def _revocation(state: State, sheet: Sheet) -> tuple[RowGroup, ...]:
    """The way to revoke the mandate that the sheet is about."""
    if not sheet.revoke:
        return ()
    say = words_of(state.session.language, "agency")
    return (RowGroup("", (Row(say("mandate-revoke"), action=Action("revoke", say("revoke"))),)),)


def _frame(state: State, phase: Found) -> Inner:
    frame = inner(state, None)
    if phase.printing:
        frame["banners"] = (*frame["banners"], banner(state, phase.printing, "sheet"))
    return frame


def _as_of(state: State, sheet: Sheet) -> str:
    """When it was true; what was kept from an earlier time is never shown as fresh."""
    moment = f"{datetime.fromisoformat(sheet.as_of):%Y-%m-%d %H:%M}"
    return speaker(state.session.language)("lookup-kept" if sheet.cached else "lookup-as-of", moment=moment)


def _groups(state: State, sheet: Sheet) -> tuple[RowGroup, ...]:
    language = state.session.language
    links = iter(range(sum(len(group.rows) for group in sheet.groups)))
    return tuple(
        RowGroup(
            group.heading.said(language),
            tuple(_row(state, row, next(links) if row.link else None) for row in group.rows),
        )
        for group in sheet.groups
    )


def _row(state: State, row: SheetRow, place: int | None) -> Row:
    language = state.session.language
    more = None if place is None else Action(f"{MORE}{place}", speaker(language)("lookup-more"))
    return Row(row.label.said(language), row.value.said(language), action=more)


def _print(state: State, phase: Found) -> Action:
    say = speaker(state.session.language)
    if can_print(state, phase):
        return Action("print", say("lookup-print"))
    reason = say("lookup-printed" if phase.printing else "guide-no-printer")
    return Action("print", say("lookup-print"), False, reason)


def _not_found(state: State, phase: NotFound) -> Outcome:
    """Nothing can be shown and nothing was taken; why, and where else to ask."""
    say, language = speaker(state.session.language), state.session.language
    steps = (say(f"lookup-{phase.reason}"), where_else(state.outside.settings.site, language))
    again = phase.reason == "offline"
    return Outcome(
        page="lookup.failed",
        title=say("lookup-failed"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("lookup-failed-sentence"),
        next_steps=steps,
        primary=Action("again", say("lookup-again")) if again else Action("done", say("done")),
        speech=spoken(say("lookup-failed-sentence"), *steps),
        **inner(state, None),
    )

"""The pages of filling in from what departments hold: asking first, each value with source and date, three ways with each."""

from collections.abc import Iterator
from typing import assert_never

from kiosk.journeys import shared
from kiosk.journeys.case import context, needs
from kiosk.journeys.form.dates import day
from kiosk.journeys.form.display import display, masked
from kiosk.journeys.pages.frame import inner, leave, spoken, working
from kiosk.journeys.phases.sharing import (
    FindingProfile,
    NoProfile,
    ProfileShown,
    Sharing,
    SharingConsent,
    ValueOpen,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.sharing import HINTS, fields_of
from kiosk.journeys.state import State
from kiosk.journeys.wording import where_else, words_of
from kiosk.profile import Shared, Use
from screens.texts import Words
from screens.views.choices import Choice, Option
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.reading import Article, Check, Paragraph
from screens.views.waiting import Working

_HIDDEN = ("name", "bank")


def view(state: State, phase: Sharing) -> Article | Working | Listing | Choice | Outcome:
    """Return the page."""
    match phase:
        case SharingConsent():
            return _consent(state)
        case FindingProfile():
            return _working(state)
        case ProfileShown():
            return _shown(state)
        case ValueOpen():
            return _value(state, phase)
        case NoProfile():
            return _none(state, phase)
        case _:
            assert_never(phase)


def _say(state: State) -> Words:
    return words_of(state.session.language, "sharing")


def _consent(state: State) -> Article:
    """What is fetched, from whom, what for; not agreeing costs nothing (个人信息保护法 16, 17)."""
    say, language = _say(state), state.session.language
    sources = {one.code: one.name(language) for one in state.outside.catalogue.shared_sources}
    asked = dict.fromkeys(
        field.prefill.partition(":")[2] for field in fields_of(state).values() if shared.is_shared(field)
    )
    names = tuple(sources[code] for code in asked if code in sources)
    online = state.outside.online
    return Article(
        page="sharing.consent",
        title=say("title"),
        lead=say("lead"),
        paragraphs=(
            *((Paragraph(say("sources"), names, "document"),) if names else ()),
            Paragraph(say("purpose"), (say("purpose-is"),), "lock"),
            Paragraph(say("proof"), (say("proof-is"),), "phone"),
            Paragraph(say("free"), (say("free-is"),), "info"),
        ),
        checks=(Check(HINTS, say("hints-wanted"), state.session.hints),),
        primary=Action("next", say("agree"), online, "" if online else say("no-network")),
        speech=spoken(say("title"), say("lead"), say("free-is")),
        **inner(state, Stage.SIGN_IN),
    )


def _working(state: State) -> Working:
    title = _say(state)("working")
    return Working(
        page="sharing.working",
        title=title,
        lines=(words_of(state.session.language, "journey")("one-moment"),),
        leave=leave(state),
        speech=spoken(title),
        **working(state),
    )


def _shown(state: State) -> Listing:
    say, profile = _say(state), state.session.profile
    values = profile.values if profile else ()
    waived = waived_names(state)
    groups = [RowGroup(say("values"), tuple(_row(state, place, one) for place, one in enumerate(values)))]
    groups.append(RowGroup(say("waived"), tuple(Row(name) for name in waived)))
    groups.append(RowGroup(say("hints"), tuple(_hints(state))))
    lead = say("waived-count", count=len(waived)) if waived else say("waived-none")
    return Listing(
        page="sharing.values",
        title=say("shown") if values else say("nothing"),
        lead=lead,
        groups=tuple(group for group in groups if group.rows),
        primary=Action("next", words_of(state.session.language, "journey")("next")),
        speech=spoken(say("shown") if values else say("nothing"), lead),
        **inner(state, Stage.SIGN_IN),
    )


def _hints(state: State) -> Iterator[Row]:
    """What else the resident may be entitled to; nothing is applied for by itself."""
    language, catalogue = state.session.language, state.outside.catalogue
    for code in shared.hinted(state.session, state.outside.offered):
        yield Row(catalogue.by_code[code].name(language))


def waived_names(state: State) -> tuple[str, ...]:
    """Return the papers of this application that need not be brought."""
    waived = shared.waived_of(state.session)
    return tuple(need.material.name(state.session.language) for need in needs(state) if need.key in waived)


def _row(state: State, place: int, one: Shared) -> Row:
    say, use = _say(state), state.session.uses[one.path]
    hint = _source(state, one) if use is Use.USED else say(f"is-{use.value}")
    shown = _masked(state, one) if use is Use.USED else ""
    return Row(_label(state, one), shown, action=Action(f"value:{place}", say("change")), hint=hint)


def _label(state: State, one: Shared) -> str:
    return fields_of(state)[one.path].label(state.session.language)


def _masked(state: State, one: Shared) -> str:
    """The value as others behind may see it."""
    field = fields_of(state)[one.path]
    said = display(context(state), field, shared.canonical(field, one.value))
    if field.mask == "mobile":
        return f"{said[:3]}****{said[-4:]}"
    return masked(said) if field.mask in _HIDDEN else said


def _source(state: State, one: Shared) -> str:
    say, language = _say(state), state.session.language
    names = {source.code: source.name(language) for source in state.outside.catalogue.shared_sources}
    return say("source", source=names.get(one.source, one.source), day=day(language, one.as_of))


def _value(state: State, phase: ValueOpen) -> Choice:
    say, profile = _say(state), state.session.profile
    one = profile.values[phase.place] if profile else Shared("", "", "", "")
    now = state.session.uses[one.path]
    options = tuple(
        Option(f"use:{use.value}", say(f"use-{use.value}"), say(f"use-{use.value}-hint"), use is now)
        for use in Use
    )
    return Choice(
        page="sharing.value",
        title=_label(state, one),
        lead=f"{_masked(state, one)}　{_source(state, one)}",
        options=options,
        speech=spoken(_label(state, one), *(option.label for option in options)),
        **inner(state, Stage.SIGN_IN),
    )


def _none(state: State, phase: NoProfile) -> Outcome:
    """Nothing could be fetched; everything can be filled in by hand."""
    say, journey = _say(state), words_of(state.session.language, "journey")
    again = phase.reason == "offline" and state.outside.online
    return Outcome(
        page="sharing.failed",
        title=say("failed"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("failed-sentence"),
        next_steps=(say("failed-next"), where_else(state.outside.settings.site, state.session.language)),
        primary=Action("next", say("by-hand")),
        secondary=Action("again", journey("lookup-again")) if again else None,
        speech=spoken(say("failed-sentence"), say("failed-next")),
        **inner(state, None),
    )

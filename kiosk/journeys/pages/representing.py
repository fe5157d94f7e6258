"""The pages of acting for an organisation: its code, which one it is and what may be done for it, that somebody may not."""

from typing import assert_never

from kiosk.events.world import DeviceClass
from kiosk.journeys.pages.frame import inner, leave, masked_holder, spoken, working
from kiosk.journeys.phases.representing import (
    FindingOrganisation,
    NotOperator,
    OrganisationShown,
    Representing,
    ScanningOrganisation,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.representing import may_bring_letter
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, where_else, words_of
from screens.texts import Words
from screens.views.frame import Action, Tone
from screens.views.listing import Listing, Row, RowGroup
from screens.views.reading import Article, Paragraph
from screens.views.waiting import Working

_CODES = {"e-licence": "shop", "entity-code": "briefcase"}


def view(state: State, phase: Representing) -> Working | Listing | Article:
    """Return the page."""
    match phase:
        case ScanningOrganisation():
            return _scanning(state, phase)
        case FindingOrganisation():
            return _finding(state)
        case OrganisationShown():
            return _shown(state, phase)
        case NotOperator():
            return _not_operator(state, phase)
        case _:
            assert_never(phase)


def _scanning(state: State, phase: ScanningOrganisation) -> Article:
    """Which codes there are; there is nothing to press, the scanner waits."""
    say = _say(state)
    trouble = _trouble(state, phase)
    codes = tuple(Paragraph(say(code), (say(f"{code}-how"),), icon) for code, icon in _CODES.items())
    return Article(
        page="organisation.scan",
        title=say("title"),
        lead=say("lead"),
        paragraphs=codes,
        error=trouble,
        speech=spoken(trouble, say("title"), say("lead"), *(code.heading for code in codes)),
        **inner(state, Stage.ORGANISATION),
    )


def _trouble(state: State, phase: ScanningOrganisation) -> str:
    if not state.outside.works(DeviceClass.SCANNER):
        return _say(state)("scanner-broken")
    return _say(state)(f"trouble-{phase.trouble}") if phase.trouble else ""


def _finding(state: State) -> Working:
    title = _say(state)("finding")
    return Working(
        page="organisation.finding",
        title=title,
        lines=(speaker(state.session.language)("one-moment"),),
        leave=leave(state),
        speech=spoken(title),
        **working(state),
    )


def _shown(state: State, phase: OrganisationShown) -> Listing:
    """Which organisation it is, who acts for it, and how far they may."""
    say, one = _say(state), phase.organisation
    name, scope = one.name.said(state.session.language), one.scope.said(state.session.language)
    operator = masked_holder(state.session.card)
    rows = (
        Row(say("name"), name),
        Row(say("uscc"), one.uscc),
        Row(say("operator"), operator),
        *((Row(say("scope"), scope), Row(say("until"), one.until)) if scope else ()),
    )
    return Listing(
        page="organisation.shown",
        title=say("shown"),
        groups=(RowGroup("", rows),),
        primary=Action("yes", say("yes")),
        secondary=Action("another", say("another")),
        speech=spoken(say("shown"), name, scope),
        **inner(state, Stage.ORGANISATION),
    )


def _not_operator(state: State, phase: NotOperator) -> Article:
    """Why they may not act for it, and every way on that there is."""
    say, language, one = _say(state), state.session.language, phase.organisation
    reason = phase.reason.replace("_", "-")
    why = say(
        f"not-operator-{reason}",
        name=one.name.said(language),
        **_scope(phase.reason, one.scope.said(language)),
    )
    letter = may_bring_letter(phase)
    ways = (
        Paragraph(say("letter"), (say("letter-how"),), "document"),
        Paragraph(say("register"), (say("register-how"),), "phone"),
    )
    where = where_else(state.outside.settings.site, language)
    return Article(
        page="organisation.refused",
        title=say("not-operator"),
        paragraphs=(
            Paragraph("", (why,), tone=Tone.WARNING),
            *(ways if letter else ()),
            Paragraph(say("staff"), (where,), "place"),
        ),
        primary=Action("letter", say("letter-go")) if letter else None,
        speech=spoken(say("not-operator"), why, *((say("letter-how"),) if letter else ())),
        **inner(state, Stage.ORGANISATION),
    )


def _scope(reason: str, scope: str) -> dict[str, str]:
    return {"scope": scope} if reason == "other_matters" else {}


def _say(state: State) -> Words:
    return words_of(state.session.language, "organisation")

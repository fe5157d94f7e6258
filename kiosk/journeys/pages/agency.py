"""The pages of acting for somebody: for whom it is, that somebody may not act, what is entrusted, what comes next."""

from typing import assert_never

from kiosk.journeys.for_whom import FOR, Choosing
from kiosk.journeys.mandate import Terms, terms
from kiosk.journeys.pages.frame import bare, inner, leave, masked_holder, spoken, working
from kiosk.journeys.phases.agency import (
    AskingStanding,
    ConfirmingRevocation,
    ForWhom,
    NextMatter,
    NotAgent,
    ReadingMandate,
    Revoking,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.review import may_send
from kiosk.journeys.state import State
from kiosk.journeys.whom import Whom, entrusts, offered
from kiosk.journeys.wording import speaker, where_else, words_of
from kiosk.receipts import masked_name
from screens.texts import Words
from screens.views.choices import Choice, Option
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Paragraph
from screens.views.waiting import Working

_ICONS = {Whom.SELF: "person", Whom.FAMILY: "elder", Whom.AGENCY: "hands", Whom.ORGANISATION: "briefcase"}


def view(state: State, phase: Choosing) -> Choice | Article | Working:
    """Return the page."""
    match phase:
        case ForWhom():
            return _for_whom(state)
        case AskingStanding():
            return _working(state, "asking")
        case NotAgent():
            return _not_agent(state, phase)
        case NextMatter():
            return _next_matter(state)
        case _:
            assert_never(phase)


def mandate(state: State, phase: ReadingMandate | ConfirmingRevocation | Revoking) -> Article | Working:
    """Return the page of giving or revoking a mandate."""
    match phase:
        case ReadingMandate():
            return _mandate(state)
        case ConfirmingRevocation():
            return _confirming(state)
        case Revoking():
            return _working(state, "revoking")
        case _:
            assert_never(phase)


def _for_whom(state: State) -> Choice:
    """Whose matter it is; nothing is chosen beforehand."""
    say, catalogue = _say(state), state.outside.catalogue
    own = "entrust" if entrusts(catalogue, state.item) else "for"
    options = tuple(
        Option(
            FOR + whom.value, say(f"{own}-{whom.value}"), say(f"{own}-{whom.value}-how"), icon=_ICONS[whom]
        )
        for whom in offered(state.outside, state.item)
    )
    return Choice(
        page="for_whom",
        title=say(f"{own}-title"),
        options=options,
        speech=spoken(say(f"{own}-title"), *(option.label for option in options)),
        **inner(state, Stage.FOR_WHOM),
    )


def _working(state: State, what: str) -> Working:
    title = _say(state)(what)
    return Working(
        page=f"agency.{what}",
        title=title,
        lines=(speaker(state.session.language)("one-moment"),),
        leave=leave(state),
        speech=spoken(title),
        **working(state),
    )


def _not_agent(state: State, phase: NotAgent) -> Article:
    """Why they may not act, and what the resident can do all the same."""
    say, where = _say(state), where_else(state.outside.settings.site, state.session.language)
    reason = phase.reason.replace("_", "-")
    again = phase.reason == "offline"
    return Article(
        page="agency.refused",
        title=say("refused"),
        paragraphs=(
            Paragraph("", (say(f"refused-{reason}"),), tone=Tone.WARNING),
            Paragraph(say("refused-own"), (say("refused-own-how"),), "person"),
            Paragraph(say("refused-staff"), (where,), "place"),
        ),
        primary=Action("again", say("ask-again")) if again else None,
        speech=spoken(say("refused"), say(f"refused-{reason}"), say("refused-own-how")),
        **inner(state, Stage.FOR_WHOM),
    )


def _next_matter(state: State) -> Article:
    """The resident's data are gone, or the organisation's papers; nothing here says whose they were."""
    say = _say(state) if state.session.agent else words_of(state.session.language, "organisation")
    return Article(
        page="agency.next",
        title=say("next-title"),
        paragraphs=(
            Paragraph(say("next-wiped"), (say("next-wiped-how"),), "ok"),
            Paragraph(say("next-cards"), (say("next-cards-how"),), "idcard"),
        ),
        primary=Action("next", say("next-more")),
        secondary=Action("done", say("next-end")),
        leave=leave(state),
        speech=spoken(say("next-title"), say("next-wiped-how"), say("next-cards-how")),
        **bare(state),
    )


def _mandate(state: State) -> Article:
    """Everything that is about to be signed, and how it ends; all of it is read aloud."""
    say, found = _say(state), terms(state)
    principal = masked_holder(state.session.card)
    lines = (
        say("mandate-who", principal=principal),
        _actor(say, found),
        say("mandate-matter", matter=found.matter),
        say("mandate-powers", powers=found.powers),
        say("mandate-until", until=found.until),
    )
    site = state.outside.settings.site
    revoke = say("mandate-revoke-how", hotline=site.hotline)
    on = speaker(state.session.language)
    ready = may_send(state)
    return Article(
        page="mandate",
        title=say("mandate-title"),
        lead=say("mandate-lead"),
        paragraphs=(
            Paragraph(say("mandate-terms"), lines, "sign"),
            Paragraph(say("mandate-free"), (say("mandate-free-is"),), "hands"),
            Paragraph(say("mandate-revoke"), (revoke,), "again"),
        ),
        primary=Action("next", say("mandate-sign"), ready, "" if ready else on("no-network-yet")),
        speech=spoken(say("mandate-title"), *lines, say("mandate-free-is"), revoke),
        **inner(state, Stage.MANDATE),
    )


def _actor(say: Words, found: Terms) -> str:
    """Who may act: a body, one of its agents, or one of the family."""
    if not found.agent:
        return say("mandate-body", body=found.body)
    agent = masked_name(found.agent)
    if not found.body:
        return say("mandate-family", agent=agent)
    return say("mandate-agent", agent=agent, body=found.body)


def _confirming(state: State) -> Article:
    say, online = _say(state), state.outside.online
    reason = "" if online else speaker(state.session.language)("no-network-yet")
    return Article(
        page="mandate.revoke",
        title=say("revoke-title"),
        paragraphs=(
            Paragraph(say("revoke-then"), (say("revoke-then-is"),), "warning", Tone.WARNING),
            Paragraph(say("revoke-open"), (say("revoke-open-is"),), "info"),
        ),
        primary=Action("revoke", say("revoke"), online, reason),
        secondary=Action("keep", say("revoke-not")),
        speech=spoken(say("revoke-title"), say("revoke-then-is")),
        **inner(state, None),
    )


def _say(state: State) -> Words:
    return words_of(state.session.language, "agency")

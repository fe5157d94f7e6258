"""The pages of the one-time code."""

from typing import assert_never

from kiosk.journeys.case import mobile
from kiosk.journeys.holder_check import CODE_LENGTH, Checking, by_app, may_defer
from kiosk.journeys.pages.frame import inner, leave, spoken, working
from kiosk.journeys.phases.holder_check import (
    AppChecking,
    CodeChecking,
    CodeEntry,
    CodeOffer,
    CodeSending,
    CodeStuck,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, where_else
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Paragraph
from screens.views.waiting import Working


def view(state: State, phase: Checking) -> Article | Entry | Working:
    """Return the page."""
    match phase:
        case CodeOffer():
            return _offer(state)
        case CodeSending():
            return _working(state, "code-sending")
        case CodeEntry():
            return _entry(state, phase)
        case CodeChecking():
            return _working(state, "code-checking")
        case CodeStuck():
            return _stuck(state, phase)
        case AppChecking():
            return _working(state, "code-checking")
        case _:
            assert_never(phase)


def hidden(number: str) -> str:
    """Return a mobile number masked: 138****5678."""
    return number[:3] + "****" + number[-4:]


def _offer(state: State) -> Article:
    say = speaker(state.session.language)
    number = hidden(mobile(state)) if mobile(state) else say("code-on-record")
    return Article(
        page="code.offer",
        title=say("code-title"),
        paragraphs=(
            Paragraph(say("code-to"), (number,), "phone"),
            *((Paragraph(say("code-app"), (say("code-app-how"),), "phone"),) if by_app(state) else ()),
            Paragraph(say("code-why"), (say("code-why-is"),), "lock"),
        ),
        primary=Action("next", say("code-send")),
        speech=spoken(say("code-title"), say("code-why-is")),
        **inner(state, Stage.HOLDER_CHECK),
    )


def _working(state: State, title: str) -> Working:
    say = speaker(state.session.language)
    return Working(
        page=title.replace("-", "."),
        title=say(title),
        lines=(say("one-moment"),),
        leave=leave(state),
        speech=spoken(say(title)),
        **working(state),
    )


def _entry(state: State, phase: CodeEntry) -> Entry:
    say = speaker(state.session.language)
    whole = len(phase.text) == CODE_LENGTH
    number = mobile(state)
    lead = say("code-sent", mobile=hidden(number)) if number else say("code-sent-on-record")
    error = say(phase.trouble) if phase.trouble else ""
    return Entry(
        page="code.entry",
        title=say("code-enter"),
        lead=lead,
        keyboard=Keyboard.DIGITS,
        value=phase.text,
        example=say("code-example"),
        max_length=CODE_LENGTH,
        error=error,
        primary=Action("next", say("next"), whole, "" if whole else say("code-first")),
        secondary=Action("resend", say("code-resend")),
        speech=spoken(error, say("code-enter"), lead),
        **inner(state, Stage.HOLDER_CHECK),
    )


def _stuck(state: State, phase: CodeStuck) -> Article:
    """Why there is no code, and every way on that there is."""
    say, language = speaker(state.session.language), state.session.language
    where = where_else(state.outside.settings.site, language)
    defer = may_defer(state, phase)
    again = Action("again", say("code-again")) if phase.reason != "too_many" else None
    lines = (say("code-defer-how"),) if defer else (_why_stuck(state, phase),)
    return Article(
        page="code.stuck",
        title=say(f"code-stuck-{phase.reason.replace('_', '-')}"),
        paragraphs=(
            Paragraph("", lines, tone=Tone.WARNING),
            Paragraph(say("code-other"), (say("code-other-how", where=where),), "place"),
        ),
        primary=Action("next", say("code-defer")) if defer else again,
        secondary=again if defer else None,
        speech=spoken(say(f"code-stuck-{phase.reason.replace('_', '-')}"), *lines),
        **inner(state, Stage.HOLDER_CHECK),
    )


def _why_stuck(state: State, phase: CodeStuck) -> str:
    """Why there is no code; where no number was asked for, none can be changed."""
    on_record = phase.reason == "refused" and not mobile(state)
    text = "code-none-on-record" if on_record else f"code-stuck-{phase.reason.replace('_', '-')}-how"
    return speaker(state.session.language)(text)

"""How taking part ended: it is in, it is not, or nobody knows yet. None of these pages shows the choice."""

from kiosk.events.world import DeviceClass
from kiosk.journeys import ballots
from kiosk.journeys.pages.frame import inner, spoken, working
from kiosk.journeys.pages.paper import banner, failed
from kiosk.journeys.participating import AGAIN
from kiosk.journeys.phases.participation import NotTaken, TookPart
from kiosk.journeys.state import State
from kiosk.journeys.wording import where_else, words_of
from screens.views.frame import Action, Banner
from screens.views.listing import Row
from screens.views.outcome import Outcome, OutcomeKind


def took_part(state: State, phase: TookPart) -> Outcome:
    """Return that the answer is in, with the code that shows it to whoever took part."""
    say, language = words_of(state.session.language, "vote"), state.session.language
    how = "survey" if ballots.is_survey(state) else "ballot"
    matter = ballots.matter(state)
    steps = (say(f"in-{how}-next", moment=matter.until), say("in-code"))
    return Outcome(
        page="outcome.took_part",
        title=say(f"in-{how}-title"),
        kind=OutcomeKind.DONE,
        sentence=say(f"in-{how}-sentence"),
        reference=phase.code,
        reference_label=say("code"),
        rows=(Row(say("matter"), matter.title.said(language)),),
        next_steps=steps,
        paper=_paper(state, phase),
        qr=ballots.address(state, phase.code),
        primary=Action("done", say("done")),
        secondary=Action("print", say("print")) if ballots.can_print(state, phase) else None,
        speech=spoken(say(f"in-{how}-sentence"), *steps),
        **working(state),
    )


def not_taken(state: State, phase: NotTaken) -> Outcome:
    """Return that nothing is in, surely; why, and what can be done."""
    say, language = words_of(state.session.language, "vote"), state.session.language
    again = phase.reason in AGAIN
    steps = (say(f"not-{phase.reason}"), where_else(state.outside.settings.site, language))
    listed = Action("again", say("list")) if phase.reason != "none" else None
    return Outcome(
        page="outcome.not_taken",
        title=say("not-title"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("not-sentence"),
        next_steps=steps,
        primary=Action("again", say("again")) if again else Action("done", say("done")),
        secondary=None if again else listed,
        speech=spoken(say("not-sentence"), *steps),
        **inner(state, None),
    )


def fate_unknown(state: State) -> Outcome:
    """Return that nobody knows yet; it is asked for, never put in twice."""
    say, language = words_of(state.session.language, "vote"), state.session.language
    steps = (say("unknown-next"), where_else(state.outside.settings.site, language))
    return Outcome(
        page="outcome.fate_unknown",
        title=say("unknown-title"),
        kind=OutcomeKind.PAYMENT_UNKNOWN,
        sentence=say("unknown-sentence"),
        next_steps=steps,
        primary=Action("again", say("ask-again")),
        secondary=Action("done", say("done")),
        speech=spoken(say("unknown-sentence"), *steps),
        **working(state),
    )


def _paper(state: State, phase: TookPart) -> Banner | None:
    if phase.printing:
        return banner(state, phase.printing, "receipt")
    if state.outside.works(DeviceClass.PRINTER):
        return None  # it can be asked for
    return failed(state, state.outside.trouble(DeviceClass.PRINTER), "receipt")

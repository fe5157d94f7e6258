"""How a payment ended, in one of the truthful sentences: paid, not charged, or not known: do not pay again."""

from kiosk.events.printing import Paper
from kiosk.events.world import DeviceClass
from kiosk.journeys.pages.frame import another, inner, spoken, working
from kiosk.journeys.pages.paper import banner, failed
from kiosk.journeys.phases.money import NotCharged, PaymentEnded
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import where_else, words_of
from kiosk.payment import GOES_BACK, NOTHING_CHARGED, UNKNOWN, yuan
from screens.views.frame import Action, Banner
from screens.views.listing import Row
from screens.views.outcome import Outcome, OutcomeKind


def not_charged(state: State, phase: NotCharged) -> Outcome:
    """Return the page that says that nothing was charged, why, and what can be done."""
    say, language = words_of(state.session.language, "pay"), state.session.language
    steps = (
        say(f"not-charged-{phase.reason}"),
        say("by-cash-how", where=where_else(state.outside.settings.site, language)),
    )
    return Outcome(
        page="outcome.not_charged",
        title=say("not-charged-title"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("not-charged-sentence"),
        next_steps=steps,
        primary=Action("done", say("done")),
        secondary=Action("again", say("look-again")),
        speech=spoken(say("not-charged-sentence"), *steps),
        **inner(state, Stage.PAYMENT),
    )


def payment_ended(state: State, phase: PaymentEnded) -> Outcome:
    """Return the page of what became of an order; the number and the code to follow it stay with the resident."""
    say, language = words_of(state.session.language, "pay"), state.session.language
    how, kind = _how(phase.state)
    hotline = state.outside.settings.site.hotline
    sentence, steps = (
        say(f"{how}-sentence"),
        (say(f"{how}-next", hotline=hotline), say("keep", hotline=hotline)),
    )
    return Outcome(
        page=f"outcome.{how}",
        title=say(f"{how}-title"),
        kind=kind,
        sentence=sentence,
        reference=phase.order.number,
        reference_label=say("order-number"),
        rows=(
            Row(say("amount"), yuan(phase.bill.amount)),
            Row(say("what"), f"{phase.bill.title(language)} {phase.bill.period}"),
            Row(say("to"), phase.bill.payee(language)),
        ),
        next_steps=steps,
        paper=_paper(state, phase),
        qr=phase.order.follow_up,
        primary=Action("done", say("done")),
        secondary=_print(state, phase),
        speech=spoken(sentence, *steps),
        **working(state),
    )  # fmt: skip


def _how(paid: str) -> tuple[str, OutcomeKind]:
    """Which texts, and which of the truthful sentences. A state that is not known here is not called failed."""
    if paid == UNKNOWN:
        return "unknown", OutcomeKind.PAYMENT_UNKNOWN
    if paid in NOTHING_CHARGED:
        return "not-charged", OutcomeKind.NOT_DONE
    if paid in GOES_BACK:
        return "goes-back", OutcomeKind.NOT_DONE
    return ("settled" if paid == "settled" else "paid"), OutcomeKind.DONE


def _paper(state: State, phase: PaymentEnded) -> Banner:
    if phase.printing:
        return banner(state, phase.printing, "receipt")
    return failed(state, state.outside.trouble(DeviceClass.PRINTER), "receipt")


def _print(state: State, phase: PaymentEnded) -> Action | None:
    """A second try, once the printer works and surely nothing has come out; else another matter."""
    free = phase.printing is None or phase.printing.paper is Paper.FAILED
    if not free or not state.outside.works(DeviceClass.PRINTER):
        return another(state)
    return Action("print", words_of(state.session.language, "pay")("print"))

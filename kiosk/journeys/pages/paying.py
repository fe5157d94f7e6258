"""The pages of paying: what is owed, how it can be paid, the code, and what became of it."""

from typing import assert_never

from kiosk.journeys.pages.frame import inner, leave, spoken, working
from kiosk.journeys.pages.payment_end import not_charged, payment_ended
from kiosk.journeys.phases.money import (
    Bills,
    Closing,
    NoBills,
    NotCharged,
    Ordering,
    PayChoice,
    Paying,
    Payment,
    PaymentEnded,
    SearchingBills,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import where_else, words_of
from kiosk.payment import Bill, yuan
from screens.views import AnyView
from screens.views.choices import Choice, Option
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Paragraph
from screens.views.waiting import PayCode, Working


def view(state: State, phase: Payment) -> AnyView:  # noqa: PLR0911  # one a phase
    """Return the page."""
    match phase:
        case SearchingBills():
            return _working(state, "searching", leaves=True)
        case NoBills():
            return _no_bills(state, phase)
        case Bills():
            return _bills(state, phase)
        case PayChoice():
            return _choice(state, phase.bill)
        case Ordering():
            return _working(state, "ordering")
        case Paying():
            return _paying(state, phase)
        case Closing():
            return _working(state, "closing")
        case NotCharged():
            return not_charged(state, phase)
        case PaymentEnded():
            return payment_ended(state, phase)
        case _:
            assert_never(phase)


def _working(state: State, what: str, *, leaves: bool = False) -> Working:
    say = words_of(state.session.language, "pay")
    return Working(
        page=f"pay.{what}",
        title=say(f"{what}-title"),
        lead=say("nothing-yet") if what != "closing" else say("closing-lead"),
        lines=(say("one-moment"),),
        leave=leave(state) if leaves else None,
        speech=spoken(say(f"{what}-title")),
        **working(state),
    )


def _no_bills(state: State, phase: NoBills) -> Article:
    say, language = words_of(state.session.language, "pay"), state.session.language
    lines = (say(f"no-bills-{phase.reason}-how"), where_else(state.outside.settings.site, language))
    again = Action("again", say("look-again"))
    return Article(
        page=f"pay.no_bills.{phase.reason}",
        title=say(f"no-bills-{phase.reason}"),
        paragraphs=(Paragraph("", lines, "info"),),
        primary=Action("done", say("done")) if phase.reason == "none" else again,
        speech=spoken(say(f"no-bills-{phase.reason}"), *lines),
        **inner(state, Stage.PAYMENT),
    )


def _bills(state: State, phase: Bills) -> Choice:
    say = words_of(state.session.language, "pay")
    error = say(phase.trouble) if phase.trouble else ""
    return Choice(
        page="pay.bills",
        title=say("bills-title"),
        lead=say("bills-lead"),
        options=tuple(_option(state, bill) for bill in phase.bills),
        error=error,
        speech=spoken(error, say("bills-title")),
        **inner(state, Stage.PAYMENT),
    )


def _option(state: State, bill: Bill) -> Option:
    language = state.session.language
    locked = (words_of(language, "pay")("locked-hint"),) if bill.locked else ()
    hint = " · ".join((bill.period, bill.payee(language), *locked))
    return Option(f"bill:{bill.id}", f"{bill.title(language)}  {yuan(bill.amount)}", hint)


def _choice(state: State, bill: Bill) -> Article:
    """How much, to whom, and every way to pay it; cash and the telephone are always there (现金收付规定)."""
    say, language = words_of(state.session.language, "pay"), state.session.language
    site, online = state.outside.settings.site, state.outside.online
    return Article(
        page="pay.choice",
        title=say("choice-title", amount=yuan(bill.amount)),
        paragraphs=(
            Paragraph(
                say("what"),
                (say("what-is", title=bill.title(language), period=bill.period), say("payee", payee=bill.payee(language))),
                "receipt",
            ),
            Paragraph(say("by-phone"), (say("by-phone-how"), say("no-surcharge")), "phone"),
            Paragraph(say("by-cash"), (say("by-cash-how", where=where_else(site, language)),), "place"),
            *(() if online else (Paragraph("", (say("offline"),), tone=Tone.WARNING),)),
        ),
        primary=Action("pay", say("pay"), online, "" if online else say("offline")),
        speech=spoken(say("choice-title", amount=yuan(bill.amount)), say("by-phone-how"), say("no-surcharge")),
        **inner(state, Stage.PAYMENT),
    )  # fmt: skip


def _paying(state: State, phase: Paying) -> PayCode:
    """The code with its time. Scanning it is not the end: only the platform's word is."""
    say, language = words_of(state.session.language, "pay"), state.session.language
    site, how = state.outside.settings.site, "confirm" if phase.confirming else "scan"
    return PayCode(
        page=f"pay.code.{how}",
        title=say(f"{how}-title"),
        lead=say(f"{how}-lead"),
        amount=yuan(phase.bill.amount),
        payee=say("payee", payee=phase.bill.payee(language)),
        qr=phase.order.code,
        notes=(say("order", number=phase.order.number), say("cash-line", hotline=site.hotline)),
        countdown=phase.order.seconds_left,
        secondary=None if phase.confirming else Action("cancel", say("cancel")),
        leave=leave(state),
        speech=spoken(say(f"{how}-title"), yuan(phase.bill.amount), say(f"{how}-lead")),
        **working(state),
    )

"""Paying: every item, every answer and every silence ends in a truthful sentence, and nobody pays twice."""

from dataclasses import replace

import pytest

from config.language import Language
from kiosk.commands import Command
from kiosk.commands.money import CloseOrder, FindBills, FollowOrder, MakeOrder
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.money import BillsFound, BillsNotFound, OrderChanged, OrderMade, OrderNotMade, OrderSilent
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged, TimedOut
from kiosk.journeys import deadline
from kiosk.journeys.exploring.specimens import BILL, ORDER
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.session import Session
from screens.views.choices import Choice
from screens.views.inputs import Touched
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.reading import Article
from screens.views.waiting import PayCode
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, Terminal, willing
from tests.kiosk.receipts.reading import words

CODES = [item.code for item in CATALOGUE.items if item.flow == "pay"]


def quiet(command: Command) -> Event | None:
    """A platform that finds and makes, and says nothing more."""
    return None if isinstance(command, FollowOrder | CloseOrder) else willing(command)


def at_code() -> Terminal:
    """A terminal that shows the code for a water bill."""
    terminal = Terminal(answer=quiet).open("PY-007")
    assert Resident(terminal).walk("pay.code").page == "pay.code.scan"
    return terminal


def follow(terminal: Terminal) -> int:
    return terminal.commanded(FollowOrder)[-1].id


def outcome(terminal: Terminal) -> Outcome:
    page = terminal.view
    assert isinstance(page, Outcome)
    return page


@pytest.mark.parametrize("code", CODES)
def test_every_item_is_paid(code: str) -> None:
    terminal = Terminal().open(code)
    page = Resident(terminal).walk()
    assert isinstance(page, Outcome)
    assert (page.kind, page.reference, page.qr) == (OutcomeKind.DONE, ORDER.number, ORDER.follow_up)
    assert len(terminal.commanded(MakeOrder)) == len(terminal.commanded(PrintReceipt)) == 1
    assert f'"item": "{code}"' in terminal.commanded(FindBills)[0].document
    signed_in = CATALOGUE.by_code[code].sign_in != "L0"
    assert ("id_number" in terminal.commanded(FindBills)[0].document) is signed_in
    payer = CARD.id_number if signed_in else ""
    assert [order.id_number for order in terminal.commanded(MakeOrder)] == [payer], (
        "so that they find it again"
    )
    assert CARD.id_number not in repr(terminal.commanded(MakeOrder))
    terminal.finish().touch("done")
    assert isinstance(terminal.state.phase, Attract)


@pytest.mark.parametrize("code", CODES)
def test_never_without_a_network_and_said_before_the_first_question(code: str) -> None:
    terminal = Terminal().open(code, online=False)
    page = terminal.view
    assert isinstance(page, Article)
    assert page.primary
    assert not page.primary.enabled
    assert "断网一律不得收款" in page.primary.reason
    assert not terminal.post(Touched("start")).commanded(FindBills)


def test_cash_and_the_telephone_are_always_there() -> None:
    terminal = Terminal(answer=quiet).open("PY-007")
    for name in ("pay.choice", "pay.code"):
        page = Resident(terminal).walk(name)
        assert "现金" in repr(page)
        assert "12345" in repr(page)
        assert "68.20" in (page.amount if isinstance(page, PayCode) else page.title)


def test_the_network_goes_before_the_order() -> None:
    terminal = Terminal(answer=quiet).open("PY-007")
    Resident(terminal).walk("pay.choice")
    terminal.post(NetworkChanged(False), Touched("pay"))
    assert not terminal.commanded(MakeOrder)
    assert "未扣任何费用" in repr(terminal.view)


def test_the_phone_confirms_and_time_runs_whoever_touches() -> None:
    terminal = at_code()
    assert deadline(terminal.state) == 300.0
    entered = terminal.state.entered
    terminal.post(OrderChanged(follow(terminal), "userpaying"), Touched("language"))
    assert terminal.page == "pay.code.confirm"
    assert terminal.state.entered == entered


@pytest.mark.parametrize(
    ("said", "page", "kind"),
    [
        ("settled", "outcome.settled", OutcomeKind.DONE),
        ("paid", "outcome.paid", OutcomeKind.DONE),
        ("settle_failed", "outcome.goes-back", OutcomeKind.NOT_DONE),
        ("refunded", "outcome.goes-back", OutcomeKind.NOT_DONE),
        ("closed", "outcome.not_charged", OutcomeKind.NOT_DONE),
        ("reversed", "outcome.not_charged", OutcomeKind.NOT_DONE),
        ("of the future", "outcome.unknown", OutcomeKind.PAYMENT_UNKNOWN),
    ],
)
def test_what_the_platform_says_is_what_is_said(said: str, page: str, kind: OutcomeKind) -> None:
    followed = at_code()
    followed.post(OrderChanged(follow(followed), said))
    closed = at_code().touch("cancel")
    closed.post(OrderChanged(closed.commanded(CloseOrder)[0].id, said))
    for terminal in (followed, closed):
        assert (outcome(terminal).page, outcome(terminal).kind) == (page, kind)


@pytest.mark.parametrize("way", ["cancel", "leave", "time"])
@pytest.mark.parametrize("silence", ["silent", "time", "still open"])
def test_silence_means_do_not_pay_again(way: str, silence: str) -> None:
    terminal = at_code()
    terminal.wait() if way == "time" else terminal.touch(way)
    (close,) = terminal.commanded(CloseOrder)
    answers: dict[str, Event] = {
        "silent": OrderSilent(close.id),
        "still open": OrderChanged(close.id, "pending"),
    }
    terminal.post(answers.get(silence, TimedOut(terminal.state.entered)))
    page = outcome(terminal)
    assert page.kind is OutcomeKind.PAYMENT_UNKNOWN
    assert "不要重复付款" in page.sentence
    assert page.reference == ORDER.number
    slip = words(terminal.commanded(PrintReceipt)[-1].receipt)
    assert "请勿重复付款" in slip
    terminal.touch("done")
    assert "不要重复付款" in terminal.view.lead


@pytest.mark.parametrize(
    ("said", "page", "slips"), [("settled", "settled", 2), ("closed", "not-charged", 1), ("paid", "paid", 2)]
)
def test_what_was_not_known_is_told_when_it_is(said: str, page: str, slips: int) -> None:
    terminal = at_code().touch("cancel")
    terminal.post(OrderSilent(terminal.commanded(CloseOrder)[0].id))
    terminal.post(OrderChanged(follow(terminal), said), OrderChanged(follow(terminal), said))
    assert outcome(terminal).page == f"outcome.{page}"
    assert len(terminal.commanded(PrintReceipt)) == slips


def test_leaving_closes_first_and_then_says_goodbye() -> None:
    terminal = at_code().touch("leave")
    assert terminal.page == "pay.closing"
    assert not terminal.commanded(Wipe)
    terminal.post(Touched("leave"), OrderChanged(terminal.commanded(CloseOrder)[0].id, "closed"))
    assert terminal.page == "goodbye"
    assert "未扣任何费用" in terminal.view.lead
    assert terminal.state.session == Session()


def test_a_late_answer_is_not_the_next_residents() -> None:
    terminal = at_code()
    late: list[Event] = [
        BillsFound(1, (BILL,)),
        OrderMade(terminal.commanded(MakeOrder)[0].id, ORDER),
        OrderChanged(follow(terminal), "settled"),
    ]
    terminal.touch("leave").post(OrderChanged(terminal.commanded(CloseOrder)[0].id, "closed"))
    terminal.touch("done").open("PY-008")
    Resident(terminal).walk("pay.code")
    before = terminal.state
    assert terminal.post(*late).state == before


@pytest.mark.parametrize("reason", ["offline", "paid", "locked", "gone", "refused"])
def test_no_order_no_charge(reason: str) -> None:
    terminal = Terminal(
        answer=lambda command: (
            OrderNotMade(command.id, reason) if isinstance(command, MakeOrder) else quiet(command)
        )
    ).open("PY-007")
    Resident(terminal).walk("outcome")
    assert "未扣任何费用" in outcome(terminal).sentence
    terminal.touch("again")
    assert terminal.page == "pay.bills"


@pytest.mark.parametrize("reason", ["none", "offline", "refused"])
def test_nothing_to_choose_from(reason: str) -> None:
    terminal = Terminal(
        answer=lambda command: (
            BillsFound(command.id, ()) if reason == "none" else BillsNotFound(command.id, reason)
        )
    ).open("PY-007")
    page = Resident(terminal).walk("pay.no_bills")
    assert page.page == f"pay.no_bills.{reason}"
    assert "没有扣款" in repr(page)
    terminal.touch("done" if reason == "none" else "again")


def test_a_bill_that_is_being_paid_elsewhere_is_not_ordered() -> None:
    locked = replace(BILL, locked=True)
    terminal = Terminal(answer=lambda command: BillsFound(command.id, (locked,))).open("PY-007")
    page = Resident(terminal).walk("pay.bills")
    assert isinstance(page, Choice)
    terminal.touch(page.options[0].id)
    assert "请勿重复付款" in terminal.view.error


def test_without_a_printer_it_is_paid_all_the_same() -> None:
    terminal = at_code().post(DeviceChanged(DeviceClass.PRINTER, working=False, code="PAPER_OUT"))
    terminal.post(OrderChanged(follow(terminal), "settled"))
    page = outcome(terminal)
    assert page.kind is OutcomeKind.DONE
    assert page.paper
    assert not terminal.commanded(PrintReceipt)
    terminal.post(DeviceChanged(DeviceClass.PRINTER, working=True)).touch("print")
    assert len(terminal.commanded(PrintReceipt)) == 1


def test_the_slip_in_english() -> None:
    terminal = at_code().touch("language")
    assert terminal.state.session.language is Language.ENGLISH
    terminal.post(OrderChanged(follow(terminal), "paid"))
    slip = words(terminal.commanded(PrintReceipt)[0].receipt)
    assert "Payment slip" in slip
    assert "being credited" in slip
    assert "¥68.20" in slip

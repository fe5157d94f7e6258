"""The till against the real platform, killed in between: charged once, never called failed, and every order has an end."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from kiosk.commands.money import CloseOrder, FindBills, FollowOrder, MakeOrder
from kiosk.events.money import BillsFound, BillsNotFound, OrderChanged, OrderMade, OrderNotMade, OrderSilent
from kiosk.payment import Order
from kiosk.platform.payments import PaymentClient
from kiosk.runtime.payment_journal import Entry, PaymentJournal
from kiosk.runtime.till import Till
from tests.fleet.process import Server, Terminal
from tests.kiosk.conftest import Heard

ACCOUNT = '{"item": "PY-007", "account": {"bill_account": {"account_no": "55501"}}}'


@dataclass
class Counter:
    """A till at a counter of the real platform."""

    server: Server
    terminal: Terminal
    home: Path
    till: Till
    heard: Heard

    def ordered(self) -> Order:
        self.till.carry_out(FindBills(1, ACCOUNT))
        bill = self.heard.wait_for(BillsFound).bills[0]
        self.till.carry_out(MakeOrder(2, bill.id))
        return self.heard.wait_for(OrderMade).order

    def pay(self, order: Order) -> None:
        with requests.Session() as phone:
            phone.trust_env = False
            assert phone.post(order.code).ok

    def again(self) -> None:
        """The power goes and comes again: what the journal has is all that is left."""
        self.till = make(self.terminal, self.home, self.heard)

    @property
    def journal(self) -> list[Entry]:
        return list(PaymentJournal(self.home).entries())


def make(terminal: Terminal, home: Path, heard: Heard) -> Till:
    return Till(
        PaymentClient(terminal.server.url, terminal.identity.session), PaymentJournal(home), heard.post
    )


@pytest.fixture
def counter(tmp_path: Path, heard: Heard) -> Iterator[Counter]:
    with Server(tmp_path / "home", ("--http", "--port", "0")) as server:
        terminal = server.terminal("T1")
        home = tmp_path / "payments"
        yield Counter(server, terminal, home, make(terminal, home, heard), heard)
        terminal.session.close()


def test_paid_and_followed_to_the_end(counter: Counter) -> None:
    order = counter.ordered()
    assert [entry.number for entry in counter.journal] == [order.number]
    counter.till.carry_out(FollowOrder(3, order.id))
    counter.pay(order)
    counter.till.look()
    counter.till.look()
    assert [event for event in counter.heard.events if isinstance(event, OrderChanged)] == [
        OrderChanged(3, "settled")
    ]
    assert counter.journal[0].final


def test_the_platform_is_killed_while_it_is_paid(counter: Counter) -> None:
    order = counter.ordered()
    counter.till.carry_out(FollowOrder(3, order.id))
    counter.pay(order)
    counter.server.kill()
    counter.till.look()
    counter.till.carry_out(CloseOrder(4, order.id))
    assert counter.heard.wait_for(OrderSilent) == OrderSilent(4)
    assert not counter.journal[0].final
    counter.server.again()
    counter.till.look()
    assert counter.heard.wait_for(OrderChanged) == OrderChanged(3, "settled")


@pytest.mark.parametrize(("paid", "state"), [(True, "settled"), (False, "closed")])
def test_the_power_goes_while_the_code_is_shown(counter: Counter, paid: bool, state: str) -> None:
    order = counter.ordered()
    if paid:
        counter.pay(order)
    counter.again()
    counter.till.look()
    assert [entry.state for entry in counter.journal] == [state]


def test_who_leaves_leaves_nothing_open(counter: Counter) -> None:
    order = counter.ordered()
    counter.till.carry_out(FollowOrder(3, order.id))
    counter.till.look()
    assert counter.journal[0].state == "pending"
    counter.till.forget()
    counter.till.look()
    assert counter.journal[0].state == "closed"


def test_the_answer_to_the_order_is_lost(counter: Counter) -> None:
    """The platform has made it, the terminal does not know: no code was shown, and it is closed."""
    counter.till.carry_out(FindBills(1, ACCOUNT))
    bill = counter.heard.wait_for(BillsFound).bills[0]
    entry = Entry("lost", bill.id, "2026-11-25T00:00:00+00:00")
    PaymentJournal(counter.home).write(entry)
    made = counter.terminal.session.put(
        f"{counter.server.url}/v1/payment-orders/lost", json={"bill": bill.id}
    )
    assert made.status_code == 201
    counter.again()
    counter.till.look()
    assert counter.journal[0].state == "closed"
    counter.till.carry_out(MakeOrder(5, bill.id))
    assert counter.heard.wait_for(OrderMade).command == 5


def test_what_the_platform_never_heard_of_is_over(counter: Counter) -> None:
    PaymentJournal(counter.home).write(Entry("never", "b", "2026-11-25T00:00:00+00:00"))
    counter.till.look()
    assert counter.journal[0].state == "never"


def test_a_bill_that_is_paid_or_being_paid(counter: Counter) -> None:
    order = counter.ordered()
    bill = counter.journal[0].bill
    counter.till.carry_out(MakeOrder(6, bill))
    assert counter.heard.wait_for(OrderNotMade) == OrderNotMade(6, "locked")
    counter.heard.events.clear()
    counter.pay(order)
    counter.till.carry_out(MakeOrder(7, bill))
    assert counter.heard.wait_for(OrderNotMade) == OrderNotMade(7, "paid")


def test_without_a_platform(tmp_path: Path, heard: Heard) -> None:
    till = Till(PaymentClient("http://127.0.0.1:9", requests.Session), PaymentJournal(tmp_path), heard.post)
    till.carry_out(FindBills(1, ACCOUNT))
    assert heard.wait_for(BillsNotFound) == BillsNotFound(1, "offline")
    till.carry_out(MakeOrder(2, "b"))
    assert heard.wait_for(OrderNotMade) == OrderNotMade(2, "offline")
    (entry,) = PaymentJournal(tmp_path).entries()
    assert not entry.final, "it may have arrived after all: it is asked for again"
    till.start()
    till.stop()


def test_without_a_disk_no_code_is_shown(counter: Counter) -> None:
    counter.home.write_text("in the way")
    counter.till.carry_out(MakeOrder(2, "b"))
    assert counter.heard.wait_for(OrderNotMade) == OrderNotMade(2, "offline")


def test_the_journal_forgets_what_is_final_and_old(tmp_path: Path) -> None:
    journal = PaymentJournal(tmp_path)
    for name, state in (("open", "pending"), ("over", "closed")):
        journal.write(Entry(name, "b", "2026-01-01T00:00:00+00:00", state=state))
    (tmp_path / "broken.json").write_text("{")
    journal.prune("2026-02-01")
    assert [entry.order for entry in journal.entries()] == ["open"]

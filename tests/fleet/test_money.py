"""Bills, orders and the channel: paid once however often it is asked, never called failed when it was paid."""

from dataclasses import replace

import pytest

from fleet.money.bills import LIMIT, Bill
from fleet.money.states import FOLLOWS, may_follow
from fleet.platform import Platform
from fleet.problems import PlatformError
from tests.fleet.conftest import Clock

BOTH_STORES = True

ACCOUNT = {"bill_account": {"account_no": "123456789"}}


def bills(platform: Platform) -> list[Bill]:
    return list(platform.cashier.bills.find("PY-007", ACCOUNT))


def code(platform: Platform, order: str = "one") -> str:
    return platform.cashier.orders.get("T1", order).code


def test_the_same_account_owes_the_same(platform: Platform) -> None:
    found = bills(platform)
    assert found == bills(platform)
    assert [bill.period for bill in found] == sorted(bill.period for bill in found)
    assert all(bill.amount > 0 and bill.payee_zh == "供水企业" for bill in found)


def test_an_account_that_owes_nothing(platform: Platform) -> None:
    assert platform.cashier.bills.find("PY-007", {"bill_account": {"account_no": "1230000"}}) == []


@pytest.mark.parametrize(("said", "amount"), [("30", 3000), ("99999", LIMIT), ("-5", None), ("nan", None)])
def test_the_resident_says_how_much_within_limits(platform: Platform, said: str, amount: int | None) -> None:
    (bill, *_) = platform.cashier.bills.find("PY-009", {"bill_phone": {"topup": said}})
    assert amount is None or bill.amount == amount
    assert bill.amount > 0


@pytest.mark.parametrize(("item", "account"), [("MZ-001", ACCOUNT), ("XX-1", ACCOUNT), ("PY-007", {})])
def test_no_bills_for_what_is_not_paid(platform: Platform, item: str, account: dict[str, object]) -> None:
    with pytest.raises(PlatformError) as refused:
        platform.cashier.bills.find(item, account)
    assert refused.value.status == 422


def test_an_order_is_made_once_and_settled(platform: Platform) -> None:
    (bill, *others), orders = bills(platform), platform.cashier.orders
    order, new = orders.make("T1", "one", bill.id)
    again, newer = orders.make("T1", "one", bill.id)
    assert (order, new, newer) == (again, True, False)
    assert order.state == "pending"
    assert bills(platform)[0] == replace(bill, locked=True)
    assert platform.cashier.pay(order.code).state == "settled"
    assert platform.cashier.pay(order.code).state == "settled", "a phone that pays twice pays once"
    assert bills(platform) == others
    report = platform.cashier.reconcile()
    assert (report.channel, report.orders, report.bills) == (bill.amount,) * 3
    assert not report.differences


@pytest.mark.parametrize(
    ("terminal", "order", "which", "problem"),
    [
        ("T2", "one", 0, "order-taken"),
        ("T2", "two", 0, "bill-locked"),
        ("T1", "two", None, "bill-gone"),
    ],
)
def test_one_order_for_one_bill(
    platform: Platform, terminal: str, order: str, which: int | None, problem: str
) -> None:
    bill = bills(platform)[0].id
    platform.cashier.orders.make("T1", "one", bill)
    with pytest.raises(PlatformError) as refused:
        platform.cashier.orders.make(terminal, order, bill if which is not None else "none")
    assert (refused.value.status, refused.value.code) == (409, problem)


def test_a_quote_ends_and_what_is_paid_is_not_offered(platform: Platform, clock: Clock) -> None:
    bill = bills(platform)[0].id
    clock.pass_(minutes=10)
    with pytest.raises(PlatformError, match="no longer offered"):
        platform.cashier.orders.make("T1", "one", bill)
    bills(platform)
    platform.cashier.pay(platform.cashier.orders.make("T1", "one", bill)[0].code)
    with pytest.raises(PlatformError, match="paid"):
        platform.cashier.orders.make("T1", "two", bill)


def test_a_closed_order_takes_no_money(platform: Platform) -> None:
    bill, orders = bills(platform)[0].id, platform.cashier.orders
    orders.make("T1", "one", bill)
    assert orders.close("T1", "one").state == "closed"
    with pytest.raises(PlatformError) as refused:
        platform.cashier.pay(code(platform))
    assert refused.value.status == 410
    assert orders.make("T1", "two", bill)[0].state == "pending"


def test_an_order_that_is_paid_is_not_closed(platform: Platform) -> None:
    orders = platform.cashier.orders
    order, _ = orders.make("T1", "one", bills(platform)[0].id)
    platform.cashier.channel.pay(order.code, "lost-notification")
    assert orders.close("T1", "one").state == "settled"


def test_a_lost_notification_is_found_by_looking(platform: Platform) -> None:
    order, _ = platform.cashier.orders.make("T1", "one", bills(platform)[0].id)
    assert platform.cashier.pay(order.code, "lost-notification").state == "pending"
    platform.cashier.orders.look()
    assert platform.cashier.orders.all()[0].state == "settled"


def test_late_money_is_waited_for(platform: Platform, clock: Clock) -> None:
    orders = platform.cashier.orders
    order, _ = orders.make("T1", "one", bills(platform)[0].id)
    platform.cashier.pay(order.code, "late")
    assert orders.get("T1", "one").state == "userpaying"
    clock.pass_(seconds=30)
    orders.look()
    assert orders.all()[0].state == "settled"


def test_late_money_is_reversed_when_the_order_is_closed(platform: Platform, clock: Clock) -> None:
    orders = platform.cashier.orders
    order, _ = orders.make("T1", "one", bills(platform)[0].id)
    platform.cashier.pay(order.code, "late")
    assert orders.close("T1", "one").state == "reversed"
    clock.pass_(seconds=60)
    orders.look()
    assert orders.all()[0].state == "reversed"
    assert platform.cashier.reconcile().channel == 0


def test_nothing_stays_open(platform: Platform, clock: Clock) -> None:
    order, _ = platform.cashier.orders.make("T1", "one", bills(platform)[0].id)
    clock.pass_(minutes=5)
    with pytest.raises(PlatformError):
        platform.cashier.pay(order.code)
    platform.cashier.orders.look()
    assert platform.cashier.orders.all()[0].state == "closed"


def test_what_was_paid_for_a_bill_that_is_settled_goes_back(platform: Platform) -> None:
    cashier, bill = platform.cashier, bills(platform)[0].id
    order, _ = cashier.orders.make("T1", "one", bill)
    with cashier.database.writing() as connection:
        connection.execute("UPDATE bills SET paid_by = 'elsewhere' WHERE id = ?", (bill,))
    assert cashier.pay(order.code).state == "refunded"
    assert cashier.channel.statement()[order.number] == (order.amount, -order.amount)
    assert cashier.reconcile().orders == cashier.reconcile().channel == 0


def test_differences_are_named(platform: Platform) -> None:
    cashier = platform.cashier
    made = [cashier.orders.make("T1", bill.id, bill.id)[0] for bill in bills(platform)[:1]]
    cashier.pay(made[0].code, "double")
    cashier.channel.open("stray", 100, "2026-11-26T00:00:00+08:00")
    stray = cashier.channel.close("stray")
    with cashier.books.writing() as books:
        books.execute("INSERT INTO movements (order_number, amount, at) VALUES ('stray', 100, '')")
    assert stray.state == "closed"
    assert [one.kind for one in cashier.reconcile().differences] == ["double", "channel-only"]
    with cashier.books.writing() as books:
        books.execute("DELETE FROM movements")
    assert [one.kind for one in cashier.reconcile().differences] == ["order-only"]
    with cashier.books.writing() as books:
        books.execute("INSERT INTO movements (order_number, amount, at) VALUES (?, 1, '')", (made[0].number,))
        books.execute(
            "INSERT INTO movements (order_number, amount, at) VALUES (?, ?, '')",
            (made[0].number, made[0].amount),
        )
    assert [one.kind for one in cashier.reconcile().differences] == ["amount"]
    with cashier.books.writing() as books:
        books.execute("DELETE FROM movements WHERE amount = 1")
    with cashier.database.writing() as database:
        database.execute("UPDATE bills SET paid_by = NULL")
    assert [one.kind for one in cashier.reconcile().differences] == ["bill"]


def test_the_states_of_the_specification() -> None:
    assert may_follow("pending", "paid")
    assert not may_follow("paid", "closed"), "what is paid is never called unpaid"
    assert not any("paid" in after for before, after in FOLLOWS.items() if before in ("closed", "reversed"))

"""How a payment stands, as a sheet: what a resident asks later whose slip said "not known". Nothing on it names anybody."""

from collections.abc import Mapping, Sequence
from typing import Any

from fleet.case_sheets import row, text
from fleet.database import Row
from fleet.money.orders import Order

_STATES: Mapping[str, tuple[str, str]] = {
    "created": ("还没有付款", "Not paid yet"),
    "pending": ("还没有付款", "Not paid yet"),
    "userpaying": ("正在手机上付款", "Being paid on a phone"),
    "paid": ("已付款，销账中", "Paid, being credited"),
    "settled": ("已付款，已销账", "Paid and credited"),
    "settle_failed": ("已付款，没有销账，会原路退回", "Paid, not credited: it goes back the way it came"),
    "refunding": ("正在原路退回", "On its way back"),
    "refunded": ("已原路退回", "Paid back"),
    "closed": ("没有付款，订单已关闭", "Not paid, the order is closed"),
    "reversed": ("没有付款，订单已撤销", "Not paid, the order was withdrawn"),
}


def listed(payments: Sequence[tuple[Row, Order]]) -> list[dict[str, Any]]:
    """Return the groups of a list of payments: what for, how it stands; each leads to its own sheet."""
    rows = [
        row(
            text(f"{bill['title_zh']} {bill['period']}", f"{bill['title_en']} {bill['period']}"),
            text(*_STATES[order.state]),
            order.number,
        )
        for bill, order in payments
    ]
    return [{"heading": text("我的缴费", "My payments"), "rows": rows}] if rows else []


def of(order: Order, bill: Row) -> list[dict[str, Any]]:
    """Return the groups of a payment: number, what for, to whom, how much, how it stands and since when."""
    amount, since = f"¥{order.amount / 100:,.2f}", order.since[:16].replace("T", " ")
    return [
        {
            "heading": text("缴费结果", "Payment"),
            "rows": [
                row(text("订单号", "Order"), text(order.number, order.number)),
                row(text("结果", "Result"), text(*_STATES[order.state])),
                row(text("缴费项目", "What for"), text(bill["title_zh"], bill["title_en"])),
                row(text("收款单位", "Payee"), text(bill["payee_zh"], bill["payee_en"])),
                row(text("金额", "Amount"), text(amount, amount)),
                row(text("时间", "Since"), text(since, since)),
            ],
        }
    ]

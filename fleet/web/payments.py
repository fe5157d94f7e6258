"""`/v1/bills`, `/v1/payment-orders`: looking bills up and paying them; and the pages that a phone opens."""

from dataclasses import asdict
from datetime import datetime
from html import escape

from starlette.responses import Response

from fleet.money.orders import Order
from fleet.money.reconciliation import REMEDIES
from fleet.money.states import OPEN
from fleet.platform import Platform
from fleet.problems import malformed
from fleet.web.asking import Asked, json_response
from fleet.web.pages import page

WORDS = {
    "created": ("待支付", "Not paid yet"),
    "pending": ("待支付", "Not paid yet"),
    "userpaying": ("支付中，请在手机上确认", "Being paid: confirm on your phone"),
    "paid": ("已付款，销账中", "Paid; the payee is being told"),
    "settled": ("已付款，已销账", "Paid, and the payee has it"),
    "settle_failed": ("已付款，未销账，将自动退款", "Paid, but not credited: it goes back by itself"),
    "closed": ("已关闭，没有扣款", "Closed; nothing was charged"),
    "reversed": ("已撤销，没有扣款", "Reversed; nothing was charged"),
    "refunding": ("退款中", "Being refunded"),
    "refunded": ("已原路退款", "Refunded the way it came"),
}


def find(platform: Platform, asked: Asked) -> Response:
    """Return what an account owes."""
    account = asked.document().get("account")
    if not isinstance(account, dict):
        raise malformed("Send account as an object.", "请以对象形式提交 account。")
    bills = platform.cashier.bills.find(asked.text("item"), account)
    return json_response({"bills": [asdict(bill) for bill in bills]})


def make(platform: Platform, asked: Asked) -> Response:
    """Make an order, once however often it is asked for."""
    payer = asked.text("id_number") if "id_number" in asked.document() else ""
    order, new = platform.cashier.make(asked.terminal, asked.path["id"], asked.text("bill"), payer)
    return json_response(_document(platform, order), 201 if new else 200)


def get(platform: Platform, asked: Asked) -> Response:
    """Return how an order stands."""
    return json_response(_document(platform, platform.cashier.orders.get(asked.terminal, asked.path["id"])))


def close(platform: Platform, asked: Asked) -> Response:
    """Close an order that is not paid."""
    return json_response(_document(platform, platform.cashier.orders.close(asked.terminal, asked.path["id"])))


def reconciliation(platform: Platform, _: Asked) -> Response:
    """Return whether channel, orders and bills agree."""
    return json_response(report(platform))


def report(platform: Platform) -> dict[str, object]:
    """Return the reconciliation as a document; each difference with its remedy."""
    found = platform.cashier.reconcile()
    differences = [{**asdict(one), "remedy": REMEDIES[one.kind]} for one in found.differences]
    return {**asdict(found), "differences": differences}


def show_code(platform: Platform, asked: Asked) -> Response:
    """Return what a phone sees that has scanned the code: how much, and a button."""
    payment = platform.cashier.channel.by_code(asked.path["code"])
    if payment is None:
        return page("没有此码", "<h1>没有此码</h1><p lang='en'>There is no such code.</p>", 404)
    button = "<form method='post'><button>付款（演示）Pay (demonstration)</button></form>"
    return page(
        "付款 Pay",
        f"<h1>¥{payment.amount / 100:,.2f}</h1><p>订单号 Order {escape(payment.order_number)}</p>"
        + (
            button
            if payment.state == "waiting"
            else _said(platform.cashier.orders.by_number(payment.order_number))
        ),
    )


def pay(platform: Platform, asked: Asked) -> Response:
    """Pay, as a phone does."""
    return page("付款 Pay", _said(platform.cashier.pay(asked.path["code"])))


def show_order(platform: Platform, asked: Asked) -> Response:
    """Return the page behind the code on a payment slip: how the order stands now."""
    order = platform.cashier.orders.by_token(asked.path["token"])
    if order is None:
        return page("没有此页", "<h1>没有此页</h1><p lang='en'>There is no such page.</p>", 404)
    return page(
        "缴费结果 Payment",
        f"{_said(order)}<p>¥{order.amount / 100:,.2f}</p><p>订单号 Order {escape(order.number)}</p>",
    )


def _said(order: Order) -> str:
    chinese, english = WORDS[order.state]
    return f"<h1>{chinese}</h1><p lang='en'>{english}</p>"


def _document(platform: Platform, order: Order) -> dict[str, object]:
    """What a terminal is told; seconds, because its clock may be wrong."""
    left = datetime.fromisoformat(order.expires_at) - platform.now()
    return {
        "number": order.number,
        "state": order.state,
        "amount": order.amount,
        "code_url": f"{platform.url}/pay/{order.code}" if order.state in OPEN else "",
        "seconds_left": max(0, int(left.total_seconds())) if order.state in OPEN else 0,
        "follow_up": f"{platform.url}/p/{order.token}",
    }

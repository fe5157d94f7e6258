"""`kiosk fleet pay` and `kiosk fleet reconcile`: the money of the reference platform."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.output import emit
from kiosk.home import home

if TYPE_CHECKING:
    from fleet.platform import Platform

FAULTS = ("late", "lost-notification", "double")


def configure_pay(pay: argparse.ArgumentParser) -> None:
    """Describe `pay`."""
    pay.add_argument("code", metavar="CODE", help="what the code on the screen holds, or its last part")
    pay.add_argument("--fault", default="", choices=FAULTS, help="let the channel go wrong on the way")


def run_pay(args: argparse.Namespace) -> int:
    """Pay a code."""
    with _platform(args) as platform:
        order = platform.cashier.pay(args.code.rpartition("/")[2], args.fault)
    shown = {"number": order.number, "state": order.state, "amount": order.amount}
    return emit(args, shown, f"{order.number}  {order.state}  {_yuan(order.amount)}")


def run_reconcile(args: argparse.Namespace) -> int:
    """Compare the books; 1 when they differ."""
    from fleet.money.reconciliation import REMEDIES  # noqa: PLC0415  # only this command needs it

    with _platform(args) as platform:
        platform.cashier.orders.look()
        report = platform.cashier.reconcile()
    differences = [{**asdict(one), "remedy": REMEDIES[one.kind]} for one in report.differences]
    sums = (
        f"channel 渠道 {_yuan(report.channel)}  orders 订单 {_yuan(report.orders)}  "
        f"bills 账单 {_yuan(report.bills)}  open 未完成 {report.open}"
    )
    lines = [f"{one['order_number']}  {one['kind']}: {one['remedy']}" for one in differences]
    emit(args, {**asdict(report), "differences": differences}, "\n".join((sums, *lines)))
    return 1 if differences else 0


def _yuan(fen: int) -> str:
    return f"¥{fen / 100:,.2f}"


def _platform(args: argparse.Namespace) -> "Platform":
    from fleet.platform import Platform  # noqa: PLC0415  # TUF and cryptography take their time

    directory: Path = args.home or home().parent / "kiosk-platform"
    return Platform.open(directory.resolve())

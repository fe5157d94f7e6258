"""A resident pays a water bill: real touches, the real platform, a phone that pays while the platform is dead."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fleet.platform import Platform
from provisioning.terminal import Terminal as Provisioned
from tests.end_to_end.terminal import Terminal, Touchscreen
from tests.fleet.process import Server

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "platform", ("--http", "--port", "0")) as server:
        yield server


@pytest.fixture
def kiosk(blank: Terminal, server: Server) -> Touchscreen:
    blank.enrol(server.url)
    number = Provisioned.load(blank.home).identity.terminal_id
    with Platform.open(server.home) as platform:
        platform.terminals.trust(number, (blank.home / "terminal-public-key.pem").read_bytes())
    return blank.run()


def to_code(kiosk: Touchscreen) -> None:
    """From the resting page to the code."""
    kiosk.walk(
        ("start", "home"),
        ("group.family", "shelf"),
        ("item.PY-007", "guide"),
        ("start", "question.provider"),
        ("option:prov-water", "question.account_no"),
    )
    kiosk.hand.write("gzabcd")
    kiosk.hand.touch("next", "pay.bills")
    bill = next(target for target in kiosk.eyes.look().targets if target.startswith("bill:"))
    kiosk.hand.touch(bill, "pay.choice")
    kiosk.hand.touch("pay", "pay.code")


def pay_at_the_channel(server: Server) -> str:
    """Pay with a phone while the platform is dead: the channel is another house. Return the order's number."""
    with Platform.open(server.home) as platform:
        (order,) = platform.cashier.orders.all()
        platform.cashier.channel.pay(order.code, "lost-notification")
    return order.number


def test_paid_while_the_platform_is_dead(kiosk: Touchscreen, server: Server) -> None:
    to_code(kiosk)
    server.kill()
    number = pay_at_the_channel(server)
    kiosk.hand.touch("leave", "pay.closing", "outcome.unknown")
    unknown = kiosk.eyes.wait_for("outcome.unknown")
    assert (unknown.view["kind"], unknown.view["reference"]) == ("payment_unknown", number)
    server.again()
    assert kiosk.eyes.wait_for("outcome.settled").view["reference"] == number
    kiosk.hand.touch("done", "rate")
    kiosk.hand.touch("skip", "goodbye")
    kiosk.hand.touch("done", "attract")
    assert kiosk.process.stop() == 0
    with Platform.open(server.home) as platform:
        report = platform.cashier.reconcile()
    assert report.channel == report.orders == report.bills > 0

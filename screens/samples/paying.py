"""Sample pages of paying: the code to be scanned, and the confirmation on the phone."""

from screens.samples.frame import ending, speaker
from screens.views import AnyView
from screens.views.frame import Action
from screens.views.waiting import PayCode


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {"pay_code": _code(language)}


def _code(language: str) -> PayCode:
    say = speaker(language)
    return PayCode(
        page="pay.code.scan",
        title=say("请用手机扫码付款", "Scan the code with your phone"),
        lead=say("付完请等屏幕上的结果。", "Then wait for the result on this screen."),
        amount="¥1,268.20",
        payee=say("收款单位：供水企业", "Paid to: Water utility"),
        qr="https://platform.example/pay/9b1f0c7e4ad24b0f8d0c3a21",
        notes=(
            say("订单号 20261125-000017", "Order 20261125-000017"),
            say("付现金或有疑问，请拨打 12345", "For cash or questions call 12345"),
        ),
        **ending(
            language,
            countdown=300,
            primary=None,
            secondary=Action("cancel", say("不付了", "Do not pay")),
            leave=Action("leave", say("退出", "Leave")),
        ),
    )

"""Sample pages of the staff: the PIN, and how the terminal is."""

from screens.samples.frame import outside, speaker
from screens.views import AnyView
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup, RowState


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {"staff_pin": _pin(language), "staff": _inside(language)}


def _pin(language: str) -> Entry:
    say = speaker(language)
    return Entry(
        page="staff.pin",
        title=say("请输入维护密码", "Enter the service PIN"),
        lead=say("本页仅供维护人员使用。", "This page is for the people who look after the terminal."),
        keyboard=Keyboard.DIGITS,
        value="2468",
        max_length=12,
        masked=True,
        **outside(
            language,
            error=say(
                "错误次数过多，请等待 30 秒后再试。", "Too many wrong PINs: wait 30 seconds, then try again."
            ),
            primary=Action("next", say("下一步", "Next")),
        ),
    )


def _inside(language: str) -> Listing:
    say = speaker(language)
    return Listing(
        page="staff",
        title=say("终端状态", "How this terminal is"),
        groups=(
            RowGroup(
                say("待发送队列", "Queue"),
                (
                    Row(say("保存", "Keeping"), say("可以保存", "Works")),
                    Row(
                        say("待发送", "Waiting"),
                        say("3 件，最早一件已等 30 分钟", "3, the oldest for 30 min"),
                    ),
                ),
            ),
            RowGroup(
                say("平台退回的内容", "What the platform refused"),
                (
                    Row(
                        "P-GZ000-20261125-0001-A",
                        "MZ-004 · HTTP 422 Unprocessable Content",
                        RowState.CARE,
                        hint=say("负责：终端技术员", "Seen to by: Terminal technician"),
                    ),
                ),
            ),
            RowGroup(
                say("设备", "Devices"),
                (
                    Row(say("读卡器", "Card reader"), say("正常", "Works")),
                    Row(
                        say("回执打印机", "Receipt printer"),
                        "PAPER_OUT",
                        RowState.CARE,
                        hint=say("装入纸张。", "Put in paper."),
                    ),
                ),
            ),
        ),
        **outside(language),
    )

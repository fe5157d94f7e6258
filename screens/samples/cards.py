"""Sample pages at the card reader, and while the terminal is busy."""

from screens.samples.frame import inside, speaker
from screens.views import AnyView
from screens.views.card import CardStage, PresentCard, SignInWay
from screens.views.frame import Action
from screens.views.waiting import Working


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    say = speaker(language)
    lines = {
        CardStage.WAITING: say("把身份证平放在读卡器上", "Lay your identity card flat on the reader"),
        CardStage.READING: say("正在读取，请不要移动", "Reading: please do not move it"),
        CardStage.LIFT: say("读好了，请拿回身份证", "Done: take your card back"),
    }
    without = Action("without_card", say("没带身份证怎么办", "I have no card with me"))
    found: dict[str, AnyView] = {
        f"card_{stage.value}": PresentCard(
            page=f"card.{stage.value}",
            title=say("请放身份证", "Your identity card"),
            stage=stage,
            lines=(line,),
            **inside(language, 2, primary=None, secondary=without if stage is CardStage.WAITING else None),
        )
        for stage, line in lines.items()
    }
    found["card_ways"] = PresentCard(
        page="card.ways",
        title=say("请表明身份", "Who are you?"),
        stage=CardStage.WAITING,
        lines=(say("任选一种", "Choose one way"),),
        ways=(
            SignInWay("idcard", say("身份证", "Identity card"), say("平放在读卡器上", "Flat on the reader")),
            SignInWay(
                "card",
                say("社保卡", "Social security card"),
                say("插入或贴近社保卡读卡器", "In or on its reader"),
            ),
            SignInWay(
                "document",
                say("护照或通行证", "Passport or travel permit"),
                say(
                    "平放在芯片读卡器上，再输入证件上的号码和日期",
                    "Flat on the chip reader; then enter its number and dates",
                ),
            ),
            SignInWay(
                "phone",
                say("手机码", "Code on your phone"),
                say("城市码或电子社保卡，对准扫码口", "City code or e-social card, before the scanner"),
            ),
        ),
        **inside(language, 2, primary=None, secondary=without),
    )
    found["card_again"] = PresentCard(
        page="card.again",
        title=say("请再放一次身份证", "Lay your card down again"),
        stage=CardStage.WAITING,
        lines=(lines[CardStage.WAITING],),
        **inside(
            language,
            2,
            primary=None,
            secondary=without,
            error=say("没有读好：放平，不要移动", "Not read: keep it flat and still"),
        ),
    )
    found["working"] = Working(
        page="submitting",
        title=say("正在提交", "Sending"),
        lead=say("请不要离开。", "Please stay."),
        done=(say("材料已检查", "Checked"), say("已加密保存", "Sealed and saved")),
        lines=(say("正在送往街道", "On its way to the office"),),
        **inside(language, 9, back=None, primary=None, leave=None),
    )
    return found

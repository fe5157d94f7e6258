"""Sample pages at the end: the four truthful sentences, goodbye, and whether somebody is still there."""

from screens.samples.frame import ending, offline, outside, speaker, training
from screens.views import AnyView
from screens.views.frame import Action, Banner, Tone
from screens.views.listing import Row
from screens.views.outcome import Goodbye, Outcome, OutcomeKind
from screens.views.waiting import StillThere


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {
        "outcome_done": _done(language),
        "outcome_saved": _saved(language),
        "outcome_printable": _printable(language),
        "outcome_not_done": _not_done(language),
        "outcome_unknown": _unknown(language),
        "outcome_paper": _paper(language),
        "outcome_draft": _draft(language),
        "goodbye": _goodbye(language),
        "still_there": _still_there(language),
    }


def _done(language: str) -> Outcome:
    say = speaker(language)
    return Outcome(
        page="outcome",
        title=say("提交成功", "Sent"),
        kind=OutcomeKind.DONE,
        sentence=say("办好了，街道已收到。", "Done. The office has it."),
        reference="P-GZ044-20261124-0007-K",
        reference_label=say("编号", "Number"),
        rows=(
            Row(say("事项", "Service"), say("最低生活保障对象认定", "Minimum living allowance")),
            Row(say("办件编号", "Case number"), "440104-2026-000731"),
        ),
        next_steps=(
            say("取走回执和身份证", "Take your receipt and your card"),
            say("五个工作日内告知是否受理", "Within five working days you hear whether it is accepted"),
        ),
        paper=Banner(Tone.GOOD, say("回执已打印，请取走", "Your receipt is printed. Please take it.")),
        qr="https://example.org/c/9b1f0c7e4ad24b0f8d",
        **ending(language, countdown=45),
    )


def _saved(language: str) -> Outcome:
    say = speaker(language)
    return Outcome(
        page="outcome.saved",
        title=say("尚未提交，尚未受理", "Not sent yet, not accepted yet"),
        kind=OutcomeKind.SAVED,
        sentence=say(
            "已保存在本机，网络恢复后自动提交。", "Saved here. It will be sent when the network returns."
        ),
        reference="P-GZ044-20261124-0008-3",
        reference_label=say("编号", "Number"),
        next_steps=(say("凭编号查询，或打 12345", "Ask by this number, or call 12345"),),
        paper=Banner(
            Tone.BAD,
            say(
                "打印机缺纸，没有打印。请记下编号或扫码。",
                "Out of paper: nothing was printed. Note the number or scan.",
            ),
        ),
        qr="https://example.org/c/1d2e3f",
        **ending(language, banners=(offline(language), training(language))),
    )


def _printable(language: str) -> Outcome:
    """Decided at once, but people must look first: everything that such a page can have."""
    say = speaker(language)
    return Outcome(
        page="outcome.staff",
        title=say("工作人员要看一下", "People will look at it"),
        kind=OutcomeKind.DONE,
        sentence=say("已收到，工作人员要看一下再决定。", "Received. People will look at it and decide."),
        reference="440104-2026-000732",
        reference_label=say("办件编号", "Case number"),
        rows=(
            Row(say("事项", "Service"), say("老年人优待证申领", "Card for older people")),
            Row(say("收到时间", "Received"), "2026-11-24 09:31"),
            Row(say("编号", "Number"), "P-GZ044-20261124-0011-B"),
        ),
        next_steps=(
            say("结果会发短信给您", "You hear the result by text message"),
            say("凭编号查询，或打 12345", "Ask by this number, or call 12345"),
        ),
        qr="https://example.org/c/5b0d7e",
        **ending(
            language,
            banners=(training(language),),
            secondary=Action("print", say("打印回执", "Print the receipt")),
        ),
    )


def _not_done(language: str) -> Outcome:
    say = speaker(language)
    return Outcome(
        page="outcome.not_done",
        title=say("没有提交", "Not sent"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("没有办成，什么也没有提交。", "Not done. Nothing was taken."),
        next_steps=(say("请再试一次，或找工作人员", "Please try again, or ask the staff"),),
        **ending(language, secondary=Action("again", say("再试一次", "Try again"))),
    )


def _unknown(language: str) -> Outcome:
    say = speaker(language)
    return Outcome(
        page="outcome.unknown",
        title=say("付款结果待确认", "Payment not confirmed"),
        kind=OutcomeKind.PAYMENT_UNKNOWN,
        sentence=say("付款结果还不知道，请不要重复付款。", "The result is unknown. Do not pay again."),
        reference="P-GZ044-20261124-0009-A",
        reference_label=say("订单号", "Order number"),
        **ending(language),
    )


def _paper(language: str) -> Outcome:
    say = speaker(language)
    return Outcome(
        page="print.unknown",
        title=say("可能已经打印", "It may have been printed"),
        kind=OutcomeKind.PAPER_UNKNOWN,
        sentence=say("打印机没有回应，请看出纸口。", "The printer did not answer. Look at its tray."),
        next_steps=(say("没有纸出来，可以补打一份", "If there is no paper, print a copy"),),
        **ending(language, secondary=Action("print", say("补打一份", "Print a copy"))),
    )


def _draft(language: str) -> Outcome:
    """Taken along on a phone, to go on with another day."""
    say = speaker(language)
    return Outcome(
        page="handover.kept",
        title=say("草稿存好了，还没有提交", "Your draft is kept; nothing is handed in"),
        kind=OutcomeKind.DRAFT,
        sentence=say("已存成草稿。尚未提交，没有受理。", "Kept as a draft. Not handed in, not accepted."),
        reference="1234 5678",
        reference_label=say("接续码", "Code to go on"),
        rows=(
            Row(
                say("保留到（到期自动删除）", "Kept until (then deleted)"),
                say("2026年12月2日", "2 December 2026"),
            ),
        ),
        next_steps=(
            say(
                "用手机扫码带走；不要了，在手机上删除。",
                "Scan it to take it along; delete it on your phone if it is not wanted.",
            ),
            say(
                "接着办：任何一台终端，同一事项、同一证件，按“接着办”，输入接续码。",
                "Going on: any terminal, same service, same card; touch “Go on”, type the code.",
            ),
            say(
                "照片和签名没有存，到时再拍、再签。",
                "Photos and signatures are not kept: give them anew.",
            ),
        ),
        qr="https://example.org/w/8f2c1d",
        **ending(language),
    )


def _goodbye(language: str) -> Goodbye:
    say = speaker(language)
    return Goodbye(
        page="goodbye",
        title=say("谢谢您，请带好东西", "Thank you. Take your things along."),
        lead=say("您填写的内容已从本机清除。", "What you entered is wiped from this machine."),
        lines=(
            say("身份证", "Your identity card"),
            say("回执", "Your receipt"),
            say("手机", "Your phone"),
        ),
        icons=("idcard", "receipt", "phone"),
        **ending(language, countdown=10, tools=()),
    )


def _still_there(language: str) -> StillThere:
    say, frame = speaker(language), outside(language)
    return StillThere(
        page="still_there",
        title=say("您还在吗？", "Are you still there?"),
        lines=(say("时间到后会清除您填写的内容。", "At the end, what you entered is wiped."),),
        countdown=30,
        primary=Action("go_on", say("继续办理", "Go on")),
        leave=frame["leave"],
        site=frame["site"],
        item=say("申请低保", "Living allowance"),
        language=language,
    )

"""Sample pages that tell something: resting, menus, guides, how it ended."""

from screens.samples.frame import inside, offline, outside, speaker, training
from screens.views import (
    Action,
    AnyView,
    Article,
    Attract,
    Banner,
    Check,
    Goodbye,
    Menu,
    Outcome,
    OutcomeKind,
    OutOfService,
    Paragraph,
    Row,
    Search,
    Section,
    StillThere,
    Tile,
    Tone,
    Working,
)

_DEPARTMENTS = (
    ("hands", "民政", "Civil Affairs"),
    ("heart", "卫生健康", "Health and Family"),
    ("briefcase", "人社社保", "Work and Insurance"),
    ("wheelchair", "残联", "Disabled Persons"),
    ("house", "住房建设", "Housing"),
    ("idcard", "来穗人员", "Newcomers"),
    ("scales", "司法", "Justice"),
    ("school", "教育", "Education"),
    ("star", "退役军人", "Veterans"),
)
_EVENTS = (
    ("birth", "生孩子", "Having a child"),
    ("marry", "结婚成家", "Marriage"),
    ("job", "找工作", "Finding work"),
    ("retire", "退休养老", "Retirement"),
    ("ill", "生病残疾", "Illness"),
    ("hard", "遇到困难", "Hardship"),
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {**_first(language), **_guides(language), **_lists(language), **_endings(language), **_others(language)}


def _first(language: str) -> dict[str, AnyView]:
    say, frame = speaker(language), outside(language)
    home = Menu(
        page="home",
        title=say("您要办什么事？", "What would you like to do?"),
        sections=(
            Section(
                say("常用服务", "Services"),
                (
                    Tile("apply", say("办政务", "Government"), say("申请、查询、打印", "Apply, ask, print"), "apply"),
                    Tile("report", say("社区事", "Community"), say("反映问题、投票", "Report, vote"), "report"),
                    Tile("life", say("家庭服务", "Home"), say("缴费、预约", "Pay, book"), "life"),
                ),
            ),
            Section(
                say("按部门找", "By department"),
                tuple(Tile(f"department.{icon}", say(zh, en), icon=icon) for icon, zh, en in _DEPARTMENTS),
            ),
            Section(
                say("按人生大事找", "By life event"),
                tuple(Tile(f"event.{icon}", say(zh, en), icon=icon) for icon, zh, en in _EVENTS),
            ),
        ),
        columns=3,
        site=frame["site"],
        tools=frame["tools"],
        leave=frame["leave"],
        primary=Action("search", say("搜索事项", "Search")),
        language=language,
    )
    attract = Attract(
        page="attract",
        title=say("自助办事\n就在家门口", "Your city services,\nnext door"),
        lines=(
            say("社保、救助、证明、居住证，一次办好", "Benefits, certificates, residence permits"),
            say("反映社区问题，有回音", "Report a problem, get an answer"),
            say("没有网络也能提交，凭编号查进度", "Works without a network, with a number to follow"),
        ),
        primary=Action("start", say("触摸屏幕开始", "Touch to begin")),
        site=frame["site"],
        tools=frame["tools"],
        language=language,
    )
    return {"attract": attract, "home": home}


def _lists(language: str) -> dict[str, AnyView]:
    say, frame = speaker(language), outside(language)
    items = (
        ("MZ-004", "临时救助申请", "Temporary relief", "10 个工作日办结", "Within 10 working days", True),
        ("MZ-001", "最低生活保障申请", "Minimum living allowance", "须入户调查", "With a visit at home", True),
        ("MZ-010", "高龄津贴申领", "Allowance for the very old", "即时办结", "Done at once", True),
        ("MZ-012", "婚姻登记预约", "Marriage registration", "须本人到场", "You must come in person", True),
        ("MZ-015", "打印救助证明", "Print a relief certificate", "", "", False),
    )
    tiles = tuple(
        Tile(
            code,
            say(zh, en),
            say(hint_zh, hint_en),
            "apply" if enabled else "print",
            (say("断网可交", "Works offline"),) if enabled and code != "MZ-012" else (),
            enabled,
            "" if enabled else say("打印机缺纸，现在不能打印", "The printer is out of paper"),
        )
        for code, zh, en, hint_zh, hint_en, enabled in items
    )
    department = Menu(
        page="department", title=say("民政", "Civil Affairs"), sections=(Section("", tiles),), banners=(offline(language),),
        **frame,
    )  # fmt: skip
    search = Search(
        page="search",
        title=say("搜索事项", "Search"),
        query=say("jzz", "relief"),
        hint=say("打拼音首字母，例如 jzz", "For example: relief"),
        tiles=(
            Tile("LS-001", say("居住证申领", "Residence permit"), say("来穗人员", "Newcomers"), "idcard"),
            Tile("LS-002", say("居住证签注", "Renew a residence permit"), say("来穗人员", "Newcomers"), "idcard"),
            Tile("MZ-004", say("救助站求助", "Temporary relief"), say("民政", "Civil Affairs"), "hands"),
        ),
        **frame,
    )
    nothing = Search(
        page="search.nothing",
        title=say("搜索事项", "Search"),
        query="qqq",
        nothing_found=say("没有找到。换个说法，或拨打 12345。", "Nothing found. Try another word, or call 12345."),
        **frame,
    )
    return {"department": department, "search": search, "search_nothing": nothing}


def _guides(language: str) -> dict[str, AnyView]:
    say = speaker(language)
    guide = Article(
        page="guide",
        title=say("临时救助申请", "Temporary relief"),
        lead=say("一次告知：办这件事要知道的都在这里。", "Everything you need to know, once."),
        paragraphs=(
            Paragraph(
                say("谁可以申请", "Who can apply"),
                (
                    say(
                        "因火灾、交通事故、突发重大疾病等，基本生活暂时严重困难的家庭或个人。",
                        "Households or people whose basic life is in sudden serious hardship, after a fire, an accident or a grave illness.",
                    ),
                ),
                "person",
            ),
            Paragraph(
                say("要准备的材料", "What to bring"),
                (
                    say("1. 居民身份证（放在读卡器上读取）", "1. Your identity card (read at this machine)"),
                    say("2. 家庭经济状况核对授权书（在本机签名）", "2. Permission to check your means (sign here)"),
                    say("3. 医疗诊断证明（拍照，没有可不交）", "3. Medical proof, if you have it (photograph)"),
                    say("4. 银行存折首页（拍照）", "4. First page of your bank book (photograph)"),
                ),
                "document",
            ),
            Paragraph(
                say("多久、多少钱", "How long, how much"),
                (say("承诺 10 个工作日办结。不收费。", "Decided within 10 working days. Free of charge."),),
                "clock",
            ),
            Paragraph(
                say("情况紧急", "In an emergency"),
                (
                    say(
                        "有生命危险请拨打 120 或 110；无处可去、没有饭吃，请直接到街道窗口或拨打 12345。",
                        "In danger, call 120 or 110. Without shelter or food, go to the street office or call 12345.",
                    ),
                ),
                "call",
                Tone.WARNING,
            ),
            Paragraph(
                say("也可以到窗口办", "At the window"),
                (
                    say(
                        "北京街道公共服务办，北京路 168 号，工作日 9:00–12:00，14:00–17:30。",
                        "Beijing Street public service office, 168 Beijing Road, working days 9:00–12:00 and 14:00–17:30.",
                    ),
                ),
                "place",
            ),
        ),
        secondary=Action("print", say("打印这份指南", "Print this guide"), False, say("打印机缺纸。请用手机拍下本页，或请工作人员加纸。", "The printer is out of paper. Photograph this page, or ask the staff for paper.")),
        **{**inside(language, 1), "step": None, "primary": Action("start", say("材料齐了，开始", "I have it all: begin"))},
    )  # fmt: skip
    privacy = Article(
        page="privacy",
        title=say("我们怎样使用您的信息", "How we use your information"),
        paragraphs=(
            Paragraph(
                say("谁在使用", "Who"),
                (say("北京街道办事处，只为办理您的申请。", "Beijing Street office, only for this application."),),
                "lock",
            ),
            Paragraph(
                say("用多久", "How long"),
                (say("本机提交后立即清除；机关按档案规定保存。", "Wiped from this machine once sent; kept by the office as the law says."),),
                "clock",
            ),
        ),
        checks=(
            Check("consent.basic", say("我同意为本次申请处理我的个人信息", "I agree to the use of my data for this application"), True),
            Check("consent.sensitive", say("我单独同意处理我的健康和银行账户信息", "I separately agree to the use of my health and bank data")),
        ),
        error=say("请先勾选两项同意，才能继续。", "Tick both boxes to go on."),
        **inside(language, 2),
    )  # fmt: skip
    return {"guide": guide, "privacy": privacy}


def _endings(language: str) -> dict[str, AnyView]:
    say, frame = speaker(language), outside(language)
    leave = Action("done", say("完成", "Done"))
    done = Outcome(
        page="outcome",
        title=say("提交成功", "Sent"),
        kind=OutcomeKind.DONE,
        sentence=say("办好了。街道已收到您的申请。", "Done. The office has received your application."),
        reference="P-GZ044-20261124-0007-K",
        reference_label=say("编号", "Number"),
        rows=(
            Row(say("事项", "Service"), say("临时救助申请", "Temporary relief")),
            Row(say("办件编号", "Case number"), "440104-2026-000731"),
            Row(say("预计办结", "Decided by"), say("2026 年 12 月 8 日", "8 December 2026")),
        ),
        next_steps=(
            say("请取走回执和身份证。", "Take your receipt and your card."),
            say("五个工作日内会告知是否受理。", "Within five working days you hear whether it is accepted."),
        ),
        paper=Banner(Tone.GOOD, say("回执已打印，请取走。", "Your receipt is printed. Please take it.")),
        qr="https://example.org/c/9b1f0c7e4ad24b0f8d",
        countdown=45,
        primary=leave,
        **{**frame, "back": None, "leave": None},
    )  # fmt: skip
    saved = Outcome(
        page="outcome.saved",
        title=say("尚未提交，尚未受理", "Not sent yet, not accepted yet"),
        kind=OutcomeKind.SAVED,
        sentence=say("已保存在本机，网络恢复后自动提交。", "Saved here. It will be sent when the network returns."),
        reference="P-GZ044-20261124-0008-3",
        reference_label=say("编号", "Number"),
        next_steps=(say("凭编号查询，或拨打 12345。", "Ask by this number, or call 12345."),),
        paper=Banner(Tone.BAD, say("打印机缺纸，没有打印。请记下编号或扫码。", "Out of paper: nothing was printed. Note the number or scan.")),
        qr="https://example.org/c/1d2e3f",
        primary=leave,
        **{**frame, "back": None, "leave": None, "banners": (offline(language), training(language))},
    )  # fmt: skip
    not_done = Outcome(
        page="outcome.not_done",
        title=say("没有提交", "Not sent"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("没有办成，什么也没有提交。", "Not done. Nothing was taken."),
        next_steps=(say("请再试一次，或请工作人员协助。", "Please try again, or ask the staff."),),
        primary=leave,
        **{**frame, "back": None, "leave": None},
    )
    unknown = Outcome(
        page="outcome.unknown",
        title=say("付款结果待确认", "Payment not confirmed"),
        kind=OutcomeKind.PAYMENT_UNKNOWN,
        sentence=say("付款结果还不知道，请不要重复付款。", "The result is unknown. Do not pay again."),
        reference="P-GZ044-20261124-0009-A",
        reference_label=say("订单号", "Order number"),
        primary=leave,
        **{**frame, "back": None, "leave": None},
    )
    return {"outcome_done": done, "outcome_saved": saved, "outcome_not_done": not_done, "outcome_unknown": unknown}


def _others(language: str) -> dict[str, AnyView]:
    say, frame = speaker(language), outside(language)
    return {
        "working": Working(
            page="submitting",
            title=say("正在提交", "Sending"),
            lead=say("请不要离开，也不要拿走身份证。", "Please stay, and leave your card where it is."),
            done=(say("材料已检查", "Checked"), say("已加密并保存", "Sealed and saved")),
            lines=(say("正在送往街道", "On its way to the office"),),
            **{**inside(language, 9), "back": None, "primary": None, "leave": None},
        ),
        "goodbye": Goodbye(
            page="goodbye",
            title=say("谢谢您，请带好随身物品", "Thank you. Take your things along."),
            lines=(
                say("身份证", "Your identity card"),
                say("回执", "Your receipt"),
                say("手机", "Your phone"),
            ),
            countdown=10,
            primary=Action("done", say("完成", "Done")),
            site=frame["site"],
            language=language,
        ),
        "still_there": StillThere(
            page="still_there",
            title=say("您还在吗？", "Are you still there?"),
            lines=(say("时间到后会退出并清除您填写的内容。", "At the end, what you entered is wiped."),),
            countdown=30,
            primary=Action("go_on", say("继续办理", "Go on")),
            leave=frame["leave"],
            site=frame["site"],
            item=say("临时救助申请", "Temporary relief"),
            language=language,
        ),
        "out_of_service": OutOfService(
            page="out_of_service",
            title=say("本机暂停服务", "Out of service"),
            lead=say("对不起，给您添麻烦了。", "We are sorry for the trouble."),
            lines=(
                say("本机正在维护", "This machine is being repaired"),
                say("请到中山五路 12 号社区服务站办理", "Please go to 12 Zhongshan Wu Road"),
                say("电话 12345", "Call 12345"),
            ),
            site=frame["site"],
            tools=frame["tools"],
            language=language,
        ),
    }

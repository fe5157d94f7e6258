"""Sample pages that ask: choices, entries, lists to go through."""

from screens.samples.frame import inside, offline, speaker
from screens.views import (
    Action,
    AnyView,
    Choice,
    Entry,
    Keyboard,
    Listing,
    Option,
    Row,
    RowGroup,
    RowState,
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {**_choices(language), **_entries(language), **_listings(language)}


def _choices(language: str) -> dict[str, AnyView]:
    say, frame = speaker(language), inside(language, 4)
    few = Choice(
        page="question.reason",
        title=say("遇到了什么困难？", "What happened?"),
        lead=say("选一项最接近的。", "Choose the closest answer."),
        why=say("用来确定由哪个科室处理。", "It decides which office handles it."),
        options=(
            Option("fire", say("火灾", "A fire")),
            Option("traffic", say("交通事故", "A traffic accident")),
            Option("illness", say("突发重大疾病", "A sudden grave illness"), say("本人或家人", "You or your family"), True),
            Option("other", say("其他", "Something else")),
        ),
        **frame,
    )
    many = Choice(
        page="question.materials",
        title=say("家里有哪些收入？", "What income does the household have?"),
        lead=say("可以选多项。", "Choose all that apply."),
        multiple=True,
        options=tuple(
            Option(code, say(zh, en), selected=code in ("pension", "rent"))
            for code, zh, en in (
                ("wage", "工资", "Wages"), ("pension", "养老金", "Pension"), ("allowance", "低保金", "Allowance"),
                ("rent", "租金", "Rent"), ("children", "子女赡养", "From children"), ("farm", "务农", "Farming"),
                ("trade", "做小生意", "A small trade"), ("none", "没有收入", "None"),
            )
        ),
        **frame,
    )  # fmt: skip
    return {"choice_one": few, "choice_many": many}


def _entries(language: str) -> dict[str, AnyView]:
    say, frame = speaker(language), inside(language, 5)
    return {
        "entry_mobile": Entry(
            page="question.mobile",
            title=say("您的手机号码", "Your mobile number"),
            why=say("结果会用短信告诉您。", "The result is sent to it."),
            keyboard=Keyboard.DIGITS,
            value="1380013",
            example=say("例：13800138000", "For example 13800138000"),
            max_length=11,
            **frame,
        ),
        "entry_empty": Entry(
            page="question.code",
            title=say("短信验证码", "Code from the message"),
            lead=say("已发送到 138****8000。", "Sent to 138****8000."),
            keyboard=Keyboard.DIGITS,
            example=say("6 位数字", "6 digits"),
            max_length=6,
            **{**frame, "primary": Action("next", say("下一步", "Next"), False, say("请先输入 6 位验证码。", "Enter the 6 digits first."))},
        ),  # fmt: skip
        "entry_id": Entry(
            page="question.id_number",
            title=say("家人的身份证号码", "Identity number of the relative"),
            keyboard=Keyboard.ID_NUMBER,
            value="11010519491231002X",
            error=say("这个号码与出生日期不一致，请再核对。", "This number does not fit the birth date. Please check it."),
            max_length=18,
            **frame,
        ),
        "entry_money": Entry(
            page="question.income",
            title=say("家庭月收入", "Income of the household a month"),
            keyboard=Keyboard.DECIMAL,
            value="1850.5",
            unit=say("元", "yuan"),
            max_length=10,
            **frame,
        ),
        "entry_date": Entry(
            page="question.birth",
            title=say("出生日期", "Date of birth"),
            why=say("用来核对能不能申请高龄津贴。", "It decides whether the allowance applies."),
            keyboard=Keyboard.DATE,
            value="1945-0",
            **frame,
        ),
        "entry_month": Entry(
            page="question.since",
            title=say("从哪个月开始？", "Since which month?"),
            keyboard=Keyboard.MONTH,
            value="2026",
            **frame,
        ),
        "entry_chinese": Entry(
            page="question.words",
            title=say("请说明遇到的困难", "Describe the hardship"),
            keyboard=Keyboard.CHINESE,
            value=say("本人因突发疾病住院，家庭收入中断，现申请临时救助。", "因突发疾病住院，家庭收入中断。"),
            example=say("例：因病住院，没有收入", "For example: 因病住院"),
            max_length=200,
            lines=4,
            **{**frame, "banners": (offline(language),)},
        ),
        "entry_latin": Entry(
            page="question.email",
            title=say("电子邮箱（可不填）", "E-mail (optional)"),
            keyboard=Keyboard.LATIN,
            value="zhangsan@example.org",
            max_length=60,
            **frame,
        ),
    }


def _listings(language: str) -> dict[str, AnyView]:
    say, frame = speaker(language), inside(language, 6)
    take = say("拍照", "Photograph")
    materials = Listing(
        page="materials",
        title=say("材料清单", "Your papers"),
        lead=say("还差 1 份必交材料。", "One required paper is missing."),
        groups=(
            RowGroup(
                "",
                (
                    Row(say("居民身份证", "Identity card"), state=RowState.DONE),
                    Row(say("户口簿", "Household register"), state=RowState.WAIVED, hint=say("已从公安共享", "Shared by the police")),
                    Row(say("银行存折首页", "Bank book, first page"), state=RowState.TODO, action=Action("take.bank", take)),
                    Row(say("医疗诊断证明", "Medical proof"), state=RowState.OPTIONAL, action=Action("take.medical", take)),
                ),
            ),
        ),
        **frame,
    )  # fmt: skip
    change = say("修改", "Change")

    def row(key: str, label: str, value: str) -> Row:
        return Row(label, value, action=Action(f"change.{key}", change))

    review = Listing(
        page="review",
        title=say("请核对后提交", "Check, then send"),
        groups=(
            RowGroup(
                say("申请人", "Applicant"),
                (
                    Row(say("姓名", "Name"), "张三"),
                    Row(say("公民身份号码", "Identity number"), "440102********0017"),
                    row("mobile", say("手机号码", "Mobile"), "13800138000"),
                    row("address", say("现住址", "Address"), say("越秀区北京街道北京路 168 号大院 3 栋 502 房", "Room 502, 168 Beijing Road, Yuexiu")),
                ),
            ),
            RowGroup(
                say("困难情况", "Hardship"),
                (
                    row("reason", say("遇到了什么困难", "What happened"), say("突发重大疾病", "A sudden grave illness")),
                    row("words", say("说明", "In your words"), say("本人因突发疾病住院，家庭收入中断，现申请临时救助。", "In hospital since October, no income.")),
                    row("income", say("家庭月收入", "Income a month"), say("1850.50 元", "1850.50 yuan")),
                ),
            ),
            RowGroup(
                say("材料", "Papers"),
                (row("bank", say("银行存折首页", "Bank book"), say("1 页", "1 page")),),
            ),
        ),
        **{**frame, "primary": Action("submit", say("确认提交", "Send"))},
    )  # fmt: skip
    household = Listing(
        page="question.household",
        title=say("家里还有谁？", "Who else is in the household?"),
        groups=(RowGroup("", (row("1", say("配偶", "Spouse"), "李四"), row("2", say("子女", "Child"), "张小明"))),),
        add=Action("add", say("加一位家人", "Add a person")),
        **frame,
    )
    return {"listing_materials": materials, "listing_review": review, "listing_household": household}

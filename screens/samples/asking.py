"""Sample pages with one question that is answered by typing."""

from screens.samples.frame import inside, offline, speaker
from screens.views import AnyView
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action

_LONG = (
    "我今年七十八岁，独居在北京路老房子的五楼，没有电梯。上个月在家里摔了一跤，住院二十三天，出院后不能下楼，"
    "每天要人送饭。儿子在外地打工，每月只能寄来三百元，医药费已经欠了四千多元，房租也拖了两个月，希望街道能帮助我。"
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {**_numbers(language), **_dates(language), **_words(language)}


def _numbers(language: str) -> dict[str, AnyView]:
    say = speaker(language)
    wait = Action(
        "next", say("下一步", "Next"), False, say("请先输入 6 位验证码", "Enter the 6 digits first")
    )
    return {
        "entry_mobile": Entry(
            page="question.mobile",
            title=say("您的手机号码", "Your mobile number"),
            why=say("结果会用短信告诉您", "The result is sent to it"),
            keyboard=Keyboard.DIGITS,
            value="1390123",
            example=say("例：13800138000", "For example 13800138000"),
            max_length=11,
            **inside(language, 5),
        ),
        "entry_code": Entry(
            page="question.code",
            title=say("短信验证码", "Code from the message"),
            lead=say("已发送到 138****8000", "Sent to 138****8000"),
            keyboard=Keyboard.DIGITS,
            example=say("6 位数字", "6 digits"),
            max_length=6,
            **inside(language, 5, primary=wait, secondary=Action("resend", say("再发一次", "Send it again"))),
        ),
        "entry_id": Entry(
            page="question.id_number",
            title=say("家人的身份证号码", "Identity number of the relative"),
            keyboard=Keyboard.ID_NUMBER,
            value="11010519491231002X",
            max_length=18,
            **inside(
                language,
                5,
                error=say(
                    "号码与出生日期不一致，请再核对", "It does not fit the birth date. Please check it."
                ),
            ),
        ),
        "entry_money": Entry(
            page="question.income",
            title=say("全家每月收入", "Income of the household a month"),
            keyboard=Keyboard.DECIMAL,
            value="1850.5",
            unit=say("元", "yuan"),
            max_length=10,
            **inside(language, 5),
        ),
        "entry_pin": Entry(
            page="question.pin",
            title=say("社保卡密码", "Code of the social security card"),
            keyboard=Keyboard.DIGITS,
            value="4711",
            max_length=6,
            masked=True,
            **inside(language, 5),
        ),
    }


def _dates(language: str) -> dict[str, AnyView]:
    say = speaker(language)
    return {
        "entry_date": Entry(
            page="question.birth",
            title=say("出生日期", "Date of birth"),
            why=say("用来核对能不能领高龄津贴", "It decides whether the allowance applies"),
            keyboard=Keyboard.DATE,
            value="1945-0",
            **inside(language, 5),
        ),
        "entry_month": Entry(
            page="question.since",
            title=say("从哪个月开始？", "Since which month?"),
            keyboard=Keyboard.MONTH,
            value="2026",
            **inside(language, 5),
        ),
    }


def _words(language: str) -> dict[str, AnyView]:
    say = speaker(language)
    return {
        "entry_chinese": Entry(
            page="question.words",
            title=say("请说说您的困难", "Describe the hardship"),
            keyboard=Keyboard.CHINESE,
            value="因病住院，家里没有收入。",
            example=say("例：因病住院，没有收入", "For example: 因病住院，没有收入"),
            max_length=200,
            lines=4,
            **inside(language, 5, banners=(offline(language),)),
        ),
        "entry_long": Entry(
            page="question.words.long",
            title=say("请说说您的困难", "Describe the hardship"),
            why=say("工作人员会据此联系您", "The office contacts you about it"),
            keyboard=Keyboard.CHINESE,
            value=_LONG * 2,
            max_length=240,
            lines=6,
            **inside(language, 5, error=say("字数太多，请写短一点", "Too long. Please make it shorter.")),
        ),
        "entry_address": Entry(
            page="question.address",
            title=say("现在住在哪里？", "Where do you live now?"),
            keyboard=Keyboard.CHINESE,
            example=say("例：北京路 168 号 3 栋 502 房", "For example 北京路 168 号 3 栋 502 房"),
            max_length=120,
            **inside(language, 5),
        ),
        "entry_handwriting": Entry(
            page="question.place",
            title=say("问题在哪里？", "Where is the problem?"),
            keyboard=Keyboard.HANDWRITING,
            value="三栋二单元楼",
            max_length=120,
            **inside(language, 5),
        ),
        "entry_latin": Entry(
            page="question.email",
            title=say("电子邮箱（可不填）", "E-mail (optional)"),
            keyboard=Keyboard.LATIN,
            value="zhangsan@example.org",
            max_length=60,
            **inside(language, 5),
        ),
        "entry_or_camera": Entry(
            page="card.key.number",
            title=say("请输入证件号码", "Enter the document number"),
            lead=say("在护照或通行证有照片的一页", "On the page with the photo of your passport or permit"),
            why=say("芯片要用这三项才能打开。", "The chip inside opens only for whoever knows these three."),
            keyboard=Keyboard.LATIN,
            example=say("例如 E12345678", "For example E12345678"),
            max_length=22,
            **inside(
                language,
                2,
                secondary=Action("camera", say("放在镜头下拍照读取", "Let the camera read it")),
            ),
        ),
    }

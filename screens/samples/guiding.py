"""Sample pages to read: guides, the privacy notice, a long sentence to sign up to, where else to go."""

from screens.samples.frame import inside, outside, speaker
from screens.views import AnyView
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Check, Paragraph

_LAW_ZH = (
    "根据《社会救助暂行办法》（国务院令第 649 号）和《最低生活保障审核确认办法》（民发〔2021〕57 号），申请人应当如实申报"
    "家庭人口、收入、财产状况，并授权民政部门通过户籍管理、税务、社会保险、不动产登记、工商登记、住房公积金、车船管理等单位"
    "和银行、保险、证券等金融机构，代为查询、核对家庭经济状况。以虚报、隐瞒、伪造等手段骗取社会救助的，由有关部门决定停止"
    "社会救助，责令退回非法获取的救助资金、物资，可以处非法获取的救助款额或者物资价值 1 倍以上 3 倍以下的罚款。"
)
_LAW_EN = (
    "Under the Interim Measures for Social Assistance (State Council Order No. 649) and the Measures for Confirming the "
    "Minimum Living Allowance (Ministry of Civil Affairs No. 57 of 2021) applicants declare truthfully who lives in the "
    "household and what it earns and owns, and permit the civil affairs office to ask the household register, tax, social "
    "insurance, real estate, business, housing fund and vehicle registers as well as banks, insurers and securities firms. "
    "Whoever obtains assistance by false statements loses it, pays it back, and may be fined one to three times the amount."
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {
        "guide": _guide(language),
        "guide_elsewhere": _elsewhere(language),
        "privacy": _privacy(language),
        "declaration": _declaration(language),
    }


def _guide(language: str) -> Article:
    say = speaker(language)
    no_paper = say("打印机缺纸。请用手机拍下本页。", "The printer is out of paper. Photograph this page.")
    return Article(
        page="guide",
        title=say("最低生活保障对象认定", "Minimum living allowance"),
        lead=say("一次告知：要知道的都在这里。", "Everything you need to know, once."),
        paragraphs=(
            Paragraph(say("谁可以办", "Who can apply"), (_who(language),), "person"),
            Paragraph(say("要带什么", "What to bring"), _papers(language), "document"),
            Paragraph(
                say("多久、多少钱", "How long, how much"),
                (say("承诺 20 个工作日办结，不收费", "Decided within 20 working days, free of charge"),),
                "clock",
            ),
            Paragraph(say("情况紧急", "In an emergency"), (_urgent(language),), "call", Tone.WARNING),
            Paragraph(say("也可以到窗口办", "At the window"), (_window(language),), "place"),
        ),
        **inside(
            language,
            step=None,
            primary=Action("start", say("开始办理", "Begin")),
            secondary=Action("print", say("打印这份指南", "Print this guide"), False, no_paper),
        ),
    )


def _who(language: str) -> str:
    return speaker(language)(
        "共同生活的家人人均收入低于当地低保标准，财产符合规定",
        "The income a head of your household is below the local standard and its property is within the rules",
    )


def _papers(language: str) -> tuple[str, ...]:
    say = speaker(language)
    return (
        say("1. 居民身份证（放在读卡器上）", "1. Identity card (read at this machine)"),
        say("2. 户口簿（已共享，不用交）", "2. Household register (shared, not needed)"),
        say("3. 家庭经济状况核对授权书（在本机签名）", "3. Permission to check your means (sign here)"),
        say("4. 医疗诊断证明（拍照，没有可不交）", "4. Medical proof, if you have it (photograph)"),
    )


def _urgent(language: str) -> str:
    return speaker(language)(
        "有生命危险请打 120 或 110；没饭吃、没处住，直接到街道窗口或打 12345",
        "In danger call 120 or 110. Without food or shelter go to the street office or call 12345.",
    )


def _window(language: str) -> str:
    return speaker(language)(
        "北京街道公共服务办，北京路 168 号，工作日 9:00–12:00、14:00–17:30",
        "Beijing Street public services office, 168 Beijing Road, working days 9:00–12:00 and 14:00–17:30",
    )


def _elsewhere(language: str) -> Article:
    say = speaker(language)
    return Article(
        page="elsewhere",
        title=say("这件事请到窗口办", "Please go to the window for this"),
        lead=say("须本人到场 1 次。", "You must come once in person."),
        paragraphs=(
            Paragraph(say("去哪里", "Where"), (_window(language),), "place"),
            Paragraph(say("先打电话问", "Ask first"), (say("电话 12345", "Call 12345"),), "call"),
        ),
        **outside(language, item=say("婚姻登记", "Marriage registration")),
    )


def _privacy(language: str) -> Article:
    say = speaker(language)
    return Article(
        page="privacy",
        title=say("我们怎样使用您的信息", "How we use your information"),
        paragraphs=(
            Paragraph(
                say("谁在使用", "Who"),
                (
                    say(
                        "北京街道办事处，只为办理您的申请", "Beijing Street office, only for this application"
                    ),
                ),
                "lock",
            ),
            Paragraph(
                say("保存多久", "How long"),
                (
                    say(
                        "本机提交后立即清除；机关按档案规定保存",
                        "Wiped from this machine once sent; kept by the office as the law says",
                    ),
                ),
                "clock",
            ),
        ),
        checks=(
            Check(
                "consent.basic",
                say("我同意为这次办理使用我的信息", "I agree to the use of my data for this"),
                True,
            ),
            Check(
                "consent.sensitive",
                say(
                    "我单独同意使用我的健康和银行账户信息",
                    "I separately agree to the use of my health and bank data",
                ),
            ),
        ),
        **inside(language, 2, error=say("请先勾选两项同意", "Tick both boxes to go on")),
    )


def _declaration(language: str) -> Article:
    say = speaker(language)
    return Article(
        page="declaration",
        title=say("承诺与授权", "Declaration and permission"),
        lead=say("请读完再勾选。", "Read to the end, then tick."),
        paragraphs=(
            Paragraph(say("核对家庭经济状况", "Checking your means"), (say(_LAW_ZH, _LAW_EN),), "scales"),
            Paragraph(say("如实申报", "Telling the truth"), (say(_LAW_ZH, _LAW_EN),), "sign"),
        ),
        checks=(
            Check("true", say("我承诺所填内容真实、完整", "What I entered is true and complete")),
            Check(
                "means",
                say(
                    "我授权核对本人及共同生活家人的经济状况",
                    "I permit the check of my and my household's means",
                ),
            ),
        ),
        **inside(language, 8),
    )

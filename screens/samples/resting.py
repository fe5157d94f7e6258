"""Sample pages before an application: resting, the menus, out of service."""

from screens.samples.frame import offline, outside, speaker, training
from screens.texts import words
from screens.views import AnyView
from screens.views.frame import Action
from screens.views.menus import Attract, Menu, Section, Tile
from screens.views.waiting import OutOfService

_GROUPS = (
    ("government", "办政务", "Government", "申请、查询、打印", "Apply, ask, print", "apply"),
    ("community", "社区事", "Community", "反映问题、投票", "Report, vote", "report"),
    ("family", "家庭服务", "Home", "缴费、预约", "Pay, book", "house"),
)
_DEPARTMENTS = (
    ("hands", "民政", "", "Civil Affairs"),
    ("heart", "卫生健康", "计生", "Health and Family Planning"),
    ("briefcase", "人力资源和社会保障", "", "Human Resources and Social Security"),
    ("wheelchair", "残联", "", "Disabled Persons' Federation"),
    ("house", "住房和城乡建设", "房管", "Housing"),
    ("idcard", "公安户政与来穗人员服务", "", "Household Registration and Migrant Residents"),
    ("scales", "司法行政", "", "Justice"),
    ("school", "教育", "", "Education"),
    ("star", "退役军人事务", "", "Veterans Affairs"),
)
_EVENTS = (
    ("birth", "生孩子", "Having a child"),
    ("school", "孩子上学", "Child starting school"),
    ("job", "找工作、丢工作", "Work and job loss"),
    ("retire", "退休养老", "Retirement"),
    ("ill", "生病残疾", "Illness and disability"),
    ("hard", "遇到困难", "Hard times"),
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {
        "attract": _attract(language),
        "attract_news": _attract(language, news=True),
        "home": _home(language),
        "home_elder": _elder(language),
        "department": _department(language),
        "department_many": _many(language),
        "out_of_service": _out_of_service(language),
        "untouchable": _untouchable(language),
    }


def _attract(language: str, news: bool = False) -> Attract:
    say, frame = speaker(language), outside(language)
    return Attract(
        page="attract",
        title=say("自助办事\n就在家门口", "Your city services,\nnext door"),
        lines=(
            say("申请政务服务，打印回执", "Apply for city services, take a receipt"),
            say("反映社区问题，有回音", "Report a problem, get an answer"),
            say("没有网络也能办，凭编号查进度", "Works without a network, with a number to follow"),
        ),
        banners=(offline(language), training(language)) if news else (),
        primary=Action("start", say("触摸屏幕开始", "Touch to begin")),
        secondary=Action("elder", say("长辈版", "Large and simple")),
        site=frame["site"],
        tools=frame["tools"],
        language=language,
    )


def _home(language: str) -> Menu:
    say = speaker(language)
    departments = tuple(
        Tile(f"department.{icon}", say(zh, en), say(more, ""), icon) for icon, zh, more, en in _DEPARTMENTS
    )
    return Menu(
        page="home",
        title=say("您要办什么事？", "What would you like to do?"),
        sections=(
            Section("", _groups(language)),
            Section(say("按部门找", "By department"), departments),
            Section(
                say("按人生大事找", "By life event"),
                tuple(Tile(f"event.{icon}", say(zh, en), icon=icon) for icon, zh, en in _EVENTS),
            ),
        ),
        columns=3,
        **outside(
            language,
            secondary=Action("elder", say("长辈版", "Large and simple")),
            back=None,
            primary=Action("search", say("搜索事项", "Search")),
        ),
    )


def _elder(language: str) -> Menu:
    """The home page of the mode for the old."""
    say = speaker(language)
    mine = Tile("mine", say("我的办件", "My cases"), say("进度、结果", "Progress, results"), "query")
    more = Tile(
        "more", say("更多", "More"), say("按部门、按人生大事找", "By department, by life event"), "more"
    )
    tools = (Action("help", say("求助", "Help")), Action("language", say("English", "中文")))
    return Menu(
        page="home",
        title=say("您要办什么事？", "What would you like to do?"),
        sections=(Section("", (*_groups(language), mine, more)),),
        **outside(
            language,
            secondary=Action("elder", say("标准版", "Usual pages")),
            back=None,
            tools=tools,
            primary=Action("search", say("搜索事项", "Search")),
        ),
    )


def _groups(language: str) -> tuple[Tile, ...]:
    say = speaker(language)
    return tuple(
        Tile(f"group.{code}", say(zh, en), say(hint_zh, hint_en), icon)
        for code, zh, en, hint_zh, hint_en, icon in _GROUPS
    )


def _department(language: str) -> Menu:
    say = speaker(language)
    offline_too = (say("断网可交", "Works offline"),)
    no_paper = say("打印机缺纸，现在不能打印", "The printer is out of paper")
    tiles = (
        Tile(
            "1",
            say("申请低保", "Living allowance"),
            say("20 个工作日办结", "20 working days"),
            "apply",
            offline_too,
        ),
        Tile(
            "2",
            say("临时救助", "Temporary relief"),
            say("10 个工作日办结", "10 working days"),
            "apply",
            offline_too,
        ),
        Tile(
            "3",
            say("高龄津贴", "Allowance for old age"),
            say("当场办结", "Done at once"),
            "apply",
            offline_too,
        ),
        Tile(
            "4", say("结婚预约", "Book a marriage"), say("须本人到场", "You must come in person"), "appoint"
        ),
        Tile(
            "5",
            say("打印救助证明", "Print a relief certificate"),
            icon="print",
            enabled=False,
            reason=no_paper,
        ),
    )
    return Menu(
        page="department",
        title=say("民政", "Civil Affairs"),
        sections=(Section("", tiles),),
        **outside(language, banners=(offline(language),)),
    )


def _many(language: str) -> Menu:
    """The department with the most services."""
    say = speaker(language)
    names = (
        ("社保卡申领", "Apply for a social card"), ("社保卡挂失", "Report a card lost"), ("社保卡补换", "Replace a social card"),
        ("参保登记", "Join social insurance"), ("缴费证明", "Contribution record"), ("养老待遇", "Pension"),
        ("失业登记", "Register as unemployed"), ("失业金", "Unemployment benefit"), ("就业登记", "Register a job"),
        ("灵活就业补贴", "Flexible work subsidy"), ("创业担保贷款", "Start-up loan"), ("职业培训补贴", "Training subsidy"),
        ("求职创业补贴", "Graduate job subsidy"), ("困难人员认定", "Hardship worker status"), ("档案查询", "Personal file"),
        ("工伤认定", "Injury at work"), ("劳动仲裁", "Labour arbitration"), ("退休预约", "Book a retirement talk"),
    )  # fmt: skip
    tiles = tuple(Tile(f"item.{at}", say(zh, en), icon="apply") for at, (zh, en) in enumerate(names))
    return Menu(
        page="department.many",
        title=say("人力资源和社会保障", "Human Resources and Social Security"),
        sections=(Section("", tiles),),
        **outside(language),
    )


def _out_of_service(language: str) -> OutOfService:
    say, frame = speaker(language), outside(language)
    return OutOfService(
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
    )


def _untouchable(language: str) -> OutOfService:
    """The page over every other while the panel is gone: two languages, with the resident's text size."""
    chinese = language if language.startswith("zh") else "zh-Hans"

    def both(text: str, separator: str = "\n", **values: str) -> str:
        return separator.join(words(each)(f"service-{text}", **values) for each in (chinese, "en"))

    frame = outside(language)
    return OutOfService(
        page="untouchable",
        title=both("untouchable", " · "),
        lines=(
            both("closed-hotline", hotline="12345"),
            both("untouchable-reason"),
            both("closed-elsewhere"),
        ),
        icons=("call", "info", "place"),
        site=frame["site"],
        language=language,
    )

"""Sample pages with one question and its answers."""

from screens.samples.frame import inside, outside, speaker, training
from screens.views import AnyView
from screens.views.choices import Adjust, Choice, Option, OptionGroup
from screens.views.frame import Action
from screens.views.reading import Check

_PROBLEMS = (
    ("市容环境（垃圾、污水、油烟、噪声）", "Street environment (rubbish, sewage, fumes, noise)"),
    ("道路与公共设施（路灯、井盖、路面）", "Roads and public facilities (lamps, manholes, surface)"),
    ("房屋与出租屋安全", "Safety of buildings and rented homes"),
    ("消防通道与电动车充电", "Fire lanes and charging of electric bikes"),
    ("违法建设", "Illegal building"),
    ("高空抛物", "Things thrown from windows"),
    ("流浪动物与犬只", "Stray animals and dogs"),
    ("绿化与树木", "Green spaces and trees"),
    ("停车与交通", "Parking and traffic"),
    ("食品与市场", "Food and markets"),
    ("物业管理", "Property management"),
    ("邻里纠纷", "Quarrels between neighbours"),
    ("其他", "Something else"),
)
_INCOME = (
    ("wage", "工资", "Wages"), ("pension", "养老金", "Pension"), ("allowance", "低保金", "Allowance"), ("rent", "租金", "Rent"),
    ("children", "子女赡养", "From children"), ("farm", "务农", "Farming"), ("trade", "做小生意", "A small trade"),
    ("none", "没有收入", "None"),
)  # fmt: skip


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    say = speaker(language)
    return {
        "adjust": _looks(language),
        "choice_one": _reasons(language),
        "choice_many": Choice(
            page="question.income",
            title=say("家里有哪些收入？", "What income does the household have?"),
            lead=say("可以选多项。", "Choose all that apply."),
            multiple=True,
            options=tuple(
                Option(code, say(zh, en), selected=code in ("pension", "rent")) for code, zh, en in _INCOME
            ),
            **inside(language, 4),
        ),
        "choice_now": Choice(
            page="question.sex",
            title=say("您替谁办？", "Whom is this for?"),
            options=(
                Option("self", say("我自己", "Myself"), icon="person"),
                Option("family", say("家里人", "A member of my family"), icon="family"),
                Option(
                    "neighbour",
                    say("我帮助的居民", "Somebody I help"),
                    say("代办员", "Social worker"),
                    icon="hands",
                ),
            ),
            **inside(language, 1, primary=None),
        ),
        "choice_long": Choice(
            page="question.problem",
            title=say("是哪一类问题？", "What kind of problem is it?"),
            options=tuple(Option(f"{at}", say(zh, en)) for at, (zh, en) in enumerate(_PROBLEMS)),
            **inside(
                language,
                1,
                primary=None,
                item=say("反映问题", "Report a problem"),
                banners=(training(language),),
            ),
        ),
        "choice_error": Choice(
            page="question.marriage",
            title=say("您的婚姻状况", "Are you married?"),
            options=(
                Option("10", say("未婚", "Never married")),
                Option("20", say("已婚", "Married")),
                Option("30", say("丧偶", "Widowed")),
                Option("40", say("离婚", "Divorced")),
            ),
            **inside(language, 5, error=say("请选一项", "Choose one")),
        ),
    }


def _reasons(language: str) -> Choice:
    say = speaker(language)
    return Choice(
        page="question.reason",
        title=say("遇到了什么困难？", "What happened?"),
        lead=say("选最接近的一项。", "Choose the closest answer."),
        why=say("用来决定由哪个科室处理", "It decides which office handles it"),
        options=(
            Option(
                "illness", say("重大疾病", "A serious illness"), say("本人或家人", "You or your family"), True
            ),
            Option("accident", say("意外事故", "An accident")),
            Option("fire", say("火灾", "A fire")),
            Option("death", say("家人去世", "A death in the family")),
            Option("other", say("其他", "Something else")),
        ),
        **inside(language, 4),
    )


def _looks(language: str) -> Adjust:
    say = speaker(language)
    sizes = (("标准", "Standard"), ("大", "Large"), ("更大", "Larger"), ("特大", "Huge"), ("最大", "Largest"))
    themes = (
        ("标准颜色", "Standard"), ("白底黑字", "Black on white"), ("黑底白字", "White on black"),
        ("黑底黄字", "Yellow on black"), ("柔和暖色", "Soft and warm"),
    )  # fmt: skip
    return Adjust(
        page="display",
        title=say("怎样看得更清楚？", "How do you see best?"),
        groups=(
            OptionGroup(say("字的大小", "Size of the text"), _one_of("size", sizes, language)),
            OptionGroup(say("颜色", "Colours"), _one_of("theme", themes, language)),
        ),
        checks=(
            Check("reach", say("按键放低，坐着也够得到", "Buttons low, in reach of who sits"), ticked=True),
            Check("still", say("画面不动", "Pictures that do not move")),
        ),
        **outside(language, back=None, leave=None, primary=Action("go_on", say("好了", "Done"))),
    )


def _one_of(kind: str, names: tuple[tuple[str, str], ...], language: str) -> tuple[Option, ...]:
    say = speaker(language)
    return tuple(Option(f"{kind}.{at}", say(zh, en), selected=at == 0) for at, (zh, en) in enumerate(names))

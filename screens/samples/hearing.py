"""Sample pages of the choices that the header leads to: how pages are heard, in which language they are."""

from screens.hearing import Hearing
from screens.samples.frame import outside, speaker
from screens.views import AnyView
from screens.views.choices import Adjust, Option, OptionGroup
from screens.views.frame import Action
from screens.views.reading import Check

_VOLUMES = (("最小", "Softest"), ("小", "Soft"), ("适中", "Usual"), ("大", "Loud"), ("最大", "Loudest"))
_PACES = (("最慢", "Slowest"), ("慢", "Slow"), ("正常", "Usual"), ("快", "Fast"), ("最快", "Fastest"))
_LANGUAGES = (
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("en", "English"),
    ("ug", "ئۇيغۇرچە"),
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    return {"voice": _voice(language), "language": _language(language)}


def _voice(language: str) -> Adjust:
    """With the most that a header holds beside it, and its own sound on."""
    say = speaker(language)
    tools = (
        Action("voice", say("语音", "Voice")),
        Action("display", say("大字", "Text")),
        Action("language", "语言" if language == "en" else "Language"),
    )
    return Adjust(
        page="voice",
        title=say("怎样听得更清楚？", "How do you hear best?"),
        lead=say(
            "正从耳机播放，只有您听得到。拔下耳机就停。",
            "You alone hear it, in your headphones. Pull them out to stop.",
        ),
        groups=(
            OptionGroup(
                say("用什么话", "Which Chinese"),
                _of("tongue", (("普通话", "Mandarin"), ("粤语", "Cantonese")), language),
            ),
            OptionGroup(say("声音大小", "How loud"), _of("volume", _VOLUMES, language)),
            OptionGroup(say("快慢", "How fast"), _of("pace", _PACES, language)),
        ),
        checks=(
            Check("voice.blank", say("屏幕不显示，只用耳机听", "A blank screen, headphones only")),
            Check(
                "longer",
                say("我需要更多时间，每一页等久一点", "I need more time: every page waits longer"),
                ticked=True,
            ),
        ),
        hearing=Hearing(),
        **outside(
            language,
            back=None,
            leave=None,
            tools=tools,
            primary=Action("go_on", say("好了", "Done")),
            secondary=Action("voice.off", say("关闭语音", "Turn the voice off")),
        ),
    )


def _language(language: str) -> Adjust:
    say = speaker(language)
    options = tuple(Option(f"language.{tag}", name, selected=tag == language) for tag, name in _LANGUAGES)
    return Adjust(
        page="language",
        title=say("选择语言 Language", "Choose a language"),
        groups=(
            OptionGroup(
                say(
                    "可以随时换，已填的内容不会丢。", "Change it at any time: nothing you have given is lost."
                ),
                options,
            ),
        ),
        **outside(language, back=None, leave=None, primary=Action("go_on", say("继续", "Go on"))),
    )


def _of(kind: str, names: tuple[tuple[str, str], ...], language: str) -> tuple[Option, ...]:
    say = speaker(language)
    return tuple(Option(f"{kind}.{at}", say(zh, en), selected=at == 0) for at, (zh, en) in enumerate(names))

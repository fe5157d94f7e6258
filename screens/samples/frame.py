"""What all sample pages share: two languages side by side, the frame of a page in the middle of an application."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from screens.texts import HERE
from screens.views.frame import Action, Banner, Step, Tone

if TYPE_CHECKING:
    from opencc import OpenCC

Say = Callable[[str, str], str]


class Common(TypedDict, total=False):
    """The parts of a frame that samples set."""

    site: str
    item: str
    step: Step | None
    banners: tuple[Banner, ...]
    primary: Action | None
    secondary: Action | None
    back: Action | None
    leave: Action | None
    tools: tuple[Action, ...]
    error: str
    countdown: int | None
    language: str


def speaker(language: str) -> Say:
    """Return a function that picks the Chinese or the English of two texts, or gives the Chinese in another language."""

    def say(chinese: str, english: str) -> str:
        if language == "en":
            return english
        if language == "zh-Hant":
            return str(_traditional().convert(chinese))
        return _uyghur().get(chinese, chinese) if language == "ug" else chinese

    return say


@cache
def _uyghur() -> dict[str, str]:
    """Texts of the pages in Uyghur by the Chinese ones, as far as there are any; samples say the rest in Chinese."""
    chinese, uyghur = (
        dict(_NAMED.findall("".join(map(Path.read_text, (HERE / tag).glob("*.ftl")))))
        for tag in ("zh-Hans", "ug")
    )
    return {chinese[name]: text for name, text in uyghur.items() if "{" not in text}


_NAMED = re.compile(r"(?m)^([a-z][\w-]*) = (.*)$")


@cache
def _traditional() -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415  # only for the gallery and tests

    return OpenCC("s2hk")


def outside(language: str, /, **changes: Unpack[Common]) -> Common:
    """Return the frame of a page outside of an application."""
    say = speaker(language)
    frame: Common = {
        "site": say("北京街道越秀社区服务站", "Yuexiu Community Service Point"),
        "tools": (Action("display", say("大字", "Text")), Action("language", say("English", "中文"))),
        "leave": Action("leave", say("退出", "Leave")),
        "back": Action("back", say("上一步", "Back")),
        "language": language,
    }
    frame.update(changes)
    return frame


def inside(language: str, number: int = 3, /, **changes: Unpack[Common]) -> Common:
    """Return the frame of a page in the middle of an application."""
    say = speaker(language)
    frame = outside(
        language,
        item=say("申请低保", "Living allowance"),
        step=Step(number, 9),
        primary=Action("next", say("下一步", "Next")),
    )
    frame.update(changes)
    return frame


def ending(language: str, /, **changes: Unpack[Common]) -> Common:
    """Return the frame of a page from which there is only one way on."""
    done = Action("done", speaker(language)("完成", "Done"))
    frame = outside(language, back=None, leave=None, primary=done)
    frame.update(changes)
    return frame


def training(language: str) -> Banner:
    """Return the news that a terminal is for training."""
    return Banner(
        Tone.NEUTRAL,
        speaker(language)("培训模式：提交的内容不会办理", "Training: nothing you send will be acted on"),
    )


def offline(language: str) -> Banner:
    """Return the news that the network is down."""
    return Banner(
        Tone.WARNING,
        speaker(language)(
            "网络暂时中断，可以继续填写，恢复后自动提交",
            "The network is down. Go on: what you enter is saved and sent later.",
        ),
    )

"""Sample pages at the camera."""

from screens.samples.frame import inside, speaker
from screens.samples.paper import jpeg
from screens.views import AnyView
from screens.views.choices import Option
from screens.views.frame import Action
from screens.views.pictures import Capture, CheckPicture


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    say = speaker(language)
    title = say("拍银行存折首页", "Photograph the bank book")
    later = (Option("skip", say("以后再补交", "Hand it in later")),)
    broken = say("相机现在不能用，可以以后再补交", "The camera does not work. You can hand it in later.")
    keep = Action("keep", say("清楚，用这张", "Yes, keep it"))
    return {
        "capture": Capture(
            page="capture",
            title=title,
            lead=say("平放在镜头下，对齐黄色边角", "Lay it flat under the camera, within the yellow corners"),
            options=later,
            **inside(language, 7, primary=Action("take", say("拍照", "Take"))),
        ),
        "capture_scene": Capture(
            page="capture.scene",
            title=say("拍下问题现场", "Photograph the problem"),
            sheet=0,
            **inside(
                language, 3, item=say("反映问题", "Report"), primary=Action("take", say("拍照", "Take"))
            ),
        ),
        "capture_broken": Capture(
            page="capture.broken",
            title=title,
            camera_ready=False,
            options=later,
            **inside(language, 7, primary=None, error=broken),
        ),
        "capture_zone": Capture(
            page="card.key.camera",
            title=say("请把带 <<< 的一面放到镜头下", "Put the <<< side under the camera"),
            sheet=1.42,
            **inside(
                language,
                2,
                primary=Action("again", say("再读一次", "Try again")),
                secondary=Action("type", say("手工输入", "Type it")),
                error=say(
                    "看不清带 <<< 的字。请放平，避开反光。",
                    "Not clear: lay it flat, no glare.",
                ),
            ),
        ),
        "check_picture": CheckPicture(
            page="check_picture",
            title=say("字都看得清吗？", "Can every word be read?"),
            picture=jpeg(),
            warnings=(say("有些模糊，建议重拍", "It is blurred: better take it again"),),
            **inside(language, 7, primary=keep, back=Action("again", say("重拍", "Again"))),
        ),
    }

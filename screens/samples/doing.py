"""Sample pages where something is done at the machine, with a drawn sheet instead of a camera's picture."""

import io
from functools import cache

from screens.samples.frame import inside, speaker
from screens.views import (
    Action,
    AnyView,
    Capture,
    CardStage,
    CheckPicture,
    Option,
    PresentCard,
    Sign,
)

STROKES = (
    ((0.18, 0.42), (0.24, 0.40), (0.30, 0.39)),
    ((0.30, 0.25), (0.29, 0.40), (0.26, 0.55), (0.19, 0.68)),
    ((0.29, 0.46), (0.33, 0.58), (0.39, 0.66)),
    ((0.55, 0.35), (0.63, 0.34), (0.70, 0.33)),
    ((0.56, 0.48), (0.63, 0.47), (0.69, 0.46)),
    ((0.52, 0.63), (0.63, 0.62), (0.76, 0.61)),
)


class SheetFrame:
    """A frame as of a camera: a sheet of paper with lines on a dark desk."""

    width, height = 640, 480

    def __init__(self) -> None:
        self.pixels = _sheet(self.width, self.height).tobytes()


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    say, frame = speaker(language), inside(language, 7)
    identify = inside(language, 2)
    lines = {
        CardStage.WAITING: say("把身份证平放在读卡器上", "Lay your identity card on the reader"),
        CardStage.READING: say("正在读取，请不要移动", "Reading: please do not move it"),
        CardStage.LIFT: say("读好了，请拿回身份证", "Done: take your card back"),
    }
    found: dict[str, AnyView] = {
        f"card_{stage.value}": PresentCard(
            page=f"card.{stage.value}",
            title=say("请放身份证", "Your identity card"),
            stage=stage,
            lines=(line,),
            secondary=Action("without_card", say("没带身份证怎么办", "I have no card with me")),
            **{**identify, "primary": None},
        )
        for stage, line in lines.items()
    }
    found["capture"] = Capture(
        page="capture",
        title=say("拍银行存折首页", "Photograph the bank book"),
        lead=say("平放在镜头下，对齐黄色边角。", "Lay it flat under the camera, within the yellow corners."),
        options=(Option("skip", say("以后再补交", "Hand it in later")),),
        **{**frame, "primary": Action("take", say("拍照", "Take"))},
    )
    found["capture_broken"] = Capture(
        page="capture.broken",
        title=say("拍银行存折首页", "Photograph the bank book"),
        camera_ready=False,
        error=say("相机现在不能用。您可以以后再补交，或请工作人员协助。", "The camera does not work. Hand it in later, or ask the staff."),
        options=(Option("skip", say("以后再补交", "Hand it in later")),),
        **{**frame, "primary": None},
    )  # fmt: skip
    found["check_picture"] = CheckPicture(
        page="check_picture",
        title=say("字都看得清吗？", "Can every word be read?"),
        picture=jpeg(),
        warnings=(say("照片有些模糊，建议重拍。", "The picture is blurred: better take it again."),),
        **{**frame, "primary": Action("keep", say("清楚，就用这张", "Yes, keep it")), "back": Action("again", say("重拍", "Again"))},
    )  # fmt: skip
    sign = {
        "title": say("请签名", "Please sign"),
        "summary": (
            say("申请：临时救助", "Application: temporary relief"),
            say("我承诺所填内容真实，并授权核对家庭经济状况。", "What I entered is true. My means may be checked."),
        ),
        "clear": Action("clear", say("重写", "Clear")),
    }
    found["sign_empty"] = Sign(page="sign", **sign, **inside(language, 8))  # type: ignore[arg-type]  # values by name
    found["sign_signed"] = Sign(page="sign.signed", strokes=STROKES, **sign, **inside(language, 8))  # type: ignore[arg-type]  # values by name
    return found


@cache
def jpeg() -> bytes:
    """Return a picture of the sheet."""
    file = io.BytesIO()
    _sheet(1240, 930).convert("RGB").save(file, "JPEG", quality=85)
    return file.getvalue()


def _sheet(width: int, height: int):  # type: ignore[no-untyped-def]  # Pillow is imported only for samples
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (width, height), "#3A4048")
    draw = ImageDraw.Draw(image)
    long, wide = height * 0.86, height * 0.86 * 0.707
    left, top = (width - wide) / 2, height * 0.07
    draw.rectangle((left, top, left + wide, top + long), fill="#F6F3EA")
    for row in range(18):
        y = top + long * (0.1 + row * 0.045)
        draw.rectangle((left + wide * 0.1, y, left + wide * (0.9 - (row * 7 % 5) * 0.08), y + long * 0.012), fill="#7A7F88")
    return image

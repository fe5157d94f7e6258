"""Sample pages with the pad to sign on."""

from screens.samples.frame import inside, speaker
from screens.views import AnyView
from screens.views.frame import Action
from screens.views.inputs import Stroke
from screens.views.pictures import Sign

STROKES: tuple[Stroke, ...] = (
    ((0.18, 0.42), (0.24, 0.40), (0.30, 0.39)),
    ((0.30, 0.25), (0.29, 0.40), (0.26, 0.55), (0.19, 0.68)),
    ((0.29, 0.46), (0.33, 0.58), (0.39, 0.66)),
    ((0.55, 0.35), (0.63, 0.34), (0.70, 0.33)),
    ((0.56, 0.48), (0.63, 0.47), (0.69, 0.46)),
    ((0.52, 0.63), (0.63, 0.62), (0.76, 0.61)),
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    say = speaker(language)

    def sign(page: str, strokes: tuple[Stroke, ...]) -> Sign:
        return Sign(
            page=page,
            title=say("请签名", "Please sign"),
            summary=(
                say("申请：最低生活保障", "Application: minimum living allowance"),
                say(
                    "我承诺所填内容真实，并授权核对家庭经济状况",
                    "What I entered is true. My means may be checked.",
                ),
            ),
            strokes=strokes,
            clear=Action("clear", say("重写", "Clear"), bool(strokes)),
            **inside(language, 8),
        )

    return {"sign_empty": sign("sign", ()), "sign_signed": sign("sign.signed", STROKES)}

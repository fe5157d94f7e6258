"""Who sees to a transaction that the platform has refused, and how (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Care:
    """Whose task it is, and what to do, each Chinese and English."""

    owner: tuple[str, str]
    remedy: tuple[str, str]


OPERATOR = ("平台运维", "Platform operator")
TECHNICIAN = ("终端技术员", "Terminal technician")
MAINTAINER = ("软件维护", "Software maintainer")

_BY_STATUS = {
    403: Care(
        OPERATOR,
        ("核对终端登记后重试。", "Check how the terminal is registered, then try again."),
    ),
    409: Care(
        OPERATOR,
        (
            "该编号下已有其他内容：在终端运行 kiosk queue export 导出，核对后由窗口代办。",
            "Another content is here under this number: export it there (kiosk queue export), compare, hand it in at the window.",
        ),
    ),
    413: Care(
        OPERATOR,
        (
            "超过平台单次上限：提高上限后重试。",
            "It is larger than what is taken at once: raise the platform's limit, then try again.",
        ),
    ),
    422: Care(
        TECHNICIAN,
        (
            "在终端运行 kiosk queue verify；完好则重试，损坏则导出留存并联系当事人。",
            "Run kiosk queue verify there; try again if it is whole, else export it and call the resident.",
        ),
    ),
}
_OTHERWISE = Care(
    MAINTAINER,
    ("终端与平台版本可能不一致：更新后重试。", "Terminal and platform may disagree: update, then try again."),
)


def care(status: int) -> Care:
    """Return who sees to what was refused with an HTTP status, and how."""
    return _BY_STATUS.get(status, _OTHERWISE)

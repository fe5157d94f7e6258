"""The page of a terminal that cannot serve."""

from kiosk.out_of_service import out_of_service
from provisioning.terminal import NoCatalogueError


def test_it_says_in_both_languages_what_is_and_what_to_do() -> None:
    view = out_of_service(
        NoCatalogueError("run `kiosk agent`, then `kiosk config status`. 请运行 kiosk agent。")
    )
    said = "\n".join((view.title, *view.lines))
    for words in (
        "暂停服务",
        "Out of service",
        "12345",
        "服务窗口",
        "counter",
        "run `kiosk agent`",
        "请运行",
    ):
        assert words in said


def test_the_same_reason_gives_the_same_page() -> None:
    assert out_of_service(NoCatalogueError("a")) == out_of_service(NoCatalogueError("a"))
    assert out_of_service(NoCatalogueError("a")) != out_of_service(NoCatalogueError("b"))

"""A page that is read from the right: everything stands on its other side, but keys, digits and what is typed."""

from dataclasses import replace

from screens import samples
from screens.views import AnyView
from tests.screens.conftest import Show

CHINESE, UYGHUR = samples.views("zh-Hans"), samples.views("ug")
NAMED = ("choice_one", "entry_code", "form_review")


def _boxes(show: Show, view: AnyView) -> dict[str, tuple[float, float, float, float]]:
    shown = show(view)
    return shown.display.targets()


def test_what_stood_at_the_left_stands_at_the_right(show: Show) -> None:
    view = CHINESE["choice_one"]
    left, right = _boxes(show, view), _boxes(show, replace(view, language="ug"))
    width = 1080
    assert set(left) == set(right)
    for name, (x, y, wide, high) in left.items():
        mirrored = right[name]
        assert abs(mirrored[0] - (width - x - wide)) <= 1, name
        assert (mirrored[1], mirrored[2], mirrored[3]) == (y, wide, high), name


def test_keys_stand_as_on_every_keyboard(show: Show) -> None:
    view = CHINESE["entry_code"]
    left, right = _boxes(show, view), _boxes(show, replace(view, language="ug"))
    keys = [name for name in left if name.startswith("key:")]
    assert keys
    for name in keys:
        assert abs(left[name][0] - right[name][0]) <= 1, name
    assert left["back"][0] < left["leave"][0]
    assert right["back"][0] > right["leave"][0]


def test_its_words_are_uyghur_where_there_are_any(show: Show) -> None:
    shown = show(UYGHUR["choice_one"])
    assert any("كېيىنكى قەدەم" in text for text in shown.texts)

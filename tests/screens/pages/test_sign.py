"""The pad: ink follows the finger, strokes are kept and given back."""

from dataclasses import replace

from screens.samples.signing import STROKES
from screens.views.inputs import Drawn, Touched
from tests.screens.conftest import Show
from tests.screens.pixels import colours
from tests.screens.samples import VIEWS
from tests.screens.shown import LYING, Shown

INK = (0x0F, 0x3D, 0x66)


def pad_box(shown: Shown) -> tuple[float, float, float, float]:
    pad = shown.page.content._pad
    return pad.x, pad.y, pad.width, pad.height


def test_ink_is_seen_at_once_and_the_words_go(show: Show) -> None:
    shown = show(VIEWS["sign_empty"])
    assert "请用手指在框内签名" in shown.texts
    assert INK not in colours(shown, pad_box(shown))
    x, y = shown.middle("pad")
    shown.finger("down", (x, y))
    shown.finger("motion", (x + 60, y + 5))
    assert INK in colours(shown, pad_box(shown))
    assert "请用手指在框内签名" not in shown.texts
    assert shown.drain() == []
    shown.finger("up", (x + 60, y + 5))
    assert len(shown.drain()) == 1


def test_every_stroke_gives_all_strokes(show: Show) -> None:
    shown = show(VIEWS["sign_signed"])
    x, y = shown.middle("pad")
    shown.finger("down", (x, y))
    shown.finger("up", (x, y))
    (drawn,) = shown.drain()
    assert isinstance(drawn, Drawn)
    assert drawn.strokes[:-1] == STROKES
    assert len(drawn.strokes[-1]) == 1


def test_a_finger_that_leaves_the_pad_stays_at_its_edge(show: Show) -> None:
    shown = show(VIEWS["sign_empty"])
    x, y = shown.middle("pad")
    shown.finger("down", (x, y))
    shown.finger("motion", (5000, 5000))
    shown.finger("up", (5000, 5000))
    (drawn,) = shown.drain()
    assert isinstance(drawn, Drawn)
    assert drawn.strokes[0][-1] == (1.0, 1.0)


def test_a_hand_that_never_stops_draws_a_bounded_stroke(show: Show) -> None:
    shown = show(VIEWS["sign_empty"])
    pad = shown.page.content._pad
    pad.pen_down(pad.x, pad.y)
    for step in range(6000):
        pad.pen_move(pad.x + (step % 2) * 50, pad.y + step % 300)
    pad.pen_up()
    (drawn,) = shown.drain()
    assert isinstance(drawn, Drawn)
    assert len(drawn.strokes[0]) <= 4000


def test_clearing_is_the_journeys(show: Show) -> None:
    view = VIEWS["sign_signed"]
    shown = show(view)
    content = shown.page.content
    shown.tap("clear")
    assert shown.drain() == [Touched("clear")]
    assert INK in colours(shown, pad_box(shown))
    shown.show(replace(view, strokes=()))
    assert shown.page.content is content
    assert INK not in colours(shown, pad_box(shown))


def test_without_summary_and_clear(show: Show) -> None:
    shown = show(replace(VIEWS["sign_empty"], summary=(), clear=None), LYING)
    assert "clear" not in shown.display.targets()
    shown.show(replace(VIEWS["sign_empty"], summary=("新的",), clear=None))
    assert "新的" in shown.texts

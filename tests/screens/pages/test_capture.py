"""The camera's picture: live, in one texture, black when it is wiped."""

import io
from dataclasses import dataclass, replace

from PIL import Image

from screens.samples.paper import jpeg
from tests.screens.conftest import Show
from tests.screens.pixels import colours
from tests.screens.samples import VIEWS
from tests.screens.shown import Shown


@dataclass(frozen=True)
class Plain:
    """A frame of one colour."""

    colour: tuple[int, int, int]
    width: int = 64
    height: int = 48

    @property
    def pixels(self) -> bytes:
        return bytes((*self.colour, 255)) * (self.width * self.height)


RED, GREEN = Plain((255, 0, 0)), Plain((0, 255, 0))


def preview(shown: Shown) -> tuple[float, float, float, float]:
    element = shown.page.content._preview
    return element.x, element.y, element.width, element.height


def test_the_newest_frame_is_on_the_panel(show: Show) -> None:
    shown = show()
    shown.frame = RED
    shown.show(VIEWS["capture_scene"])
    shown.until(lambda: (255, 0, 0) in colours(shown, preview(shown)))
    texture = shown.page.content._preview._texture
    shown.frame = GREEN
    shown.until(lambda: (0, 255, 0) in colours(shown, preview(shown)))
    assert shown.page.content._preview._texture is texture


def test_the_corners_of_the_sheet_are_drawn_where_there_is_one(show: Show) -> None:
    shown = show()
    shown.frame = RED
    shown.show(VIEWS["capture"])
    shown.until(lambda: (255, 0, 0) in colours(shown, preview(shown)))
    assert (255, 213, 107) in colours(shown, preview(shown))


def test_until_the_first_frame_it_says_so(show: Show) -> None:
    shown = show()
    shown.frame = None
    shown.show(VIEWS["capture"])
    shown.frames(10)
    assert "正在打开相机…" in shown.texts
    shown.frame = RED
    shown.until(lambda: "正在打开相机…" not in shown.texts)


def test_a_frame_that_is_no_picture_is_passed_over(show: Show) -> None:
    shown = show()
    shown.frame = replace(RED, width=0)
    shown.show(VIEWS["capture"])
    shown.until(lambda: shown.asked > 1)
    assert "正在打开相机…" in shown.texts


def test_wiping_blackens_the_last_frame(show: Show) -> None:
    shown = show(VIEWS["capture"])
    shown.until(lambda: shown.page.content._preview._texture is not None)
    texture = shown.page.content._preview._texture
    shown.display.wipe()
    assert set(texture.pixels) == {0}
    shown.display.wipe()


def test_the_picture_runs_on_while_the_page_is_brought_up_to_date(show: Show) -> None:
    view = VIEWS["capture"]
    shown = show(view)
    content = shown.page.content
    shown.show(replace(view, lead="再近一点"))
    assert shown.page.content is content
    shown.show(replace(view, camera_ready=False))
    assert shown.page.content is not content
    assert "相机现在不能用" in shown.texts


def test_a_camera_that_is_broken_has_another_way(show: Show) -> None:
    shown = show(VIEWS["capture_broken"])
    shown.tap("skip")
    assert [event.id for event in shown.drain()] == ["skip"]  # type: ignore[union-attr]  # a touch


def test_a_photograph_is_shown(show: Show) -> None:
    shown = show(VIEWS["check_picture"])
    photograph = shown.page.content._photograph
    box = (photograph.x, photograph.y, photograph.width, photograph.height)
    assert any(min(colour) > 230 for colour in colours(shown, box))
    assert Image.open(io.BytesIO(jpeg())).size == photograph._texture.size


def test_a_photograph_that_cannot_be_read_says_so(show: Show) -> None:
    shown = show(replace(VIEWS["check_picture"], picture=b"no picture", warnings=()))
    assert "这张照片无法显示，请重拍。" in shown.texts

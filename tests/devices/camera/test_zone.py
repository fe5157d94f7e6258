"""Travel documents under a camera: what is read is right, and what is not certain is not read."""

from pathlib import Path

import numpy as np
import pytest

from devices.camera import Camera, Frame, Picture, Sighting
from devices.camera.imaging import compressed
from devices.camera.library import Image, cv2
from devices.camera.zone import cells, lines, signs
from devices.camera.zone.meaning import key_of as key_of_cells
from devices.camera.zone.reading import of_jpeg, read
from devices.camera.zone.signs import ALPHABET
from devices.card_reader.mrz import DocumentKey, parse
from devices.card_reader.mrz_layouts import LAYOUTS
from devices.errors import ConfigurationError
from devices.simulators.camera_zone import zone_on_desk
from devices.simulators.passport import ERIKSSON
from tests.bench.hard_zones import sample
from tests.devices.camera.pictures import DESK, PAPER, STREET, taken

LONG = "I<UTOD23145890<7349<<<<<<<<<<<|3407127M9507122UTO<<<<<<<<<<<2|STEVENSON<<PETER<JOHN<<<<<<<<<"
PASSPORT = f"{ERIKSSON[:44]}|{ERIKSSON[44:]}"


def laid(zone: str) -> Image:
    return taken(zone_on_desk(f"zone:{zone}"))


def key_of(zone: str) -> DocumentKey:
    return parse(zone.replace("|", "")).key


@pytest.mark.parametrize(
    ("page", "frame", "hardship"),
    [
        ("TD3", "asked", "all"),
        ("TD1", "coarsest", "blur"),
        ("permit", "asked", "light"),
        ("exit", "full-hd", "rotation"),
    ],
)
def test_every_page_is_read_under_what_makes_it_hard(page: str, frame: str, hardship: str) -> None:
    hard = sample(page, frame, hardship, 100)
    assert read(hard.image) == Sighting(key_of("".join(hard.lines)), lines=True)


@pytest.mark.parametrize("turn", [cv2.ROTATE_180, cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE])
def test_it_may_lie_any_way_round(turn: int) -> None:
    assert read(cv2.rotate(laid(PASSPORT), turn)).key == key_of(PASSPORT)


def test_a_number_that_goes_on_is_read_to_its_end() -> None:
    assert read(laid(LONG)).key == key_of(LONG)


@pytest.mark.parametrize(
    ("place", "sign"),
    [("7408122F", "7408132F"), ("L898902C36", "L898902C26"), ("1204159", "1204150"), ("10", "11")],
)
def test_a_wrong_check_digit_gives_no_key(place: str, sign: str) -> None:
    head, found, tail = PASSPORT.rpartition(place)
    assert found
    assert read(laid(f"{head}{sign}{tail}")) == Sighting(None, lines=True)


def test_one_line_of_two_gives_no_key() -> None:
    assert read(laid(ERIKSSON[44:])) == Sighting(None, lines=True)


@pytest.mark.parametrize("scene", [PAPER, DESK, STREET])
def test_where_no_document_lies_no_lines_are_seen(scene: object) -> None:
    assert read(taken(scene)) == Sighting()  # type: ignore[arg-type]  # pictures of Pillow's


class VendorsCamera(Camera):
    """A driver that knows nothing of documents."""

    def _open(self) -> None: ...

    def _close(self) -> None: ...

    def _frame(self) -> Frame:
        raise AssertionError("not asked for")

    def _still(self) -> Picture:
        return Picture(*compressed(laid(PASSPORT)))


def test_a_vendors_camera_reads_it_in_its_stills() -> None:
    assert VendorsCamera().document_key() == Sighting(key_of(PASSPORT), lines=True)
    assert of_jpeg(b"no picture") == Sighting()


def test_a_sign_that_could_be_another_is_none() -> None:
    layout = next(each for each in LAYOUTS if each.name == "TD3")
    clear = np.full((layout.size, len(ALPHABET)), 0.1, np.float32)
    clear[np.arange(layout.size), [ALPHABET.index(sign) for sign in ERIKSSON]] = 0.95
    assert key_of_cells(clear) == key_of(PASSPORT)
    for nearly in ("0", "O"):
        unclear = clear.copy()
        unclear[layout.number.start, ALPHABET.index(nearly)] = 0.94
        assert key_of_cells(unclear) is None


def test_without_the_font_its_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = laid(PASSPORT)
    signs._signs.cache_clear()
    monkeypatch.setattr(signs, "FONT", tmp_path / "none.otf")
    with pytest.raises(ConfigurationError, match="apt-get install fonts-ocr-b"):
        read(picture)
    assert read(taken(DESK)) == Sighting()


def test_a_strip_without_ink_is_level() -> None:
    assert cells._tilt(np.zeros((20, 200), np.float32)) == (0.0, 10.0)


def test_a_line_is_read_from_either_end() -> None:
    line = lines.Line(30, 40, 0, 100, 10)
    assert (line.along, line.down) == (30, 40)
    turned = line.turned()
    assert (round(turned.along), round(turned.down)) == (-30, -40)

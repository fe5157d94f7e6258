"""The Chinese face of the collection, copied out whole."""

import os
from pathlib import Path

import pytest

from screens import fonts
from screens.fonts import FACE, FOLDERS, FontMissingError, advance, face_of, line_height, simplified
from tests.screens.conftest import Show

COLLECTION = next(path for folder in FOLDERS if (path := folder / "NotoSansCJK-Regular.ttc").is_file())


def test_the_simplified_face_is_copied_out_once(tmp_path: Path) -> None:
    first = simplified("Regular", tmp_path / "cache")
    written = first.stat().st_mtime_ns
    assert simplified("Regular", tmp_path / "cache") == first
    assert first.stat().st_mtime_ns == written
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [first.name]


def test_it_is_the_face_of_the_mainland(tmp_path: Path) -> None:
    from PIL import ImageFont  # noqa: PLC0415  # only here

    chinese = ImageFont.truetype(str(simplified("Bold", tmp_path)), 64)
    assert chinese.getname()[0] == FACE
    japanese = ImageFont.truetype(str(COLLECTION).replace("Regular", "Bold"), 64, index=0)
    for character in "直骨令角海":
        assert bytes(chinese.getmask(character)) != bytes(japanese.getmask(character))


def test_what_is_for_vertical_writing_stays_behind(tmp_path: Path) -> None:
    made = simplified("Regular", tmp_path).read_bytes()
    count = int.from_bytes(made[4:6], "big")
    names = [made[12 + 16 * row : 16 + 16 * row] for row in range(count)]
    assert {b"cmap", b"hmtx", b"CFF ", b"head"} <= set(names)
    assert not {b"vmtx", b"vhea", b"GSUB", b"GPOS"} & set(names)
    power = 1 << (count.bit_length() - 1)
    search = [int.from_bytes(made[at : at + 2], "big") for at in (6, 8, 10)]
    assert search == [16 * power, count.bit_length() - 1, 16 * (count - power)]


def test_another_collection_makes_another_file(tmp_path: Path) -> None:
    sources = tmp_path / "fonts"
    sources.mkdir()
    copy = sources / COLLECTION.name
    copy.write_bytes(COLLECTION.read_bytes())
    os.utime(copy, (1, 1))
    first = simplified("Regular", tmp_path / "cache", (sources,))
    os.utime(copy, (2, 2))
    assert simplified("Regular", tmp_path / "cache", (sources,)) != first


def test_a_missing_collection_is_said_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(FontMissingError, match="apt-get install fonts-noto-cjk"):
        simplified("Regular", tmp_path, (tmp_path,))


def test_a_missing_face_is_said() -> None:
    with pytest.raises(FontMissingError, match="Nobody Sans"):
        face_of(COLLECTION.read_bytes(), "Nobody Sans")


def test_how_far_characters_move_the_pen(show: Show) -> None:
    show()  # registers the family
    assert advance("字", 40, False) == 40
    assert advance("，", 40, True) == 40
    assert 0 < advance("i", 40, False) < advance("m", 40, False) < 40
    assert advance("m", 40, True) > advance("m", 40, False)
    assert fonts.FAMILY


def test_lines_stand_well_apart(show: Show) -> None:
    show()
    for size in (31, 40, 64):
        assert line_height(size, False) >= 1.3 * size  # 适老化规范


def test_rare_characters_of_names_have_their_shapes(show: Show) -> None:
    from kivy.core.text import Label  # noqa: PLC0415  # only after prepare

    show()

    def drawn(character: str) -> bytes:
        label = Label(text=character, font_name=fonts.FAMILY, font_size=60)
        label.refresh()
        return bytes(label.texture.pixels)

    missing = drawn("\U0010ffff")
    for character in "𠮷䶮㼆堃":
        assert drawn(character) != missing, character

"""The Chinese typeface: the simplified face of Noto Sans CJK, regular and bold.

Debian ships one collection file with a face for each region, of which Kivy can only open the first, the Japanese one
(直骨令角海 come out wrong). The simplified face is copied out once into our cache; that takes a tenth of a second.
What is for vertical writing stays behind: every size of the face that is open would keep it in memory.
"""

import os
import struct
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

FAMILY = "Doorstep"
FACE = "Noto Sans CJK SC"
HONG_KONG = "DoorstepHongKong"
JOINED = "DoorstepJoined"
_FACES = {"zh-Hant": (HONG_KONG, "Noto Sans CJK HK")}
_ARABIC_FOLDERS = (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/google-noto"))
_joining = {"font_direction": "rtl", "font_script_name": "Arab"}
FOLDERS = (
    Path("/usr/share/fonts/opentype/noto"),
    Path("/usr/share/fonts/noto-cjk"),
    Path("/usr/share/fonts/google-noto-cjk"),
)
_FAMILY_NAME, _UNICODE_ON_WINDOWS = 1, 3
_LEFT_BEHIND = {b"vhea", b"vmtx", b"VORG", b"GSUB", b"GPOS", b"BASE", b"DSIG"}


_kept: list[Path] = []
"""The folder of `register`."""


class FontMissingError(RuntimeError):
    """The Chinese typeface is not installed: `apt-get install fonts-noto-cjk`."""


def register(folder: Path, sources: tuple[Path, ...] = FOLDERS) -> None:
    """Make the family `FAMILY` known to Kivy, with its faces kept in `folder`.

    Raises:
        FontMissingError: no collection was found.
    """
    from kivy.core.text import LabelBase  # noqa: PLC0415  # only after prepare

    _kept[:] = [folder]
    regular, bold = (simplified(weight, folder, sources) for weight in ("Regular", "Bold"))
    LabelBase.register(FAMILY, str(regular), str(regular), str(bold), str(bold))


@cache
def family(language: str) -> str:
    """Return the family in which a language is drawn: Hong Kong's forms for traditional Chinese, else `FAMILY`.

    It is loaded when it is first asked for. Its characters are as wide as those of `FAMILY`. Needs `register`.
    """
    from kivy.core.text import LabelBase  # noqa: PLC0415  # only after prepare

    if language not in _FACES:
        return FAMILY
    name, face = _FACES[language]
    regular, bold = (copied(weight, _kept[0], face) for weight in ("Regular", "Bold"))
    LabelBase.register(name, str(regular), str(regular), str(bold), str(bold))
    return name


@cache
def joined() -> str:
    """Return the family of Arabic letters, loaded when first asked for; `FAMILY`, which draws boxes, where it is missing.

    `apt-get install fonts-noto-ui-core` brings it.
    """
    from kivy.core.text import LabelBase  # noqa: PLC0415  # only after prepare

    for folder in _ARABIC_FOLDERS:
        regular, bold = (folder / f"NotoSansArabicUI-{weight}.ttf" for weight in ("Regular", "Bold"))
        if regular.is_file() and bold.is_file():
            LabelBase.register(JOINED, str(regular), str(regular), str(bold), str(bold))
            return JOINED
    return FAMILY


def simplified(weight: str, folder: Path, sources: tuple[Path, ...] = FOLDERS) -> Path:
    """Return a font file with the simplified face of a weight, made when it is not there yet.

    Raises:
        FontMissingError: no collection was found.
    """
    return copied(weight, folder, FACE, sources)


def copied(weight: str, folder: Path, face: str, sources: tuple[Path, ...] = FOLDERS) -> Path:
    """Return a font file with a face of a weight, made when it is not there yet.

    Raises:
        FontMissingError: no collection was found.
    """
    name = f"NotoSansCJK-{weight}.ttc"
    collection = next((path / name for path in sources if (path / name).is_file()), None)
    if collection is None:
        raise FontMissingError(
            f"{name} is in none of {', '.join(map(str, sources))}: apt-get install fonts-noto-cjk"
        )
    there = collection.stat()
    region = "" if face == FACE else f"-{face[-2:]}"
    made = folder / f"{weight}{region}-horizontal-{there.st_size}-{int(there.st_mtime)}.otf"
    if not made.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = made.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(face_of(collection.read_bytes(), face))
        part.replace(made)  # a power cut leaves the old or the new file, never half of one
    return made


def face_of(collection: bytes, family: str) -> bytes:
    """Return one face of an OpenType collection as a font file of its own (ISO/IEC 14496-22, 4.3 and 4.6).

    Raises:
        FontMissingError: the collection has no face of that family.
    """
    (count,) = struct.unpack_from(">I", collection, 8)
    for start in struct.unpack_from(f">{count}I", collection, 12):
        tables = _tables(collection, start)
        if family in _families(collection, *tables[b"name"]):
            return _font(
                collection, start, {tag: at for tag, at in tables.items() if tag not in _LEFT_BEHIND}
            )
    raise FontMissingError(f"no face {family!r} in the collection: install Debian's fonts-noto-cjk again")


Tables = dict[bytes, tuple[int, int]]


def _tables(collection: bytes, start: int) -> Tables:
    (count,) = struct.unpack_from(">H", collection, start + 4)
    rows = (struct.unpack_from(">4sIII", collection, start + 12 + 16 * row) for row in range(count))
    return {tag: (offset, length) for tag, _checksum, offset, length in rows}


def _families(collection: bytes, offset: int, _length: int) -> set[str]:
    _version, count, storage = struct.unpack_from(">3H", collection, offset)
    found = set()
    for row in range(count):
        platform, _encoding, _language, name, length, at = struct.unpack_from(
            ">6H", collection, offset + 6 + 12 * row
        )
        if platform == _UNICODE_ON_WINDOWS and name == _FAMILY_NAME:
            begin = offset + storage + at
            found.add(collection[begin : begin + length].decode("utf-16-be"))
    return found


def _font(collection: bytes, start: int, tables: Tables) -> bytes:
    directory, body = bytearray(collection[start : start + 4] + _search_in(len(tables))), bytearray()
    base = 12 + 16 * len(tables)
    for tag, (offset, length) in tables.items():
        directory += struct.pack(">4sIII", tag, 0, base + len(body), length)
        body += collection[offset : offset + length]
        body += bytes(-len(body) % 4)
    return bytes(directory + body)


def _search_in(count: int) -> bytes:
    """Return how many tables there are, and what a binary search in them begins with."""
    power = count.bit_length() - 1
    return struct.pack(">4H", count, 16 << power, power, 16 * count - (16 << power))


@lru_cache(maxsize=64)
def line_height(size: int, bold: bool) -> int:
    """Return the height of a line, in pixels. Needs `register`."""
    from kivy.core.text import Label  # noqa: PLC0415  # only after prepare

    label = Label(font_name=FAMILY, font_size=size, bold=bold)
    return int(label.get_extents("字")[1])


@lru_cache(maxsize=64)
def ascent(size: int, bold: bool) -> int:
    """Return how far the base line of a line lies below its top, in pixels. Needs `register`."""
    return int(drawn("字", "", size, bold).get_ascent())


@lru_cache(maxsize=4096)
def advance(character: str, size: int, bold: bool) -> float:
    """Return how far a character moves the pen, in pixels. Needs `register`."""
    if "\u3000" <= character <= "\u9fff":
        return float(size)  # Chinese characters and their signs are squares
    from kivy.core.text import Label  # noqa: PLC0415  # only after prepare

    label = Label(font_name=FAMILY, font_size=size, bold=bold)
    return float(label.get_extents(character)[0])


def drawn(
    text: str, language: str, size: int, bold: bool, *, joining: bool = False, halign: str = "left"
) -> Any:
    """Return a label of Kivy's that is ready to be drawn: `texture`, and the height of its letters by `get_ascent`.

    `joining` for Arabic letters, which are shaped and stand from right to left. Needs `register`.
    """
    from kivy.core.text import Label  # noqa: PLC0415  # only after prepare

    label = Label(
        text=text,
        font_name=joined() if joining else family(language),
        font_size=size,
        bold=bold,
        halign=halign,
        line_height=1.0,
        **(_joining if joining else {}),
    )
    if joining:
        _turn_right(size, bold)
    label.refresh()
    return label


def joined_width(text: str, size: int, bold: bool) -> float:
    """Return how wide Arabic letters are when they are joined, in pixels. Needs `register`."""
    from kivy.core.text import Label  # noqa: PLC0415  # only after prepare

    _turn_right(size, bold)
    return float(Label(font_name=joined(), font_size=size, bold=bold, **_joining).get_extents(text)[0])


def _turn_right(size: int, bold: bool) -> None:
    """Draw a letter: Kivy tells a font its direction when it draws, not when it measures, and may have put the font away."""
    from kivy.core.text import Label  # noqa: PLC0415  # only after prepare

    letter = Label(text="\u0628", font_name=joined(), font_size=size, bold=bold, **_joining)
    letter.refresh()
    letter.render(real=True)

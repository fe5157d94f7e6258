"""Pictures of every kind of page: `python -m screens.gallery --out DIR [--size 1080x1920] [--language en] [NAME …]`."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from screens import environment, samples
from screens.appearance import Appearance, TextSize, Theme
from screens.theme import ScreenSize

WIDTHS_MM = {(1080, 1920): 336.0, (1920, 1080): 597.0}
"""The visible width of a 27-inch panel, upright and lying."""


def main(arguments: list[str] | None = None) -> int:
    """Write a picture of each sample; returns 0, or 2 when a name is unknown."""
    asked = _parsed(arguments)
    width, height = (int(part) for part in asked.size.split("x"))
    size = ScreenSize(width, height, asked.width_mm or WIDTHS_MM.get((width, height), width * 0.311))
    views = samples.views(asked.language)
    unknown = [name for name in asked.names if name not in views]
    if unknown:
        print(f"no sample {', '.join(unknown)}; there are: {', '.join(views)}", file=sys.stderr)  # noqa: T201  # a command
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    environment.prepare()
    window = environment.open_window(size, fullscreen=False)
    from screens.display import Display  # noqa: PLC0415  # only after prepare
    from screens.samples.paper import SheetFrame  # noqa: PLC0415  # draws when it is imported

    appearance = Appearance(tuple(TextSize)[asked.text - 1], Theme(asked.theme), asked.reach)
    frame = SheetFrame()
    display = Display(size, lambda _input: None, lambda: frame)
    window.add_widget(display)
    for name in asked.names or views:
        display.show(replace(views[name], appearance=appearance))
        _settle()
        photograph(window, asked.out / f"{name}.png")
    display.close()
    return 0


def photograph(window: Any, path: Path) -> None:
    """Write what the window shows as PNG."""
    from kivy.graphics import opengl  # noqa: PLC0415  # only after prepare
    from PIL import Image  # noqa: PLC0415  # only pictures need it

    width, height = window.size
    window.dispatch("on_draw")
    pixels = opengl.glReadPixels(0, 0, width, height, opengl.GL_RGBA, opengl.GL_UNSIGNED_BYTE)
    picture = Image.frombytes("RGBA", (width, height), pixels).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    picture.convert("RGB").save(path)


def _settle() -> None:
    """Let frames pass, so that the camera's first picture and Pinyin are there."""
    from kivy.base import EventLoop  # noqa: PLC0415  # only after prepare

    for _ in range(12):
        EventLoop.idle()


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m screens.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--size", default="1080x1920", help="pixels of the panel")
    parser.add_argument("--width-mm", type=float, help="visible width of the panel")
    parser.add_argument("--language", choices=("zh-Hans", "en"), default="zh-Hans")
    parser.add_argument("--text", type=int, choices=range(1, 6), default=1, help="size of the text")
    parser.add_argument("--theme", choices=[theme.value for theme in Theme], default="clear")
    parser.add_argument("--reach", action="store_true", help="everything to touch low")
    parser.add_argument("names", nargs="*", metavar="NAME", help="samples to show; all when none is named")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())

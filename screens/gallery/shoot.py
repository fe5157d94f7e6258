"""Photographs every page of some setups of one panel, in a process of its own, and writes down what is wrong with them."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from screens import environment, fonts, samples
from screens.appearance import AS_DRAWN
from screens.bidi import pieces
from screens.gallery.contrast import Pixels, contrast_findings
from screens.gallery.findings import Finding, layout_findings
from screens.gallery.product import Setup
from screens.gallery.speech import jumps, unheard
from screens.gallery.wording import missing_glyphs, untranslated
from screens.texts import LANGUAGES
from screens.views import AnyView

if TYPE_CHECKING:
    from screens.gallery.walk import Screenful

_QUALITY = 70


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was photographed: its setup and name, how many screens it has, what is wrong with it."""

    setup: Setup
    page: str
    screens: int
    findings: tuple[Finding, ...]


def shoot(setups: tuple[Setup, ...], names: tuple[str, ...], out: Path | None, smaller: int) -> list[Shown]:
    """Write pictures of the samples of these names into the folder of each setup; the setups share a panel.

    Pictures are reduced `smaller` times. Without `out` nothing is drawn: only what is wrong with where things stand, and
    with what is said, is found.
    """
    environment.prepare()
    window = environment.open_window(setups[0].size, fullscreen=False)
    from screens.gallery.walk import unpainted  # noqa: PLC0415  # only after prepare

    studio = Studio(window, setups[0], smaller)
    with nullcontext() if out else unpainted():
        shown = [page for setup in setups for page in studio.pages(setup, names, out and out / setup.path)]
    studio.close()
    return shown


class Studio:
    """A display in a window, and the camera before it."""

    def __init__(self, window: Any, setup: Setup, smaller: int) -> None:
        from screens.display import Display  # noqa: PLC0415  # only after prepare
        from screens.samples.paper import SheetFrame  # noqa: PLC0415  # draws when it is imported

        frame = SheetFrame()
        self._window, self._smaller = window, smaller
        self._display = Display(setup.size, lambda _input: None, lambda: frame, now=lambda: 0.0)
        self._font = fonts.simplified("Regular", environment.cache_folder())
        window.add_widget(self._display)

    def pages(self, setup: Setup, names: Iterable[str], folder: Path | None) -> Iterator[Shown]:
        """Show each page, screen after screen, and photograph it into a folder."""
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        chinese = samples.views(LANGUAGES[0])
        for name, view in samples.views(setup.language).items():
            if name in names:
                self._show(replace(view, appearance=setup.appearance))
                said = untranslated(view, chinese[name]) if setup.language == "en" else ()
                shown = list(self._screens(setup, folder and folder / name))
                screens = tuple(screen for screen, _ in shown)
                seen = tuple(one for _, found in shown for one in found)
                heard = (*unheard(view, screens), *jumps(view, screens))
                yield Shown(setup, name, len(screens), (*said, *seen, *heard))

    def photographs(self, view: AnyView) -> "Iterator[tuple[Screenful, Image.Image]]":
        """Show a page, screen after screen, each with its picture."""
        from screens.gallery.walk import screenfuls  # noqa: PLC0415  # only after prepare

        self._show(view)
        for screen in screenfuls(self._display):
            yield screen, self._picture(self._pixels())

    def close(self) -> None:
        """Put everything away."""
        self._display.close()

    def _show(self, view: AnyView) -> None:
        from screens.widgets.pictures import Preview  # noqa: PLC0415  # only after prepare

        self._display.show(view)
        for element in self._display.walk(restrict=True):
            if isinstance(element, Preview):
                element.look()  # nobody waits for the camera's first picture

    def _screens(self, setup: Setup, path: Path | None) -> "Iterator[tuple[Screenful, list[Finding]]]":
        """Yield each screen of what is shown with what is wrong with it; photograph it."""
        from screens.gallery.walk import screenfuls  # noqa: PLC0415  # only after prepare

        for number, screen in enumerate(screenfuls(self._display), 1):
            found = list(layout_findings(screen, setup.size, setup.appearance))
            for line in screen.lines:
                found += missing_glyphs(
                    "".join(run.text for run in pieces(line.said) if not run.joined), self._font
                )
            if path:
                pixels = self._pixels()
                save(self._picture(pixels), f"{path}-{number}.webp")
                found += self._contrasts(pixels) if _is_measured(setup) else ()
            yield screen, found

    def _picture(self, pixels: Pixels) -> Image.Image:
        return Image.fromarray(pixels).reduce(self._smaller)

    def _contrasts(self, written: Pixels) -> Iterator[Finding]:
        from screens.gallery.walk import inked, unlettered  # noqa: PLC0415  # only after prepare

        texts, marks, targets = inked(self._display)
        with unlettered(self._display):
            blank = self._pixels()
        yield from contrast_findings(written, blank, texts, marks, targets)

    def _pixels(self) -> Pixels:
        """Return what the window shows."""
        from kivy.graphics import opengl  # noqa: PLC0415  # only after prepare

        width, height = self._window.size
        self._window.dispatch("on_draw")
        read = opengl.glReadPixels(0, 0, width, height, opengl.GL_RGB, opengl.GL_UNSIGNED_BYTE)
        return np.ascontiguousarray(np.frombuffer(read, np.uint8).reshape(height, width, 3)[::-1])


def save(picture: Image.Image, path: str | Path) -> None:
    """Write a picture as WebP: small and quick, nobody prints it."""
    picture.save(path, "webp", quality=_QUALITY, method=0)


def _is_measured(setup: Setup) -> bool:
    """Whether contrast is measured: once a panel and theme, the rest has the same colours."""
    return setup.language == LANGUAGES[0] and replace(setup.appearance, theme=AS_DRAWN.theme) == AS_DRAWN

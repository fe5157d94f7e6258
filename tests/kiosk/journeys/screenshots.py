"""Pictures for translators: `make screenshots`, or `python -m tests.kiosk.journeys.screenshots [--language en]`.

A resident walks at random through every service; whenever a page says a message that no page said before, it is kept, and
drawn in the translator's language. `index.html` shows each message with the picture that it stands on; those that no page
said (papers, what is only spoken, `kiosk doctor`) are listed below.
"""

import argparse
import re
import sys
from dataclasses import replace
from html import escape
from pathlib import Path

from config.language import Language
from kiosk.events import Event
from kiosk.journeys import State, view
from screens import environment
from screens.gallery.messages import Messages
from screens.gallery.product import Setup
from screens.gallery.wording import texts
from screens.texts import HERE, LANGUAGES, PARTLY
from screens.views import AnyView
from tests.kiosk.journeys.walks import EVERY_CARD, Walk
from tests.screens.samples import AS_DRAWN

NAMED = re.compile(r"(?m)^([a-z][\w-]*) = *(.*)$")
EVERY_LANGUAGE = EVERY_CARD.model_copy(update={"languages": tuple(Language)})


class Tour(Walk):
    """A walk that keeps the states whose page says a message that no page said before."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, EVERY_LANGUAGE)
        self.kept: list[State] = []
        self._messages = {language.value: Messages(language.value) for language in Language}
        self._said: set[str] = set()

    def _taken(self, event: Event) -> None:
        super()._taken(event)
        page = self.walker.page
        new = self._messages[page.language].said_in(texts(page).values()) - self._said
        if new:
            self._said |= new
            self.kept.append(self.walker.state)


def in_language(state: State, tag: str) -> AnyView:
    """Return the page of a state as who reads that language sees it."""
    return view(replace(state, session=replace(state.session, language=Language(tag))))


def main() -> int:
    """Walk, draw, and write the page; tell how many messages are seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.journeys.screenshots", description=__doc__)
    parser.add_argument("--language", choices=(*LANGUAGES, *PARTLY), default=LANGUAGES[0])
    parser.add_argument("--steps", type=int, default=60_000)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    asked = parser.parse_args()
    tour = Tour(1)
    tour.go(asked.steps)
    pages = [in_language(state, asked.language) for state in tour.kept]
    folder = asked.out / asked.language
    seen = drawn(pages, asked.language, folder)
    (folder / "index.html").write_text(sheet(seen, asked.language), "utf-8")
    told = (
        f"{len(set(seen.values()))} pictures show {len(seen)} of {len(Messages(LANGUAGES[0]).all)} messages"
    )
    print(f"{told}: {folder / 'index.html'}")  # noqa: T201  # a command
    return 0


def drawn(pages: list[AnyView], language: str, folder: Path) -> dict[str, str]:
    """Draw the pages into a folder; return the first picture of each message that stands on one."""
    setup = Setup("upright", language, AS_DRAWN)
    environment.prepare()
    window = environment.open_window(setup.size, fullscreen=False)
    from screens.gallery.shoot import Studio, save  # noqa: PLC0415  # only after the window

    folder.mkdir(parents=True, exist_ok=True)
    studio, messages = Studio(window, setup, smaller=2), Messages(language)
    seen: dict[str, str] = {}
    for number, page in enumerate(pages):
        for part, (screen, picture) in enumerate(studio.photographs(page)):
            new = messages.said_in(line.said for line in screen.lines) - seen.keys()
            if new:
                name = f"{number:04d}-{part}.webp"
                save(picture, folder / name)
                seen |= dict.fromkeys(sorted(new), name)
    studio.close()
    return seen


def sheet(seen: dict[str, str], language: str) -> str:
    """The page: each message with its text and its picture, then those that none shows."""
    files = {path.stem: path for path in sorted((HERE / LANGUAGES[0]).glob("*.ftl"))}
    said = dict(pair for path in files.values() for pair in NAMED.findall(path.read_text("utf-8")))
    rows = "".join(
        f"<tr><td>{escape(one)}<td>{escape(said.get(one, ''))}<td><a href='{name}'><img loading=lazy src='{name}'></a>"
        for one, name in sorted(seen.items())
    )
    missing = ", ".join(sorted(Messages(language).all - seen.keys()))
    return (
        f"<!doctype html><html lang='{language}'><meta charset=utf-8><title>Messages</title><style>img{{height:20em}}"
        f"td{{vertical-align:top;padding:.5em}}</style><table>{rows}</table><h2>On no page</h2><p>{escape(missing)}</p></html>"
    )


if __name__ == "__main__":
    sys.exit(main())

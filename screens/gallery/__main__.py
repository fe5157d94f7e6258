"""Pictures of every page in everything it can look like, and what is wrong with them: `python -m screens.gallery`.

Without options this is the full product (thousands of pictures); each option narrows it down. `index.html` shows the
pictures, `findings.json` lists what is wrong.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path

from screens import samples
from screens.appearance import TextSize, Theme
from screens.gallery import sheet
from screens.gallery.product import MODES, PANELS, Setup, part, setups
from screens.gallery.shoot import Shown, shoot
from screens.texts import LANGUAGES, PARTLY


def main(arguments: list[str] | None = None) -> int:
    """Write the gallery; returns 0, 1 when something is wrong with a page, 2 when a name is unknown."""
    asked = _parsed(arguments)
    known = tuple(samples.views(LANGUAGES[0]))
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        print(f"no sample {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)  # noqa: T201  # a command
        return 2
    chosen = setups(
        asked.panel,
        asked.language,
        [tuple(TextSize)[n - 1] for n in asked.text],
        map(Theme, asked.theme),
        asked.mode,
    )
    out = None if asked.draw_nothing else asked.out
    take = partial(shoot, names=tuple(asked.names) or known, out=out, smaller=asked.smaller)
    shown = list(_told(_shown(take, _batches(part(chosen, *asked.part)), asked.workers)))
    if out:
        sheet.write(shown, out)
    found = sum(len(one.findings) for one in shown)
    what = "screens" if asked.draw_nothing else "pictures"
    print(f"{sum(one.screens for one in shown)} {what}, {found} findings")  # noqa: T201  # a command
    return int(bool(found))


def _told(batches: Iterable[list[Shown]]) -> Iterator[Shown]:
    """Yield what was shown, and print what is wrong with it as soon as it is known: a full product takes most of an hour."""
    pictures = 0
    for batch in batches:
        for one in batch:
            for found in one.findings:
                print(f"{one.setup.path} {one.page}: {found.kind}: {found.what}", flush=True)  # noqa: T201  # a command
        pictures += sum(one.screens for one in batch)
        print(f"{pictures} so far, {batch[-1].setup.path} was the last", file=sys.stderr, flush=True)  # noqa: T201  # a command
        yield from batch


def _batches(chosen: Iterable[Setup]) -> Iterator[tuple[Setup, ...]]:
    """Yield setups that differ in size and colours only: what one process shows in one window."""
    for _, batch in groupby(chosen, key=lambda setup: (setup.panel, setup.language, setup.mode)):
        yield tuple(batch)


def _shown(
    take: "partial[list[Shown]]", batches: Iterable[tuple[Setup, ...]], workers: int
) -> Iterator[list[Shown]]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=1) as pool:
        yield from pool.map(take, batches)


def _part(text: str) -> tuple[int, int]:
    """Return K and N of `K/N`."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"{text!r} is no part such as 2/17")
    return int(number), int(of)


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m screens.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/gallery"), help="folder for the pictures")
    for name, values in (
        ("panel", tuple(PANELS)),
        ("language", (*LANGUAGES, *PARTLY)),
        ("text", tuple(range(1, len(TextSize) + 1))),
        ("theme", tuple(theme.value for theme in Theme)),
        ("mode", tuple(MODES)),
    ):
        kind = type(values[0])
        parser.add_argument(
            f"--{name}", type=kind, choices=values, default=values, nargs="+", help="only these"
        )
    parser.add_argument(
        "--draw-nothing", action="store_true", help="only find what is wrong with the layout and the words"
    )
    parser.add_argument(
        "--part",
        type=_part,
        default=(1, 1),
        metavar="K/N",
        help="only every Nth setup from the Kth on: a sample that is spread over all, or a part for one of N machines",
    )
    parser.add_argument("--smaller", type=int, default=2, help="by how much pictures are reduced (2)")
    parser.add_argument("--workers", type=int, default=2, help="processes at the same time (2)")
    parser.add_argument(
        "--only", dest="names", nargs="*", default=(), metavar="NAME", help="only these samples"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())

"""`kiosk provision commission`: what a technician measures at the place, judged and recorded."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.output import add_json, emit, fail
from kiosk.home import home

if TYPE_CHECKING:
    from provisioning.place import Judged
    from screens.texts import Words

_STDIN = "-"


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument(
        "--measures",
        metavar="FILE",
        help="JSON with what was measured, - for standard input; without: what to measure",
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Record what was measured; return 1 until everything was, and is as required."""
    from provisioning import commissioning, selftest  # noqa: PLC0415  # only this command needs it
    from provisioning.place import judge  # noqa: PLC0415

    bench = selftest.bench(home())
    if bench.terminal is None:
        return fail(args, "NOT_ENROLLED", str(bench.trouble), "configuration")
    terms = commissioning.terms(bench.terminal.settings)
    if not args.measures:
        return _asked(args, judge(None, terms))
    try:
        judged = judge(commissioning.read(_text(args.measures)), terms)
    except commissioning.MeasuresError as error:
        return fail(args, "MEASURES", str(error), "configuration")
    kept = commissioning.keep(bench.terminal, judged)
    wrong = sum(not one.ok for one in judged)
    emit(args, {**_document(judged), "record": str(kept)}, _table(judged, kept, wrong))
    return int(bool(wrong))


def _text(name: str) -> str:
    from provisioning.commissioning import MeasuresError  # noqa: PLC0415  # only this command needs it

    try:
        return sys.stdin.read() if name == _STDIN else Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MeasuresError(
            f"The measures in {name} cannot be read: check the path. 测量记录无法读取：请检查路径。"
        ) from error


def _asked(args: argparse.Namespace, judged: "Sequence[Judged]") -> int:
    """Say what is to be measured: nothing is commissioned by that."""
    blank = {"approach": None, **{one.measure: None for one in judged}}
    emit(
        args, {**_document(judged), "form": blank}, "\n".join((*_lines(judged), json.dumps(blank, indent=2)))
    )
    return 1


def _document(judged: "Sequence[Judged]") -> dict[str, Any]:
    from screens.texts import words  # noqa: PLC0415  # only this command needs it

    said = {f"message_{tag[:2]}": words(tag) for tag in ("zh-Hans", "en")}
    return {
        "passed": all(one.ok for one in judged),
        "measures": [
            {**asdict(one), "ok": one.ok, **{key: w(f"site-{one.measure}") for key, w in said.items()}}
            for one in judged
        ],
    }


def _lines(judged: "Iterable[Judged]") -> Iterator[str]:
    """What is to be measured, a line each, Chinese above English, with the name that it has in the record."""
    from screens.texts import words  # noqa: PLC0415  # only this command needs it

    both = words("zh-Hans"), words("en")
    yield from (w("site-head") for w in both)
    yield "approach\n" + "\n".join(f"  {w('site-approach')}" for w in both)
    for one in judged:
        yield f"{one.measure}  ({one.requirement}; {one.clause})"
        yield from (f"  {w(f'site-{one.measure}')} – {_limits(one, w)}" for w in both)


def _table(judged: "Sequence[Judged]", kept: Path, wrong: int) -> str:
    """What was measured, a mark each, Chinese above English, and how it ended."""
    from screens.texts import words  # noqa: PLC0415  # only this command needs it

    lines = []
    for one in judged:
        mark = "✓" if one.ok else "✗"
        for tag in ("zh-Hans", "en"):
            w = words(tag)
            lines.append(f"{mark} {w(f'site-{one.measure}')}: {_taken(one, w)} ({_limits(one, w)})")
            mark = " "
    for tag in ("zh-Hans", "en"):
        ended = words(tag)("site-failed" if wrong else "site-passed", count=wrong, record=str(kept))
        lines.append(ended)
    return "\n".join(lines)


def _limits(one: "Judged", w: "Words") -> str:
    if one.is_tried:
        return w("site-limits-so")
    kind = "between" if None not in (one.least, one.most) else "most" if one.least is None else "least"
    limits = {name: f"{value:g}" for name, value in (("least", one.least), ("most", one.most)) if value}
    return w(f"site-limits-{kind}", **limits)


def _taken(one: "Judged", w: "Words") -> str:
    if one.value is None:
        return w("site-not-taken")
    if one.is_tried:
        return w("site-yes" if one.value else "site-no")
    return w("site-taken", value=f"{one.value:g}")

"""`kiosk doctor`: what works on this terminal, what does not, and the remedy for each."""

import argparse
from typing import TYPE_CHECKING, Any

from kiosk.cli.output import add_json, emit
from kiosk.home import home
from kiosk.remedies import remedy

if TYPE_CHECKING:
    from provisioning.checks import Result

_SAYS_ALL = frozenset(["no-such-reader", "no-such-port", "not-permitted"])
"""Findings whose own words name the whole remedy."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check everything and print a table, or a document; return 1 on any finding."""
    from provisioning import selftest  # noqa: PLC0415  # only this command needs it

    results = tuple(selftest.run(home()))
    emit(args, document(results), table(results))
    return 0 if all(result.ok for result in results) else 1


def document(results: "tuple[Result, ...]") -> dict[str, Any]:
    """Return the results for machines, with the words in both languages."""
    return {
        "ok": all(result.ok for result in results),
        "checks": [
            {
                "check": result.check,
                "ok": result.ok,
                "found": result.found,
                "values": dict(result.values),
                "message_zh": said(result, "zh-Hans"),
                "message_en": said(result, "en"),
            }
            for result in results
        ],
    }


def table(results: "tuple[Result, ...]") -> str:
    """Return the results for people: a mark, what was checked, and what was found, Chinese above English."""
    from screens.texts import words  # noqa: PLC0415  # only this command needs it

    lines = []
    for result in results:
        mark = "✓" if result.ok else "✗"
        for language in ("zh-Hans", "en"):
            name = words(language)(f"doctor-name-{result.check}")
            lines.append(f"{mark} {name}: {said(result, language)}")
            mark = " "
    wrong = sum(not result.ok for result in results)
    for language in ("zh-Hans", "en"):
        w = words(language)
        lines.append(w("doctor-findings", count=wrong) if wrong else w("doctor-well"))
    return "\n".join(lines)


def said(result: "Result", language: str) -> str:
    """Return what a result says in a language. Drivers speak English: in Chinese the remedy of their error's code stands instead."""
    from screens.texts import CHINESE, words  # noqa: PLC0415  # only this command needs it

    w = words(language)
    values = dict(result.values)
    if language in CHINESE and result.found in _SAYS_ALL:
        values["message"] = ""
    elif language in CHINESE and (known := remedy(str(values.get("code", "")))):
        values["message"] = w(f"staff-remedy-{known}")
    if "device" in values:
        values["device"] = w(f"doctor-device-{values['device']}")
    return w(result.message, **values).rstrip()

"""`python -m kiosk.demo [--out DIR]`: the whole house on one machine.

With a display its window and a person; without one, or with `HEADLESS=1`, the scripted resident.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from kiosk.demo import album, people
from kiosk.demo.contact_sheet import contact_sheet
from kiosk.demo.eyes import Eyes, LostError
from kiosk.demo.hand import Hand
from kiosk.demo.house import PANEL, House, house, say
from kiosk.demo.processes import EndedEarlyError
from kiosk.demo.script import CASES, Script
from kiosk.demo.virtual_screen import virtual_screen

FOLDER = Path("build/demo")


def main(arguments: list[str] | None = None) -> int:
    """Run the demo; return 0 when everything went as it must."""
    parser = argparse.ArgumentParser(
        prog="python -m kiosk.demo", description="The whole house on one machine."
    )
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help="emptied first (build/demo)")
    folder: Path = parser.parse_args(arguments).out
    started = time.monotonic()
    try:
        with house(folder) as built:
            if os.environ.get("DISPLAY") and os.environ.get("HEADLESS", "") in ("", "0"):
                return people.welcome(built)
            summary = _headless(built)
    except (LostError, EndedEarlyError) as error:
        print(f"The demo did not go as it must: {error}", file=sys.stderr)  # noqa: T201  # a command
        return 1
    summary["seconds"] = round(time.monotonic() - started, 1)
    file = album.write_summary(folder, summary)
    contact_sheet(folder, CASES[0].name)
    for result in summary["cases"]:
        say(f"{result['case']}: {result['sentence']} {result['reference']} → {result['case_number']}")
    say(f"{file}, {folder}/screens, {folder}/receipts")
    return 0


def _headless(built: House) -> dict[str, Any]:
    with virtual_screen(int(PANEL["width"]), int(PANEL["height"])) as display:
        say("the touchscreen, on a screen that nobody sees  触摸屏（虚拟屏幕）")
        built.touchscreen("--probe", str(built.probe), environment={"DISPLAY": display})
        with Eyes(built.probe) as eyes, Hand(display, eyes) as hand:
            eyes.wait_for("attract")
            script, results = Script(built, eyes, hand), []
            for case in CASES:
                say(f"a resident {case.about}")
                results.append(script.play(case))
            return {"cases": results, "timings": _timings(eyes, hand)}


def _timings(eyes: Eyes, hand: Hand) -> dict[str, float]:
    """Seconds; memory in MiB."""
    measured = eyes.timings()
    ordered = statistics.quantiles(hand.latencies, n=20)
    return {
        "start_to_first_page": round(measured["first_page"], 3),
        "touch_to_page_median": round(statistics.median(hand.latencies), 3),
        "touch_to_page_p95": round(ordered[-1], 3),
        "touches_measured": len(hand.latencies),
        "resident_memory_mib": round(measured["rss"] / 2**20, 1),
    }


if __name__ == "__main__":
    raise SystemExit(main())

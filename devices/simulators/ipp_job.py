"""What `ippeveprinter` runs for each document: asks the simulator what is wrong, says it in CUPS' words, counts the paper."""

import os
import sys
import time
from pathlib import Path

from devices.simulators.control import ControlError, Message, send

_GLANCE = 0.05


def _say(reasons: set[str], said: set[str]) -> None:
    for change, some in (("+", reasons - said), ("-", said - reasons)):
        if some:
            print(f"STATE: {change}{','.join(sorted(some))}", file=sys.stderr, flush=True)  # noqa: T201  # ippeveprinter reads it


def main(control: str, document: str) -> int:
    """Print one document; return what ippeveprinter takes for success or failure."""
    name = os.environ.get("IPP_JOB_NAME", "")
    told = os.environ.get("IPP_PRINTER_STATE_REASONS", "none").split(",")
    said = {reason for reason in told if reason != "none"}

    def ask(step: str, **more: int) -> Message:
        return send(control, do="job", name=name, step=step, **more)

    answer = ask("begun")
    while True:
        reasons = set(answer["reasons"])
        _say(reasons, said)
        said = reasons
        if answer["aborted"]:
            ask("given up")
            return 1
        if not answer["waits"]:
            break
        time.sleep(_GLANCE)
        answer = ask("waiting")
    ask("ended", size=Path(document).stat().st_size)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except ControlError:
        sys.exit(1)  # the simulator is gone

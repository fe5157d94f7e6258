"""F3: paper jams while the resident is leaving; clearing it does not bring the session back."""

import pytest

from kiosk.commands.printing import PrintReceipt
from kiosk.events.printing import PrintEnded
from tests.faults.conftest import Counter


@pytest.mark.parametrize("kind", ["jam", "cutter_jam", "cover_open"])
def test_the_session_stays_ended_and_nothing_is_printed_by_itself(counter: Counter, kind: str) -> None:
    counter.printer.tell("fault", kind="slow", seconds=0.02)
    counter.printer.tell("fault", kind=kind, after=4)
    counter.hand_in()
    counter.terminal.finish()  # the resident does not wait for the paper
    counter.terminal.wait()
    assert counter.terminal.page == "attract"
    counter.until(lambda: any(isinstance(event, PrintEnded) for event in counter.events))
    assert counter.terminal.page == "attract"
    assert counter.print_job() == "failed"
    counter.until(lambda: not counter.works())
    counter.printer.tell("mend")
    counter.until(counter.works)
    assert counter.terminal.page == "attract"
    assert len(counter.terminal.commanded(PrintReceipt)) == 1
    assert counter.papers() == 0

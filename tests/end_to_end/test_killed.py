"""F10-F13 with the whole process: the touchscreen is killed while residents hand in; nothing shown as kept is lost."""

import random
import threading
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from kiosk.demo.eyes import LostError
from offline_queue.store import Store
from tests.end_to_end.terminal import Terminal, Touchscreen
from tests.kiosk.conftest import until
from tests.offline_queue.platform import Platform

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

ROUNDS = 6
#: Seconds from before the touch that hands in (0.3 s, as a hand is no faster) to after the platform's answer.
EARLIEST, LATEST = 0.3, 1.2


def test_killed_at_any_moment_nothing_promised_is_lost_and_nothing_is_double(
    terminal: Terminal, platform: Platform
) -> None:
    chance = random.Random(5)  # noqa: S311  # a test that can be repeated
    agent = terminal.start("agent")
    promised: set[str] = set()
    for number in range(ROUNDS):
        kiosk = terminal.run()
        kiosk.to_review()
        promised |= hand_in_and_die(kiosk, chance.uniform(EARLIEST, LATEST))
        if number % 2:
            agent.kill()
            agent = terminal.start("agent")
    until(lambda: len(platform.held) == len(terminal.entries()))
    until(lambda: all(entry.case_number for entry in terminal.entries()))
    entries = terminal.entries()
    assert promised <= {entry.reference for entry in entries} | {entry.case_number for entry in entries}
    assert {entry.id for entry in entries} == set(platform.held)
    assert set(platform.made.values()) <= {1}
    assert len({entry.reference for entry in entries}) == len(entries) <= ROUNDS
    with Store(terminal.home / "queue", None, lambda: datetime.now(UTC)) as store:
        assert store.verify() == []
    assert entries, "killed too early each time: nothing was tested"


def hand_in_and_die(kiosk: Touchscreen, after: float) -> set[str]:
    """Hand in, and be killed after so many seconds; return the numbers that were on the screen until then."""
    seen: set[str] = set()
    death = threading.Timer(after, kiosk.process.kill)
    death.start()
    with suppress(LostError):
        kiosk.hand.touch_key("next")
        while True:
            page = kiosk.eyes.look()
            if page.drawn and page.view["type"] == "Outcome":
                seen.add(page.view["reference"])
    death.join()
    return seen


def test_a_receipt_is_not_printed_again_after_a_crash(terminal: Terminal) -> None:
    printer = terminal.plug_in()["printer"]
    printer.tell("fault", kind="slow", seconds=1.0)
    terminal.start("agent")
    kiosk = terminal.run()
    kiosk.to_photograph()
    kiosk.hand.touch("skip", "question.urgency")
    kiosk.from_photograph_to_outcome()
    until(lambda: terminal.entries()[0].print_job in {"sent", "printing"})
    kiosk.process.kill()
    printer.tell("mend")
    kiosk = terminal.run()
    kiosk.to_review()  # time enough for a printer that was asked
    assert kiosk.process.stop() == 0
    assert terminal.entries()[0].print_job == "unknown"
    assert printer.tell("look")["receipts"] <= 1

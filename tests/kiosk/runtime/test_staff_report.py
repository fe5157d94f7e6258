"""What the staff's page shows, gathered from a real queue on a real disk."""

from pathlib import Path

from kiosk.runtime.staff_report import MOST, staff_report
from kiosk.staff import owner
from kiosk.wiring import open_store
from tests.kiosk.test_wiring import laboratory


def test_it_tells_of_the_queue_and_of_what_was_refused(tmp_path: Path) -> None:
    terminal = laboratory(tmp_path, "http://127.0.0.1:9")
    with open_store(terminal) as store:
        for _ in range(MOST + 2):
            store.put("MZ-004", b"x")
        while claim := store.outbox.claim(due_by=store.outbox.clock.elapsed()):
            store.outbox.park(claim, "HTTP 422 Unprocessable", "422")
        kept = store.put("MZ-001", b"x")
    report = staff_report(terminal)
    assert (report.waiting, report.unknown, report.parked_count) == (1, 0, MOST + 2)
    assert report.next_seconds == 0
    assert len(report.parked) == MOST
    first = report.parked[0]
    assert (first.item, first.reason, owner(first.reason)) == (
        "MZ-004",
        "HTTP 422 Unprocessable",
        "technician",
    )
    assert report.free > 0
    assert kept.reference not in {one.reference for one in report.parked}


def test_a_queue_that_cannot_be_read_is_told_of_as_such(tmp_path: Path) -> None:
    terminal = laboratory(tmp_path, "http://127.0.0.1:9")
    open_store(terminal).close()
    database: Path = terminal.home / "queue" / "queue.db"
    database.write_bytes(b"this is no database, and it is long enough to be looked at" * 100)
    report = staff_report(terminal)
    assert report.queue_trouble == "damaged"
    assert report.version

"""F5: asking the printer how it is stalls."""

import logging

import pytest

from tests.faults.conftest import Counter


@pytest.mark.parametrize("kind", ["silent", "deaf"])
def test_the_first_error_is_kept_in_the_log_and_the_driver_begins_anew(
    counter: Counter, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    with caplog.at_level(logging.WARNING, "devices.thread"):
        counter.printer.tell("fault", kind=kind)
        counter.until(lambda: counter.works("PRINTER_SILENT"))
    kept = [record.getMessage() for record in caplog.records if "PRINTER_SILENT" in record.getMessage()]
    assert len(kept) == 1  # told when it changes, not each time it is tried
    assert "switched on and connected" in kept[0]
    assert "SilentError" in kept[0]
    counter.printer.tell("mend")
    counter.until(counter.works)
    counter.hand_in()
    counter.until(lambda: counter.outcome.paper is not None and "已打印" in counter.outcome.paper.text)
    assert counter.papers() == 1

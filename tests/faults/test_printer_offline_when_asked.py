"""F2: the printer is off line when a receipt is asked for."""

import pytest

from tests.faults.conftest import Counter


@pytest.mark.parametrize(
    ("kind", "code", "reason"),
    [
        ("offline", "OFFLINE", "打印机坏了"),
        ("paper_out", "PAPER_OUT", "打印机没有纸"),
        ("cover_open", "COVER_OPEN", "打印机盖没合上"),
        ("jam", "PAPER_JAM", "打印机卡纸"),
    ],
)
def test_it_is_not_tried_the_reason_is_told_and_it_prints_once_it_can(
    counter: Counter, kind: str, code: str, reason: str
) -> None:
    counter.printer.tell("fault", kind=kind)
    counter.until(lambda: counter.works(code))
    counter.hand_in()
    assert counter.outcome.paper is not None
    assert counter.outcome.paper.text.startswith(f"回执没有打印：{reason}")
    assert counter.offered == ""
    assert counter.print_job() == "queued"
    counter.printer.tell("mend")
    counter.until(counter.works)
    counter.terminal.touch("print")
    counter.until(lambda: counter.outcome.paper is not None and "已打印" in counter.outcome.paper.text)
    assert (counter.papers(), counter.print_job()) == (1, "printed")

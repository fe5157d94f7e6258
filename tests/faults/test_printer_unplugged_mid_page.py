"""F1: the printer is unplugged in the middle of a receipt, and plugged in again."""

from tests.faults.conftest import Counter


def test_one_paper_the_job_unknown_and_another_only_as_a_copy(counter: Counter) -> None:
    counter.printer.tell("fault", kind="slow", seconds=0.02)
    counter.printer.tell("fault", kind="unplug", after=3)
    counter.hand_in()
    counter.until(lambda: counter.outcome.paper is not None and "不知道" in counter.outcome.paper.text)
    assert counter.print_job() == "unknown"
    counter.until(lambda: not counter.works())
    assert counter.offered == ""  # nothing to print with
    counter.printer.tell("mend")
    counter.printer.tell("plug")
    counter.until(counter.works)
    before = counter.papers()
    assert before <= 1  # the rest of the first may have come out by itself
    assert counter.offered == "没出纸？补打一份"
    counter.terminal.touch("print")
    counter.until(lambda: counter.outcome.paper is not None and "已打印" in counter.outcome.paper.text)
    assert counter.papers() == before + 1
    assert "—— 补打 COPY ——" in counter.printer.tell("picture")["text"]
    assert counter.print_job() == "printed"

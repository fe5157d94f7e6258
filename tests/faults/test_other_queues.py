"""What docs/adr/0004 says of the queues that others made."""

from pathlib import Path

import pytest

from tests.faults.other_queues import QUEUES, cut

ADR = Path(__file__).parents[2] / "docs" / "adr" / "0004-own-queue-on-sqlite.md"
SAID = {"is there": False, "may be gone": True}


def loses() -> dict[str, bool]:
    """Whether each queue loses something at a power cut, as the decision's table says."""
    rows = [line.split("|")[1:3] for line in ADR.read_text("utf-8").splitlines() if line.startswith("|")]
    said = {name.strip(): SAID.get(what.strip()) for name, what in rows}
    return {name: lost for name, lost in said.items() if lost is not None and name != "ours"}


def test_the_table_names_each() -> None:
    assert sorted(loses()) == sorted(QUEUES)


@pytest.mark.parametrize("name", sorted(QUEUES))
def test_a_power_cut_loses_what_the_table_says(name: str, tmp_path: Path) -> None:
    cuts = cut(name, tmp_path, puts=12, share=0.5)
    assert cuts.states > 20
    assert (cuts.losing > cuts.states / 4) if loses()[name] else (cuts.losing == 0)


def test_huey_deletes_before_the_work_is_done(tmp_path: Path) -> None:
    kind = QUEUES["huey"]
    queue = kind.open(tmp_path)
    kind.put(queue, "work")
    assert queue.dequeue()
    assert list(kind.held(kind.open(tmp_path))) == []

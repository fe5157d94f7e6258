"""F18: the power goes at any moment, and the disk keeps what it likes of what was not synced; no promise is broken."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.power_cut import Life, PowerCuts, Result
from tests.faults.power_cut_disk import Cut, Directory, File, Named, Written, changed, left, luck

SHORT = (Life(5), Life(12))
MEMORY = Path("/dev/shm")  # noqa: S108  # the simulated disk need not be synced to a real one


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as place:
        yield Path(place)


@pytest.mark.timeout(240)
def test_nothing_promised_is_lost_in_a_thousand_states(work: Path) -> None:
    result = PowerCuts(work).result(share=0.42)
    assert (result.bad, result.complaints) == (0, {})
    assert result.states >= 1000
    assert result.promised >= 20


@pytest.mark.timeout(240)
def test_a_first_start_that_was_killed_leaves_no_trap_for_the_second(work: Path) -> None:
    total = Result()
    for killed_at in range(1, 16, 3):
        (place := work / str(killed_at)).mkdir()
        lives = (Life(2, killed_at), Life(3))
        total += PowerCuts(place, lives, seed=killed_at).result(share=0.4)
    assert (total.bad, total.complaints) == (0, {})
    assert total.states >= 100


def test_the_simulator_sees_what_synchronous_normal_loses(work: Path) -> None:
    result = PowerCuts(work, SHORT, weak="normal").result(share=0.2)
    assert result.bad > result.states / 4
    assert result.complaints["lost"] > result.states / 4


def test_the_simulator_sees_attachments_whose_names_were_not_synced(work: Path) -> None:
    result = PowerCuts(work, SHORT, weak="parts").result(share=0.1)
    assert set(result.complaints) == {"verify: CONTENT"}


def disk_after(kind: str, *, synced: bool) -> dict[str, bytes | None]:
    """One file of two sectors, written and renamed; with or without both syncs."""
    file, root = File(), Directory()
    root.change(Named(1, "", ".fresh", file))
    file.since.append(Written(2, 0, b"a" * 512 + b"b" * 512))
    root.change(Named(3, ".fresh", "whole", file))
    if synced:
        file.sync()
        root.sync()
    return left(root, luck(kind, random.Random(5), 3))  # noqa: S311  # a test that can be repeated


WHOLE = {"whole": b"a" * 512 + b"b" * 512}


@pytest.mark.parametrize("kind", ["nothing", "everything", "some", "torn", "in order"])
def test_what_was_synced_is_there_whatever_the_luck(kind: str) -> None:
    assert disk_after(kind, synced=True) == WHOLE


def test_what_was_not_synced_may_be_there_or_not() -> None:
    assert disk_after("nothing", synced=False) == {}
    assert disk_after("everything", synced=False) == WHOLE


def test_sectors_survive_one_by_one_and_names_without_their_content() -> None:
    chance = random.Random(2)  # noqa: S311  # a test that can be repeated
    seen = set()
    for _ in range(100):
        file, root = File(safe=b"old"), Directory()
        root.change(Named(1, "", "name", file))
        file.since += [Written(2, 0, b"a" * 512 + b"b" * 512), Cut(3, 600)]
        seen.add(tuple(left(root, luck("torn", chance, 3)).items()))
    contents = {content for found in seen for _, content in found}
    assert () in seen
    assert {b"old", b"a" * 512, b"old".ljust(512, b"\0") + b"b" * 512, b"old".ljust(600, b"\0")} <= contents


def test_a_hole_reads_as_zeros() -> None:
    assert changed(b"x", [Written(1, 3, b"y")]) == b"x\0\0y"

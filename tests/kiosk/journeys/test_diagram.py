"""The diagrams in `docs/journeys` are those of the code."""

from functools import cache
from pathlib import Path

import pytest

from kiosk.journeys import diagram
from kiosk.journeys.diagram import edges, main, pages

DOCS = Path(__file__).parents[3] / "docs" / "journeys"
DRAWN = cache(pages)
NAMES = ["README.md", *(f"{name}.md" for name in diagram._TITLES)]


@pytest.mark.parametrize("name", NAMES)
def test_the_diagrams_are_current(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    assert text == DRAWN()[name], f"docs/journeys/{name} is stale: run `make diagrams`"


def test_nothing_else_lies_there() -> None:
    assert {path.name for path in DOCS.iterdir()} == set(NAMES)


def test_every_phase_ends_in_attract() -> None:
    for name in ("apply_full", "apply_full_offline", "report", "report_offline"):
        drawn = {(source, target) for source, target, _ in edges(name)}
        home = {"Attract"}
        while grown := {source for source, target in drawn if target in home} - home:
            home |= grown
        assert home == {phase for edge in drawn for phase in edge}


def test_the_online_flow_reaches_every_phase_that_a_network_can_bring() -> None:
    reached = {target for _, target, _ in edges("apply_full")}
    for phase in (
        "CodeStuck",
        "CheckingPicture",
        "NotKept",
        "Delivering",
        "NoCard",
        "Leaving",
        "StillThere",
        "Searching",
    ):
        assert phase in reached


def test_the_command_writes_the_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "drawn")]) == 0
    assert {path.name for path in (tmp_path / "drawn").iterdir()} == set(NAMES)
    assert main([]) == 2
    assert diagram.__doc__
    assert diagram.__doc__.splitlines()[0] in capsys.readouterr().err

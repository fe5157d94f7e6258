"""docs/accessibility.md: all 83 requirements, each with a test that exists, with who looks, or said to be open."""

import re

from screens.gallery.product import setups
from tests.docs.named import ROOT, exists, named_in

PAGE = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
ROWS = {
    row: (kind, shown)
    for row, kind, shown in re.findall(
        r"^\| (X\d\d) \| [^|]+ \| [^|]+ \| (\w+) \| ([^|]+) \|$", PAGE, re.MULTILINE
    )
}
OPEN: set[str] = set()
"""What a program could show and does not yet: a row leaves this list together with the word `open` on the page."""


def test_every_requirement_is_there_once() -> None:
    assert list(ROWS) == [f"X{number:02d}" for number in range(1, 84)]
    assert PAGE.count("\n| X") == 83


def test_what_a_program_can_show_is_shown_by_one_or_open() -> None:
    assert {kind for kind, _ in ROWS.values()} == {"program", "inspection", "hardware"}
    assert {row for row, (_, shown) in ROWS.items() if shown == "open"} == OPEN
    for row, (kind, shown) in ROWS.items():
        assert kind != "program" or shown == "open" or named_in(shown), row
    for row in OPEN:
        assert row in PAGE.partition("## What is open")[2]


def test_every_test_that_is_named_exists() -> None:
    assert not [name for name in named_in(PAGE) if not exists(name)]


def test_the_size_of_the_gallery_is_told() -> None:
    assert f"{len(list(setups()))} setups" in PAGE

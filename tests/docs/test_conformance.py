"""docs/conformance.md: all ninety rows, each with a test that exists, or with whose it is; and the counts of the article."""

import re

from config.catalogue.load import demonstration
from tests.docs.named import ROOT, exists, named_in

PAGE = (ROOT / "docs" / "conformance.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| (A\d\d) \| [^|]+ \| ([^|]+) \|$", PAGE, re.MULTILINE))
OTHERS = {"platform", "out"}
PLATFORM = {"A12", "A13"}
OUT = {"A25", "A33", "A66", "A71", "A76", "A90"}
OPEN: set[str] = set()
"""What is not done yet: a row leaves this list together with the word `open` on the page."""


def test_every_row_of_the_article_is_there_once() -> None:
    assert list(ROWS) == [f"A{number:02d}" for number in range(1, 91)]
    assert PAGE.count("\n| A") == 90


def test_every_row_has_a_test_or_is_somebody_elses() -> None:
    assert {row for row, shown in ROWS.items() if shown == "platform"} == PLATFORM
    assert {row for row, shown in ROWS.items() if shown == "out"} == OUT
    assert {row for row, shown in ROWS.items() if shown == "open"} == OPEN
    for row, shown in ROWS.items():
        assert shown in OTHERS | {"open"} or re.fullmatch(r"`[^`]+`(, `[^`]+`)*", shown), row


def test_every_test_that_is_named_exists() -> None:
    assert not [name for shown in ROWS.values() for name in named_in(shown) if not exists(name)]


def test_the_counts_of_the_article() -> None:
    catalogue = demonstration()
    one_stop = [item for item in catalogue.items if item.one_stop]
    assert len(catalogue.departments) == 9
    assert len(catalogue.systems) == 18
    assert len(one_stop) == 91
    assert sum(item.online for item in one_stop) == 80
    assert sum(item.community for item in one_stop) == 51
    assert len(catalogue.items) == 123

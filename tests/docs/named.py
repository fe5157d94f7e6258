"""Tests that pages of the documentation name."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def named_in(shown: str) -> list[str]:
    """Every test, or file of tests, that a text names between back quotes."""
    return re.findall(r"`(tests/[^`]+)`", shown)


def exists(name: str) -> bool:
    """Whether there is such a test ("tests/…/test_x.py::test_y") or file of tests."""
    file, _, test = name.partition("::")
    text = (ROOT / file).read_text("utf-8") if (ROOT / file).is_file() else ""
    return bool(text) and (not test or f"\ndef {test}(" in text)

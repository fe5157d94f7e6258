"""The samples are whole in both languages: they are what pages are judged by."""

import re
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from screens import samples
from screens.samples.listing import RARE
from screens.widgets.images import NEUTRAL_SHAPE, file_of
from tests.screens.samples import VIEWS

CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = samples.views("en")


def texts(value: Any, path: str = "") -> dict[str, str]:
    """Every text of a view by where it stands."""
    found: dict[str, str] = {}
    parts = [(one.name, getattr(value, one.name)) for one in fields(value)] if is_dataclass(value) else []
    if isinstance(value, tuple):
        parts = [(str(at), one) for at, one in enumerate(value)]
    for name, part in parts:
        found |= {f"{path}.{name}": part} if isinstance(part, str) else texts(part, f"{path}.{name}")
    return found


def test_both_languages_have_the_same_samples() -> None:
    assert list(VIEWS) == list(ENGLISH)
    for name, view in VIEWS.items():
        assert type(view) is type(ENGLISH[name])
        assert view.page == ENGLISH[name].page


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_said_in_chinese_is_said_in_english(name: str) -> None:
    chinese, english = texts(VIEWS[name]), texts(ENGLISH[name])
    assert chinese.keys() == english.keys()
    for path, text in chinese.items():
        assert bool(text) == bool(english[path]) or path.endswith(".hint"), path


@pytest.mark.parametrize("name", VIEWS)
def test_english_has_no_chinese_left(name: str) -> None:
    kept = {".tools.1.label", ".value", ".example"}
    left = {path: text for path, text in texts(ENGLISH[name]).items() if CHINESE.search(text)}
    assert not {path for path, text in left.items() if path not in kept and not _is_name(path, text)}


def _is_name(path: str, text: str) -> bool:
    return path.endswith(".value") and (text == RARE or "·" in text or text == "张小明")


def test_every_icon_of_a_sample_is_drawn() -> None:
    for view in VIEWS.values():
        for path, text in texts(view).items():
            if path.endswith(".icon") and text:
                assert file_of(text).stem != NEUTRAL_SHAPE, text

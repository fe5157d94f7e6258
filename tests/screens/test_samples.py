"""The samples are whole in both languages: they are what pages are judged by."""

import pytest

from screens import samples
from screens.gallery.wording import texts, untranslated
from screens.widgets.images import NEUTRAL_SHAPE, file_of
from tests.screens.samples import VIEWS

ENGLISH = samples.views("en")


def test_both_languages_have_the_same_samples() -> None:
    assert list(VIEWS) == list(ENGLISH)
    for name, view in VIEWS.items():
        assert type(view) is type(ENGLISH[name])
        assert view.page == ENGLISH[name].page


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_said_in_chinese_is_said_in_english(name: str) -> None:
    assert texts(VIEWS[name]).keys() == texts(ENGLISH[name]).keys()
    assert not list(untranslated(ENGLISH[name], VIEWS[name]))


def test_every_icon_of_a_sample_is_drawn() -> None:
    for view in VIEWS.values():
        for path, text in texts(view).items():
            if path.endswith(".icon") and text:
                assert file_of(text).stem != NEUTRAL_SHAPE, text

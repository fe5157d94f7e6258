"""Whatever news there is, what a page is for stays whole: every key, and what to do with the card."""

from dataclasses import replace
from typing import Any

import pytest

from screens import samples
from screens.gallery.product import PANELS
from screens.samples.frame import training
from screens.texts import LANGUAGES, words
from screens.views.frame import Banner, Tone
from tests.screens.conftest import Show
from tests.screens.shown import LYING

WHOLE = (
    "entry_mobile", "entry_code", "entry_id", "entry_money", "entry_date", "entry_month", "entry_chinese", "entry_address",
    "entry_latin", "card_waiting", "card_lift", "sign_empty",
)  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize(
    ("panel", "language"), [*((panel, "en") for panel in PANELS), ("lying", LANGUAGES[0])]
)
def test_training_without_a_network_needs_no_scrolling(
    show: Show, panel: str, language: str, name: str
) -> None:
    shown = show(with_news(name, language), PANELS[panel])
    assert "scroll_down" not in shown.display.targets()


def test_lying_the_first_of_two_banners_stands_above_the_question(show: Show) -> None:
    frame = show(with_news("entry_mobile", "en"), LYING).page
    first, second = frame._aside, frame._news
    assert first.x + first.width < second.x
    assert first.y > frame._question.y + frame._question.height
    assert second.y > frame.content.y + frame.content.height


def test_lying_a_banner_alone_stands_above_the_answer(show: Show) -> None:
    frame = show(replace(with_news("entry_mobile", "en"), banners=(training("en"),)), LYING).page
    assert frame._news.x == frame.content.x
    assert frame._question.y + frame._question.height > frame._news.y


def with_news(name: str, language: str) -> Any:
    down = words(language)("journey-banner-offline-kept")
    news = (training(language), Banner(Tone.WARNING, down))
    return replace(samples.views(language)[name], banners=news)

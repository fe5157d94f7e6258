"""Before the first question: what a lost network means, and consent that is never ticked beforehand."""

import pytest

from kiosk.events.world import NetworkChanged
from screens.views.inputs import Touched
from screens.views.reading import Article
from tests.kiosk.journeys.terminal import Terminal


def _ticks(terminal: Terminal) -> dict[str, bool]:
    page = terminal.view
    assert isinstance(page, Article)
    return {check.id: check.ticked for check in page.checks}


def test_without_a_network_it_is_said_plainly_that_it_is_kept_and_sent() -> None:
    terminal = Terminal().open("MZ-004", online=False).touch("start")
    page = terminal.view
    assert isinstance(page, Article)
    assert page.page == "offline_notice"
    text = "".join(line for paragraph in page.paragraphs for line in paragraph.lines)
    assert "网络恢复后自动提交" in text
    assert "没有收到，也没有受理" in text
    assert page.step is None
    assert terminal.touch("back").page == "guide"
    assert terminal.touch("start", "next").page == "privacy"
    assert terminal.touch("back").page == "offline_notice"


@pytest.mark.parametrize(
    ("code", "boxes"),
    [
        ("CP-010", ["consent.basic"]),
        ("MZ-004", ["consent.basic", "consent.sensitive"]),
        ("JY-001", ["consent.basic", "consent.sensitive", "consent.guardian"]),
    ],
)
def test_boxes_are_empty_at_first_and_all_are_needed(code: str, boxes: list[str]) -> None:
    terminal = Terminal().open(code).touch("start")
    assert _ticks(terminal) == dict.fromkeys(boxes, False)
    for box in boxes:
        page = terminal.view
        assert page.primary
        assert not page.primary.enabled
        assert page.primary.reason == "请先勾选同意，才能继续。"
        assert terminal.post(Touched("next")).page == "privacy"
        terminal.touch(box)
    assert terminal.touch("next").page == "card.waiting"


def test_sensitive_kinds_are_named_in_their_own_box() -> None:
    page = Terminal().open("MZ-004").touch("start").view
    assert isinstance(page, Article)
    assert page.checks[1].label == "我单独同意使用我的敏感信息：金融账户/财产、医疗健康"


def test_a_tick_taken_away_takes_the_consent_away() -> None:
    terminal = Terminal().open("CP-010").touch("start", "consent.basic", "next", "back")
    assert terminal.page == "privacy"
    assert terminal.touch("back", "start").page == "card.waiting"
    assert terminal.touch("back", "consent.basic", "back", "start").page == "privacy"
    assert terminal.touch("consent.basic", "next").page == "card.waiting"


def test_what_is_not_on_the_page_changes_nothing() -> None:
    terminal = Terminal().open("CP-010").touch("start").post(Touched("consent.sensitive"))
    assert _ticks(terminal) == {"consent.basic": False}
    terminal.post(NetworkChanged(False))
    assert terminal.page == "privacy"


def test_the_language_changes_without_losing_a_tick() -> None:
    terminal = Terminal().open("CP-010").touch("start", "consent.basic", "language")
    assert terminal.view.title == "How we use your information"
    assert _ticks(terminal) == {"consent.basic": True}

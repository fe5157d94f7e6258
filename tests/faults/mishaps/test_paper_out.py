"""The paper is out, or jams, at any moment: what was done stays done and the page says so; the number is on the screen."""

import pytest

from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys.phases.money import Paying
from kiosk.journeys.phases.participation import PuttingIn
from kiosk.journeys.phases.sending import Recording
from screens.views.frame import Tone
from screens.views.outcome import OutcomeKind
from screens.views.reading import Article
from tests.faults.mishaps.truth import assert_truthful, owed, usually
from tests.faults.mishaps.visits import JOURNEYS, at, moments, turns
from tests.faults.mishaps.worlds import without_paper
from tests.kiosk.journeys.terminal import Terminal

OUT = (
    DeviceChanged(DeviceClass.PRINTER, working=False, code="PAPER_OUT"),
    DeviceChanged(DeviceClass.DOCUMENT_PRINTER, working=False, code="PAPER_OUT"),
)


@pytest.mark.parametrize("name", JOURNEYS)
def test_whoever_walks_away_then_hears_the_truth(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed(without_paper, OUT).give_up())


@pytest.mark.parametrize("name", JOURNEYS)
def test_what_can_be_done_is_done_all_the_same(name: str) -> None:
    """Only a printed document cannot be had; everything else ends as it would have ended, with its number on the screen."""
    for moment in turns(name)[1:2]:
        visit = moment.resumed(without_paper, OUT).carry_on(JOURNEYS[name].whom)
        assert_truthful(visit)
        assert name == "print" or owed(visit) is usually(name), moment.page


@pytest.mark.parametrize(
    ("name", "phase"),
    [
        ("apply", Recording),
        ("report", Recording),
        ("appointment", Recording),
        ("pay, signed in", Paying),
        ("vote", PuttingIn),
    ],
)
@pytest.mark.parametrize("happened", [OUT, ()])
def test_it_is_done_its_number_on_the_screen_and_no_paper_claimed(
    name: str, phase: type, happened: tuple[DeviceChanged, ...]
) -> None:
    page = at(name, phase).resumed(without_paper, happened).outcomes[-1]
    assert page.kind is OutcomeKind.DONE
    assert page.reference
    assert page.paper
    assert page.paper.tone is Tone.BAD


def test_the_guide_says_it_before_the_first_question() -> None:
    page = Terminal().post(*OUT).open("MZ-001").view
    assert isinstance(page, Article)
    whole = "".join(line for paragraph in page.paragraphs for line in paragraph.lines)
    assert "打印机现在不能用" in whole
    only_paper = Terminal().post(*OUT).open("RS-009").view
    assert only_paper.primary is None or not only_paper.primary.enabled

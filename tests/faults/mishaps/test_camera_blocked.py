"""The camera is blocked or fails: the guide says so before the first question, and in the middle there is another way on."""

import pytest

from kiosk.commands.sending import Record
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys.materials import needs_camera
from kiosk.journeys.phases.form import Capturing
from screens.views.pictures import Capture
from screens.views.reading import Article
from tests.faults.mishaps.truth import Sentence, assert_truthful, owed
from tests.faults.mishaps.visits import JOURNEYS, each, moments
from tests.faults.mishaps.worlds import without_camera
from tests.kiosk.journeys.terminal import CATALOGUE, Terminal

BLOCKED = (DeviceChanged(DeviceClass.CAMERA, working=False, code="CAMERA_SILENT"),)


@pytest.mark.parametrize("name", JOURNEYS)
def test_whoever_walks_away_then_hears_the_truth(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed(without_camera, BLOCKED).give_up())


def test_at_the_camera_there_is_another_way_on() -> None:
    """Leave it out, bring it later, declare it: what the paper allows, else back; whether the camera is gone or takes no picture."""
    for name, moment in each(lambda one: isinstance(one.state.phase, Capturing)):
        for happened in (BLOCKED, ()):
            visit = moment.resumed(without_camera, happened)
            page = visit.view if happened else visit.touch("take").view
            assert isinstance(page, Capture)
            assert page.error, name
            visit.touch(page.options[0].id if page.options else "back")
            assert not visit.page.startswith("capture")
            assert_truthful(visit.give_up())


@pytest.mark.parametrize("code", [item.code for item in CATALOGUE.items if needs_camera(CATALOGUE, item)][:5])
def test_before_the_first_question_the_guide_says_so(code: str) -> None:
    page = Terminal().post(*BLOCKED).open(code).view
    assert isinstance(page, Article)
    assert page.primary is None or not page.primary.enabled


@pytest.mark.parametrize("name", ["report", "apply at once", "rating", "pay, signed in", "vote"])
def test_what_needs_no_picture_is_done(name: str) -> None:
    visit = moments(name)[2].resumed(without_camera, BLOCKED).carry_on(JOURNEYS[name].whom)
    assert owed(visit) is Sentence.DONE
    assert len(visit.commanded(Record)) <= 1

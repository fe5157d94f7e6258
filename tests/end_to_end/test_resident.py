"""Whole journeys: real touches, simulated devices on their real protocols, the agent, a platform."""

from pathlib import Path

import pytest

from devices.simulators.passport import ERIKSSON
from devices.simulators.process import Simulated
from kiosk.demo.eyes import Page
from offline_queue.records import State
from tests.end_to_end.terminal import Terminal
from tests.kiosk.conftest import until
from tests.offline_queue.platform import Platform

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


def test_a_resident_rates_a_service_and_the_platform_holds_it_once(
    terminal: Terminal, platform: Platform
) -> None:
    agent = terminal.start("agent")
    kiosk = terminal.run()
    kiosk.to_review()
    kiosk.hand.touch("next", "submitting", "outcome")
    outcome = kiosk.eyes.wait_for("outcome.done").view
    (transaction,) = platform.held
    assert platform.made[transaction] == 1
    (entry,) = terminal.entries()
    assert (entry.id, entry.state) == (transaction, State.ACKNOWLEDGED)
    assert outcome["reference"] == entry.case_number
    kiosk.hand.touch("done", "goodbye")
    kiosk.hand.touch("done", "attract")
    assert (kiosk.process.stop(), agent.stop()) == (0, 0)


def _tone(page: Page) -> str:
    paper = page.view["paper"]
    return str(paper["tone"]) if paper else ""


def test_without_the_platform_it_is_saved_and_sent_when_the_agent_can(
    terminal: Terminal, platform: Platform
) -> None:
    terminal.configure(timers={"delivery_wait": 1})
    kiosk = terminal.run()
    kiosk.to_review()
    kiosk.hand.touch("next", "submitting", "outcome")
    outcome = kiosk.eyes.wait_for("outcome.saved").view
    (entry,) = terminal.entries()
    assert outcome["reference"] == entry.reference
    assert not platform.held
    terminal.start("agent")
    assert platform.wait_for(1)
    assert list(platform.held) == [entry.id]


def test_a_report_goes_with_its_photograph_and_its_receipt_is_proved(
    terminal: Terminal, platform: Platform
) -> None:
    devices = terminal.plug_in()
    camera, printer = devices["camera"], devices["printer"]
    terminal.start("agent")
    kiosk = terminal.run()
    hand, eyes = kiosk.hand, kiosk.eyes
    kiosk.to_photograph()
    until(lambda: camera.tell("look")["watching"] == 1)
    hand.touch("take", "check_picture")
    hand.touch("keep", "question.urgency")
    until(lambda: camera.tell("look")["watching"] == 0)
    kiosk.from_photograph_to_outcome()
    assert platform.wait_for(1)
    (body,) = platform.bodies.values()
    assert len(body["attachments"]) == 1
    eyes.wait_for("outcome.done")
    eyes.wait_until(lambda page: _tone(page) == "good", "the paper to be proved")
    assert terminal.entries()[0].print_job == "printed"
    assert printer.tell("look")["receipts"] == 1


def test_a_card_signs_in_and_its_name_is_masked(terminal: Terminal) -> None:
    reader = terminal.plug_in()["reader"]
    kiosk = terminal.run()
    hand, eyes = kiosk.hand, kiosk.eyes
    kiosk.walk(
        ("start", "home"),
        ("department.MZ", "shelf"),
        ("item.MZ-004", "guide"),
        ("start", "privacy"),
    )
    hand.touch("consent.basic")
    hand.touch("consent.sensitive")
    hand.touch("next", "card.waiting")
    reader.tell("lay", card="resident")
    eyes.wait_for("card.lift")
    reader.tell("lift")
    page = eyes.wait_for("card.confirm")
    rows = {row["label"]: row["value"] for group in page.view["groups"] for row in group["rows"]}
    assert rows["姓名"].endswith("*")
    assert "********" in rows["证件号码"]
    kiosk.leave()
    assert kiosk.process.stop() == 0
    assert "110105" not in kiosk.process.log


def test_a_passport_is_opened_by_what_the_camera_reads_on_it(
    terminal: Terminal, pcsc_service: Simulated, tmp_path: Path
) -> None:
    camera, passport = terminal.plug_in_a_reader_of_passports(str(pcsc_service.where["reader"]), tmp_path)
    kiosk = terminal.run()
    hand, eyes = kiosk.hand, kiosk.eyes
    kiosk.walk(("start", "home"), ("department.MZ", "shelf"), ("item.MZ-004", "guide"), ("start", "privacy"))
    hand.touch("consent.basic")
    hand.touch("consent.sensitive")
    hand.touch("next", "card.waiting")
    passport.tell("lay", card="passport")
    eyes.wait_for("card.key.number")
    hand.touch("camera", "card.key.camera")
    until(lambda: camera.tell("look")["watching"] == 1)
    camera.tell("scene", name=f"zone:{ERIKSSON[:44]}|{ERIKSSON[44:]}")
    eyes.wait_for("card.lift")
    until(lambda: camera.tell("look")["watching"] == 0)
    passport.tell("lift")
    rows = {
        row["label"]: row["value"]
        for group in eyes.wait_for("card.confirm").view["groups"]
        for row in group["rows"]
    }
    assert rows["证件号码"].endswith("C3")
    kiosk.leave()
    assert kiosk.process.stop() == 0
    assert "L898902" not in kiosk.process.log

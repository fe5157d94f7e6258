"""The real touchscreen with a voice, a keypad and a socket for headphones: heard as soon as it is shown, silent when pulled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.simulators.process import Simulated, simulated
from tests.end_to_end.sound import Card
from tests.end_to_end.terminal import Terminal

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
AT_ONCE = 1.0
"""Seconds within which the first page is heard where much else runs at the same time; left alone both come together."""


@pytest.fixture
def cards(tmp_path: Path) -> Iterator[tuple[Card, Card]]:
    both = Card(tmp_path / "loudspeaker"), Card(tmp_path / "headphones")
    yield both
    for card in both:
        card.close()


@pytest.fixture
def keypad(tmp_path: Path) -> Iterator[Simulated]:
    with simulated("keypad", "--link", str(tmp_path / "event0"), "--control", str(tmp_path / "k")) as keypad:
        yield keypad


def test_headphones_begin_it_keys_walk_through_it_and_pulled_it_is_silent(
    terminal: Terminal, cards: tuple[Card, Card], keypad: Simulated
) -> None:
    loudspeaker, headphones = cards
    terminal.configure(
        training=True,
        devices={
            "voice": {"loudspeaker": loudspeaker.name, "headphones": headphones.name},
            "keypad": {"path": keypad.port},
        },
    )
    kiosk = terminal.run()
    eyes = kiosk.eyes
    eyes.wait_until(lambda page: "voice" in {tool["id"] for tool in page.view["tools"]})
    keypad.tell("headphones", plugged=True)
    home = eyes.wait_for("home")
    assert home.view["hearing"]["blank"] is False
    eyes.wait_until(lambda _: headphones.began > 0.0)
    print(f"heard {headphones.began - home.page_at:.3f} s after it was shown")  # noqa: T201  # a measurement
    assert headphones.began - home.page_at < AT_ONCE
    keypad.tell("press", key="down")
    keypad.tell("press", key="confirm")
    eyes.wait_until(lambda page: page.page != "home")
    keypad.tell("headphones", plugged=False)
    eyes.wait_until(lambda page: page.view["hearing"] is None)
    assert not loudspeaker.began
    assert kiosk.process.stop() == 0

"""How soon a page is heard: from the page that is shown to the first sample at the sound card that is no silence.

Through what the touchscreen itself uses (narrator, the desk with its thread, espeak-ng, the ALSA player); the sound card is
a pipe, so that the buffer of a real one comes on top. What shows the page does not wait for it: both begin at the same moment.
"""

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from devices.voice.espeak import EspeakVoice
from kiosk.runtime.voice_desk import VoiceDesk
from screens import samples
from screens.hearing import Hearing
from screens.views import AnyView
from screens.voice.narrator import Narrator
from tests.end_to_end.sound import Card

LIMIT = 0.3
"""Seconds from the page to its first sound."""

PAGES = ("home", "choice_one", "entry_mobile", "listing_review", "outcome_done", "still_there")
LANGUAGES = ("zh-Hans", "en")
WAIT, REST = 5.0, 0.4


def measure() -> dict[str, float]:
    """Return the milliseconds until pages are heard in Mandarin and English, and the latest as a ratio to its limit."""
    numbers: dict[str, float] = {}
    latest = 0.0
    for language in LANGUAGES:
        times = _heard_after(language)
        latest = max(latest, *times)
        numbers[f"voice.{language}_heard_ms"] = 1000 * statistics.median(times)
    return {**numbers, "voice.latest_heard_to_limit": latest / LIMIT}


def _heard_after(language: str) -> list[float]:
    with tempfile.TemporaryDirectory() as name:
        card = Card(Path(name) / "card")
        desk = VoiceDesk(EspeakVoice(headphones=card.name), lambda _event: None)
        desk.thread.start()
        desk.plug(True)
        narrator = Narrator(desk)
        views = samples.views(language)
        times = [_one(narrator, desk, card, views[page]) for page in PAGES]
        desk.stop(WAIT)
        card.close()
    return times


def _one(narrator: Narrator, desk: VoiceDesk, card: Card, view: AnyView) -> float:
    began = time.monotonic()
    narrator.show(replace(view, hearing=Hearing()))
    while (heard := card.after(began)) is None:
        if time.monotonic() > began + WAIT:
            raise RuntimeError(f"{view.page} is not heard")
        time.sleep(0.002)
    desk.silence()
    time.sleep(REST)  # what the player still had is over
    return heard - began


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32} {value:10.2f}")  # noqa: T201  # what it is run for

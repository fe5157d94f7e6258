"""Sentences to the real engine and a sound card that is a pipe: where they are heard, and that they break off."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.voice import Tone
from devices.voice.espeak import EspeakVoice
from kiosk.events.world import DeviceChanged, DeviceClass, HeadphonesChanged
from kiosk.runtime.voice_desk import VoiceDesk
from screens.hearing import Hearing, Tongue
from screens.voice.cues import Cue
from screens.voice.sentences import Sentence
from tests.kiosk.conftest import Heard

LONG = Sentence("请把身份证平放在读卡器上。" * 20, Tongue.MANDARIN)
SHORT = Sentence("好", Tongue.MANDARIN)


class Card:
    """A sound card with nobody listening: a pipe that takes some samples and then no more."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.name = f"file:{path},raw"
        self._end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def heard(self) -> int:
        """How many bytes of samples came since the last call."""
        count = 0
        while True:
            try:
                piece = os.read(self._end, 65536)
            except BlockingIOError:
                return count
            if not piece:
                return count
            count += len(piece)

    def close(self) -> None:
        os.close(self._end)


@pytest.fixture
def cards(tmp_path: Path) -> Iterator[tuple[Card, Card]]:
    pair = Card(tmp_path / "loudspeaker"), Card(tmp_path / "headphones")
    yield pair
    for card in pair:
        card.close()


@pytest.fixture
def desk(cards: tuple[Card, Card], heard: Heard) -> Iterator[VoiceDesk]:
    desk = VoiceDesk(EspeakVoice(cards[0].name, cards[1].name), heard.post)
    desk.thread.start()
    assert heard.wait_for(DeviceChanged) == DeviceChanged(DeviceClass.VOICE, working=True, code="OK")
    for card in cards:
        card.heard()  # what a card is tried with
    yield desk
    desk.stop(20)


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "it did not become so"
        time.sleep(0.005)  # another process is waited for


def test_out_loud_until_headphones_are_in_and_never_outside_of_them(
    desk: VoiceDesk, cards: tuple[Card, Card], heard: Heard
) -> None:
    loudspeaker, headphones = cards
    desk.say((LONG,), Hearing())
    until(loudspeaker.heard)
    desk.plug(True)
    assert heard.wait_for(HeadphonesChanged).plugged
    until(lambda: desk.left == 0)
    loudspeaker.heard()
    assert desk.private
    desk.say((LONG, LONG), Hearing())
    until(headphones.heard)
    desk.plug(False)
    until(lambda: desk.left == 0 and not desk.private)
    assert loudspeaker.heard() == 0


def test_what_is_said_anew_takes_the_place_of_what_was_said(
    desk: VoiceDesk, cards: tuple[Card, Card]
) -> None:
    desk.say((LONG, LONG, LONG), Hearing())
    until(cards[0].heard)
    desk.say((SHORT,), Hearing())
    assert desk.left <= 2
    until(lambda: cards[0].heard() is not None and desk.left == 0)
    desk.silence()
    until(lambda: desk.left == 0)


def test_a_tone_calls_back_but_interrupts_nobody(desk: VoiceDesk, cards: tuple[Card, Card]) -> None:
    desk.chime(Cue.CALL)
    until(cards[0].heard)
    until(lambda: cards[0].heard() is not None and desk.left == 0)
    desk.say((LONG,), Hearing())
    desk.chime(Cue.DONE)
    assert desk.left == 1


def test_a_sound_card_that_is_not_there_is_told_of(heard: Heard) -> None:
    desk = VoiceDesk(EspeakVoice("no_such_card"), heard.post)
    desk.thread.start()
    assert heard.wait_for(DeviceChanged).code == "VOICE_SILENT"
    desk.stop(20)


def test_what_cannot_be_said_is_not_tried_again_and_again(heard: Heard, tmp_path: Path) -> None:
    sound = tmp_path / "folder" / "said.raw"
    sound.parent.mkdir()
    desk = VoiceDesk(EspeakVoice(f"file:{sound},raw"), heard.post)
    desk.thread.start()
    assert heard.wait_for(DeviceChanged).working
    shutil.rmtree(sound.parent)
    desk.say((SHORT, SHORT, SHORT), Hearing())
    until(lambda: desk.left == 0)
    desk.stop(20)


def test_without_headphones_output_a_plug_only_silences(cards: tuple[Card, Card], heard: Heard) -> None:
    desk = VoiceDesk(EspeakVoice(cards[0].name), heard.post)
    desk.thread.start()
    assert heard.wait_for(DeviceChanged).working
    cards[0].heard()
    desk.plug(True)
    assert not desk.private
    desk.say((SHORT,), Hearing())
    until(lambda: desk.left == 0)
    assert cards[0].heard() == 0
    desk.stop(20)


def test_every_sound_of_a_page_is_one_of_a_voice() -> None:
    assert {cue.value for cue in Cue} == {tone.value for tone in Tone}

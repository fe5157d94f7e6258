"""The voice is real: its samples are there, loud enough, as long as the sentence takes, and at once. ALSA writes them to a file."""

import os
import shutil
import threading
import time
from array import array
from pathlib import Path

import pytest

from devices.errors import ConfigurationError, StaffError
from devices.voice import Output, Utterance
from devices.voice.espeak import EspeakVoice

RATE = 22050
SENTENCES = {
    "mandarin": "请把身份证平放在读卡器上。",
    "cantonese": "請把身份證平放在讀卡器上。",
    "english": "Please lay your identity card on the reader.",
}


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return tmp_path / "said.raw"


def said(sound: Path, utterance: Utterance) -> "array[int]":
    """Say it; return the samples that ALSA wrote."""
    with EspeakVoice(loudspeaker=f"file:{sound},raw") as voice:
        assert voice.begin(utterance).wait(20)
    samples = array("h", sound.read_bytes())
    sound.unlink()
    return samples


def loudness(samples: "array[int]") -> float:
    return float(sum(abs(sample) for sample in samples) / len(samples))


@pytest.mark.parametrize("tongue", SENTENCES)
def test_every_language_is_heard_and_takes_as_long_as_people_do(tongue: str, sound: Path) -> None:
    samples = said(sound, Utterance(SENTENCES[tongue], tongue))
    assert 1.2 < len(samples) / RATE < 8.0
    assert loudness(samples) > 300
    assert max(samples) < 32767


def test_it_is_louder_and_slower_when_asked_to_be(sound: Path) -> None:
    usual = said(sound, Utterance(SENTENCES["mandarin"], "mandarin"))
    louder = said(sound, Utterance(SENTENCES["mandarin"], "mandarin", volume=90))
    slower = said(sound, Utterance(SENTENCES["mandarin"], "mandarin", pace=110))
    assert loudness(louder) > 1.2 * loudness(usual)
    assert len(slower) > 1.2 * len(usual)


def test_numbers_take_longer_digit_by_digit(sound: Path) -> None:
    one_by_one = said(sound, Utterance("一 一 零 一 零 五", "mandarin"))
    counted = said(sound, Utterance("十一万", "mandarin"))
    assert len(one_by_one) > 1.5 * len(counted)


def test_the_first_sample_is_there_within_300_milliseconds(tmp_path: Path) -> None:
    pipe = tmp_path / "card"
    os.mkfifo(pipe)
    card = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(card, True)
    with EspeakVoice(headphones=f"file:{pipe},raw") as voice:
        for tongue, sentence in SENTENCES.items():
            fastest = min(
                _first_sample(voice, card, Utterance(sentence, tongue, output=Output.HEADPHONES))
                for _ in range(3)
            )
            assert fastest < 0.3
    os.close(card)


def test_it_breaks_off_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "card"
    os.mkfifo(pipe)
    card = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # nobody reads: a sound card that is still playing
    with EspeakVoice(loudspeaker=f"file:{pipe},raw") as voice:
        speaking = voice.begin(Utterance(SENTENCES["english"] * 20, "english"))
        assert not speaking.wait(0.2)
        threading.Thread(target=speaking.stop).start()
        began = time.monotonic()
        assert speaking.wait(5)
        assert time.monotonic() - began < 2
    os.close(card)


def test_a_sound_card_that_is_not_there_is_said() -> None:
    with pytest.raises(StaffError, match="sound card") as raised:
        EspeakVoice(loudspeaker="no_such_card").open()
    assert raised.value.code == "VOICE_SILENT"


def test_a_sound_card_that_goes_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "card"
    folder.mkdir()
    with EspeakVoice(loudspeaker=f"file:{folder / 'said.raw'},raw") as voice:
        shutil.rmtree(folder)
        with pytest.raises(StaffError, match="sound card"):
            voice.begin(Utterance("好", "mandarin")).wait(20)


def test_the_tone_is_a_tone(sound: Path) -> None:
    with EspeakVoice(loudspeaker=f"file:{sound},raw") as voice:
        assert voice.chime(60, Output.LOUDSPEAKER).wait(20)
    samples = array("h", sound.read_bytes())
    assert 0.4 < len(samples) / RATE < 0.7
    assert loudness(samples) > 3000


def test_what_the_settings_do_not_name_is_refused() -> None:
    with EspeakVoice(loudspeaker="null") as voice:
        assert voice.outputs == {Output.LOUDSPEAKER}
        with pytest.raises(ConfigurationError, match=r"devices\.voice\.headphones"):
            voice.begin(Utterance("好", "mandarin", output=Output.HEADPHONES))
        with pytest.raises(ConfigurationError, match="klingon"):
            voice.begin(Utterance("nuqneH", "klingon"))


def test_without_the_engine_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(ConfigurationError, match="apt-get install espeak-ng"):
        EspeakVoice(loudspeaker="null").open()


def test_an_utterance_does_not_show_its_words() -> None:
    assert "张三" not in repr(Utterance("张三", "mandarin"))


def _first_sample(voice: EspeakVoice, card: int, utterance: Utterance) -> float:
    began = time.monotonic()
    speaking = voice.begin(utterance)
    heard, at = b"", 0.0
    while not any(heard):
        heard, at = os.read(card, 4096), time.monotonic()
    while not speaking.wait(0):
        os.read(card, 65536)
    return at - began

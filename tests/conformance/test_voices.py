"""What every voice owes: each language to each output and to no other, at every volume; a tone; or an error with its remedy."""

from pathlib import Path

import pytest

from config.settings import VoiceSettings
from devices import catalog
from devices.errors import ConfigurationError
from devices.voice import Output, Utterance, Voice

PATIENT = 30.0
TONGUES = {"mandarin": "回执已打印", "cantonese": "回執已打印", "english": "Take your receipt"}


@pytest.fixture
def voice(tmp_path: Path) -> Voice:
    names = {output.value: f"file:{tmp_path / output.value},raw" for output in Output}
    return catalog.voice(VoiceSettings(**names))


def heard(folder: Path, output: Output) -> bool:
    """Whether more than silence came there."""
    return any((folder / output.value).read_bytes())


@pytest.mark.commands("open", "begin")
@pytest.mark.parametrize("output", Output)
@pytest.mark.parametrize("pace", [110, 175])
@pytest.mark.parametrize("tongue", TONGUES)
def test_a_sentence_is_heard_where_it_is_meant_and_nowhere_else(
    tongue: str, pace: int, output: Output, voice: Voice, tmp_path: Path
) -> None:
    with voice:
        assert voice.begin(Utterance(TONGUES[tongue], tongue, pace, output=output)).wait(PATIENT)
    assert [heard(tmp_path, each) for each in Output] == [each is output for each in Output]


@pytest.mark.commands("open", "chime")
@pytest.mark.parametrize("output", Output)
@pytest.mark.parametrize("volume", [15, 35, 60, 80, 100])
def test_a_tone_is_heard_where_it_is_meant(volume: int, output: Output, voice: Voice, tmp_path: Path) -> None:
    with voice:
        assert voice.chime(volume, output).wait(PATIENT)
    assert [heard(tmp_path, each) for each in Output] == [each is output for each in Output]


@pytest.mark.commands("open", "begin")
def test_a_sentence_is_broken_off_by_stopping_it(voice: Voice) -> None:
    with voice:
        speaking = voice.begin(Utterance(TONGUES["english"] * 20, "english"))
        speaking.stop()
        assert speaking.wait(PATIENT)
        speaking.stop()


@pytest.mark.commands("open", "begin")
def test_an_output_that_the_settings_do_not_name_is_refused() -> None:
    with catalog.voice(VoiceSettings(loudspeaker="null")) as voice, pytest.raises(ConfigurationError):
        voice.begin(Utterance("好", "mandarin", output=Output.HEADPHONES))

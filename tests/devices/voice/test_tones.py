"""Notes are told apart by their melody, are short, and begin and end without a click."""

import io
import wave
from array import array
from itertools import combinations, pairwise

import pytest

from devices.voice import Tone
from devices.voice.tones import RATE, chime

PIECE = RATE // 50


def samples(tone: Tone, volume: int = 60) -> "array[int]":
    with wave.open(io.BytesIO(chime(volume, tone))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        return array("h", file.readframes(file.getnframes()))


def melody(tone: Tone) -> list[int]:
    """The pitch of each fiftieth of a second, in hertz to the next fifty, 0 where it is silent; what stays is told once."""
    heard = samples(tone)
    told: list[int] = []
    for at in range(0, len(heard) - PIECE, PIECE):
        piece = heard[at : at + PIECE]
        rising = sum(one < 0 <= other for one, other in pairwise(piece))
        pitch = 50 * round(rising * 50 / 50) if max(piece) > 500 else 0
        if not told or abs(told[-1] - pitch) > 50:
            told.append(pitch)
    return told


@pytest.mark.parametrize("tone", Tone)
def test_it_is_short_and_does_not_startle(tone: Tone) -> None:
    heard = samples(tone)
    assert 0.4 < len(heard) / RATE < 0.8
    assert abs(heard[0]) < 100
    assert abs(heard[-1]) < 2000
    assert max(map(abs, heard)) < 32767
    assert max(samples(tone, 100)) > max(heard)


def test_each_has_a_melody_of_its_own() -> None:
    assert not [pair for pair in combinations(Tone, 2) if melody(pair[0]) == melody(pair[1])]
    rising, falling = melody(Tone.DONE), melody(Tone.CALL)
    assert rising[0] < rising[-1]
    assert falling[0] > falling[-1]
    assert melody(Tone.CARE).count(0) == 1
    assert melody(Tone.TAKE).count(0) == 2

"""Two tones that call somebody back, and silence, as WAV files in memory."""

import io
import math
import wave
from array import array
from functools import cache

RATE = 22050
_TONES = ((880.0, 0.18), (660.0, 0.32))  # hertz, seconds
_FADE = 0.02


@cache
def chime(volume: int) -> bytes:
    """Return the tones as 16-bit mono; `volume` 0 to 100. They fade in and out: a click would startle."""
    peak = 32767 * volume / 100 * 0.8
    samples = array("h")
    for hertz, seconds in _TONES:
        count = round(RATE * seconds)
        for at in range(count):
            edge = min(at, count - 1 - at) / RATE / _FADE
            samples.append(round(peak * min(1.0, edge) * math.sin(2 * math.pi * hertz * at / RATE)))
    return _wav(samples)


@cache
def silence() -> bytes:
    """Return a hundredth of a second in which nothing is heard: what a sound card is tried with."""
    return _wav(array("h", bytes(2 * (RATE // 100))))


def _wav(samples: "array[int]") -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return out.getvalue()

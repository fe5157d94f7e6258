"""Notes that mean something, and silence, as WAV files in memory. All are below 1 kHz, where old ears still hear well."""

import io
import math
import wave
from array import array
from functools import cache

from devices.voice import Tone

RATE = 22050
_NOTES = {  # hertz, seconds
    Tone.CALL: ((880.0, 0.18), (660.0, 0.32)),
    Tone.DONE: ((523.0, 0.14), (659.0, 0.14), (784.0, 0.30)),
    Tone.CARE: ((392.0, 0.20), (0.0, 0.08), (392.0, 0.34)),
    Tone.TAKE: ((880.0, 0.10), (0.0, 0.06), (880.0, 0.10), (0.0, 0.06), (880.0, 0.18)),
}
_FADE = 0.02


@cache
def chime(volume: int, tone: Tone) -> bytes:
    """Return the notes as 16-bit mono; `volume` 0 to 100. Each fades in and out: a click would startle."""
    peak = 32767 * volume / 100 * 0.8
    samples = array("h")
    for hertz, seconds in _NOTES[tone]:
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

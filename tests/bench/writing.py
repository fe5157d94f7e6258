"""Writing Chinese: how many presses phrases take by Pinyin, and how often a character written by hand is found."""

import time
from collections.abc import Callable
from statistics import median

from screens.keyboards.apart import RimeApart
from tests.screens.keyboards.hands import ideal, keys_for, written
from tests.screens.keyboards.phrases import CHARACTERS, PHRASES

TEN = 10


def measure() -> dict[str, float]:
    """Over 200 phrases and 200 characters, through the process that the terminal uses."""
    composer = RimeApart()
    numbers = {**_spelled(composer), **_by_hand(composer)}
    composer.close()
    return numbers


def _spelled(composer: RimeApart) -> dict[str, float]:
    pressed = [(keys_for(composer, phrase), ideal(phrase)) for phrase in PHRASES]
    done = [(keys, least) for keys, least in pressed if keys is not None]
    numbers = {
        "writing.phrases_not_written": float(len(pressed) - len(done)),
        "writing.keys_to_ideal": sum(keys for keys, _ in done) / sum(least for _, least in done),
        "writing.worst_phrase_to_ideal": max(keys / least for keys, least in done),
        "writing.key_ms": _slowest(composer.feed, "guangzhoushiyuexiuqu"),
    }
    composer.forget()
    return numbers


def _by_hand(composer: RimeApart) -> dict[str, float]:
    places, times = [], []
    for number, character in enumerate(CHARACTERS):
        strokes = written(character, number)
        begin = time.perf_counter()
        read = composer.read(strokes)
        times.append((time.perf_counter() - begin) * 1000)
        places.append(read.index(character) if character in read[:TEN] else TEN)
    return {
        "writing.first_percent": 100 * places.count(0) / len(places),
        "writing.within_ten_percent": 100 * sum(place < TEN for place in places) / len(places),
        "writing.read_ms": median(times),
        "writing.slowest_read_ms": max(times),
    }


def _slowest(feed: Callable[[str], object], letters: str) -> float:
    times = []
    for letter in letters:
        begin = time.perf_counter()
        feed(letter)
        times.append((time.perf_counter() - begin) * 1000)
    return max(times)

"""Characters that unsteady hands wrote are found, and phrases are spelled in few presses: a selection of `tests.bench writing`."""

from collections.abc import Iterator

import pytest

from screens.keyboards import handwriting
from screens.keyboards.apart import RimeApart
from screens.keyboards.handwriting import Reader
from tests.screens.keyboards.hands import ideal, keys_for, written
from tests.screens.keyboards.phrases import CHARACTERS, PHRASES

EVERY = 8
needs_engine = pytest.mark.skipif(
    not handwriting.available(), reason="nothing reads handwriting on this processor"
)


@pytest.fixture(scope="module")
def composer() -> Iterator[RimeApart]:
    apart = RimeApart()
    yield apart
    apart.close()


@needs_engine
def test_characters_written_by_unsteady_hands_are_among_the_first_ten(composer: RimeApart) -> None:
    chosen = CHARACTERS[::EVERY]
    found = [one in composer.read(written(one, number)) for number, one in enumerate(chosen)]
    assert sum(found) >= 0.95 * len(chosen)


def test_phrases_are_spelled_in_few_presses(composer: RimeApart) -> None:
    pressed = {phrase: keys_for(composer, phrase) for phrase in PHRASES[::EVERY]}
    written_ = {phrase: keys for phrase, keys in pressed.items() if keys is not None}
    assert written_.keys() == pressed.keys()
    assert sum(written_.values()) <= 1.4 * sum(map(ideal, written_))


def test_two_hundred_of_each() -> None:
    assert len(set(PHRASES)) == len(set(CHARACTERS)) == 200


@needs_engine
def test_strange_strokes_are_read_as_something_or_nothing(composer: RimeApart) -> None:
    assert composer.read(()) == ()
    assert len(composer.read((((-1e9, 1e9), (float("1e300"), 0.0)),))) <= handwriting.MOST
    assert len(composer.read(((),))) <= handwriting.MOST
    assert not composer.gone


def test_without_the_engine_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handwriting, "find_spec", lambda _name: None)
    assert not handwriting.available()
    assert Reader().read((((0.0, 0.0), (1.0, 1.0)),)) == ()

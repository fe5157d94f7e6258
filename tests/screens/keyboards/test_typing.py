"""What a key does to the text."""

from dataclasses import dataclass

import pytest

from screens.keyboards import handwriting
from screens.keyboards.layouts import (
    CHINESE,
    CLEAR,
    DELETE,
    HANDWRITING,
    LETTERS,
    NEWLINE,
    SHIFT,
    SPACE,
    SYMBOLS,
)
from screens.keyboards.pinyin import Composition, Strokes
from screens.keyboards.typing import Typing
from screens.views.entry import Keyboard


@dataclass
class Spelled:
    """A composer that offers the letters themselves in capitals, and then one by one."""

    letters: str = ""
    forgotten: int = 0
    gone: bool = False
    traditional: bool = False

    def turn(self, traditional: bool) -> None:
        self.traditional = traditional

    def feed(self, letter: str) -> Composition:
        self.letters += letter
        return self._now()

    def back(self) -> Composition:
        self.letters = self.letters[:-1]
        return self._now()

    def choose(self, number: int) -> tuple[str, Composition]:
        said = self._now().candidates[number]
        self.letters = self.letters[len(said) :]
        return said, self._now()

    def read(self, strokes: Strokes) -> tuple[str, ...]:
        return tuple("一二三"[len(strokes) - 1 :])

    def forget(self) -> None:
        self.letters = ""
        self.forgotten += 1

    def close(self) -> None:
        raise AssertionError("typing does not close")

    def _now(self) -> Composition:
        if not self.letters:
            return Composition()
        return Composition(self.letters, (self.letters.upper(), self.letters[0].upper()))


@pytest.fixture
def composer() -> Spelled:
    return Spelled()


def latin(text: str = "", most: int = 20) -> Typing:
    return Typing(Keyboard.LATIN, text, most, lambda: None)


def chinese(composer: Spelled | None, text: str = "", *, most: int = 20, live: bool = False) -> Typing:
    return Typing(Keyboard.CHINESE, text, most, lambda: composer, live)


def press(typing: Typing, *names: str) -> str:
    for name in names:
        typing.press(name)
    return typing.whole


def test_letters_spaces_and_lines() -> None:
    assert press(latin(), "a", SPACE, "b", NEWLINE, "1") == "a b\n1"


def test_shift_makes_one_capital() -> None:
    typing = latin()
    assert press(typing, SHIFT, "a", "b") == "Ab"
    assert press(typing, SHIFT, SHIFT, "c") == "Abc"


def test_deleting_and_clearing() -> None:
    typing = latin("zhang")
    assert press(typing, DELETE, DELETE) == "zha"
    assert press(typing, CLEAR) == ""
    assert press(typing, DELETE) == ""


def test_no_more_than_the_most() -> None:
    assert press(latin("", most=3), *"abcdef") == "abc"


def test_layers_change_and_shift_is_let_go() -> None:
    typing = latin()
    press(typing, SHIFT, SYMBOLS)
    assert (typing.layer, typing.shifted) == (SYMBOLS, False)
    press(typing, "@", LETTERS)
    assert (typing.whole, typing.layer) == ("@", LETTERS)


def test_pinyin_is_composed_and_chosen(composer: Spelled) -> None:
    typing = chinese(composer, "我")
    assert press(typing, "n", "i") == "我"
    assert typing.composition == Composition("ni", ("NI", "N"))
    typing.choose(0)
    assert typing.whole == "我NI"
    assert typing.composition == Composition()


def test_a_part_may_be_chosen(composer: Spelled) -> None:
    typing = chinese(composer)
    press(typing, "n", "i")
    typing.choose(1)
    assert (typing.whole, typing.composition.letters) == ("N", "i")


def test_a_candidate_that_is_not_there_is_not_chosen(composer: Spelled) -> None:
    typing = chinese(composer)
    press(typing, "n")
    typing.choose(7)
    assert typing.whole == ""


@pytest.mark.parametrize(("key", "text"), [("，", "NI，"), (NEWLINE, "NI\n"), (SYMBOLS, "NI"), (SPACE, "NI")])
def test_other_keys_take_the_likeliest_word_first(composer: Spelled, key: str, text: str) -> None:
    assert press(chinese(composer), "n", "i", key) == text


def test_deleting_takes_letters_before_words(composer: Spelled) -> None:
    typing = chinese(composer, "我")
    press(typing, "n", "i", DELETE)
    assert (typing.whole, typing.composition.letters) == ("我", "n")
    assert press(typing, DELETE, DELETE) == ""


def test_clearing_drops_what_is_composed(composer: Spelled) -> None:
    assert press(chinese(composer, "我"), "n", CLEAR) == ""
    assert composer.letters == ""


def test_without_pinyin_letters_are_letters() -> None:
    assert press(chinese(None), "n", "i") == "ni"


def test_a_search_counts_letters_that_are_still_composed(composer: Spelled) -> None:
    typing = chinese(composer, live=True)
    assert press(typing, "j", "z") == "jz"
    typing.choose(0)
    assert typing.whole == "JZ"


def test_the_journeys_text_counts(composer: Spelled) -> None:
    typing = chinese(composer, "旧")
    press(typing, "n")
    typing.take("新")
    assert (typing.whole, typing.composition.letters, composer.forgotten) == ("新", "", 1)
    typing.take("新")
    assert composer.forgotten == 1


def test_forgetting_drops_what_is_composed_only(composer: Spelled) -> None:
    typing = chinese(composer, "我")
    press(typing, "n")
    typing.forget()
    assert (typing.whole, typing.composition) == ("我", Composition())
    typing.forget()
    assert composer.forgotten == 1


def test_dates_take_digits_as_fields() -> None:
    typing = Typing(Keyboard.DATE, "1945-0", 60, lambda: None)
    assert typing.dates == (4, 2, 2)
    assert press(typing, "5", "1") == "1945-05-1"
    assert press(typing, DELETE, DELETE) == "1945-0"
    assert press(typing, CLEAR) == ""
    assert latin().dates == ()


def test_the_layer_at_first_is_the_keyboards() -> None:
    assert chinese(None).layer == CHINESE


LINE = ((0.1, 0.5), (0.9, 0.5))


def test_what_is_written_is_read_and_chosen(composer: Spelled) -> None:
    typing = chinese(composer, "第")
    press(typing, HANDWRITING)
    typing.write((LINE, LINE))
    assert (typing.whole, typing.composition.candidates) == ("第", ("二", "三"))
    typing.choose(1)
    assert (typing.whole, typing.strokes, typing.composition) == ("第三", (), Composition())


def test_deleting_takes_strokes_before_characters(composer: Spelled) -> None:
    typing = chinese(composer, "第")
    press(typing, HANDWRITING)
    typing.write((LINE, LINE))
    assert press(typing, DELETE) == "第"
    assert (typing.strokes, typing.composition.candidates[0]) == ((LINE,), "一")
    assert press(typing, DELETE, DELETE) == ""


def test_a_sign_takes_the_likeliest_character_first(composer: Spelled) -> None:
    typing = chinese(composer)
    typing.write((LINE,))
    assert press(typing, "，") == "一，"
    typing.write((LINE, LINE, LINE, LINE))  # nobody can read that
    assert press(typing, SPACE) == "一，"
    assert typing.strokes == ()


def test_strokes_are_forgotten(composer: Spelled) -> None:
    typing = chinese(composer)
    typing.write((LINE,))
    typing.forget()
    assert (typing.strokes, typing.composition) == ((), Composition())


def test_where_nothing_reads_handwriting_pinyin_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handwriting, "available", lambda: True)
    assert Typing(Keyboard.HANDWRITING, "", 9, lambda: None).layer == HANDWRITING
    monkeypatch.setattr(handwriting, "available", lambda: False)
    assert Typing(Keyboard.HANDWRITING, "", 9, lambda: None).layer == CHINESE

"""Lines with Arabic letters: their pieces, their order, and that they join."""

import subprocess
import sys

import pytest

from screens import bidi, fonts
from screens.bidi import Run
from tests.screens.conftest import Show

WORD = "ئۇيغۇرچە"


def test_other_letters_need_nothing() -> None:
    assert not bidi.has_arabic("社区 Community 12345")
    assert bidi.has_arabic(f"Language {WORD}")


def test_a_line_is_seen_from_the_right_with_numbers_and_other_letters_as_they_are() -> None:
    assert bidi.seen(f"{WORD} 12345 社区", mirrored=True) == [
        Run("社区 12345 ", joined=False),
        Run(WORD, joined=True),
    ]


def test_in_a_page_that_is_read_from_the_left_only_the_word_turns_round() -> None:
    assert bidi.seen(f"A {WORD} B", mirrored=False) == [
        Run("A ", joined=False),
        Run(WORD, joined=True),
        Run(" B", joined=False),
    ]


def test_brackets_turn_round_with_what_they_hold() -> None:
    seen = "".join(run.text for run in bidi.seen(f"社区 ({WORD})", mirrored=True))
    assert seen == f"({WORD}) 社区"


@pytest.mark.parametrize("bold", [False, True])
def test_letters_join(show: Show, bold: bool) -> None:
    show()  # the typeface is there
    joined = fonts.joined_width("ببب", 48, bold)
    assert joined < 0.7 * 3 * fonts.joined_width("ب", 48, bold)
    assert fonts.joined_width("ەرە", 48, bold) < 1.05 * sum(
        fonts.joined_width(one, 48, bold) for one in "ەرە"
    )
    assert fonts.drawn("ببب", "ug", 48, bold, joining=True).texture.width == joined


def test_nothing_of_a_language_that_is_not_shown_is_loaded() -> None:
    code = (
        "import sys, config.catalogue, config.language, screens.typesetting, screens.texts as texts; "
        "texts.words('zh-Hans')('journey-next'); texts.load_formatting(); "
        "sys.exit(str([m for m in ('bidi', 'opencc') if m in sys.modules]) if {'bidi', 'opencc'} & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

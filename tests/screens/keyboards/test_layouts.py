"""Every keyboard has what it promises."""

import pytest

from screens.keyboards import handwriting, layouts
from screens.keyboards.layouts import CHINESE, DELETE, HANDWRITING, LETTERS, NEWLINE, SYMBOLS, WEIGHTS, layout
from screens.views.entry import Keyboard


def keys(name: str, newline: bool = False) -> list[str]:
    return [key for row in layout(name, newline).rows for key in row]


@pytest.mark.parametrize("name", [*(keyboard.value for keyboard in Keyboard), SYMBOLS, LETTERS])
@pytest.mark.parametrize("newline", [False, True])
def test_every_layout_is_whole(name: str, newline: bool) -> None:
    found, plan = keys(name, newline), layout(name, newline)
    assert len(found) == len(set(found))
    assert DELETE in found
    assert max(len(row) for row in plan.rows) <= 10
    if plan.columns == 10:
        assert all(sum(WEIGHTS.get(key, 1.0) for key in row) <= 11.5 for row in plan.rows)


@pytest.mark.parametrize(
    "keyboard", [Keyboard.DIGITS, Keyboard.ID_NUMBER, Keyboard.DECIMAL, Keyboard.DATE, Keyboard.MONTH]
)
def test_number_pads_have_the_ten_digits(keyboard: Keyboard) -> None:
    found = keys(keyboard.value)
    assert set("0123456789") <= set(found)
    assert len(found) == 12


def test_what_each_number_pad_has_more() -> None:
    assert "X" in keys(Keyboard.ID_NUMBER.value)
    assert "." in keys(Keyboard.DECIMAL.value)
    assert layouts.CLEAR in keys(Keyboard.DATE.value)


def test_letter_keyboards_lead_to_each_other() -> None:
    alphabet = set("abcdefghijklmnopqrstuvwxyz")
    assert alphabet <= set(keys(CHINESE))
    assert alphabet | set("0123456789@.") <= set(keys(LETTERS))
    assert {SYMBOLS, LETTERS} <= set(keys(CHINESE))
    assert {SYMBOLS, CHINESE} <= set(keys(LETTERS))
    assert {LETTERS, CHINESE} <= set(keys(SYMBOLS))


def test_a_line_end_only_where_there_are_lines() -> None:
    for name in (CHINESE, LETTERS, SYMBOLS):
        assert NEWLINE not in keys(name)
        assert NEWLINE in keys(name, newline=True)


@pytest.mark.parametrize("there", [True, False])
def test_writing_by_hand_is_offered_where_it_is_read(monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    monkeypatch.setattr(handwriting, "available", lambda: there)
    assert (HANDWRITING in keys(CHINESE)) is there
    assert {CHINESE, SYMBOLS, DELETE} <= set(keys(HANDWRITING))

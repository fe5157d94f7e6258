"""Views are values: equal when they say the same, and silent about a person."""

import dataclasses
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from screens import samples, views
from screens.views.card import CardStage
from screens.views.entry import Keyboard
from screens.views.frame import Tone, View
from screens.views.inputs import Drawn, Edited, Touched
from screens.views.listing import RowState
from screens.views.outcome import OutcomeKind
from tests.screens.samples import VIEWS

KINDS = {kind.__name__ for kind in View.__subclasses__()}  # slots make a class twice: only names are equal
SECRETS = ("110105********002X", "11010519491231002X", "1390123", "欧阳", "4711", "家里没有收入")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_a_frozen_value(name: str) -> None:
    view = VIEWS[name]
    assert view == samples.views("zh-Hans")[name]
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.page = "x"
    assert replace(view, title="x") != view


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_tells_nothing_personal(name: str) -> None:
    said = repr(VIEWS[name])
    assert not [secret for secret in SECRETS if secret in said]


def test_inputs_tell_nothing_personal() -> None:
    assert "张三" not in repr(Edited("张三"))
    assert "0.5" not in repr(Drawn((((0.5, 0.5),),)))
    assert repr(Touched("next")) == "Touched(id='next')"


def test_every_type_of_view_has_a_sample() -> None:
    assert {type(view).__name__ for view in VIEWS.values()} == KINDS


def test_every_view_is_in_the_union() -> None:
    """The union is for who checks types; who runs need not load every member of it."""
    union = re.search(
        r"AnyView = \(\n(.*?)\n    \)", Path(views.__file__ or "").read_text("utf-8"), re.DOTALL
    )
    assert union
    assert set(union[1].replace("|", " ").split()) == KINDS


def test_every_keyboard_tone_and_state_has_a_sample() -> None:
    seen = {value for view in VIEWS.values() for value in _enums(view)}
    for kind in (Keyboard, Tone, RowState, CardStage, OutcomeKind):
        assert set(kind) <= seen


def _enums(value: object) -> list[object]:
    if is_dataclass(value):
        return [found for one in fields(value) for found in _enums(getattr(value, one.name))]
    if isinstance(value, tuple):
        return [found for one in value for found in _enums(one)]
    return [value]

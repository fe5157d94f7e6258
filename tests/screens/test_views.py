"""Views are values: equal when they say the same, and silent about a person."""

import dataclasses
from dataclasses import fields, is_dataclass, replace

import pytest

from screens import samples
from screens.views import AnyView
from screens.views.card import CardStage
from screens.views.entry import Keyboard
from screens.views.frame import Tone, View
from screens.views.inputs import Drawn, Edited, Touched
from screens.views.listing import RowState
from screens.views.outcome import OutcomeKind
from tests.screens.samples import VIEWS

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
    assert {type(view) for view in VIEWS.values()} == set(AnyView.__args__)


def test_every_view_is_in_the_union() -> None:
    named = {kind.__name__ for kind in AnyView.__args__}  # slots make a class twice: only names are equal
    assert {kind.__name__ for kind in View.__subclasses__()} == named


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

"""Everything on every page is reached by three keys, and by two switches, and the focus is never trapped."""

from dataclasses import replace

import pytest

from screens.focus import Focus, Rows
from screens.navigator import Navigator
from screens.texts import words
from screens.views.inputs import Input, Touched
from screens.voice import keys
from screens.voice.page import stops
from screens.voice.part import Part
from tests.screens.samples import VIEWS

SAY = words("zh-Hans")
BOARD: Rows = tuple(tuple(Part((key,), f"key:{key}") for key in row) for row in ("123", "456", "789"))


class Surface:
    """A page without pixels."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.marked: tuple[str, ...] = ()
        self.pressed: list[str] = []
        self.nth = 0

    def rows(self) -> Rows:
        return self._rows

    def mark(self, targets: tuple[str, ...], nth: int = 0) -> None:
        self.nth = nth
        self.marked = targets

    def press(self, target: str) -> None:
        self.pressed.append(target)


def page(name: str) -> tuple[Surface, Navigator, list[Input]]:
    single = tuple((part,) for part in stops(VIEWS[name], SAY))
    surface, posted = Surface((*BOARD, *single)), list[Input]()
    navigator = Navigator(surface, posted.append)
    navigator.show(VIEWS[name])
    return surface, navigator, posted


def marked(surface: Surface) -> tuple[str, ...]:
    return surface.marked


def targets(surface: Surface) -> list[str]:
    return [part.target for row in surface.rows() for part in row]


@pytest.mark.parametrize("way", ["down", "up"])
def test_one_key_goes_around_and_comes_to_everything(way: str) -> None:
    for name in VIEWS:
        if name.startswith("attract"):
            continue
        surface, navigator, _ = page(name)
        seen: set[str] = set()
        for _ in range(len(surface.rows())):
            navigator.press(way)
            assert surface.marked
            seen.update(surface.marked)
        assert seen == set(targets(surface)), name


def test_two_switches_press_everything_once() -> None:
    for name in VIEWS:
        if name.startswith("attract"):
            continue
        surface, navigator, _ = page(name)
        for row in surface.rows():
            navigator.press("down")
            if len(row) == 1:
                navigator.press("confirm")
                continue
            navigator.press("confirm")
            for _ in row:
                navigator.press("confirm")
                navigator.press("down")
        assert surface.pressed == targets(surface), name


def test_the_first_press_of_a_switch_shows_where_the_focus_is() -> None:
    surface, navigator, _ = page("choice_one")
    assert marked(surface) == ()
    navigator.press("confirm")
    assert marked(surface) == ("key:1", "key:2", "key:3")
    assert surface.pressed == []


def test_a_row_is_left_past_either_end_and_by_back() -> None:
    surface, navigator, _ = page("entry_mobile")
    for way in (["down"] * 3, ["up"], ["back"]):
        navigator.press("confirm") if not surface.marked else None
        navigator.press("confirm")
        assert len(surface.marked) == 1
        for key in way:
            navigator.press(key)
        assert marked(surface) == ("key:1", "key:2", "key:3")


def test_back_returns_to_the_page_before() -> None:
    surface, navigator, _ = page("choice_one")
    navigator.press("back")
    assert surface.pressed == ["back"]
    surface, navigator, _ = page("home")
    navigator.press("back")
    assert surface.pressed == []


def test_the_focus_stays_where_the_same_page_changes_and_waits_on_another() -> None:
    surface, navigator, _ = page("choice_one")
    for _ in range(4):
        navigator.press("down")
    assert marked(surface) == ("illness",)
    navigator.show(replace(VIEWS["choice_one"], error="x"))
    assert marked(surface) == ("illness",)
    navigator.show(VIEWS["choice_now"])
    assert marked(surface) == ()


def test_any_key_begins_and_speaks_where_there_is_a_voice() -> None:
    _, navigator, posted = page("attract")
    navigator.press("help")
    tool = replace(VIEWS["attract"].tools[0], id="voice")
    navigator.show(replace(VIEWS["attract"], tools=(tool,)))
    navigator.press("down")
    assert posted == [Touched("start"), Touched("voice.on")]


@pytest.mark.parametrize("key", ["louder", "quieter", "faster", "slower"])
def test_the_voice_has_keys_of_its_own(key: str) -> None:
    _, navigator, posted = page("home")
    navigator.press(key)
    assert posted == [Touched(f"voice.{key}")]


def test_two_things_that_do_the_same_are_no_trap() -> None:
    change = (Part(("修改",), "change"),)
    focus = Focus((*BOARD, change, change, (Part(("下一步",), "next"),)))
    for expected in (0, 1):
        focus = focus.over(focus.rows)
        while focus.parts != change or focus.before != expected:
            focus = focus.moved(1).over(focus.rows)
    assert focus.moved(1).parts[0].target == "next"


def test_what_has_gone_is_not_in_focus() -> None:
    focus = Focus(BOARD).moved(1).entered()
    assert focus.over(BOARD).parts[0].target == "key:1"
    assert focus.over(BOARD[1:]).parts == ()
    assert Focus().moved(1) == Focus()


def test_every_key_has_a_name_and_what_is_typed_unseen_is_heard_in_headphones_only() -> None:
    from screens.keyboards.layouts import layout  # noqa: PLC0415  # names of keys

    for board in ("digits", "id_number", "decimal", "latin", "chinese", "symbols"):
        for row in layout(board, newline=True).rows:
            for name in row:
                assert keys.key(f"key:{name}", name, SAY).words(private=False)
                assert not keys.key(f"key:{name}", name, SAY, hidden=True).words(private=False)
    assert keys.key("candidate:0", "张", SAY).words(private=False) == ()
    assert keys.row(BOARD[0], SAY).words(private=False) == ("一排按键，从 1 到 3。按确认进入",)

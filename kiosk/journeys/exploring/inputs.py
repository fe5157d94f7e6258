"""What a resident can do on a page."""

from collections.abc import Iterator

from kiosk.events import Event
from screens.views import AnyView
from screens.views.choices import OptionGroup
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action
from screens.views.inputs import Drawn, Edited, Touched
from screens.views.menus import Search
from screens.views.pictures import Sign

TYPED = ("13800138000", "246810", "示范路2号", "s")
A_DAY = "2026-12-01"
SIGNATURE = (((0.1, 0.5), (0.9, 0.5)),)
_ACTIONS = ("primary", "secondary", "back", "leave", "add", "clear")


def touches(view: AnyView) -> tuple[str, ...]:
    """Return the ids of everything on a page that can be pressed; what is greyed explains itself and is not among them."""
    return tuple(dict.fromkeys(_ids(view)))


def inputs(view: AnyView) -> tuple[Event, ...]:
    """Return everything a resident can do on a page: touch, type, draw."""
    pressed = [Touched(one) for one in touches(view)]
    typed = [Edited(text) for text in _typed(view)]
    drawn = [Drawn(SIGNATURE)] if isinstance(view, Sign) else []
    return (*pressed, *typed, *drawn)


def _typed(view: AnyView) -> tuple[str, ...]:
    """What is typed: a day where a day is asked, else something of everything."""
    if isinstance(view, Entry) and view.keyboard is Keyboard.DATE:
        return (A_DAY,)
    return TYPED if isinstance(view, Entry | Search) else ()


def _ids(view: AnyView) -> Iterator[str]:
    actions = (getattr(view, name, None) for name in _ACTIONS)
    yield from (one.id for one in (*actions, *view.tools) if isinstance(one, Action) and one.enabled)
    for section in getattr(view, "sections", ()):
        yield from (tile.id for tile in section.tiles)
    for name in ("tiles", "options", "checks"):
        yield from (one.id for one in getattr(view, name, ()))
    for group in getattr(view, "groups", ()):
        if isinstance(group, OptionGroup):
            yield from (option.id for option in group.options)
        else:
            yield from (row.action.id for row in group.rows if row.action and row.action.enabled)

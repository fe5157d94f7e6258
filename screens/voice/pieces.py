"""Pieces that stand on many pages: actions, options, boxes, rows, pictures."""

from collections.abc import Iterator

from screens.texts import Words
from screens.views.choices import Option
from screens.views.frame import Action
from screens.views.listing import Row, RowGroup
from screens.views.menus import Tile
from screens.views.reading import Check, Paragraph
from screens.voice.part import Part


def meant(message: str, words: Words) -> str:
    """Return the text of that id, "" without one."""
    return words(message) if message else ""


def shown(*texts: str) -> tuple[str, ...]:
    """Return the texts that are any."""
    return tuple(filter(None, texts))


def action(way: Action, words: Words) -> Part:
    """Return a button; of one that cannot be used now, why."""
    why = "" if way.enabled else " ".join(shown(words("voice-off"), way.reason))
    return Part((way.label,), way.id, why)


def option(one: Option, words: Words, *, boxes: bool = False, heard: str = "") -> Part:
    """Return an answer to choose, and whether it is chosen. Where `heard` says what may be said out loud, nothing else is."""
    state = words("voice-chosen" if one.selected else "voice-not-chosen") if boxes or one.selected else ""
    return Part(shown(one.label, one.hint), one.id, state, personal=bool(heard) and one.label not in heard)


def check(box: Check, words: Words) -> Part:
    """Return a box to tick, and whether it is ticked."""
    return Part((box.label,), box.id, words("voice-ticked" if box.ticked else "voice-not-ticked"))


def tile(one: Tile, words: Words) -> Part:
    """Return a tile; of one that cannot be used now, why."""
    hint = one.hint if one.enabled or not one.reason else one.reason
    return Part(shown(one.label, hint, *one.badges), one.id, meant("" if one.enabled else "voice-off", words))


def paragraph(one: Paragraph, _words: Words) -> Iterator[Part]:
    """Return the heading and each line."""
    yield Part(shown(one.heading))
    for line in one.lines:
        yield Part((line,))


def rows(group: RowGroup, words: Words) -> Iterator[Part]:
    """Return the heading, and each row with its value and state; what can be pressed on it names the row, too."""
    yield Part(shown(group.heading))
    for row in group.rows:
        yield from _row(row, words)


def _row(row: Row, words: Words) -> Iterator[Part]:
    state = words(f"widget-state-{row.state.value}") if row.state else ""
    yield Part(shown(row.label, row.value, row.hint, state), personal=bool(row.value), instead=row.label)
    if row.action:
        button = action(row.action, words)
        yield Part(button.shown, button.target, " ".join(shown(row.label, button.meant)))

"""What stands in the middle of each kind of page, as parts."""

from collections.abc import Iterator
from typing import assert_never

from screens.texts import Words
from screens.views import AnyView
from screens.views.card import PresentCard
from screens.views.choices import Adjust, Choice
from screens.views.entry import Entry, Keyboard
from screens.views.listing import Listing
from screens.views.menus import Attract, Menu, Search
from screens.views.outcome import SCANS, Goodbye, Outcome
from screens.views.pictures import Capture, CheckPicture, Sign
from screens.views.reading import Article
from screens.views.waiting import OutOfService, PayCode, StillThere, Working
from screens.voice import pieces
from screens.voice.part import Part, Reading

_READINGS = {
    Keyboard.DIGITS: Reading.DIGITS,
    Keyboard.ID_NUMBER: Reading.DIGITS,
    Keyboard.DATE: Reading.DATE,
    Keyboard.MONTH: Reading.DATE,
}


def content(view: AnyView, words: Words) -> Iterator[Part]:  # noqa: PLR0911, PLR0912  # one for each type of view
    """Return the parts of a page's middle, from the top down."""
    match view:
        case Attract() | OutOfService() | Goodbye():
            return _lines(view.lines)
        case Menu():
            return _menu(view, words)
        case Search():
            return _search(view, words)
        case Article():
            return _article(view, words)
        case Choice():
            return _choice(view, words)
        case Adjust():
            return _adjust(view, words)
        case Entry():
            return _entry(view, words)
        case PresentCard():
            return _card(view, words)
        case Listing():
            return _listing(view, words)
        case Capture():
            return _capture(view, words)
        case CheckPicture():
            return _picture(view, words)
        case Sign():
            return _sign(view, words)
        case Working():
            return _lines((*view.done, *view.lines))
        case PayCode():
            return _pay_code(view, words)
        case Outcome():
            return _outcome(view, words)
        case StillThere():
            return _still_there(view, words)
        case _:
            assert_never(view)


def _lines(lines: tuple[str, ...]) -> Iterator[Part]:
    return (Part((line,)) for line in lines)


def _menu(view: Menu, words: Words) -> Iterator[Part]:
    for section in view.sections:
        yield Part(pieces.shown(section.heading))
        yield from (pieces.tile(tile, words) for tile in section.tiles)


def _search(view: Search, words: Words) -> Iterator[Part]:
    yield Part(pieces.shown(view.query or view.hint), personal=bool(view.query))
    yield from (pieces.tile(tile, words) for tile in view.tiles)
    if view.query and not view.tiles:
        yield Part(pieces.shown(view.nothing_found))


def _article(view: Article, words: Words) -> Iterator[Part]:
    for paragraph in view.paragraphs:
        yield from pieces.paragraph(paragraph, words)
    yield from (pieces.check(check, words) for check in view.checks)


def _choice(view: Choice, words: Words) -> Iterator[Part]:
    heard = "\n".join(view.speech)
    yield Part(pieces.shown(view.why))
    yield from (pieces.option(one, words, boxes=view.multiple, heard=heard) for one in view.options)


def _adjust(view: Adjust, words: Words) -> Iterator[Part]:
    yield from (pieces.check(check, words) for check in view.checks)
    for group in view.groups:
        yield Part((group.heading,))
        yield from (pieces.option(one, words) for one in group.options)


def _entry(view: Entry, words: Words) -> Iterator[Part]:
    if not view.value:
        yield Part(pieces.shown(view.example), meant=words("voice-empty"))
    elif view.masked:
        yield Part((), meant=words("voice-masked", count=len(view.value)), personal=True)
    else:
        reading = _READINGS.get(view.keyboard, Reading.TEXT)
        unit = view.unit if reading is Reading.TEXT else ""
        yield Part((view.value + unit,), personal=True, reading=reading)
    yield Part(pieces.shown("" if view.value else view.unit))
    if view.lines > 1:
        yield Part((words("widget-length", used=len(view.value), most=view.max_length),))
    yield Part(pieces.shown(view.why))


def _card(view: PresentCard, words: Words) -> Iterator[Part]:
    yield Part((), meant=words(f"voice-card-{view.stage.value}"))
    yield from _lines(view.lines)
    for way in view.ways:
        yield Part(pieces.shown(way.label))
        yield Part(pieces.shown(way.how))


def _listing(view: Listing, words: Words) -> Iterator[Part]:
    for group in view.groups:
        yield from pieces.rows(group, words)
    if view.add:
        yield pieces.action(view.add, words)


def _capture(view: Capture, words: Words) -> Iterator[Part]:
    if view.camera_ready:
        yield Part((words("widget-camera-light"),))
    elif not view.error:
        yield Part((words("widget-camera-off"),))
    yield from (pieces.option(one, words) for one in view.options)


def _picture(view: CheckPicture, words: Words) -> Iterator[Part]:
    yield Part((), meant=words("voice-picture"))
    for line in view.warnings:
        yield Part((line,), meant=words("voice-warning"))


def _sign(view: Sign, words: Words) -> Iterator[Part]:
    for line in view.summary:
        yield Part((line,), personal=True)
    hint = words("widget-sign-here")
    yield Part((), meant=words("voice-signed", count=len(view.strokes))) if view.strokes else Part((hint,))
    if view.clear:
        yield pieces.action(view.clear, words)


def _pay_code(view: PayCode, words: Words) -> Iterator[Part]:
    yield from _lines((view.amount, view.payee, *view.notes))
    yield Part((), meant=words("voice-pay-code"))


def _outcome(view: Outcome, words: Words) -> Iterator[Part]:
    yield Part((view.sentence,))
    if view.reference:
        yield Part(pieces.shown(view.reference_label, view.reference))
    if view.qr:
        scan = SCANS.get(view.kind, "widget-scan")
        yield Part((words(scan),), meant=words("voice-code"))
    if view.paper:
        yield Part((view.paper.text,))
    for row in view.rows:
        yield Part(pieces.shown(row.label, row.value, row.hint), personal=bool(row.value), instead=row.label)
    if view.next_steps:
        yield Part((words("widget-next-steps"),))
        yield from (Part((f"{number}", step)) for number, step in enumerate(view.next_steps, 1))


def _still_there(view: StillThere, words: Words) -> Iterator[Part]:
    yield Part((f"{view.countdown or 0} {words('widget-seconds-unit')}",))
    yield from _lines(view.lines)

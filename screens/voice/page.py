"""A view as parts in reading order: what it asks, what went wrong, what stands on it, the ways on and back.

The ways to press begin with the content, so that whoever comes by keys meets the answer first; the header's actions come
last, and then it begins anew. That is the order in which the page is read, entered behind its header.
"""

from collections.abc import Iterator

from screens.texts import Words
from screens.views import AnyView
from screens.views.frame import Action, Banner, Tone, View
from screens.views.waiting import PayCode, StillThere
from screens.voice.contents import content
from screens.voice.part import Part
from screens.voice.pieces import action, meant

_TONES = {Tone.NEUTRAL: "", Tone.GOOD: "", Tone.WARNING: "voice-warning", Tone.BAD: "voice-bad"}


def parts(view: AnyView, words: Words) -> tuple[Part, ...]:
    """Return everything that a page shows, as it is heard; `words` are the texts of the view's language."""
    return tuple(part for part in _all(view, words) if part.shown or part.meant)


def stops(view: AnyView, words: Words) -> tuple[Part, ...]:
    """Return what can be pressed, in the order in which it is come to; keys of a keyboard are not among it."""
    return tuple(part for part in parts(view, words) if part.target)


def banner(news: Banner, words: Words) -> Part:
    """Return a message, with what its colour and icon mean."""
    return Part((news.text,), meant=meant(_TONES[news.tone], words))


def _all(view: AnyView, words: Words) -> Iterator[Part]:
    yield from _question(view, words)
    yield from content(view, words)
    yield from _ways(view, words)
    for news in view.banners:
        yield banner(news, words)
    yield Part(tuple(filter(None, (view.item or view.site,))))


def _question(view: View, words: Words) -> Iterator[Part]:
    """What went wrong, title and lead. Out loud is said what the journey lets everybody hear, when it says that."""
    heard = "\n".join(view.speech)
    instead = view.speech[0] if view.speech else ""
    if view.title:
        hidden = bool(heard) and view.title not in heard
        yield Part((view.title,), personal=hidden, instead=instead if hidden else "")
    if view.error:
        hidden = bool(heard) and view.error not in heard
        yield Part((view.error,), meant=words("voice-error"), personal=hidden)
    if view.lead:
        yield Part((view.lead,), personal=bool(heard) and view.lead not in heard)
    if view.step:
        yield Part((words("widget-step", number=view.step.number, total=view.step.total),))


def _ways(view: View, words: Words) -> Iterator[Part]:
    if view.secondary:
        yield action(view.secondary, words)
    low = view.appearance.reach
    yield from _tools(view, words) if low else ()
    if view.countdown is not None and not isinstance(view, StillThere):
        text = "widget-code-seconds" if isinstance(view, PayCode) else "widget-seconds"
        left = view.countdown
        yield Part((words(text, seconds=left, minutes=left // 60, rest=f"{left % 60:02d}"),))
    for way in (view.back, view.leave, view.primary):
        if way:
            yield action(way, words)
    yield from () if low else _tools(view, words)


def _tools(view: View, words: Words) -> Iterator[Part]:
    tools: tuple[Action, ...] = view.tools
    return (action(tool, words) for tool in tools)

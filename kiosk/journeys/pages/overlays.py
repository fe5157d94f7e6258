"""The pages over a page: really leave, how pages look, still there."""

from kiosk.journeys.attention import may_extend
from kiosk.journeys.pages.frame import bare, leave, spoken
from kiosk.journeys.phases.overlays import Adjusting, Leaving, StillThere
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.appearance import TextSize, Theme
from screens.views.choices import Adjust, Option, OptionGroup
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Check, Paragraph
from screens.views.waiting import StillThere as StillThereView


def leaving(state: State, _phase: Leaving) -> Article:
    """Return the question before what was entered is wiped."""
    say = speaker(state.session.language)
    return Article(
        page="leaving",
        title=say("leaving-title"),
        paragraphs=(Paragraph("", (say("leaving-lost"),), tone=Tone.WARNING),),
        primary=Action("go_on", say("go-on")),
        leave=Action("leave", say("leaving-leave")),
        speech=spoken(say("leaving-title"), say("leaving-lost")),
        **bare(state),
    )


def adjusting(state: State, _phase: Adjusting) -> Adjust:
    """Return what can be chosen about the looks, each called by its name."""
    say, now = speaker(state.session.language), state.appearance
    sizes = tuple(
        Option(f"size.{size.name}", say(f"size-{size.number}"), selected=size is now.size)
        for size in TextSize
    )
    themes = tuple(
        Option(f"theme.{theme.value}", say(f"theme-{theme.value}"), selected=theme is now.theme)
        for theme in Theme
    )
    return Adjust(
        page="display",
        title=say("display-title"),
        groups=(OptionGroup(say("display-size"), sizes), OptionGroup(say("display-theme"), themes)),
        checks=(Check("reach", say("display-reach"), now.reach),),
        primary=Action("go_on", say("display-done")),
        speech=spoken(say("display-title"), say("display-size"), say("display-theme")),
        **bare(state),
    )


def still_there(state: State, _phase: StillThere) -> StillThereView:
    """Return the countdown, with what is true of what was entered."""
    say = speaker(state.session.language)
    extensible = may_extend(state)
    line = say(_what_happens(state) if extensible else "still-there-over")
    return StillThereView(
        page="still_there",
        title=say("still-there-title"),
        lines=(line,),
        countdown=round(state.outside.settings.timers.warn),
        primary=Action("go_on", say("go-on")) if extensible else None,
        leave=leave(state),
        speech=spoken(say("still-there-title"), line),
        **bare(state),
    )


def _what_happens(state: State) -> str:
    if state.session.kept:
        return "still-there-kept"
    if state.session.cast:
        return f"still-there-cast-{state.session.cast}"
    return "still-there-wiped" if state.session.would_lose else "still-there-ends"

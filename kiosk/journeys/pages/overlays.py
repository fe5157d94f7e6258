"""The pages over a page: really leave, how pages look, still there."""

from kiosk.journeys.attention import may_extend
from kiosk.journeys.handover import may_hand_over
from kiosk.journeys.pages.frame import bare, leave, spoken
from kiosk.journeys.phases.overlays import (
    Adjusting,
    ChoosingLanguage,
    Helping,
    Leaving,
    Listening,
    StillThere,
)
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, where_else, words_of
from screens.appearance import TextSize, Theme
from screens.hearing import Hearing, Pace, Tongue, Volume, tongue_of
from screens.texts import Words
from screens.views.choices import Adjust, Option, OptionGroup
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Check, Paragraph
from screens.views.waiting import StillThere as StillThereView


def leaving(state: State, phase: Leaving) -> Article:
    """Return the question before what was entered is wiped, with the way to take it along on a phone."""
    say, take = speaker(state.session.language), words_of(state.session.language, "handover")
    offered = may_hand_over(state)
    lines = (say("leaving-lost"), *((take("offer-how"),) if offered else ()))
    trouble = take(f"not-kept-{phase.trouble}") if phase.trouble else ""
    return Article(
        page="leaving",
        title=say("leaving-title"),
        paragraphs=(
            *((Paragraph("", (trouble,), tone=Tone.BAD),) if trouble else ()),
            Paragraph("", lines, tone=Tone.WARNING),
        ),
        primary=Action("go_on", say("go-on")),
        secondary=Action("take_along", take("offer")) if offered else None,
        leave=Action("leave", say("leaving-leave")),
        speech=spoken(trouble, say("leaving-title"), *lines),
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
        checks=(
            Check("reach", say("display-reach"), now.reach),
            Check("still", say("display-still"), now.still),
        ),
        primary=Action("go_on", say("display-done")),
        speech=spoken(say("display-title"), say("display-size"), say("display-theme")),
        **bare(state),
    )


def choosing_language(state: State, _phase: ChoosingLanguage) -> Adjust:
    """Return the languages, each by its own name, under a heading that all of their readers know the sign of."""
    say, now = speaker(state.session.language), state.session.language
    options = tuple(
        Option(f"language.{one.value}", one.own_name, selected=one is now)
        for one in state.outside.settings.languages
    )
    return Adjust(
        page="language",
        title=say("language-title"),
        groups=(OptionGroup(say("language-stays"), options),),
        primary=Action("go_on", say("go-on")),
        **bare(state),
    )


def helping(state: State, _phase: Helping) -> Article:
    """Return who helps here, and the few things that are the same on every page."""
    say, site = speaker(state.session.language), state.outside.settings.site
    who = Paragraph(say("help-who"), (where_else(site, state.session.language),), icon="call")
    how = Paragraph(say("help-how"), (say("help-back"), say("help-leave"), say("help-time")), icon="info")
    return Article(
        page="help",
        title=say("help-title"),
        paragraphs=(who, how),
        primary=Action("go_on", say("go-on")),
        secondary=Action("display", say("help-display")),
        speech=spoken(say("help-title"), *who.lines, *how.lines),
        **bare(state),
    )


def listening(state: State, _phase: Listening) -> Adjust:
    """Return what can be chosen about the voice, and how to silence it; a blank screen where headphones are in."""
    say, now = words_of(state.session.language, "hearing"), state.session.hearing or Hearing()
    tongue = tongue_of(state.session.language.value, now.chinese)
    tongues = tuple(
        Option(f"tongue.{one.value}", say(one.value), selected=one is tongue)
        for one in (Tongue.MANDARIN, Tongue.CANTONESE)
    )
    groups = (
        *((OptionGroup(say("tongue"), tongues),) if tongue.is_chinese else ()),
        OptionGroup(say("volume"), _levels("volume", tuple(Volume), now.volume, say)),
        OptionGroup(say("pace"), _levels("pace", tuple(Pace), now.pace, say)),
    )
    blank = (Check("voice.blank", say("blank"), now.blank),) if state.outside.headphones or now.blank else ()
    return Adjust(
        page="voice",
        title=say("title"),
        lead=say("private" if state.outside.headphones else "aloud"),
        groups=groups,
        checks=(*blank, Check("longer", say("longer"), state.session.longer)),
        primary=Action("go_on", say("done")),
        secondary=Action("voice.off", say("off")),
        **bare(state),
    )


def _levels(
    kind: str, levels: tuple[Pace | Volume, ...], now: Pace | Volume, say: Words
) -> tuple[Option, ...]:
    return tuple(
        Option(f"{kind}.{one.name}", say(f"{kind}-{at}"), selected=one is now)
        for at, one in enumerate(levels, 1)
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
        secondary=Action("longer", say("still-there-longer")) if _may_slow_down(state) else None,
        leave=leave(state),
        speech=spoken(say("still-there-title"), line),
        **bare(state),
    )


def _may_slow_down(state: State) -> bool:
    return may_extend(state) and not state.session.longer


def _what_happens(state: State) -> str:
    if state.session.kept:
        return "still-there-kept"
    if state.session.cast:
        return f"still-there-cast-{state.session.cast}"
    return "still-there-wiped" if state.session.would_lose else "still-there-ends"

"""Pages that are spoken: begun by a button, a key or headphones; changed by keys or on a page of its own; over with the session."""

from dataclasses import replace
from typing import TypeVar

from kiosk.events.world import DeviceClass
from kiosk.journeys.phases.browsing import Attract, Home
from kiosk.journeys.phases.kinds import Page
from kiosk.journeys.phases.overlays import (
    Adjusting,
    ChoosingLanguage,
    Helping,
    Leaving,
    Listening,
    StillThere,
)
from kiosk.journeys.state import State
from screens.hearing import Hearing, Pace, Tongue, Volume

Level = TypeVar("Level", Pace, Volume)


def may_hear(state: State) -> bool:
    """Whether there is a voice that works."""
    return state.outside.works(DeviceClass.VOICE)


def begin(state: State) -> State:
    """Speak from now on; who comes to the resting page is met by the first one. Nothing changes without a voice."""
    if not may_hear(state):
        return state
    begun = state if state.session.hearing else state.having(hearing=Hearing())
    return begun.at(Home()) if isinstance(begun.phase, Attract) else begun


def listen(state: State) -> State:
    """Speak, and offer how; not while a command is awaited, nor when the session is over."""
    begun = begin(state)
    phase = begun.phase
    if isinstance(phase, StillThere | Adjusting | Helping | ChoosingLanguage):
        return listen(begun.at(phase.beneath))
    if isinstance(phase, Page | Leaving) and begun.session.hearing:
        return begun.at(Listening(phase))
    return begun


def plugged(state: State, there: bool) -> State:
    """Speak when headphones come, fall silent when they go; what a blank screen hid stays hidden until it is asked for."""
    if there:
        return begin(state)
    hearing, silent = state.session.hearing, state.having(hearing=None) if state.session.hearing else state
    if isinstance(silent.phase, Listening):
        silent = silent.at(silent.phase.beneath)
    hidden = hearing is not None and hearing.blank
    if hidden and isinstance(silent.phase, Page | Leaving | Adjusting | ChoosingLanguage):
        return silent.at(StillThere(silent.phase))
    return silent


def touched(state: State, id_: str) -> State:
    """Return the state after an input that the voice owns on every page: `voice`, `voice.on`, `voice.louder` and so on."""
    match id_:
        case "voice":
            return listen(state)
        case "voice.on":
            return begin(state)
        case _:
            return changed(state, id_)


def changed(state: State, id_: str) -> State:
    """Return the state after something about the voice was chosen: `volume.LOUD`, `tongue.cantonese`, `voice.off`, `longer`."""
    hearing = state.session.hearing
    if id_ == "longer":
        return state.having(longer=not state.session.longer)
    if id_ == "voice.off" and hearing:
        silent = state.having(hearing=None)
        return silent.at(silent.phase.beneath) if isinstance(silent.phase, Listening) else silent
    after = hearing and chosen(hearing, id_, private=state.outside.headphones)
    return state if after == hearing else state.having(hearing=after)


def chosen(hearing: Hearing, id_: str, *, private: bool) -> Hearing:
    """Return how it is heard after that input; the screen goes blank only where headphones are in."""
    kind, _, name = id_.partition(".")
    match kind, name:
        case "voice", "louder" | "quieter":
            return replace(hearing, volume=_next(hearing.volume, name == "louder"))
        case "voice", "faster" | "slower":
            return replace(hearing, pace=_next(hearing.pace, name == "faster"))
        case "voice", "blank" if private or hearing.blank:
            return replace(hearing, blank=not hearing.blank)
        case _:
            return _set(hearing, kind, name)


def _set(hearing: Hearing, kind: str, name: str) -> Hearing:
    match kind:
        case "volume" if name in Volume.__members__:
            return replace(hearing, volume=Volume[name])
        case "pace" if name in Pace.__members__:
            return replace(hearing, pace=Pace[name])
        case "tongue" if name in {Tongue.MANDARIN.value, Tongue.CANTONESE.value}:
            return replace(hearing, chinese=Tongue(name))
        case _:
            return hearing


def _next(level: Level, more: bool) -> Level:
    levels = list(type(level))
    return levels[min(max(levels.index(level) + (1 if more else -1), 0), len(levels) - 1)]

"""Says what the page shows: all of it when it comes, then what changed, what the focus is on, and again when asked."""

from collections.abc import Sequence
from typing import Protocol

from screens.hearing import Hearing, tongue_of
from screens.texts import words
from screens.views import AnyView
from screens.views.entry import Entry
from screens.voice.cues import Cue, cue_of
from screens.voice.page import parts
from screens.voice.part import Part, Reading
from screens.voice.sentences import Sentence, sentences


class Speaker(Protocol):
    """Where sentences go. What is said anew breaks off what was being said."""

    @property
    def private(self) -> bool:
        """Whether only the resident hears it."""

    @property
    def left(self) -> int:
        """How many of the sentences are not over."""

    def say(self, sentences: Sequence[Sentence], hearing: Hearing) -> None:
        """Say them one after the other."""

    def silence(self) -> None:
        """Break off."""

    def chime(self, cue: Cue) -> None:
        """Sound the notes of that meaning, unless something is being said."""


class Narrator:
    """Call it from the thread that draws; with a view without `hearing` goes a sound at most.

    Without `cues` that is only the one that calls somebody back.
    """

    def __init__(self, speaker: Speaker, *, cues: bool = True) -> None:
        self._speaker = speaker
        self._cues = tuple(Cue) if cues else (Cue.CALL,)
        self._view: AnyView | None = None
        self._parts: tuple[Part, ...] = ()
        self._said: tuple[Sentence, ...] = ()
        self._private = speaker.private

    def show(self, view: AnyView) -> None:
        """A page is shown, or shows something else."""
        before, self._view = self._view, view
        cue = cue_of(before, view) if view.hearing is None else None
        if cue in self._cues:
            self._speaker.chime(cue)
        was, self._parts = self._parts, parts(view, words(view.language)) if view.hearing else ()
        if view.hearing is None:
            self.forget()
        elif before is None or not was or _is_another(before, view):
            self._say(self._parts)
        elif before.hearing != view.hearing and before.page != "voice":
            self._say(_of_hearing(before.hearing, view))
        else:
            self._say(_typed(before, view) or tuple(part for part in self._parts if part not in was))

    def look(self) -> None:
        """Say the page anew when headphones came: now it is theirs alone, and names are said, too."""
        if self._private != self._speaker.private:
            self._private = self._speaker.private
            self._say(self._parts if self._private else ())

    def focus(self, part: Part) -> None:
        """Say what the focus is on."""
        self._say((part,))

    def tell(self, message: str) -> None:
        """Say the text of that id."""
        if self._view is not None:
            self._say((Part((), meant=words(self._view.language)(message)),))

    def repeat(self) -> None:
        """While it speaks, pause; after a pause, go on from where it was; else say the page again."""
        if self._speaker.left:
            self.pause()
        else:
            self._say(self._parts)

    def pause(self) -> None:
        """Stop, or go on with the sentence at which it was stopped."""
        if left := self._speaker.left:
            self._said = self._said[-left:]
            self._speaker.silence()
        elif self._view and self._view.hearing:
            self._speaker.say(self._said, self._view.hearing)

    def forget(self) -> None:
        """Fall silent, and keep nothing of what was said."""
        if self._said:
            self._speaker.silence()
        self._said = ()

    def _say(self, told: tuple[Part, ...]) -> None:
        view = self._view
        if view is None or view.hearing is None or not told:
            return
        tongue = tongue_of(view.language, view.hearing.chinese)
        self._said = tuple(one for part in told for one in sentences(part, tongue, self._speaker.private))
        self._speaker.say(self._said, view.hearing)


def _is_another(before: AnyView, view: AnyView) -> bool:
    return (type(before), before.page, before.language) != (type(view), view.page, view.language)


def _of_hearing(before: Hearing | None, view: AnyView) -> tuple[Part, ...]:
    """Return what became of volume and pace, said in them."""
    say, now = words(view.language), view.hearing
    if before is None or now is None:
        return ()
    told = []
    if before.volume is not now.volume:
        told.append(say(f"hearing-volume-{list(type(now.volume)).index(now.volume) + 1}"))
    if before.pace is not now.pace:
        told.append(say(f"hearing-pace-{list(type(now.pace)).index(now.pace) + 1}"))
    return tuple(Part((), meant=one) for one in told)


def _typed(before: AnyView, view: AnyView) -> tuple[Part, ...]:
    """Return the characters that were typed, rather than the whole text again; with an error, everything that changed."""
    if (
        not isinstance(before, Entry)
        or not isinstance(view, Entry)
        or view.masked
        or before.error != view.error
    ):
        return ()
    more = view.value.removeprefix(before.value)
    if not more or (more == view.value and before.value):
        return ()
    return (
        Part((more.strip("-"),), personal=True, reading=Reading.DIGITS if more.isdigit() else Reading.TEXT),
    )

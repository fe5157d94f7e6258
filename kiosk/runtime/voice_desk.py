"""Between the touchscreen and the voice: sentences one after the other, broken off at once, in headphones or out loud."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from devices.errors import DeviceError
from devices.thread import DeviceThread
from devices.voice import Output, Speaking, Tone, Utterance, Voice
from kiosk.events.world import DeviceClass, HeadphonesChanged
from kiosk.runtime.hardware import Post, telling
from screens.hearing import Hearing, Volume
from screens.voice.cues import Cue
from screens.voice.sentences import Sentence

_IDLE, _LOOK = 0.5, 0.25
"""Seconds in which nothing to say is waited for, and after which a sentence that is not over is looked at again."""

_Begin = Callable[[Voice, Output], Speaking]


@dataclass(frozen=True)
class _Task:
    """What is to be said, and whether it was meant for headphones: if so it is never said elsewhere."""

    begin: _Begin
    private: bool


class VoiceDesk:
    """Any thread may call it. While headphones are in, nothing is heard outside of them; pulling them breaks off at once."""

    def __init__(self, voice: Voice, post: Post) -> None:
        self._post = post
        self._outputs = voice.outputs
        self._door = threading.Condition()
        self._tasks: list[_Task] = []
        self._speaking: Speaking | None = None
        self._busy = False  # also while it is only beginning
        self._number = 0  # grows whenever what was to be said is not to be said any more
        self._plugged = False
        self.thread = DeviceThread(
            voice, self._serve, telling(DeviceClass.VOICE, post), name="voice", pause=0.0
        )

    @property
    def private(self) -> bool:
        """Whether only the resident hears it."""
        return self._plugged and Output.HEADPHONES in self._outputs

    @property
    def left(self) -> int:
        """How many sentences are not over, with the one that is being said."""
        with self._door:
            return len(self._tasks) + self._busy

    def say(self, sentences: Sequence[Sentence], hearing: Hearing) -> None:
        """Say these in place of whatever was being said."""
        self._begin([_Task(_saying(one, hearing), self.private) for one in sentences])

    def chime(self, cue: Cue) -> None:
        """Sound the notes of that meaning, when nothing is being said."""
        tone = Tone(cue.value)
        with self._door:
            if not self._tasks and not self._busy:
                self._tasks.append(
                    _Task(lambda voice, output: voice.chime(Volume.USUAL.value, output, tone), self.private)
                )
                self._door.notify()

    def silence(self) -> None:
        """Break off."""
        self._begin([])

    def plug(self, there: bool) -> None:
        """Headphones came or went: what was being said is broken off, and where it is heard from now on is another place."""
        with self._door:
            changed, self._plugged = there != self._plugged, there
        if changed:
            self.silence()
            self._post(HeadphonesChanged(there))

    def stop(self, seconds: float) -> None:
        """Fall silent, and end the thread."""
        self.silence()
        self.thread.stop(seconds)

    def _begin(self, tasks: list[_Task]) -> None:
        with self._door:
            self._number += 1
            self._tasks = tasks
            if self._speaking is not None:
                self._speaking.stop()
            self._door.notify()

    def _serve(self, voice: Voice) -> None:
        with self._door:
            if not self._tasks:
                self._door.wait(_IDLE)
            if not self._tasks:
                return
            task, number = self._tasks.pop(0), self._number
            output = self._output(task)
            if output is None:
                return
            self._busy = True
        try:
            self._hear_out(task.begin(voice, output), number)
        except DeviceError:
            self._tasks.clear()
            raise
        finally:
            with self._door:
                self._busy, self._speaking = False, None

    def _hear_out(self, speaking: Speaking, number: int) -> None:
        with self._door:
            self._speaking = speaking
            if number != self._number:
                speaking.stop()
        while not speaking.wait(_LOOK):
            pass

    def _output(self, task: _Task) -> Output | None:
        output = Output.HEADPHONES if self._plugged else Output.LOUDSPEAKER
        return output if output in self._outputs and task.private == self.private else None


def _saying(sentence: Sentence, hearing: Hearing) -> _Begin:
    def begin(voice: Voice, output: Output) -> Speaking:
        pace, volume = hearing.pace.value, hearing.volume.value
        return voice.begin(Utterance(sentence.text, sentence.tongue.value, pace, volume, output))

    return begin

"""Voices that say texts, in headphones or out loud."""

from abc import abstractmethod
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from devices.device import Device


class Output(Enum):
    """Where a voice is heard."""

    LOUDSPEAKER = "loudspeaker"
    HEADPHONES = "headphones"


class Tone(Enum):
    """What a few notes mean: they are told apart by their melody, and none is the only one to say it."""

    CALL = "call"  # somebody is called back
    DONE = "done"  # it is done, or kept
    CARE = "care"  # it is not, or something is wrong
    TAKE = "take"  # something is to be taken along


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence in a spoken language (`mandarin`, `cantonese`, `english`, `uyghur`), ready for an engine.

    `pace` is words a minute (175 is how people read aloud), `volume` 0 to 100. `repr` does not show the text: it may be a name.
    """

    text: str = field(repr=False)
    tongue: str
    pace: int = 175
    volume: int = 60
    output: Output = Output.LOUDSPEAKER


class Speaking(Protocol):
    """A sentence that is being said."""

    def wait(self, seconds: float) -> bool:
        """Return whether it is over, waiting so long at most.

        Raises:
            DeviceError: it could not be said.
        """

    def stop(self) -> None:
        """Break off at once; may be called by any thread, also when it is over."""


class Voice(Device):
    """Says one sentence after the other. Nothing of what it said is kept."""

    @property
    @abstractmethod
    def outputs(self) -> frozenset[Output]:
        """Where it can be heard here."""

    def begin(self, utterance: Utterance) -> Speaking:
        """Begin to say a sentence; returns at once.

        Raises:
            DeviceError: there is no such output here (`NO_OUTPUT`) or language (`NO_LANGUAGE`), or the engine is missing.
        """
        with self._translated("speak"):
            return self._begin(utterance)

    def chime(self, volume: int, output: Output, tone: Tone = Tone.CALL) -> Speaking:
        """Begin to sound a few notes, less than a second; `volume` 0 to 100.

        Raises:
            DeviceError: there is no such output here (`NO_OUTPUT`).
        """
        with self._translated("sound a tone"):
            return self._chime(volume, output, tone)

    @abstractmethod
    def _begin(self, utterance: Utterance) -> Speaking: ...

    @abstractmethod
    def _chime(self, volume: int, output: Output, tone: Tone) -> Speaking: ...

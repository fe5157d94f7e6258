"""Voices: a sentence ends, whether it is said, broken off, or has no sound card to go to."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from devices.simulators.process import Simulated
from devices.voice import Output, Utterance, Voice
from devices.voice.espeak import EspeakVoice
from tests.faults.worlds.world import BrokenError, World


class VoiceWorld(World):
    """The real engine and the real player; the sound card is a file. Nothing is simulated."""

    simulator: ClassVar[tuple[str, ...]] = ()
    limit: ClassVar[float] = 12.0

    @classmethod
    def made(cls, _start: Callable[..., Simulated], folder: Path) -> "VoiceWorld":
        return cls(Simulated({"sound": str(folder / "sound.raw")}))

    def begin(self) -> None:
        self._card = True
        super().begin()

    def _tell(self, do: str, **more: object) -> dict[str, Any]:
        return {**more, "do": do}

    def _driver(self) -> Voice:
        return EspeakVoice(f"file:{self._simulated.where['sound']},raw")

    def _serve(self, _device: Voice) -> None:
        """It has nothing to tell."""

    def _mishap(self, _chance: random.Random) -> None:
        self._card = not self._card

    def use(self, chance: random.Random) -> None:
        output = Output.LOUDSPEAKER if self._card else Output.HEADPHONES
        tongue = chance.choice(("mandarin", "cantonese", "english"))
        utterance = Utterance("回执已打印，请取走。" * chance.randrange(1, 4), tongue, output=output)
        broken_off = not chance.randrange(3)

        def say(device: Voice) -> None:
            speaking = device.begin(utterance)
            if broken_off:
                speaking.stop()
            if not speaking.wait(10.0):
                speaking.stop()
                raise BrokenError("a sentence does not end")

        error = self.command(say)
        if error is None and not self._card and not broken_off:
            raise BrokenError("it was said to a sound card that the settings do not name")

"""Driver for the voices of espeak-ng, played by ALSA: two processes for each sentence, which end with it."""

import shutil
import subprocess
from contextlib import suppress

from devices.errors import ConfigurationError, StaffError
from devices.voice import Output, Speaking, Tone, Utterance, Voice
from devices.voice.tones import chime, silence

_ENGINE, _PLAYER = "espeak-ng", "aplay"
_VOICES = {"mandarin": "cmn-latn-pinyin", "cantonese": "yue", "english": "en-gb", "uyghur": "ug"}
_TRYING = 5.0
"""Seconds after which a sound card that takes no more is left to whoever plays there."""

_LOUDEST = 200  # espeak-ng's amplitude, of which 100 is its default


class EspeakVoice(Voice):
    """Speaks through espeak-ng. `loudspeaker` and `headphones` are names of ALSA devices (`aplay -L`), empty: there is none.

    The text reaches the engine through a pipe: a list of processes shows no words.
    """

    def __init__(self, loudspeaker: str = "", headphones: str = "") -> None:
        self._devices = {Output.LOUDSPEAKER: loudspeaker, Output.HEADPHONES: headphones}

    @property
    def outputs(self) -> frozenset[Output]:
        """Those that the settings name."""
        return frozenset(output for output, name in self._devices.items() if name)

    def _open(self) -> None:
        for program, package in ((_ENGINE, "espeak-ng"), (_PLAYER, "alsa-utils")):
            if shutil.which(program) is None:
                raise ConfigurationError("VOICE_MISSING", f"Install it: apt-get install {package}")
        for output in self.outputs:
            trial = _Sound(self._player(output), None, silence())
            if not trial.wait(_TRYING):
                trial.stop()
                trial.wait(_TRYING)

    def _close(self) -> None:
        """Nothing stays open between sentences."""

    def _begin(self, utterance: Utterance) -> Speaking:
        player = self._player(utterance.output)
        if utterance.tongue not in _VOICES:
            raise ConfigurationError("NO_LANGUAGE", f"espeak-ng is not asked to speak {utterance.tongue}.")
        loudness = round(utterance.volume / 100 * _LOUDEST)
        engine = [
            _ENGINE,
            "-v",
            _VOICES[utterance.tongue],
            "-s",
            str(utterance.pace),
            "-a",
            str(loudness),
            "-b",
            "1",
            "--stdin",
            "--stdout",
        ]
        return _Sound(player, engine, utterance.text.replace("\n", " ").encode())

    def _chime(self, volume: int, output: Output, tone: Tone) -> Speaking:
        return _Sound(self._player(output), None, chime(volume, tone))

    def _player(self, output: Output) -> list[str]:
        device = self._devices[output]
        if not device:
            raise ConfigurationError("NO_OUTPUT", f"Name an ALSA device: devices.voice.{output.value}")
        return [_PLAYER, "-q", "-D", device, "-"]


class _Sound:
    """A player, and before it an engine whose samples go straight into it: the first is heard while the last is not made yet."""

    def __init__(self, player: list[str], engine: list[str] | None, data: bytes) -> None:
        pipe = subprocess.PIPE
        self._engine = (
            subprocess.Popen(engine, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) if engine else None
        )
        source = self._engine.stdout if self._engine else pipe
        try:
            self._player = subprocess.Popen(player, stdin=source, stderr=pipe)
        except OSError:
            self._kill(self._engine)
            raise
        if self._engine and self._engine.stdout:
            self._engine.stdout.close()  # the player holds it: when that ends, the engine writes to nobody
        first = (self._engine or self._player).stdin
        if first is not None:
            with suppress(OSError), first:
                first.write(data)
        self._stopped = False

    def wait(self, seconds: float) -> bool:
        try:
            self._player.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        self._kill(self._engine)  # its samples are played, or never will be
        complaint = self._complaint()
        if self._player.returncode and not self._stopped:
            raise StaffError(
                "VOICE_SILENT", f"No sound: check the sound card and its name. {complaint}".strip()
            )
        return True

    def stop(self) -> None:
        self._stopped = True
        self._player.kill()
        if self._engine:
            self._engine.kill()

    def _kill(self, process: "subprocess.Popen[bytes] | None") -> None:
        if process is not None:
            process.kill()
            process.wait()

    def _complaint(self) -> str:
        """Return the last line of what the player complained of."""
        if self._player.stderr is None or self._player.stderr.closed:
            return ""
        with self._player.stderr as complaints:
            return complaints.read().decode(errors="replace").strip().rpartition("\n")[2]

"""Driver for the voices of espeak-ng, played by ALSA: two processes for each sentence, which end with it."""

import shutil
import subprocess
from contextlib import suppress

from devices.errors import ConfigurationError, StaffError
from devices.voice import Output, Speaking, Utterance, Voice

_ENGINE, _PLAYER = "espeak-ng", "aplay"
_VOICES = {"mandarin": "cmn-latn-pinyin", "cantonese": "yue", "english": "en-gb"}
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

    def _close(self) -> None:
        """Nothing stays open between sentences."""

    def _begin(self, utterance: Utterance) -> Speaking:
        device = self._devices[utterance.output]
        if not device:
            raise ConfigurationError(
                "NO_OUTPUT", f"Name an ALSA device: devices.voice.{utterance.output.value}"
            )
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
        return _Pipeline(engine, [_PLAYER, "-q", "-D", device, "-"], utterance.text)


class _Pipeline:
    """The engine's samples go straight into the player: the first is heard while the last is not made yet."""

    def __init__(self, engine: list[str], player: list[str], text: str) -> None:
        pipe = subprocess.PIPE
        self._engine = subprocess.Popen(engine, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        try:
            self._player = subprocess.Popen(player, stdin=self._engine.stdout, stderr=pipe)
        except OSError:
            self._engine.kill()
            self._engine.communicate()
            raise
        if self._engine.stdin is not None and self._engine.stdout is not None:
            self._engine.stdout.close()  # the player holds it: when that ends, the engine writes to nobody
            with suppress(OSError), self._engine.stdin as words:
                words.write(text.replace("\n", " ").encode())
        self._stopped = False

    def wait(self, seconds: float) -> bool:
        try:
            self._player.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        complaint = self._end()
        if self._player.returncode and not self._stopped:
            raise StaffError(
                "VOICE_SILENT", f"No sound: check the sound card and its name. {complaint}".strip()
            )
        return True

    def stop(self) -> None:
        self._stopped = True
        self._player.kill()
        self._engine.kill()

    def _end(self) -> str:
        """Let both processes go; return the last line of what the player complained of."""
        self._engine.kill()  # its samples are played, or never will be
        self._engine.wait()
        if self._player.stderr is None or self._player.stderr.closed:
            return ""
        with self._player.stderr as complaints:
            return complaints.read().decode(errors="replace").strip().rpartition("\n")[2]

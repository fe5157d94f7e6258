"""Each configured device, opened and asked."""

from config.settings import Devices, KeypadSettings
from devices import catalog
from devices.camera import LEGIBLE
from devices.errors import StaffError
from devices.touch_panel import TouchPanel
from devices.voice import Utterance
from provisioning.checks import Bench, Result, printers, readers
from provisioning.checks.asking import absent, asked, works

_TEST_WORDS = "语音正常"
_SAYING = 10.0
"""Seconds after which a sound card that still plays two words takes no sound."""


def devices(bench: Bench) -> tuple[Result, ...]:
    """What each device of the settings says; one that is not configured is none."""
    if bench.terminal is None:
        return (Result("device", ok=False, found="unknown"),)
    chosen = bench.terminal.settings.devices
    felt = {"keypad": chosen.keypad, "switches": chosen.switches, "headphones": chosen.headphones}
    keys = tuple(_keypad(name, each) for name, each in felt.items() if each.path)
    voice = (_voice(chosen),) if chosen.voice.loudspeaker or chosen.voice.headphones else ()
    camera = _camera(chosen, training=bench.terminal.settings.training)
    return (
        readers.cards("card-reader", chosen.card_reader),
        readers.cards("chip-reader", chosen.chip_reader),
        printers.receipts(chosen.printer),
        *printers.paper(chosen.printer, bench.home),
        printers.documents(chosen.document_printer),
        camera,
        *readers.document_lines(chosen),
        readers.codes(chosen.scanner),
        *voice,
        *keys,
        *((_touch_panel(chosen.touch_panel.path),) if chosen.touch_panel.path else ()),
    )


def _camera(chosen: Devices, *, training: bool) -> Result:
    """Say too whether it sees finely enough for papers; on a terminal to practise on that is no fault."""
    if not chosen.camera.source:
        return absent("camera")

    def ask() -> Result:
        with catalog.camera(chosen.camera) as camera:
            frame = camera.frame()
        size = "×".join(str(side) for side in frame.seen)
        if min(frame.seen) < LEGIBLE:
            values = {"device": "camera", "size": size, "needed": str(LEGIBLE)}
            return Result("device", ok=training, found="coarse", values=values)
        return works("camera", f"{chosen.camera.driver}, {size}")

    return asked("camera", ask)


def _voice(chosen: Devices) -> Result:
    def ask() -> Result:
        with catalog.voice(chosen.voice) as voice:
            for output in sorted(voice.outputs, key=lambda one: one.value):
                speaking = voice.begin(Utterance(_TEST_WORDS, "mandarin", output=output))
                if not speaking.wait(_SAYING):
                    speaking.stop()
                    raise StaffError("VOICE_SILENT", "The sound card takes no sound.")
        return works("voice", chosen.voice.driver)

    return asked("voice", ask)


def _keypad(name: str, choice: KeypadSettings) -> Result:
    def ask() -> Result:
        with catalog.keypad(choice) as keypad:
            keypad.next()
        return works(name, choice.path)

    return asked(name, ask)


def _touch_panel(path: str) -> Result:
    def ask() -> Result:
        TouchPanel(path).open()
        return works("touch-panel", path)

    return asked("touch-panel", ask)

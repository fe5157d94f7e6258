"""Each configured device, opened and asked."""

from collections.abc import Callable

from config.settings import Devices, KeypadSettings
from devices import catalog
from devices.camera import LEGIBLE
from devices.errors import DeviceError, StaffError
from devices.printer import Paper, ReceiptPrinter
from devices.printer.roll import FEW, Roll, kept
from devices.voice import Utterance
from provisioning.checks import Bench, Result

_TEST_WORDS = "语音正常"
_SAYING = 10.0
"""Seconds after which a sound card that still plays two words takes no sound."""


def devices(bench: Bench) -> tuple[Result, ...]:
    """What each device of the settings says; one that is not configured is none."""
    if bench.terminal is None:
        return (Result("device", ok=False, found="unknown"),)
    chosen = bench.terminal.settings.devices
    roll = kept(bench.home) if chosen.printer.address else None
    paper = (_paper(roll),) if roll else ()
    felt = {"keypad": chosen.keypad, "switches": chosen.switches, "headphones": chosen.headphones}
    keys = tuple(_keypad(name, each) for name, each in felt.items() if each.path)
    voice = (_voice(chosen),) if chosen.voice.loudspeaker or chosen.voice.headphones else ()
    camera = _camera(chosen, training=bench.terminal.settings.training)
    return (_card_reader(chosen), _printer(chosen), *paper, camera, *voice, *keys)


def _paper(roll: Roll) -> Result:
    """Return how many receipts the roll still gives, as far as it was counted."""
    count = roll.receipts_left
    return Result("paper", ok=count > FEW, found="left" if count > FEW else "few", values={"count": count})


def _card_reader(chosen: Devices) -> Result:
    if not chosen.card_reader.port:
        return _absent("card-reader")

    def ask() -> Result:
        with catalog.card_reader(chosen.card_reader) as reader:
            reader.card_present()
            number = reader.serial_number()
        return _works("card-reader", ", ".join(filter(None, (chosen.card_reader.driver, number))))

    return _asked("card-reader", ask)


def _printer(chosen: Devices) -> Result:
    if not chosen.printer.address:
        return _absent("printer")

    def ask() -> Result:
        with catalog.printer(chosen.printer) as printer:
            return _said(printer, chosen.printer.driver)

    return _asked("printer", ask)


def _said(printer: ReceiptPrinter, driver: str) -> Result:
    status = printer.status()
    if status.code != "OK":
        return Result("device", ok=False, found="refuses", values={"device": "printer", "code": status.code})
    if status.paper is Paper.LOW:
        return Result("device", ok=False, found="paper-low", values={"device": "printer"})
    return _works("printer", driver)


def _camera(chosen: Devices, *, training: bool) -> Result:
    """Say too whether it sees finely enough for papers; on a terminal to practise on that is no fault."""
    if not chosen.camera.source:
        return _absent("camera")

    def ask() -> Result:
        with catalog.camera(chosen.camera) as camera:
            frame = camera.frame()
        size = "×".join(str(side) for side in frame.seen)
        if min(frame.seen) < LEGIBLE:
            values = {"device": "camera", "size": size, "needed": str(LEGIBLE)}
            return Result("device", ok=training, found="coarse", values=values)
        return _works("camera", f"{chosen.camera.driver}, {size}")

    return _asked("camera", ask)


def _voice(chosen: Devices) -> Result:
    def ask() -> Result:
        with catalog.voice(chosen.voice) as voice:
            for output in sorted(voice.outputs, key=lambda one: one.value):
                speaking = voice.begin(Utterance(_TEST_WORDS, "mandarin", output=output))
                if not speaking.wait(_SAYING):
                    speaking.stop()
                    raise StaffError("VOICE_SILENT", "The sound card takes no sound.")
        return _works("voice", chosen.voice.driver)

    return _asked("voice", ask)


def _keypad(name: str, choice: KeypadSettings) -> Result:
    def ask() -> Result:
        with catalog.keypad(choice) as keypad:
            keypad.next()
        return _works(name, choice.path)

    return _asked(name, ask)


def _asked(device: str, ask: Callable[[], Result]) -> Result:
    try:
        return ask()
    except DeviceError as error:
        values = {"device": device, "code": error.code, "message": error.message}
        return Result("device", ok=False, found=error.action.value.replace("_", "-"), values=values)
    except ImportError as error:
        values = {"device": device, "reason": str(error)}
        return Result("device", ok=False, found="library", values=values)


def _absent(device: str) -> Result:
    return Result("device", ok=True, found="absent", values={"device": device})


def _works(device: str, how: str) -> Result:
    return Result("device", ok=True, found="works", values={"device": device, "how": how})

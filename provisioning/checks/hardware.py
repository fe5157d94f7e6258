"""Each configured device, opened and asked."""

from collections.abc import Callable

from config.settings import Devices
from devices import catalog
from devices.errors import DeviceError
from devices.printer import Paper, ReceiptPrinter
from devices.printer.roll import FEW, Roll, kept
from provisioning.checks import Bench, Result


def devices(bench: Bench) -> tuple[Result, ...]:
    """What each device of the settings says; one that is not configured is none."""
    if bench.terminal is None:
        return (Result("device", ok=False, found="unknown"),)
    chosen = bench.terminal.settings.devices
    roll = kept(bench.home) if chosen.printer.address else None
    paper = (_paper(roll),) if roll else ()
    return (_card_reader(chosen), _printer(chosen), *paper, _camera(chosen))


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


def _camera(chosen: Devices) -> Result:
    if not chosen.camera.source:
        return _absent("camera")

    def ask() -> Result:
        with catalog.camera(chosen.camera) as camera:
            frame = camera.frame()
        return _works("camera", f"{chosen.camera.driver}, {frame.width}×{frame.height}")

    return _asked("camera", ask)


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

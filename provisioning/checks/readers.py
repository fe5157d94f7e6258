"""The readers of cards and codes, opened and asked. Nothing that lies on them is read."""

from contextlib import suppress
from pathlib import Path

from config.settings import CardReaderSettings, Devices, ScannerSettings
from devices import catalog
from devices.camera.zone import FONT
from devices.errors import RetryError
from provisioning.checks import Result
from provisioning.checks.asking import absent, asked, works


def cards(device: str, chosen: CardReaderSettings) -> Result:
    """Return how a reader of cards is: `card-reader` of identity cards, `chip-reader` of chip cards."""
    if not chosen.port:
        return absent(device)

    def ask() -> Result:
        with catalog.card_reader(chosen) as reader:
            reader.card_present()
            number = reader.serial_number()
        return works(device, ", ".join(filter(None, (chosen.driver, number))))

    return asked(device, ask)


def codes(chosen: ScannerSettings) -> Result:
    """Return how the scanner is; a code that is held before it meanwhile is forgotten."""
    if not chosen.port:
        return absent("scanner")

    def ask() -> Result:
        with catalog.scanner(chosen) as scanner, suppress(RetryError):  # a code came in part: it scans
            scanner.scan()
        return works("scanner", chosen.driver)

    return asked("scanner", ask)


def document_lines(chosen: Devices, font: Path = FONT) -> tuple[Result, ...]:
    """Return whether the camera can read the lines of travel documents; nothing where none of these signs in."""
    if not chosen.camera.source or not (chosen.card_reader.csca or chosen.chip_reader.csca):
        return ()
    ready = font.is_file()
    return (Result("document-lines", ok=ready, found="ready" if ready else "missing"),)

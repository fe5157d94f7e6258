"""Every simulated device with every driver that talks to it, and how often a schedule happens there."""

from tests.faults.worlds.cameras import ApartCameraWorld, CameraWorld
from tests.faults.worlds.chip_cards import ChipCardWorld
from tests.faults.worlds.documents import DocumentWorld
from tests.faults.worlds.keypads import KeypadWorld
from tests.faults.worlds.printers import (
    FilePrinterWorld,
    PrinterWorld,
    SerialPrinterWorld,
    UsbPrinterWorld,
)
from tests.faults.worlds.readers import OnePairReaderWorld, ReaderWorld, TcpReaderWorld, UsbReaderWorld
from tests.faults.worlds.scanners import CameraScannerWorld, ScannerWorld, TcpScannerWorld
from tests.faults.worlds.voices import VoiceWorld
from tests.faults.worlds.world import World

#: Worlds, and how many of a hundred schedules happen in each; those that wait for real time are rarer.
WORLDS: dict[type[World], int] = {
    PrinterWorld: 12,
    SerialPrinterWorld: 10,
    FilePrinterWorld: 8,
    UsbPrinterWorld: 8,
    ReaderWorld: 12,
    TcpReaderWorld: 6,
    UsbReaderWorld: 6,
    OnePairReaderWorld: 5,
    ChipCardWorld: 8,
    ScannerWorld: 8,
    TcpScannerWorld: 4,
    CameraScannerWorld: 4,
    CameraWorld: 3,
    ApartCameraWorld: 2,
    DocumentWorld: 2,
    KeypadWorld: 1,
    VoiceWorld: 1,
}

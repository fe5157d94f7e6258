"""Driver for identity card readers that speak SDT over a serial line: any tty or pyserial URL."""

import time
from collections.abc import Callable

from devices.card_reader.sdt.reader import SdtReader
from devices.serial_line import SerialLine


class SdtSerialReader(SdtReader):
    """The reader at `port`, a tty's path or a pyserial URL, which is first spoken to at `baud`."""

    def __init__(self, port: str, baud: int = 115200, *, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(SerialLine(port, baud), now)

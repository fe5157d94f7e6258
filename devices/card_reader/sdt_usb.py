"""Driver for identity card readers that speak SDT over USB bulk pipes: two pairs (SAM directly) or one."""

import time
from collections.abc import Callable
from typing import Any

from devices.card_reader.sdt.reader import SdtReader
from devices.card_reader.usb_line import UsbLine


class SdtUsbReader(SdtReader):
    """The reader with the USB ids `port`, `0400:c35a` as a SAM directly on USB has them; see `UsbLine`."""

    def __init__(
        self, port: str = "0400:c35a", *, backend: Any = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(UsbLine(port, backend), now)

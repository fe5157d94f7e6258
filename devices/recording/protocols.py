"""The protocols that can be recorded over a line, and what scrubs each."""

from collections.abc import Callable, Mapping

from devices.recording.codes import CodeScrubber
from devices.recording.identity_cards import IdentityCardScrubber
from devices.recording.receipts import ReceiptScrubber
from devices.recording.scrubbing import Scrubber

LINES: Mapping[str, Callable[[], Scrubber]] = {
    "sdt": IdentityCardScrubber,
    "escpos": ReceiptScrubber,
    "scanner": CodeScrubber,
}
CHIP_CARDS = "pcsc"

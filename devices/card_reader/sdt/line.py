"""What carries the bytes between the terminal and an SDT reader: a serial line, or pipes on USB."""

from typing import Protocol

from devices.card_reader.sdt.conversation import Line


class CardLine(Line, Protocol):
    """What carries the bytes, opened and closed; a serial line also has a rate."""

    baud: int

    @property
    def is_open(self) -> bool:
        """Whether it was opened and not closed since."""

    @property
    def has_rate(self) -> bool:
        """Whether `baud` means anything."""

    def open(self) -> None:
        """Open it for us alone; raises DeviceError."""

    def close(self) -> None:
        """Let it go; never fails."""

    def set_baud(self, baud: int, /) -> None:
        """Change the rate."""

"""The contract of every device: cheap to construct, opened and closed explicitly, errors closed at the boundary."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from devices.errors import DeviceError, StaffError


class Device(ABC):
    """One piece of hardware behind one driver. Used by one thread at a time.

    Drivers implement the underscored methods and may raise anything there; callers only ever see `DeviceError`.
    """

    #: Exceptions of this driver's libraries that mean "the device is gone or silent".
    gone: tuple[type[Exception], ...] = (OSError,)

    def open(self) -> None:
        """Make the device ready. Opening an open device does nothing.

        Raises:
            DeviceError: it cannot be reached or is not what the settings say.
        """
        with self._translated("open"):
            self._open()

    def close(self) -> None:
        """Let the device go. Never raises; closing twice does nothing."""
        try:
            self._close()
        except self.gone:
            return  # it is gone already, which is what was asked

    def end(self) -> None:
        """Close it, and let go of what a driver keeps for opening it again soon. Never raises."""
        self.close()

    def __enter__(self) -> Self:
        try:
            self.open()
        except DeviceError:
            self.end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    @contextmanager
    def _translated(self, doing: str) -> Iterator[None]:
        try:
            yield
        except DeviceError:
            raise
        except self.gone as error:
            raise StaffError("DEVICE_GONE", f"Could not {doing}: check the cable and the power.") from error

    @abstractmethod
    def _open(self) -> None: ...

    @abstractmethod
    def _close(self) -> None: ...

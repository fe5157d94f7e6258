"""Codes and the scanners that read them: QR, Data Matrix, PDF417, Code 128.

What a code says is a text and nothing else: an address in it is never opened, a command in it never obeyed.
"""

import re
import unicodedata
from abc import abstractmethod
from dataclasses import dataclass
from enum import Enum

from devices.device import Device


class Symbology(Enum):
    """The kind of code; `UNKNOWN` when the scanner does not say."""

    QR = "qr"
    DATA_MATRIX = "data_matrix"
    PDF417 = "pdf417"
    CODE_128 = "code_128"
    UNKNOWN = "unknown"


#: Codes that pay when somebody else reads them too: shown by a payer (WeChat, Alipay, UnionPay, e-CNY), or by a payee.
_PAYMENT = re.compile(
    r"(1[0-5]\d{16}|(2[5-9]|30)\d{14,22}|(62|01)\d{17}|wxp://.*|https://qr\.(alipay|95516)\.com/.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, repr=False)
class Code:
    """What was scanned: `text` without control characters. `repr` shows the kind only: the text may pay, or be a name."""

    text: str
    symbology: Symbology = Symbology.UNKNOWN

    @property
    def is_payment(self) -> bool:
        """Whether somebody could be made to pay with it: it is then never shown, logged or kept."""
        return _PAYMENT.fullmatch(self.text) is not None

    def __repr__(self) -> str:
        return f"Code({self.symbology.value})"


def plain(text: str) -> str:
    """Return a code's text without control, format and unassigned characters, and without blanks at its ends."""
    return "".join(each for each in text if unicodedata.category(each)[0] != "C").strip()


class Scanner(Device):
    """Reads codes that are held before it, one after the other."""

    def scan(self) -> Code | None:
        """Return the next code, or None when there was none within a moment.

        A code is returned once: one that stays in a camera's view has to leave it first. What was scanned before `open`
        is never returned.

        Raises:
            RetryError: a code came garbled or in part (`SCAN_GARBLED`, `SCAN_INCOMPLETE`): hold it there again.
            DeviceError: the scanner itself has trouble.
        """
        with self._translated("scan a code"):
            return self._scan()

    @abstractmethod
    def _scan(self) -> Code | None: ...

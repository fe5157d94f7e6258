"""Events of the world around a session: time, releases, the network, devices, the queue."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from config.catalogue import Catalogue
from config.settings import Settings
from config.working_days import NOT_KNOWN, WorkingDays


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The deadline of the state that was entered as number `entered` has passed."""

    entered: int


@dataclass(frozen=True, slots=True)
class DayBegan:
    """The terminal's local date is now `today`; posted at start and at midnight."""

    today: date


@dataclass(frozen=True, slots=True)
class ReleaseActivated:
    """Settings, catalogue and working days that are in force from now on; only posted while nobody is in session."""

    settings: Settings
    catalogue: Catalogue
    working_days: WorkingDays = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class NetworkChanged:
    """Whether the platform answers, as last measured."""

    online: bool


class DeviceClass(Enum):
    """The classes of device a journey knows about."""

    CARD_READER = "card_reader"
    PRINTER = "printer"
    CAMERA = "camera"
    DOCUMENT_PRINTER = "document_printer"
    CHIP_READER = "chip_reader"
    SCANNER = "scanner"
    VOICE = "voice"
    KEYPAD = "keypad"
    TOUCH_PANEL = "touch_panel"


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """A device works or does not, after damping; `code` names the state for the staff (for example `PAPER_OUT`)."""

    device: DeviceClass
    working: bool
    code: str = ""


@dataclass(frozen=True, slots=True)
class HeadphonesChanged:
    """Headphones were plugged in, or pulled."""

    plugged: bool


@dataclass(frozen=True, slots=True)
class FullResidents:
    """Those from whom the queue takes no more today: the digests it tells them apart by, and the day's salt of these."""

    salt: bytes = field(default=b"", repr=False)
    digests: frozenset[str] = field(default=frozenset(), repr=False)

    def has(self, number: str) -> bool:
        """Whether the resident with this number is one of them."""
        if not self.digests:
            return False
        full = hmac.new(self.salt, number.encode(), hashlib.sha256).hexdigest()
        return any(full.startswith(digest) for digest in self.digests)


NOBODY = FullResidents()


@dataclass(frozen=True, slots=True)
class AdmissionChanged:
    """What the queue takes now: `closed` says why it takes nothing (a code, else ""), `full` are items of which no more."""

    closed: str = ""
    full: frozenset[str] = frozenset()
    residents: FullResidents = NOBODY

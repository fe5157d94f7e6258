"""Identity cards and the readers that read them."""

from abc import abstractmethod
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from devices.device import Device


class CardKind(Enum):
    """Which card it is."""

    RESIDENT = "resident"
    FOREIGN_PERMANENT_RESIDENT = "foreign_permanent_resident"
    HK_MACAU_TAIWAN_RESIDENT = "hk_macau_taiwan_resident"
    SOCIAL_SECURITY = "social_security"
    TRAVEL_DOCUMENT = "travel_document"
    UID = "uid"


class Sex(Enum):
    """Sex after GB/T 2261.1; everything but 1 and 2 is unknown."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """What a card says about its holder. `repr` shows the kind only.

    `valid_until` is None when the card is valid for long (长期) or has no such field; `long_term` tells them apart.
    """

    kind: CardKind
    name: str = ""
    id_number: str = ""
    english_name: str = ""
    sex: Sex | None = None
    ethnicity: str = ""
    birth_date: date | None = None
    address: str = ""
    issuing_authority: str = ""
    nationality: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    long_term: bool = False
    card_number: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Card({self.kind.value})"


class CardReader(Device):
    """Reads one card at a time by polling; there is no insertion event in the SDT protocol."""

    def read_card(self) -> Card | None:
        """Return the card that was newly laid on the reader, or None when there is none.

        A card that was read is returned once; it must be lifted before it is found again.

        Raises:
            ResidentError: a card lies there but could not be read, or is not an identity card.
            DeviceError: the reader itself has trouble.
        """
        with self._translated("read the card"):
            return self._read_card()

    def card_present(self) -> bool:
        """Whether a card lies on the reader, as far as the reader can tell.

        Raises:
            DeviceError: the reader has trouble.
        """
        with self._translated("ask the reader"):
            return self._card_present()

    def serial_number(self) -> str:
        """Return the number by which this reader is known, as printed on it; empty when it tells none.

        Raises:
            DeviceError: the reader has trouble.
        """
        with self._translated("ask the reader"):
            return self._serial_number()

    def _serial_number(self) -> str:
        return ""

    @abstractmethod
    def _read_card(self) -> Card | None: ...

    @abstractmethod
    def _card_present(self) -> bool: ...

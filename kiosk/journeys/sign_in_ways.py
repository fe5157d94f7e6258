"""By which ways somebody can say who they are: those that the item's level accepts and that work at this terminal now."""

from enum import Enum

from config.catalogue import Item
from devices.card_reader import Card, CardKind
from kiosk.events.world import DeviceClass
from kiosk.journeys.outside import Outside

PLATFORM = "platform"
"""What a card says of its holder that only the platform knows."""

IDENTITY = (CardKind.RESIDENT, CardKind.FOREIGN_PERMANENT_RESIDENT, CardKind.HK_MACAU_TAIWAN_RESIDENT)


class Way(Enum):
    """A way; the value names its texts."""

    IDENTITY_CARD = "identity-card"
    SOCIAL_CARD = "social-card"
    TRAVEL_DOCUMENT = "travel-document"
    APP_CODE = "app-code"


_ACCEPTED = {
    "L0": (),
    "L1": tuple(Way),
    "L2": tuple(Way),
    "L3": (Way.IDENTITY_CARD, Way.APP_CODE),
}
"""By sign-in level of the catalogue. L2 asks for a holder check besides, which a phone's code brings along; for an
organisation its operator comes with an identity of their own."""


def accepted(item: Item) -> tuple[Way, ...]:
    """Return the ways by which an item lets people in, the most usual first."""
    return _ACCEPTED[item.sign_in]


def ways(outside: Outside, item: Item) -> tuple[Way, ...]:
    """Return those of them that work now."""
    return tuple(way for way in accepted(item) if _works(outside, way))


def way_of(card: Card) -> Way | None:
    """Return the way that a card is; None for one that says nobody's identity."""
    if card.kind in IDENTITY:
        return Way.IDENTITY_CARD
    if card.kind is CardKind.SOCIAL_SECURITY and (card.id_number or is_to_be_found(card)):
        return Way.SOCIAL_CARD
    if card.kind is CardKind.TRAVEL_DOCUMENT and is_verified(card):
        return Way.TRAVEL_DOCUMENT
    return None


def is_verified(document: Card) -> bool:
    """Whether the signature of a travel document's state was verified: without it anybody can write such a chip."""
    return document.extra.get("authenticity") == "verified"


def is_to_be_found(card: Card) -> bool:
    """Whether only the platform knows who holds a card: one of version 3.0 says its number alone."""
    return not card.id_number and bool(card.card_number) and card.extra.get("holder") == PLATFORM


def _works(outside: Outside, way: Way) -> bool:
    match way:
        case Way.IDENTITY_CARD:
            return outside.works(DeviceClass.CARD_READER)
        case Way.SOCIAL_CARD:
            return outside.works(DeviceClass.CHIP_READER)
        case Way.TRAVEL_DOCUMENT:
            devices = outside.settings.devices
            readers = (
                (DeviceClass.CARD_READER, devices.card_reader),
                (DeviceClass.CHIP_READER, devices.chip_reader),
            )
            return any(bool(reader.csca) and outside.works(device) for device, reader in readers)
        case Way.APP_CODE:
            return outside.works(DeviceClass.SCANNER) and outside.online

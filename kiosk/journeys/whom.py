"""For whom something is done, as the catalogue allows it for an item."""

from enum import Enum

from config.catalogue import Catalogue, Item
from kiosk.events.world import DeviceClass
from kiosk.journeys.outside import Outside

ENTRUSTED = "items:agency"
"""What the catalogue calls the items that may be entrusted to an agent, as options of a field."""

_LEGAL, _PRINT = "legal", "print"
_FAMILY = frozenset({"guardian", "relative", "authorised"})


class Whom(Enum):
    """For whom; the value goes into the transaction."""

    SELF = "self"
    FAMILY = "family"  # whoever lays the first card acts for one of their family
    AGENCY = "agency"  # a registered agent acts for a resident (代办)
    ORGANISATION = "legal"  # whoever laid the card acts for an organisation (单位经办人)


ACTING = (Whom.FAMILY, Whom.AGENCY)
"""Those where one person acts and another one is concerned, each with a card of their own."""


def ways(catalogue: Catalogue, item: Item) -> tuple[Whom, ...]:
    """Return for whom an item can be done here, oneself first."""
    if is_for_organisations(item):
        return (Whom.ORGANISATION,)
    organisation = (Whom.ORGANISATION,) if _LEGAL in item.subjects and item.sign_in != "L0" else ()
    if not item.agency.allowed or item.kind == _PRINT:
        return (Whom.SELF, *organisation)  # a document is put into the hand of whom it is about
    family = _FAMILY.intersection(item.agency.by) and not entrusts(catalogue, item)
    agent = "agent" in item.agency.by
    return (Whom.SELF, *((Whom.FAMILY,) if family else ()), *((Whom.AGENCY,) if agent else ()), *organisation)


def offered(outside: Outside, item: Item) -> tuple[Whom, ...]:
    """Return those of them that work now: which organisation it is, the scanner and the platform must say."""
    can_tell = outside.online and outside.works(DeviceClass.SCANNER)
    return tuple(one for one in ways(outside.catalogue, item) if can_tell or one is not Whom.ORGANISATION)


def is_for_organisations(item: Item) -> bool:
    """Whether an item is an organisation's only: it signs in by its code and its operator."""
    return item.sign_in == "L3"


def entrusts(catalogue: Catalogue, item: Item) -> bool:
    """Whether the item itself is to entrust a matter to an agent: its form asks which matter."""
    fields = (field for name in item.form for field in catalogue.field_sets[name].fields)
    return any(field.options == ENTRUSTED for field in fields)

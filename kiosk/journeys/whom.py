"""For whom something is done, as the catalogue allows it for an item."""

from enum import Enum

from config.catalogue import Catalogue, Item

ENTRUSTED = "items:agency"
"""What the catalogue calls the items that may be entrusted to an agent, as options of a field."""

_FAMILY = frozenset({"guardian", "relative", "authorised"})


class Whom(Enum):
    """For whom; the value goes into the transaction."""

    SELF = "self"
    FAMILY = "family"  # whoever lays the first card acts for one of their family
    AGENCY = "agency"  # a registered agent acts for a resident (代办)


ACTING = (Whom.FAMILY, Whom.AGENCY)
"""Those where one person acts and another one is concerned, each with a card of their own."""


def ways(catalogue: Catalogue, item: Item) -> tuple[Whom, ...]:
    """Return for whom an item can be done here, oneself first; nobody acts for an organisation in these ways."""
    if item.sign_in == "L3" or not item.agency.allowed:
        return (Whom.SELF,)
    family = _FAMILY.intersection(item.agency.by) and not entrusts(catalogue, item)
    agent = "agent" in item.agency.by
    return (Whom.SELF, *((Whom.FAMILY,) if family else ()), *((Whom.AGENCY,) if agent else ()))


def entrusts(catalogue: Catalogue, item: Item) -> bool:
    """Whether the item itself is to entrust a matter to an agent: its form asks which matter."""
    fields = (field for name in item.form for field in catalogue.field_sets[name].fields)
    return any(field.options == ENTRUSTED for field in fields)

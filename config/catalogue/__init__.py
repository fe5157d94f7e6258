"""The service catalogue: typed, frozen, bilingual; the same data for journeys, the platform and the publisher."""

from config.catalogue.model import (
    Catalogue,
    Department,
    Field,
    FieldSet,
    FieldType,
    Item,
    LifeEvent,
    Material,
    MaterialNeed,
    Option,
    Region,
)

__all__ = [
    "Catalogue",
    "Department",
    "Field",
    "FieldSet",
    "FieldType",
    "Item",
    "LifeEvent",
    "Material",
    "MaterialNeed",
    "Option",
    "Region",
]

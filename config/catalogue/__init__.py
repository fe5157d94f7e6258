"""The service catalogue: typed, frozen, bilingual; the same data for journeys, the platform and the publisher."""

from config.catalogue.model import (
    Catalogue,
    Department,
    Field,
    FieldSet,
    FieldType,
    FormRule,
    Item,
    LifeEvent,
    Material,
    MaterialNeed,
    Option,
    Region,
    SiteTier,
    Term,
)

__all__ = [
    "Catalogue",
    "Department",
    "Field",
    "FieldSet",
    "FieldType",
    "FormRule",
    "Item",
    "LifeEvent",
    "Material",
    "MaterialNeed",
    "Option",
    "Region",
    "SiteTier",
    "Term",
]

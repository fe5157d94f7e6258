"""The papers of an item: how each is given at this terminal, and what may stand in for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from config.catalogue import Catalogue, Field, FieldType, Item, Material, MaterialNeed


class Way(Enum):
    """How a material reaches the office."""

    CARD = "card"  # read from the identity card
    SIGNED = "signed"  # signed on the screen
    SHARED = "shared"  # offices check it among themselves
    QUESTION = "question"  # photographed in a question of the form
    CAMERA = "camera"  # photographed from the checklist


_CARD_SIDES = 2
_MANY = 12
_PAGES = {
    "a4_multi": _MANY,
    "a5_multi": _MANY,
    "a5_pages": _MANY,
    "qr_upload": _MANY,
    "photo": 3,
    "card_face": _CARD_SIDES,
}
_SHEETS = {
    "card_face": 1.586,
    "a5_multi": 1.41,
    "a5_pages": 1.41,
    "photo": 0.0,
    "portrait": 0.75,
    "code": 0.0,
}


@dataclass(frozen=True, slots=True)
class Need:
    """One material of an item. `key` names it in the transaction; `most` pages are taken of it."""

    key: str
    material: Material
    required: bool
    way: Way
    shareable: bool

    @property
    def most(self) -> int:
        """The most pages that are taken."""
        return _PAGES.get(self.material.capture, 1)

    @property
    def sheet(self) -> float:
        """The shape of the guide frame, width / height (ISO 216 and ID-1); 0 for no frame."""
        return _SHEETS.get(self.material.capture, 0.707)

    @property
    def declarable(self) -> bool:
        """Whether a commitment may replace it (告知承诺)."""
        return self.material.prefer == "declare"

    @property
    def blocking(self) -> bool:
        """Whether nothing else than a photograph will do: neither optional, nor shared, nor declared."""
        return self.way is Way.CAMERA and self.required and not self.shareable and not self.declarable


def needs(catalogue: Catalogue, item: Item) -> tuple[Need, ...]:
    """Return the materials of an item, in the catalogue's order.

    What is signed only when somebody acts for the resident (an optional signature) is left out.
    """
    found = (_need(catalogue, item, need) for need in item.materials)
    return tuple(need for need in found if need.required or need.way is not Way.SIGNED)


def added(catalogue: Catalogue, item: Item, key: str) -> Need:
    """Return a material that a rule of the form adds to an item."""
    shareable = catalogue.materials[key].prefer == "shared"
    return _need(catalogue, item, MaterialNeed(ref=key, required=True, waive_if_shared=shareable))


def asked_for(catalogue: Catalogue, key: str) -> Need:
    """Return a material that the authority has asked for: it is photographed, whatever else might have done before."""
    return Need(key, catalogue.materials[key], required=True, way=Way.CAMERA, shareable=False)


def needs_camera(catalogue: Catalogue, item: Item) -> bool:
    """Whether an item cannot be applied for without photographs."""
    asked = any(field.required for field in _photos(catalogue, item))
    return asked or any(need.blocking for need in needs(catalogue, item))


def _need(catalogue: Catalogue, item: Item, need: MaterialNeed) -> Need:
    material = catalogue.materials[need.ref]
    return Need(need.ref, material, need.required, _way(catalogue, item, material), need.waive_if_shared)


def _way(catalogue: Catalogue, item: Item, material: Material) -> Way:
    match material.capture:
        case "reader":
            return Way.CARD
        case "sign":
            return Way.SIGNED
        case "none":
            return Way.SHARED
        case "photo" if any(_photos(catalogue, item)):
            return Way.QUESTION
        case _:
            return Way.CAMERA


def _photos(catalogue: Catalogue, item: Item) -> Iterator[Field]:
    """The fields of the form that ask for photographs."""
    fields = (field for name in item.form for field in catalogue.field_sets[name].fields)
    return (field for field in fields if field.type is FieldType.PHOTO)

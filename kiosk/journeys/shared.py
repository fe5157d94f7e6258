"""What departments hold, as values of this form: which of it fits, what the resident wants with it (pure)."""

from collections.abc import Container, Mapping
from dataclasses import replace

from config.catalogue import Field, FieldType, Item
from kiosk.journeys.form.answers import Address
from kiosk.journeys.materials import Need, Way
from kiosk.journeys.session import Session
from kiosk.profile import Profile, Shared, Use

_PREFILL = "shared:"
_TEXTS = frozenset(
    {FieldType.INTEGER, FieldType.ADDRESS, FieldType.REPEAT, FieldType.BOOLEAN, FieldType.MULTISELECT}
)
"""Types whose values are no text in JSON."""


def is_shared(field: Field) -> bool:
    """Whether departments may hold what a field asks for."""
    return field.prefill.startswith(_PREFILL)


def canonical(field: Field, value: object) -> object:
    """Return a value of JSON as the form keeps it; None for what cannot be one of this field."""
    match value:
        case bool():
            return None
        case int() if field.type is FieldType.INTEGER:
            return value
        case str() if field.type not in _TEXTS:
            return value
        case {"region": str(region), "detail": str(detail)} if field.type is FieldType.ADDRESS:
            return Address(region, detail)
        case _:
            return None


def used(session: Session) -> frozenset[str]:
    """Return the paths of the values that the resident takes over."""
    return frozenset(path for path, use in session.uses.items() if use is Use.USED)


def lifted(session: Session, needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Return the papers of an application with those that departments prove no longer to be given."""
    waived = waived_of(session)
    if not waived:
        return needs
    return tuple(
        replace(one, way=Way.SHARED) if one.key in waived and one.shareable else one for one in needs
    )


def waived_of(session: Session) -> frozenset[str]:
    """Return the keys of the papers that departments prove, once the resident has agreed to it."""
    return session.profile.waived if session.profile else frozenset()


def hinted(session: Session, offered: Container[str]) -> tuple[str, ...]:
    """Return the items the resident may be entitled to, of those `offered` here, besides the one in hand."""
    codes = session.profile.hints if session.profile else ()
    return tuple(code for code in codes if code in offered and code != session.item)


def document(session: Session) -> Mapping[str, object]:
    """Return what a transaction says of it: what was taken over, what was not, what a source is asked to correct."""
    profile: Profile | None = session.profile
    if profile is None:
        return {}
    sources = {one.path: one.source for one in profile.values}
    said = {
        use.value: sorted(path for path, chosen in session.uses.items() if chosen is use)
        for use in (Use.USED, Use.DECLINED)
    }
    wrong = sorted(path for path, chosen in session.uses.items() if chosen is Use.WRONG)
    corrections = [{"field": path, "source": sources[path]} for path in wrong]
    return {
        "shared": {
            "as_of": profile.as_of,
            **said,
            "wrong": corrections,
            "waived": sorted(profile.waived),
        }
    }


def offers(item: Item, fields: tuple[Field, ...]) -> bool:
    """Whether departments may hold anything that this item asks for."""
    return any(map(is_shared, fields)) or any(one.waive_if_shared for one in item.materials)


def fitting(profile: Profile, fields: Mapping[str, Field]) -> tuple[Shared, ...]:
    """Return the values that are of fields of this form."""
    return tuple(
        one
        for one in profile.values
        if (field := fields.get(one.path)) and is_shared(field) and canonical(field, one.value) is not None
    )

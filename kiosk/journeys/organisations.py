"""What an organisation in session means for the application in hand: papers, answers, the document (pure)."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.journeys.form.answers import Address
from kiosk.journeys.materials import Need, Way
from kiosk.journeys.session import Session
from kiosk.organisation import BY_LETTER, Organisation

_LICENCE, _LETTER = "e_licence", "org_auth"
"""The catalogue's papers that say that it is the organisation, and that somebody may act for it."""

_FORM = "legal_entity"


def lifted(session: Session, needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Return the papers with those that the code has shown no longer to be given; a letter that stands for the register must be."""
    organisation = session.organisation
    return tuple(_lifted(organisation, one) for one in needs) if organisation else needs


def known(session: Session) -> Mapping[str, object]:
    """Return what the register has answered of the form, by field key."""
    one = session.organisation
    if one is None:
        return {}
    said = {
        "org_name": one.name.zh,
        "uscc": one.uscc,
        "legal_rep": one.representative,
        "org_address": Address(*one.address) if one.address[1] else None,
        "org_phone": one.phone.replace("-", ""),
    }
    return {key: value for key, value in said.items() if value}


def settled(session: Session) -> frozenset[str]:
    """Return the paths that the register has answered, which are not asked."""
    return frozenset(f"{_FORM}.{key}" for key in known(session))


def document(session: Session) -> Mapping[str, object]:
    """Return what a transaction says of it."""
    one = session.organisation
    if one is None:
        return {}
    authority = BY_LETTER if one.authority == BY_LETTER else "register"
    return {
        "organisation": {"uscc": one.uscc, "name": one.name.zh, "check": one.check, "authority": authority}
    }


def _lifted(organisation: Organisation, need: Need) -> Need:
    if need.key == _LICENCE:
        return replace(need, way=Way.SHARED)
    if need.key == _LETTER and organisation.authority != BY_LETTER:
        return replace(need, way=Way.SHARED)
    return need

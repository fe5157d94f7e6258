"""Numbers of identity documents: which shapes there are, and what is wrong with one."""

import re

from config.catalogue.identifiers import is_citizen_number, is_foreigner_number
from devices.card_reader import CardKind
from kiosk.journeys.form.fault import Fault, fault

CITIZEN, FOREIGNER, HK_MACAU, TAIWAN, RESIDENCE_PERMIT, OTHER = "111", "553", "516", "511", "554", "999"
"""Kinds of documents as the catalogue's list `id_type` codes them (GA/T 517)."""

OF_CARD = {
    CardKind.RESIDENT: CITIZEN,
    CardKind.SOCIAL_SECURITY: CITIZEN,
    CardKind.FOREIGN_PERMANENT_RESIDENT: FOREIGNER,
    CardKind.HK_MACAU_TAIWAN_RESIDENT: RESIDENCE_PERMIT,
    CardKind.TRAVEL_DOCUMENT: OTHER,
}
"""The kind of document that a card is."""

_LENGTH = 18
_DIGITS = re.compile(r"[0-9]+X?")
_HK_MACAU = re.compile(r"[HM][0-9]{8}([0-9]{2})?")
_TAIWAN = re.compile(r"[0-9]{8}|[0-9]{10}[A-Z]?")
_OTHER = re.compile(r"[0-9A-Z][0-9A-Z()/-]{3,29}")


def number_fault(number: str, kind: str = "") -> Fault | None:
    """Return what is wrong with a document's number, None when it can be right.

    `kind` is a code of `id_type`. Without one, a number of digits is that of a citizen or a Taiwan permit, and what has
    letters is a permit or passport.
    """
    match kind:
        case "111" | "554":
            return _citizen_fault(number)
        case "553":
            return None if is_foreigner_number(number) else fault("foreigner")
        case "516":
            return None if _HK_MACAU.fullmatch(number) else fault("permit-hk")
        case "511":
            return None if _TAIWAN.fullmatch(number) else fault("permit-tw")
        case "":
            return _unknown_fault(number)
        case _:
            return None if _OTHER.fullmatch(number) else fault("document")


def _unknown_fault(number: str) -> Fault | None:
    if _DIGITS.fullmatch(number) and not re.fullmatch(r"[0-9]{8}", number):
        return _citizen_fault(number)
    known = is_foreigner_number(number) or _OTHER.fullmatch(number)
    return None if known else fault("document")


def _citizen_fault(number: str) -> Fault | None:
    if len(number) != _LENGTH:
        return fault("citizen-length", used=len(number))
    return None if is_citizen_number(number) else fault("citizen")

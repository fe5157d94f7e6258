"""Travel documents with a chip (ICAO Doc 9303): passports, and the permits that China issues."""

import secrets
from datetime import datetime
from pathlib import Path

from devices.card_reader import Card, CardKind, Sex, mrz
from devices.card_reader.iso7816 import Chip
from devices.card_reader.travel_document import files
from devices.card_reader.travel_document.access import Random, authenticate
from devices.card_reader.travel_document.authentication import SecurityObject
from devices.card_reader.travel_document.secure_messaging import SecureChip
from devices.card_reader.travel_document.signature import NotGenuineError
from devices.card_reader.travel_document.trust import authorities
from devices.errors import ResidentError

select = files.select

_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}


def read(
    chip: Chip,
    key: mrz.DocumentKey | None,
    csca: Path | None,
    now: datetime,
    random: Random = secrets.token_bytes,
) -> Card:
    """Return what data group 1 of a selected travel document says.

    `name` and `english_name` as `SURNAME, GIVEN NAMES`, `id_number` and `card_number` the number of the document,
    `issuing_authority` and `nationality` the codes of states, `extra["document"]` the code of the document, and
    `extra["authenticity"]`:

    * `verified`: signed by an authority of the issuing state whose certificate lies in the directory `csca`;
    * `issuer_unknown`: the directory has no certificate of that state;
    * `not_checked`: there is no such directory in the settings.

    Raises:
        ResidentError: nobody said what opens the document (`MRZ_NEEDED`); it does not fit (`MRZ_MISMATCH`); the document
            opens otherwise (`DOCUMENT_NEEDS_PACE`); it is forged, or its certificates do not hold (`CARD_NOT_GENUINE`); it
            cannot be read (`CARD_READ_FAILED`), or is of a kind that is not known (`CARD_UNKNOWN`).
        ConfigurationError: the certificates cannot be read (`CSCA_UNREADABLE`).
    """
    if key is None:
        message = "Type the document number, birth date and expiry date, or scan the lines at the foot of the data page."
        raise ResidentError("MRZ_NEEDED", message)
    secure = SecureChip(chip, authenticate(chip, key, random))
    if _LISTS_DG1 not in files.data_groups(files.read(secure, files.EF_COM)):
        raise _unknown()
    group = files.read(secure, files.DG1)
    signed = files.security_object(files.read(secure, files.EF_SOD))
    zone = _zone(files.zone(group))
    try:
        _same_document(zone, key)
        authenticity = _authenticity(SecurityObject(signed), group, csca, zone.issuer, now)
    except NotGenuineError as error:
        message = (
            f"The document could not be verified as genuine ({error}): use another document, or ask staff."
        )
        raise ResidentError("CARD_NOT_GENUINE", message) from error
    return _card(zone, authenticity, now)


_LISTS_DG1 = 0x61


def _same_document(zone: mrz.Zone, key: mrz.DocumentKey) -> None:
    if zone.key.information() != key.information():
        raise NotGenuineError("the chip belongs to another document")


def _authenticity(signed: SecurityObject, group: bytes, csca: Path | None, issuer: str, now: datetime) -> str:
    signed.verify_group(1, group)
    if csca is None:
        return "not_checked"
    trusted = authorities(csca, issuer)
    if not trusted:
        return "issuer_unknown"
    signed.verify_signature(trusted, now)
    return "verified"


def _zone(text: str) -> mrz.Zone:
    try:
        return mrz.parse(text)
    except mrz.MrzError as error:
        raise _unknown() from error


def _card(zone: mrz.Zone, authenticity: str, now: datetime) -> Card:
    return Card(
        CardKind.TRAVEL_DOCUMENT,
        name=zone.name,
        english_name=zone.name,
        id_number=zone.key.number,
        card_number=zone.key.number,
        sex=_SEXES.get(zone.sex, Sex.UNKNOWN),
        birth_date=zone.birth_date(now.date()),
        nationality=zone.nationality,
        issuing_authority=zone.issuer,
        valid_until=zone.expiry_date(),
        extra={"document": zone.code, "authenticity": authenticity},
    )


def _unknown() -> ResidentError:
    message = "What stands on the document is not known to this terminal: use another document, or ask staff."
    return ResidentError("CARD_UNKNOWN", message)

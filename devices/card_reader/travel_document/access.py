"""Basic Access Control: who has seen the document's data page may read its chip (ICAO Doc 9303-11, 4.3)."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field

from devices.card_reader.iso7816 import NOT_ALLOWED, OK, UNKNOWN_COMMAND, Chip, Command
from devices.card_reader.mrz import DocumentKey
from devices.card_reader.travel_document.crypto import decrypt, derived, encrypt, mac, pad
from devices.errors import ResidentError

Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Keys:
    """Two keys of two-key 3DES, and where the counter of messages begins."""

    encryption: bytes = field(repr=False)
    authentication: bytes = field(repr=False)
    counter: int = field(default=0, repr=False)


def basic_access_keys(document: DocumentKey) -> Keys:
    """Return the keys that the machine-readable zone gives (Doc 9303-11, appendix D.2)."""
    seed = hashlib.sha1(document.information().encode("ascii"), usedforsecurity=False).digest()[:16]
    return Keys(derived(seed, 1), derived(seed, 2))


def authenticate(chip: Chip, document: DocumentKey, random: Random) -> Keys:
    """Prove to the chip that we know the document, and it to us; return the keys of the session (appendix D.3).

    Raises:
        ResidentError: the chip wants another way in (`DOCUMENT_NEEDS_PACE`), or what was typed does not fit the document
            (`MRZ_MISMATCH`).
    """
    keys = basic_access_keys(document)
    challenge = chip.send(Command(0x00, 0x84, le=8))
    if challenge.status in NOT_ALLOWED | UNKNOWN_COMMAND:
        message = "This document's chip opens only by PACE, which this terminal does not speak: use another document."
        raise ResidentError("DOCUMENT_NEEDS_PACE", message)
    if challenge.status != OK or len(challenge.data) != 8:
        raise _mismatch()
    ours, half = random(8), random(16)
    token = encrypt(keys.encryption, ours + challenge.data + half)
    answer = chip.send(Command(0x00, 0x82, data=token + mac(keys.authentication, pad(token)), le=40))
    if answer.status != OK or len(answer.data) != 40:
        raise _mismatch()
    return _session(keys, answer.data, ours, challenge.data, half)


def _session(keys: Keys, answer: bytes, ours: bytes, theirs: bytes, half: bytes) -> Keys:
    token, proof = answer[:32], answer[32:]
    opened = decrypt(keys.encryption, token)
    if not hmac.compare_digest(mac(keys.authentication, pad(token)), proof) or opened[:16] != theirs + ours:
        raise _mismatch()
    seed = bytes(one ^ other for one, other in zip(half, opened[16:], strict=True))
    return Keys(derived(seed, 1), derived(seed, 2), int.from_bytes(theirs[4:] + ours[4:], "big"))


def _mismatch() -> ResidentError:
    return ResidentError(
        "MRZ_MISMATCH",
        "What was typed does not fit this document: check its number, the birth date and the expiry date.",
    )

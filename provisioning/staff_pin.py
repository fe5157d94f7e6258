"""The service PIN, stored as a hash (scrypt, RFC 7914) in the form of the PHC strings: `$scrypt$ln=15,r=8,p=1$salt$hash`.

Settings are files that any web server may serve: whoever reads the hash needs a tenth of a second a guess.
"""

import hashlib
import re
import secrets
from base64 import b64decode, b64encode
from hmac import compare_digest

SHORTEST, LONGEST = 8, 12
_LN, _R, _P = 15, 8, 1  # 32 MiB
_SALT, _HASH = 16, 32
_FORM = re.compile(r"\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)")


def hashed(pin: str) -> str:
    """Return the hash of a PIN, with a salt of its own.

    Raises:
        ValueError: it has not 8 to 12 digits, or is one that everybody tries first.
    """
    digits = pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST
    if not digits or len(set(pin)) < 3 or pin in "01234567890123" or pin in "98765432109876":
        raise ValueError(
            "A service PIN has 8 to 12 digits, not all alike and not in a row. 维护密码须为8至12位数字，且不能重复或连续。"
        )
    salt = secrets.token_bytes(_SALT)
    return f"$scrypt$ln={_LN},r={_R},p={_P}${_text(salt)}${_text(_scrypt(pin, salt, _LN, _R, _P))}"


def fits(pin: str, stored: str) -> bool:
    """Whether `stored` is the hash of that PIN; takes a tenth of a second."""
    found = _FORM.fullmatch(stored)
    if found is None:
        return False
    ln, r, p = map(int, found.group(1, 2, 3))
    return compare_digest(_scrypt(pin, _bytes(found[4]), ln, r, p), _bytes(found[5]))


def _scrypt(pin: str, salt: bytes, ln: int, r: int, p: int) -> bytes:
    room = 2 * 128 * r * 2**ln
    return hashlib.scrypt(pin.encode(), salt=salt, n=2**ln, r=r, p=p, maxmem=room, dklen=_HASH)


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii").rstrip("=")


def _bytes(text: str) -> bytes:
    return b64decode(text + "=" * (-len(text) % 4))

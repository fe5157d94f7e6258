"""Codes that an app shows for its holder, a person or an organisation: a signed statement (JWS, RFC 7515), good for a minute and once.

In a city the app's own service signs them, and the platform has its public key. Here the platform stands for the app, too.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from fleet.problems import PlatformError

ISSUERS = ("city-app", "e-social-card")
OF_ORGANISATIONS = ("e-licence", "entity-code")
"""Who signs codes of persons, and who those of organisations (电子营业执照、法人码)."""

LIFE = timedelta(minutes=1)
LONGEST = 1024
_LEEWAY_SECONDS = 5


@dataclass(frozen=True, slots=True)
class AppCode:
    """A code that was good: whose it is, and the name under which it may be used once until `until`."""

    holder: str = field(repr=False)
    once: str
    until: datetime


@dataclass(frozen=True, slots=True)
class AppCodes:
    """Makes codes as an app does, and checks them."""

    _key: ec.EllipticCurvePrivateKey = field(repr=False)

    @staticmethod
    def new_key() -> bytes:
        """Return a new key in PEM."""
        return ec.generate_private_key(ec.SECP256R1()).private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    @classmethod
    def load(cls, pem: bytes) -> Self:
        """Return the codes of a key."""
        key = serialization.load_pem_private_key(pem, None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise ValueError("the app's key is no elliptic curve key")  # noqa: TRY004  # bad content, not a type
        return cls(key)

    def show(self, holder: str, now: datetime, issuer: str = ISSUERS[0]) -> str:
        """Return what the app of a person shows, or that of an organisation, by its unified social credit code."""
        claims = {
            "iss": issuer,
            "sub": holder,
            "iat": now,
            "exp": now + LIFE,
            "jti": secrets.token_urlsafe(12),
        }
        kind = "organisation" if issuer in OF_ORGANISATIONS else "person"
        return jwt.encode(claims, self._key, "ES256", {"typ": f"{kind}+jwt"})

    def read(self, code: str, now: datetime, issuers: Sequence[str] = ISSUERS) -> AppCode:
        """Return what a code of one of the issuers says.

        Raises:
            PlatformError: it is none of an app known here (422), or its minute is over (410).
        """
        claims = self._claims(code, issuers)
        until = datetime.fromtimestamp(int(claims["exp"]), now.tzinfo)
        if now > until + timedelta(seconds=_LEEWAY_SECONDS):
            raise expired()
        return AppCode(str(claims["sub"]), str(claims["jti"]), until)

    def _claims(self, code: str, issuers: Sequence[str]) -> dict[str, Any]:
        try:
            if len(code) > LONGEST:
                raise _no_code()
            claims: dict[str, Any] = jwt.decode(
                code,
                self._key.public_key(),
                algorithms=["ES256"],
                issuer=issuers,
                options={"require": ["iss", "sub", "exp", "jti"], "verify_exp": False, "verify_iat": False},
            )
        except jwt.PyJWTError as error:
            raise _no_code() from error
        return claims


def expired() -> PlatformError:
    """Return the answer to a code that may not be used any more."""
    return PlatformError(
        410,
        "code-over",
        "This code is over or was used. 此码已过期或已使用。",
        "Have the app show a new one. 请在手机上刷新后再扫。",
    )


def _no_code() -> PlatformError:
    return PlatformError(
        422,
        "no-person-code",
        "This is no identity code. 这不是身份码。",
        "Open the city's app, the electronic social security card, or for an organisation its electronic licence. "
        "请打开城市应用或电子社保卡；单位请打开电子营业执照。",
    )

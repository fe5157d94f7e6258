"""Who this terminal is: its number, its key, and the platform it belongs to."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from config import durable

if TYPE_CHECKING:
    import requests

    from provisioning.gateways import Gateways

TERMINAL = "terminal.json"
KEY = "key.pem"
CERTIFICATE = "certificate.pem"
CA = "ca.pem"


class NotEnrolledError(Exception):
    """No terminal identity is here, or it cannot be read; the message names the remedy."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One terminal's identity.

    `certificate` is PEM, "" for a laboratory identity, which is `training` too. `ca_file` is the only authority trusted
    for the platform's TLS; None trusts those of the operating system. `group` is the terminal's group of settings.
    """

    terminal_id: str
    platform_url: str
    recipients: tuple[str, ...]
    training: bool
    key: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: str = field(default="", repr=False)
    ca_file: Path | None = None
    group: str = ""

    @property
    def enrolled(self) -> bool:
        """Whether a platform certified this identity."""
        return bool(self.certificate)

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Return the identity kept in `directory`.

        Raises:
            NotEnrolledError: there is none, or it is damaged.
        """
        try:
            terminal = json.loads((directory / TERMINAL).read_bytes())
            certificate = directory / CERTIFICATE
            return cls(
                terminal_id=terminal["terminal_id"],
                platform_url=terminal["platform_url"],
                recipients=tuple(terminal["recipients"]),
                training=terminal["training"],
                key=parse_key((directory / KEY).read_bytes()),
                certificate=certificate.read_text("ascii") if certificate.exists() else "",
                ca_file=directory / CA if (directory / CA).exists() else None,
                group=terminal.get("group", ""),
            )
        except FileNotFoundError as error:
            raise NotEnrolledError(
                f"This machine has no terminal identity in {directory}: run `kiosk provision enrol` with the "
                "enrolment document, or `kiosk provision lab` for a laboratory. "
                "本机尚未注册：请用注册单运行 kiosk provision enrol，实验室请用 kiosk provision lab。"
            ) from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NotEnrolledError(
                f"The terminal identity in {directory} cannot be read ({type(error).__name__}): check that this user "
                "owns it; if it is damaged, run `kiosk provision enrol` with a new code, or `kiosk provision lab`. "
                "终端身份无法读取：请检查文件权限；如已损坏，请用新的注册码运行 kiosk provision enrol。"
            ) from error

    def save(self, directory: Path) -> None:
        """Keep the identity in `directory`, all of it in one step; only this user can read it."""
        terminal = {
            "terminal_id": self.terminal_id,
            "platform_url": self.platform_url,
            "recipients": list(self.recipients),
            "training": self.training,
            "group": self.group,
        }
        files = {TERMINAL: json.dumps(terminal, indent=2).encode(), KEY: private_pem(self.key)}
        if self.certificate:
            files[CERTIFICATE] = self.certificate.encode("ascii")
        if self.ca_file:
            files[CA] = self.ca_file.read_bytes()
        durable.replace_directory(directory, files, mode=0o700)

    def session(self, ways: "Gateways | None" = None) -> "requests.Session":
        """Return a session whose requests this terminal signs; it trusts only the identity's authority.

        With `ways`, requests to the platform go by the gateway that is there.
        """
        from provisioning.signing import TerminalSession  # noqa: PLC0415  # requests takes 0.2 s to import

        return TerminalSession(self.terminal_id, self.key, self.ca_file, ways)

    def authority(self) -> bytes:
        """Return the certificates (PEM) of the platform's authority; none on a terminal that trusts those of the operating system."""
        return self.ca_file.read_bytes() if self.ca_file else b""

    @property
    def public_pem(self) -> str:
        """The public key as PEM (SubjectPublicKeyInfo)."""
        return (
            self.key.public_key()
            .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
            .decode("ascii")
        )

    @property
    def public_jwk(self) -> dict[str, Any]:
        """The public key as a JWK (RFC 7517), with the terminal's number as `kid`."""
        from jwt.algorithms import ECAlgorithm  # noqa: PLC0415  # takes 0.1 s to import

        jwk: dict[str, Any] = ECAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {**jwk, "kid": self.terminal_id, "alg": "ES256", "use": "sig"}


def new_key() -> ec.EllipticCurvePrivateKey:
    """Return a new P-256 key."""
    return ec.generate_private_key(ec.SECP256R1())


def private_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return the key as PEM (PKCS#8), for a file that only its owner reads."""
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@lru_cache(maxsize=4)
def parse_key(pem: bytes) -> ec.EllipticCurvePrivateKey:
    """Return the P-256 key that `pem` holds; the same bytes are parsed once.

    Raises:
        ValueError: it is no key, or not on P-256.
    """
    key = serialization.load_pem_private_key(pem, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("the terminal's key is not on P-256")  # noqa: TRY004  # bad content, not a wrong type
    return key

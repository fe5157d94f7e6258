"""The record that ends commissioning: what a technician measured at the place, signed by the terminal (`commissioning.jws`)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from config import durable
from config.settings import Settings
from provisioning.place import Judged, Measures, Terms
from provisioning.terminal import Terminal

RECORD = "commissioning.jws"


class MeasuresError(Exception):
    """What was given are no measures; the message says which are missing or wrong."""


@dataclass(frozen=True, slots=True)
class Commissioning:
    """When the place was measured, whether all was within its limits, and what was not."""

    at: str
    passed: bool
    outside: tuple[str, ...]

    @classmethod
    def kept(cls, terminal: Terminal) -> Self | None:
        """Return the terminal's record; None when there is none, or one that this terminal did not sign."""
        import jwt  # noqa: PLC0415  # takes 0.1 s to import

        identity = terminal.identity
        try:
            signed = (terminal.home / RECORD).read_bytes()
            claims = jwt.decode(signed, identity.key.public_key(), algorithms=["ES256"])
            outside = tuple(one["measure"] for one in claims["measures"] if not one["ok"])
            return cls(str(claims["at"]), claims["passed"] is True, outside)
        except (OSError, jwt.InvalidTokenError, KeyError, TypeError):
            return None


def read(text: str) -> Measures:
    """Return the measures in a JSON document.

    Raises:
        MeasuresError: one is missing, misspelt or impossible.
    """
    try:
        return Measures.model_validate_json(text)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, one['loc'])) or 'JSON'}: {one['msg']}" for one in error.errors()
        )
        raise MeasuresError(
            f"The measures are not whole ({wrong}): `kiosk provision commission` lists all of them. "
            "测量记录不完整或有误：请运行 kiosk provision commission 查看全部项目。"
        ) from error


def terms(settings: Settings) -> Terms:
    """Return what the settings have to do with what is measured."""
    devices = settings.devices
    return Terms(settings.screen.width_mm, bool(devices.voice.loudspeaker), bool(devices.keypad.path))


def keep(terminal: Terminal, judged: Sequence[Judged]) -> Path:
    """Keep what was measured as `commissioning.jws` (JWS, ES256, by the terminal's key); return its path."""
    import jwt  # noqa: PLC0415  # takes 0.1 s to import

    identity = terminal.identity
    claims = {
        "terminal": identity.terminal_id,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "passed": all(one.ok for one in judged),
        "measures": [{**asdict(one), "ok": one.ok} for one in judged],
    }
    path = terminal.home / RECORD
    signed = jwt.encode(claims, identity.key, algorithm="ES256", headers={"kid": identity.terminal_id})
    durable.write(path, signed.encode())
    return path

"""Every check of a terminal, one after the other: `kiosk doctor`, and the self-test that enrolment ends with."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from config import durable
from config.layers import InvalidSettingsError
from provisioning.checks import Bench, Result, backlog, belonging, hardware, machine, network
from provisioning.identity import NotEnrolledError
from provisioning.terminal import Terminal

RECORD = "selftest.jws"


def bench(home: Path) -> Bench:
    """Return the terminal in `home` laid out for checking, with the reason when there is none."""
    try:
        return Bench(home, Terminal.load(home))
    except (NotEnrolledError, InvalidSettingsError) as error:
        return Bench(home, None, error)


def run(home: Path) -> Iterator[Result]:
    """Check everything, yielding each result as it is known; takes as long as the slowest devices."""
    on = bench(home)
    yield belonging.identity(on)
    yield belonging.release(on)
    yield belonging.catalogue(on)
    yield belonging.site(on)
    yield from network.platform(on)
    yield backlog.queue(on)
    yield machine.disk(on)
    yield machine.fonts()
    yield machine.pinyin()
    yield machine.touch()
    yield from hardware.devices(on)


def keep(terminal: Terminal, results: Sequence[Result]) -> Path:
    """Keep the results as `selftest.jws` in the state directory (JWS, ES256, by the terminal's key); return its path."""
    import jwt  # noqa: PLC0415  # takes 0.1 s to import

    identity = terminal.identity
    claims = {
        "terminal": identity.terminal_id,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "passed": all(result.ok for result in results),
        "checks": [asdict(result) for result in results],
    }
    path = terminal.home / RECORD
    signed = jwt.encode(claims, identity.key, algorithm="ES256", headers={"kid": identity.terminal_id})
    durable.write(path, signed.encode())
    return path

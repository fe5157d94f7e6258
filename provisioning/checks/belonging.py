"""Whom this terminal belongs to and where it stands: identity and certificate, release, catalogue, its place."""

from datetime import UTC, datetime, timedelta

from cryptography import x509

from config.layers import InvalidSettingsError
from provisioning.checks import Bench, Result
from provisioning.commissioning import Commissioning
from provisioning.identity import Identity
from provisioning.terminal import NoCatalogueError, Terminal

RENEW_BEFORE = timedelta(days=30)


def identity(bench: Bench) -> Result:
    """Whether there is an identity, and how long its certificate holds."""
    match bench.terminal, bench.trouble:
        case Terminal(identity=known), _:
            return _certificate(known, datetime.now(UTC))
        case _, InvalidSettingsError() as wrong:
            return Result("identity", ok=False, found="settings", values={"findings": str(wrong)})
        case _, trouble:
            return Result("identity", ok=False, found="missing", values={"reason": str(trouble)})


def release(bench: Bench) -> Result:
    """Which release is in use, and whether following the platform brought an alarm."""
    if bench.terminal is None:
        return Result("release", ok=False, found="unknown")
    if not bench.terminal.identity.enrolled:
        return Result("release", ok=True, found="laboratory")
    status = bench.terminal.releases.status()
    if status.active is None:
        return Result("release", ok=False, found="none")
    number = status.active.number
    if alarm := status.followed.alarm:
        return Result("release", ok=False, found="alarm", values={"number": number, "alarm": alarm.message})
    return Result("release", ok=True, found="active", values={"number": number})


def site(bench: Bench) -> Result:
    """Whether a technician measured the place, and all was as required (EN 301 549 8.3.6)."""
    if bench.terminal is None:
        return Result("site", ok=False, found="unknown")
    if not bench.terminal.identity.enrolled:
        return Result("site", ok=True, found="laboratory")
    record = Commissioning.kept(bench.terminal)
    if record is None:
        return Result("site", ok=False, found="open")
    values = {"at": record.at[:10], "measures": ", ".join(record.outside)}
    return Result("site", ok=record.passed, found="passed" if record.passed else "outside", values=values)


def catalogue(bench: Bench) -> Result:
    """Whether there is a catalogue of services, and how many it has."""
    if bench.terminal is None:
        return Result("catalogue", ok=False, found="unknown")
    try:
        items = len(bench.terminal.catalogue().items)
    except NoCatalogueError:
        return Result("catalogue", ok=False, found="none")
    return Result("catalogue", ok=True, found="ready", values={"items": items})


def _certificate(known: Identity, now: datetime) -> Result:
    if not known.enrolled:
        return Result("identity", ok=True, found="laboratory", values={"terminal": known.terminal_id})
    certificate = x509.load_pem_x509_certificate(known.certificate.encode())
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    values = {"terminal": known.terminal_id, "from": f"{begins:%Y-%m-%d}", "until": f"{ends:%Y-%m-%d}"}
    if now < begins:
        return Result("identity", ok=False, found="early", values=values)
    if now > ends:
        return Result("identity", ok=False, found="expired", values=values)
    if now > ends - RENEW_BEFORE:
        return Result("identity", ok=False, found="ending", values=values)
    return Result("identity", ok=True, found="enrolled", values=values)

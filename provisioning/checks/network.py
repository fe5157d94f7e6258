"""The way to the platform, and what its clock says of ours."""

import time
from email.utils import parsedate_to_datetime

from provisioning.checks import Bench, Result

TOLERATED_SECONDS = 30


def platform(bench: Bench) -> tuple[Result, ...]:
    """Whether the platform answers, and how far this machine's clock is from its."""
    if bench.terminal is None:
        return (Result("platform", ok=False, found="unknown"),)
    import requests  # noqa: PLC0415  # takes 0.2 s to import

    url = bench.terminal.platform_url
    with bench.terminal.identity.session() as session:
        try:
            answer = session.get(f"{url}/v1/health", timeout=(3, 5))
        except requests.exceptions.SSLError:
            return (Result("platform", ok=False, found="untrusted", values={"url": url}),)
        except requests.RequestException as error:
            values = {"url": url, "reason": type(error).__name__}
            return (Result("platform", ok=False, found="silent", values=values),)
    values = {"url": url, "status": str(answer.status_code)}
    found = Result("platform", ok=answer.ok, found="reachable" if answer.ok else "trouble", values=values)
    return (found, *_clock(answer.headers.get("Date", ""), time.time()))


def _clock(date: str, now: float) -> tuple[Result, ...]:
    try:
        offset = round(now - parsedate_to_datetime(date).timestamp())
    except ValueError:
        return (Result("clock", ok=True, found="unknown"),)
    right = abs(offset) <= TOLERATED_SECONDS
    return (Result("clock", ok=right, found="right" if right else "wrong", values={"seconds": abs(offset)}),)

"""One IPP request by CUPS' own `ipptool` (RFC 8011): attributes in, attributes out, with a bound on the wait.

The document goes over in memory; nothing is written to a disk here. CUPS' spool is the scheduler's (`PreserveJobFiles No`).
"""

import os
import plistlib
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

Attributes = Mapping[str, Any]
_GRACE = 2.0  # beyond what ipptool itself waits for
_GREETING = """{{
    OPERATION {operation}
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR naturalLanguage attributes-natural-language en
    ATTR uri printer-uri $uri
    {more}
}}
"""


class RefusedError(Exception):
    """The other side answered that it will not; the text is IPP's status code."""


def ask(uri: str, operation: str, more: str, seconds: float, document: bytes = b"") -> Attributes:
    """Return the attributes of the answer to one operation; `more` are further lines of an ipptool test.

    Raises:
        RefusedError: the answer is an error.
        ConnectionError: there was no answer within `seconds`.
        FileNotFoundError: ipptool is not installed.
    """
    return {
        name: value
        for group in groups(uri, operation, more, seconds, document)
        for name, value in group.items()
    }


def groups(
    uri: str, operation: str, more: str, seconds: float, document: bytes = b""
) -> Sequence[Attributes]:
    """Return the groups of attributes of the answer: that of the operation first, then one for each job or printer.

    Raises: as `ask`.
    """
    test = _GREETING.format(operation=operation, more=more).encode()
    command = ["ipptool", "-X", "-T", f"{seconds:.1f}"]
    if not document:
        return _answered([*command, uri, "/dev/stdin"], test, seconds)
    with os.fdopen(os.memfd_create("document"), "wb") as file:
        file.write(document)
        file.flush()
        path = f"/proc/self/fd/{file.fileno()}"
        return _answered([*command, "-f", path, uri, "/dev/stdin"], test, seconds, file.fileno())


def _answered(command: list[str], test: bytes, seconds: float, *passed: int) -> Sequence[Attributes]:
    try:
        done = subprocess.run(
            command, input=test, capture_output=True, check=False, timeout=seconds + _GRACE, pass_fds=passed
        )
        answer = plistlib.loads(done.stdout)["Tests"][0]
    except (subprocess.TimeoutExpired, plistlib.InvalidFileException, IndexError, ValueError) as error:
        raise ConnectionError("no answer") from error
    found: Sequence[Attributes] = answer.get("ResponseAttributes", [])
    status = str(answer.get("StatusCode", ""))
    if not found or status.startswith("server-error-service-unavailable"):
        raise ConnectionError("no answer")
    if not status.startswith("successful"):
        raise RefusedError(status)
    return found

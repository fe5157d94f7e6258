"""The end of a terminal: identity and releases go, and nothing of a resident is lost with them (F16)."""

import shutil
from pathlib import Path

from provisioning.backlog import QueueUnreadableError, read
from provisioning.enrolment import PENDING
from provisioning.identity import Identity, NotEnrolledError
from provisioning.lab import public_key_file
from provisioning.terminal import IDENTITY, RELEASES


class RetirementError(Exception):
    """The terminal is not retired. `code` is stable, the message names the remedy."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def retire(home: Path) -> str:
    """Forget the identity and the releases in `home`; return the number the terminal had.

    Raises:
        RetirementError: there is no terminal, or something waits in its queue.
    """
    try:
        identity = Identity.load(home / IDENTITY)
    except NotEnrolledError as error:
        raise RetirementError("NOT_ENROLLED", str(error)) from error
    try:
        waiting = read(home).waiting
    except QueueUnreadableError as error:
        raise RetirementError(
            "QUEUE_DAMAGED",
            "The queue cannot be read, something may wait in it: run `kiosk queue verify` first. "
            "队列无法读取，其中可能有待发送内容：请先运行 kiosk queue verify。",
        ) from error
    if waiting:
        raise RetirementError(
            "BACKLOG",
            f"{waiting} transactions of residents are not sent yet: `kiosk queue submit --once`, or `kiosk queue export` "
            f"for the operator, then retire. 还有 {waiting} 件未发送：请先运行 kiosk queue submit --once 或 kiosk queue export。",
        )
    real = (home / IDENTITY).resolve()
    (home / IDENTITY).unlink()
    for directory in (real, home / PENDING, home / RELEASES):
        shutil.rmtree(directory, ignore_errors=True)
    public_key_file(home / IDENTITY).unlink(missing_ok=True)
    return identity.terminal_id

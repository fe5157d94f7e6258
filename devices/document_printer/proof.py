"""What a printer itself says of a job that came to it through a queue: the proof that a queue cannot give.

CUPS' backend sometimes ends well although the printer has given the job up, and the queue then calls it completed
(OpenPrinting/cups issue 1703). The queue hands the job's name on, so the printer is asked for the job of that name.
"""

import time
from collections.abc import Callable

from devices.document_printer.ipptool import RefusedError, groups
from devices.document_printer.reasons import JobState

_NEWEST = 100  # jobs of the printer's history, the newest first (RFC 8011 4.2.6.1)
_GLANCE = 0.25
_JOBS = f"""ATTR keyword which-jobs {{}}
    ATTR integer limit {_NEWEST}
    ATTR keyword requested-attributes job-name,job-state"""


def end_of(
    uri: str,
    name: str,
    *,
    answer: float,
    within: float,
    now: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> JobState | None:
    """Return how the job called `name` ended at the printer at `uri`; its state when it has not after `within` seconds.

    None: the printer knows no such job. Each question waits for `answer` seconds at most.

    Raises:
        ConnectionError: the printer does not answer, or will not tell.
    """
    until = now() + within
    while True:
        state = _state(uri, name, answer)
        if state is not None and (state >= JobState.CANCELED or now() >= until):
            return state
        if now() >= until:
            return None
        pause(_GLANCE)


def _state(uri: str, name: str, answer: float) -> JobState | None:
    """The state of the job now. A job may end between two questions: so those that have not are asked for first."""
    for which in ("not-completed", "completed"):
        try:
            jobs = groups(uri, "Get-Jobs", _JOBS.format(which), answer)[1:]
        except RefusedError as error:
            raise ConnectionError(str(error)) from error
        for job in jobs:
            if job.get("job-name") == name:
                return JobState(job["job-state"])
    return None

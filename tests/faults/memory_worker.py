"""Puts a payload and lives on, for the test that reads its memory: `python -m tests.faults.memory_worker HOME FILE [overwrite]`."""

import sys
from pathlib import Path

from kiosk import forgetful, process
from offline_queue.store import Store
from offline_queue.transaction import Attachment
from tests.faults.queue_worker import now, sealer


def main() -> None:
    """Put, say so, and wait to be told to end."""
    home, file, *how = sys.argv[1:]
    if how:
        forgetful.begin_anew()
        process.overwrite_freed()
    with Store(Path(home) / "queue", sealer(Path(home)), now) as store:
        store.put(
            "MZ-004",
            Path(file).read_bytes(),
            [Attachment("p.jpg", "image/jpeg", Path(file).read_bytes() * 9)],
        )
        print("kept", flush=True)  # noqa: T201  # how the test learns it
        sys.stdin.readline()


if __name__ == "__main__":
    main()

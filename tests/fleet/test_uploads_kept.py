"""What lies there of uploads: for a week, and written by one at a time."""

import os
import time
from pathlib import Path

import pytest

from fleet.problems import PlatformError
from fleet.uploads import KEPT_SECONDS, Uploads, finish, writing
from offline_queue.seal import sha256

CONTENT = b"sealed"
NAME, OTHER = sha256(CONTENT), sha256(b"other")


def test_what_no_transaction_named_within_a_week_is_forgotten(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    file = uploads.create("T1", NAME, 6).file
    uploads.create("T1", OTHER, 6)
    assert uploads.look("T1", NAME).offset == 0
    week_ago = time.time() - KEPT_SECONDS - 60
    os.utime(file, (week_ago, week_ago))
    uploads.create("T1", OTHER, 6)
    with pytest.raises(PlatformError) as refused:
        uploads.look("T1", NAME)
    assert refused.value.status == 404


def test_one_at_a_time_writes(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    upload = uploads.create("T1", NAME, 6)
    with writing(upload, 0) as file:
        file.write(CONTENT[:4])
        with pytest.raises(PlatformError) as refused, writing(upload, 0):
            pass
        assert refused.value.status == 423
    assert uploads.content("T1", NAME) is None, "it is not whole"
    with writing(uploads.look("T1", NAME), 4) as file:
        file.write(CONTENT[4:])
        finish(upload, file)
    assert uploads.content("T1", NAME) == CONTENT
    uploads.remove("T1", [NAME, OTHER])
    assert uploads.content("T1", NAME) is None

"""The table of conformance cases says what there is, and that is enough."""

import subprocess
import sys
from pathlib import Path

from devices.drivers import OURS, drivers

DOCS = Path(__file__).parents[2] / "docs" / "conformance.md"


def test_the_table_is_current_and_every_driver_has_enough_cases_a_command(tmp_path: Path) -> None:
    written = tmp_path / "table.md"
    # in another process: to be counted, the suites are imported, and they listen to every command of a device
    counting = [sys.executable, "-m", "tests.conformance.table", str(written)]
    result = subprocess.run(counting, capture_output=True, text=True, check=False, cwd=DOCS.parents[1])
    assert (result.returncode, result.stderr) == (0, "")
    assert DOCS.read_text("utf-8") == written.read_text("utf-8"), (
        "python -m tests.conformance.table writes it"
    )


def test_every_driver_of_ours_is_in_the_table() -> None:
    rows = DOCS.read_text("utf-8")
    assert not [
        driver.name for driver in drivers() if driver.package == OURS and f"| {driver.name} |" not in rows
    ]

"""docs/device-conformance.md says which cases there are, and that is enough of them."""

import subprocess
import sys
from pathlib import Path

from devices.drivers import OURS, drivers

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "device-conformance.md"


def test_the_table_is_current_and_every_driver_has_enough_cases_a_command(tmp_path: Path) -> None:
    written = tmp_path / "table.md"
    # in another process: to be counted, the suites are imported, and they listen to every command of a device
    counting = [sys.executable, "-m", "tests.conformance.table", str(written)]
    result = subprocess.run(counting, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (result.returncode, result.stderr) == (0, "")
    assert PAGE.read_text("utf-8") == written.read_text("utf-8"), (
        f"python -m tests.conformance.table {PAGE.relative_to(ROOT)}"
    )


def test_every_driver_of_ours_is_in_the_table() -> None:
    rows = PAGE.read_text("utf-8")
    assert not [
        driver.name for driver in drivers() if driver.package == OURS and f"| {driver.name} |" not in rows
    ]

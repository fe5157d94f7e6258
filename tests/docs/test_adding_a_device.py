"""docs/adding-a-device.md, done: its package is built and installed, listed, and passes its tests."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "adding-a-device.md").read_text("utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as the page writes it, installed into a directory of its own."""
    source = tmp_path_factory.mktemp("acme")
    for name, text in re.findall(r"^```\w+ file=(\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
        path = source / name
        path.parent.mkdir(exist_ok=True)
        path.write_text((path.read_text("utf-8") + "\n\n" if path.exists() else "") + text, "utf-8")
    command = "install --quiet --no-index --no-deps --no-build-isolation --no-compile --target"
    run("pip", *command.split(), str(source / "site"), str(source))
    return source


def run(module: str, *arguments: str, beside: Path | None = None) -> str:
    """Run a module of ours with what is installed in `beside`; return what it says."""
    path = os.pathsep.join(str(each) for each in (beside / "site" if beside else None, ROOT) if each)
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        cwd=beside or ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_vendors_driver_is_listed(package: Path) -> None:
    assert "kiosk devices list" in PAGE
    listed = json.loads(run("kiosk", "devices", "list", "--json", beside=package))["drivers"]
    assert {
        "name": "acme",
        "device": "scanner",
        "about": "ACME scanners, which send every code in hexadecimal",
        "package": "acme-scanner",
    } in listed
    assert listed[0]["package"] == "doorstep-kiosk"


def test_a_vendors_driver_passes_its_conformance_run(package: Path) -> None:
    assert "pytest test_acme.py" in PAGE
    said = run("pytest", "-q", "-p", "no:cacheprovider", "test_acme.py", beside=package)
    assert "3 passed" in said

"""`make demo` as people run it: without a display a scripted resident, with one a window and keys for the hardware."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from kiosk.demo.virtual_screen import virtual_screen

DEMO = (sys.executable, "-m", "kiosk.demo", "--out")
LIMIT = 280


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "out"
    ended = subprocess.run(
        [*DEMO, str(folder)],
        env={**os.environ, "HEADLESS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder


def _cases(demo: Path) -> dict[str, Any]:
    summary = json.loads((demo / "summary.json").read_text("utf-8"))
    return {case["case"]: case for case in summary["cases"]}


@pytest.mark.slow
@pytest.mark.timeout(LIMIT + 20)
def test_the_platform_holds_each_case_exactly_once(demo: Path) -> None:
    cases = _cases(demo)
    assert list(cases) == ["online", "offline", "report"]
    assert [len(case["platform"]) for case in cases.values()] == [1, 1, 1]
    assert len({case["case_number"] for case in cases.values()}) == 3
    assert [case["outcome"] for case in cases.values()] == ["done", "saved", "done"]
    assert all(case["platform"][0]["attachments"] for case in cases.values())


@pytest.mark.timeout(LIMIT + 20)
def test_the_offline_case_arrives_under_the_number_of_its_provisional_receipt(demo: Path) -> None:
    offline = _cases(demo)["offline"]
    assert offline["reference"] in "\n".join(offline["receipt"]["lines"])
    assert offline["platform"][0]["reference"] == offline["reference"]
    assert "预收件回执" in offline["receipt"]["lines"]


@pytest.mark.timeout(LIMIT + 20)
def test_every_receipt_is_there_as_bytes_and_as_a_picture_with_its_code(demo: Path) -> None:
    for name, case in _cases(demo).items():
        assert (demo / case["receipt"]["bytes"]).stat().st_size > 500
        with Image.open(demo / case["receipt"]["picture"]) as picture:
            codes = zxingcpp.read_barcodes(picture.convert("L"))
        assert [code.text for code in codes] == case["receipt"]["qr"], name
        assert case["receipt"]["qr"][0].startswith("https://127.0.0.1:")


@pytest.mark.timeout(LIMIT + 20)
def test_there_is_a_picture_of_every_page(demo: Path) -> None:
    shown = {path.stem.split("-", 2)[2] for path in (demo / "screens").glob("*.png")}
    assert {
        "attract",
        "home",
        "guide",
        "privacy",
        "card.waiting",
        "card.lift",
        "capture",
        "review",
        "sign",
    } <= shown
    assert {"outcome.done", "outcome.saved", "goodbye"} <= shown
    with Image.open(demo / "screens.png") as sheet:
        assert sheet.width > sheet.height


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_somebody_at_the_window_has_keys_for_the_hardware(tmp_path: Path) -> None:
    with virtual_screen(1080, 1920) as display:
        environment = {**os.environ, "DISPLAY": display, "HEADLESS": "0"}
        ended = subprocess.run(
            [*DEMO, str(tmp_path / "out")],
            env=environment,
            input="c\nl\nx\nm\nr\ns\np\n?\nq\n",
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count("done  好了") == 4
    assert ended.stdout.count("nothing yet  还没有") == 3
    assert ended.stdout.count("lay the card on the reader") == 2

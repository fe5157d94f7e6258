"""The gallery writes a picture of each sample in each setup, and what is wrong with it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from screens.gallery.__main__ import main


def gallery(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "screens.gallery", "--out", str(tmp_path / "out"), *arguments],
        env={**os.environ, "SDL_VIDEODRIVER": "offscreen", "KIOSK_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_pictures_of_what_was_named_and_a_page_that_shows_them(tmp_path: Path) -> None:
    narrow = (
        "--panel",
        "lying",
        "--language",
        "zh-Hans",
        "--text",
        "1",
        "--theme",
        "warm",
        "--mode",
        "usual",
    )
    run = gallery(tmp_path, *narrow, "--smaller", "4", "--only", "choice_one", "capture")
    assert run.returncode == 0
    assert run.stderr == "2 so far, lying/zh-Hans/1/warm/usual was the last\n"
    assert run.stdout.splitlines()[-1] == "2 pictures, 0 findings"
    folder = tmp_path / "out/lying/zh-Hans/1/warm/usual"
    pictures = sorted(folder.iterdir())
    assert [path.name for path in pictures] == ["capture-1.webp", "choice_one-1.webp"]
    for path in pictures:
        picture = Image.open(path)
        assert picture.size == (480, 270)
        assert len(picture.getcolors(1 << 24) or []) > 50
    assert json.loads((tmp_path / "out/findings.json").read_text()) == []
    assert '"choice_one": 1' in (tmp_path / "out/index.html").read_text("utf-8")


def test_an_unknown_name_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    run = gallery(tmp_path, "--only", "nothing")
    assert run.returncode == 2
    assert "no sample nothing" in run.stderr
    assert "choice_one" in run.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("wrong", ["3/2", "0/2", "2", "a/b"])
def test_a_part_that_is_none_is_refused(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--part", wrong])
    assert ended.value.code == 2
    assert "no part such as 2/17" in capsys.readouterr().err

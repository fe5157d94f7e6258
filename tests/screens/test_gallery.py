"""The gallery writes a picture of each sample."""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image


def gallery(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "screens.gallery", "--out", str(tmp_path / "out"), *arguments],
        env={**os.environ, "SDL_VIDEODRIVER": "offscreen", "KIOSK_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_pictures_of_the_samples_that_were_named(tmp_path: Path) -> None:
    run = gallery(tmp_path, "--size", "1920x1080", "--language", "en", "home", "capture")
    assert (run.returncode, run.stderr) == (0, "")
    pictures = sorted((tmp_path / "out").iterdir())
    assert [path.name for path in pictures] == ["capture.png", "home.png"]
    for path in pictures:
        picture = Image.open(path)
        assert picture.size == (1920, 1080)
        assert len(picture.getcolors(1 << 24) or []) > 50


def test_an_unknown_name_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    run = gallery(tmp_path, "nothing")
    assert run.returncode == 2
    assert "no sample nothing" in run.stderr
    assert "choice_one" in run.stderr
    assert not (tmp_path / "out").exists()

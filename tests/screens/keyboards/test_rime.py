"""Pinyin by the real librime: it understands, learns nothing, and leaves nothing."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screens.keyboards import rime as module
from screens.keyboards.pinyin import PinyinMissingError
from screens.keyboards.rime import LONGEST, MOST_CANDIDATES, SCHEMA, SHARED, Rime


@pytest.fixture
def rime() -> Iterator[Rime]:
    composer = Rime()
    yield composer
    composer.close()


def feed(rime: Rime, letters: str) -> tuple[str, ...]:
    for letter in letters:
        found = rime.feed(letter)
    return found.candidates


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("guangzhou", "广州"),
        ("shequ", "社区"),
        ("gjj", "公积金"),
        ("yuexiuqu", "越秀区"),
        ("woyaobanlijuzhuzheng", "我要办理居住证"),
    ],
)
def test_it_understands(rime: Rime, letters: str, words: str) -> None:
    assert feed(rime, letters)[0] == words


def test_choosing_gives_the_text(rime: Rime) -> None:
    feed(rime, "guangzhou")
    said, left = rime.choose(0)
    assert said == "广州"
    assert (left.letters, left.candidates) == ("", ())


def test_a_candidate_far_down_can_be_chosen(rime: Rime) -> None:
    candidates = feed(rime, "shi")
    assert len(candidates) == MOST_CANDIDATES
    number = 30
    assert rime.choose(MOST_CANDIDATES)[0] == ""
    said, _ = rime.choose(number)
    assert said == candidates[number]


def test_a_part_can_be_chosen_and_the_rest_goes_on(rime: Rime) -> None:
    candidates = feed(rime, "woshizhongguoren")
    number = candidates.index("我是")
    said, left = rime.choose(number)
    assert said == ""  # librime hands out the whole once it is certain
    assert left.candidates[0] == "中国人"
    assert rime.choose(0)[0] == "我是中国人"


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("guangzhoushi", "廣州市"),
        ("shequ", "社區"),
        ("woyaobanlijuzhuzheng", "我要辦理居住證"),
        ("shuoming", "說明"),
        ("menhu", "門戶"),
        ("qunzhong", "群眾"),
        ("toufa", "頭髮"),
        ("huanghou", "皇后"),
        ("wode", "我的"),
        ("limian", "裏面"),
    ],
)
def test_in_traditional_characters_what_is_shown_is_what_is_written(
    rime: Rime, letters: str, words: str
) -> None:
    rime.turn(traditional=True)
    candidates = feed(rime, letters)
    assert candidates[0] == words
    assert len(set(candidates)) == len(candidates)
    assert rime.choose(0)[0] == words


def test_every_candidate_in_traditional_characters_is_written_as_it_is_shown(rime: Rime) -> None:
    rime.turn(traditional=True)
    for number, candidate in enumerate(feed(rime, "hou")):
        assert rime.choose(number)[0] == candidate
        assert {"後", "后"} <= set(feed(rime, "hou"))
    rime.turn(traditional=False)
    assert "後" not in feed(rime, "hou")


def test_another_script_drops_what_is_being_composed(rime: Rime) -> None:
    feed(rime, "guang")
    rime.turn(traditional=True)
    assert feed(rime, "zhou")[0] == "周"


def test_letters_can_be_taken_back(rime: Rime) -> None:
    feed(rime, "guang")
    for letters in ("guan", "gua", "gu", "g", ""):
        assert rime.back().letters.replace(" ", "") == letters
    assert rime.back().letters == ""


def test_too_many_letters_are_not_taken(rime: Rime) -> None:
    feed(rime, "a" * (LONGEST + 20))
    assert rime.feed("a").letters.replace(" ", "").replace("'", "") == "a" * LONGEST


def test_it_learns_nothing(rime: Rime) -> None:
    before = feed(rime, "shi")
    for _ in range(5):
        rime.choose(20)
        rime.forget()
        feed(rime, "shi")
    rime.forget()
    assert feed(rime, "shi") == before


def test_forgetting_drops_what_is_being_composed(rime: Rime) -> None:
    feed(rime, "guangzhou")
    rime.forget()
    assert rime.back().letters == ""
    assert rime.feed("a").letters == "a"


def test_nothing_typed_is_in_its_folder_and_the_folder_goes() -> None:
    composer = Rime()
    folder = composer._folder
    assert folder.stat().st_mode & 0o077 == 0
    feed(composer, "zhangsan")
    composer.choose(0)
    composer.forget()
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert f"build/{SCHEMA}.schema.yaml" in files
    assert not [name for name in files if "userdb" in name]
    for name in files:
        content = (folder / name).read_bytes()
        assert b"zhangsan" not in content
        assert "张三".encode() not in content
    composer.close()
    assert not folder.exists()


LEAVES = """
import os, signal
from screens.keyboards.rime import Rime
print(Rime()._folder, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""

TYPES = """
import sys
from screens.keyboards.rime import Rime
composer = Rime()
for letter in "guangzhou":
    composer.feed(letter)
print(composer.choose(0)[0])
composer.forget()
composer.close()
"""


def test_no_file_is_written_but_in_memory(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=open,openat,creat,mkdir,rename,renameat,renameat2",
        "-o",
        str(trace),
    ]
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [*command, sys.executable, "-c", TYPES],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stdout.strip() == "广州"
    written = re.compile(
        r'(?:open|openat|creat|mkdir|rename\w*)\(.*?"([^"]+)".*(?:O_WRONLY|O_RDWR|mkdir|rename|creat)'
    )
    paths = {hit.group(1) for line in trace.read_text().splitlines() if (hit := written.search(line))}
    assert any(path.startswith(f"{module.MEMORY}/pinyin-") for path in paths)
    assert not [path for path in paths if not path.startswith((f"{module.MEMORY}/", "/dev/null", "/dev/tty"))]
    assert [path.name for path in tmp_path.iterdir()] == ["trace"]


def test_what_a_killed_process_left_is_swept_away() -> None:
    killed = subprocess.run(
        [sys.executable, "-c", LEAVES], capture_output=True, text=True, check=False, timeout=60
    )
    folder = Path(killed.stdout.strip())
    assert killed.returncode == -9
    assert folder.is_dir()
    Rime().close()
    assert not folder.exists()


def test_a_missing_library_is_said_with_its_remedy() -> None:
    with pytest.raises(PinyinMissingError, match="apt-get install librime1"):
        Rime(library="libno-such-rime.so.1")


def test_a_missing_dictionary_is_said_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(PinyinMissingError, match="rime-data-luna-pinyin"):
        Rime(shared=tmp_path)


@pytest.mark.parametrize("schema", ["translator: {}\nmenu: {}\n", "a: [", "[]", "menu: 1\n"])
def test_a_schema_that_is_broken_is_said_and_leaves_no_folder(tmp_path: Path, schema: str) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / f"{SCHEMA}.schema.yaml").write_text(schema)
    before = set(module.MEMORY.glob("pinyin-*"))
    with pytest.raises(PinyinMissingError, match="apt-get install"):
        Rime(shared=tmp_path)
    assert set(module.MEMORY.glob("pinyin-*")) <= before
    composer = Rime(shared=SHARED)  # and a good one works after it
    assert feed(composer, "shequ")[0] == "社区"
    composer.close()

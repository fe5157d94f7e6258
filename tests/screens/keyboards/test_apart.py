"""Pinyin in a process of its own: it composes as the engine does, ends with who asked, and may be killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screens.keyboards import apart as module
from screens.keyboards.apart import RimeApart
from screens.keyboards.pinyin import Composition, PinyinMissingError
from screens.keyboards.rime import MEMORY


@pytest.fixture
def rime() -> Iterator[RimeApart]:
    composer = RimeApart()
    yield composer
    composer.close()


def feed(rime: RimeApart, letters: str) -> tuple[str, ...]:
    for letter in letters:
        found = rime.feed(letter)
    return found.candidates


def lives(process: int) -> bool:
    return Path("/proc", str(process)).exists()


def test_it_composes(rime: RimeApart) -> None:
    assert feed(rime, "guangzhou")[0] == "广州"
    assert rime.choose(0) == ("广州", Composition())
    assert feed(rime, "guang")[0] == "光"
    assert rime.back().letters == "guan"
    rime.forget()
    assert rime.back() == Composition()
    rime.turn(traditional=True)
    assert rime.traditional
    assert feed(rime, "guangzhou")[0] == "廣州"
    assert not rime.gone


def test_its_process_and_its_folder_end_with_it(rime: RimeApart) -> None:
    folders = MEMORY.glob(f"pinyin-{rime.process}-*")
    assert len(list(folders)) == 1
    rime.close()
    assert not lives(rime.process)
    assert list(MEMORY.glob(f"pinyin-{rime.process}-*")) == []


def test_one_that_was_killed_composes_nothing_and_says_that_it_is_gone(rime: RimeApart) -> None:
    rime.feed("a")
    os.kill(rime.process, signal.SIGKILL)
    assert rime.feed("b") == Composition()
    assert rime.gone
    assert rime.choose(0) == ("", Composition())


def test_one_that_hangs_is_gone_after_its_time(rime: RimeApart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWERING", 0.2)
    os.kill(rime.process, signal.SIGSTOP)
    assert rime.feed("a") == Composition()
    assert rime.gone
    rime.close()
    assert not lives(rime.process)


ASKS = """
import os, signal
from screens.keyboards.apart import RimeApart
composer = RimeApart()
composer.feed("a")
print(composer.process, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_ends_when_whoever_asked_is_killed() -> None:
    """The child holds the pipe of our `run`: it returns only when both have ended."""
    ran = subprocess.run(
        [sys.executable, "-c", ASKS], capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == -9
    assert list(MEMORY.glob(f"pinyin-{int(ran.stdout)}-*")) == []


LOADS = """
import sys
from screens.keyboards.apart import RimeApart
RimeApart().close()
mapped = open("/proc/self/maps").read()
sys.exit("librime" in mapped or "kivy" in sys.modules or "yaml" in sys.modules)
"""


def test_the_engine_is_never_loaded_by_who_asks() -> None:
    subprocess.run([sys.executable, "-c", LOADS], check=True, timeout=60)


@pytest.mark.parametrize("program", ["/bin/false", "/no/such/program"])
def test_without_a_process_pinyin_is_missing(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(PinyinMissingError, match="process"):
        RimeApart()


def test_why_the_engine_is_missing_is_told() -> None:
    said = subprocess.run(
        [sys.executable, "-c", MISSING], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert "apt-get install librime1" in said


MISSING = """
import socket
from multiprocessing.connection import Connection
from screens.keyboards import child, rime
ours, theirs = socket.socketpair()
rime.Rime.__init__.__defaults__ = ("libno-such-rime.so.1", rime.SHARED)
child.main([str(theirs.detach())])
print(Connection(ours.detach()).recv_bytes().decode())
"""

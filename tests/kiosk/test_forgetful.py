"""The commands that hold personal data begin as a process that keeps nothing of what it has let go of."""

import os
import subprocess
import sys

import pytest

from kiosk import forgetful

TELL = "import os, sys; from kiosk import forgetful; forgetful.begin_anew(); print(os.getpid(), forgetful.is_forgetful(), sys.argv[1:])"


def run(*command: str, **environment: str) -> "subprocess.Popen[str]":
    inherited = {name: value for name, value in os.environ.items() if name not in forgetful.ENVIRONMENT}
    return subprocess.Popen(
        [sys.executable, *command], env={**inherited, **environment}, stdout=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("tunables", ["", "glibc.malloc.arena_max=2"])
def test_it_is_the_same_process_and_the_same_words(tunables: str) -> None:
    with run("-c", TELL, "a", "b c", GLIBC_TUNABLES=tunables) as process:
        assert process.stdout
        assert process.stdout.read() == f"{process.pid} True ['a', 'b c']\n"


@pytest.mark.parametrize(
    ("words", "begun"), [("run", True), ("queue put", True), ("queue list", False), ("doctor", False)]
)
def test_the_commands_that_hold_personal_data_begin_so(
    words: str, begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk import cli  # noqa: PLC0415

    asked: list[bool] = []
    monkeypatch.setattr(forgetful, "begin_anew", lambda: asked.append(True))
    monkeypatch.setattr(sys, "argv", ["kiosk", *words.split(), "--help"])
    with pytest.raises(SystemExit):
        cli.main()
    assert bool(asked) is begun

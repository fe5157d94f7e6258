"""Crash reports: types and places, never words."""

import subprocess
import sys

import pytest

from kiosk.runtime import crash

NAME = "张三丰 440104199001011234"


def fail() -> None:
    known: dict[str, str] = {}
    try:
        known[NAME]
    except KeyError as error:
        raise ValueError(f"cannot keep {NAME}") from error


def failure() -> ValueError:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_types_and_places_of_the_whole_chain(caplog: pytest.LogCaptureFixture) -> None:
    crash.report("a transaction cannot be kept", failure())
    said = caplog.text
    assert "a transaction cannot be kept" in said
    assert said.index("KeyError") < said.index("ValueError")
    assert "test_crash.py" in said
    assert "in fail" in said


def test_a_report_holds_nothing_of_what_the_exception_says(caplog: pytest.LogCaptureFixture) -> None:
    crash.report("something failed", failure())
    for word in ("张三丰", "440104199001011234", "cannot keep 张"):
        assert word not in caplog.text


def test_an_error_that_is_its_own_context_ends() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__context__, second.__context__ = second, first
    assert crash.describe(first).count("ValueError") == 2


PROGRAM = """
import threading
from kiosk.runtime import crash
crash.watch_over_the_process()
def work():
    raise ValueError("张三丰")
thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
raise {error}
"""


def run(error: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", PROGRAM.format(error=error)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def test_a_process_ends_with_a_report_without_words() -> None:
    ended = run("TypeError('李四')")
    assert ended.returncode == 1
    assert "the thread worker ended by a mistake in the program" in ended.stderr
    assert "the touchscreen ends by a mistake in the program" in ended.stderr
    assert ended.stderr.index("ValueError") < ended.stderr.index("TypeError")
    assert "张三丰" not in ended.stderr.replace('raise ValueError("张三丰")', "")
    assert "李四" not in ended.stderr


def test_an_interruption_by_hand_is_no_mistake() -> None:
    ended = run("KeyboardInterrupt")
    assert ended.returncode != 0
    assert "the touchscreen ends" not in ended.stderr

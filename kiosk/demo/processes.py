"""The demo's processes: each with a log of its own, all ended together, the last one first."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kiosk import forgetful

END_SECONDS = 15.0


class EndedEarlyError(Exception):
    """A process of the demo ended before it was ready; the message says where its log is."""


class Processes:
    """Starts `kiosk …` commands with their stderr in `logs`/NAME.log; leaving the context ends them."""

    def __init__(self, logs: Path, environment: Mapping[str, str] | None = None) -> None:
        self._logs, self._environment = logs, dict(environment or {})
        self._running: list[subprocess.Popen[str]] = []
        logs.mkdir(parents=True, exist_ok=True)

    def start(
        self, name: str, *command: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a program; what it says on stdout can be read from the process that is returned."""
        with (self._logs / f"{name}.log").open("w") as log:
            process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, **self._environment, **(environment or {})},
            )
        self._running.append(process)
        return process

    def kiosk(
        self, name: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start `kiosk ARGUMENTS`, as a service manager does: already forgetful, so that it need not begin anew."""
        given = {**forgetful.ENVIRONMENT, **(environment or {})}
        return self.start(name, sys.executable, "-m", "kiosk", *arguments, environment=given)

    def announced(self, name: str, *arguments: str) -> dict[str, Any]:
        """Start `kiosk ARGUMENTS` and return the JSON line with which it says that it is ready.

        Raises:
            EndedEarlyError: it ended instead.
        """
        return self.ready(name, self.kiosk(name, *arguments))

    def ready(self, name: str, process: subprocess.Popen[str]) -> dict[str, Any]:
        """Return the JSON line with which a process that was started says that it is ready.

        Raises:
            EndedEarlyError: it ended instead.
        """
        line = process.stdout.readline() if process.stdout else ""
        if not line:
            raise EndedEarlyError(f"{name} ended before it was ready: see {self._logs / name}.log")
        where: dict[str, Any] = json.loads(line)
        return where

    def answer(self, name: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
        """Run `kiosk ARGUMENTS` to its end and return what it printed.

        Raises:
            EndedEarlyError: it failed.
        """
        process = self.kiosk(name, *arguments, environment=environment)
        said = process.communicate()[0]
        self._running.remove(process)
        if process.returncode != 0:
            raise EndedEarlyError(f"{name} failed ({said.strip()}): see {self._logs / name}.log")
        return said

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._running):
            _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.communicate(timeout=END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()

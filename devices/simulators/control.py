"""How tests, the demo and people steer a simulator: JSON lines over a Unix socket.

A message is one line with a JSON object, `{"do": "lay", "card": "resident"}`; the answer is one line with a JSON
object too. What `do` may be and what goes with it is the simulator's own vocabulary, told in its docstring.

A simulator offers it like this::

    with ControlServer(path, handle):      # handle(message: dict) -> dict, called by one thread at a time
        announce(control=str(path), port=port)
        serve_until_stopped()

and whoever started its process waits for the announcement (its first line on stdout), then speaks::

    where = await_announcement(process)    # {"control": ..., "port": ...}
    send(where["control"], do="lay", card="resident")

People do it with `kiosk simulate tell PATH lay card=resident`.
"""

import argparse
import contextlib
import json
import os
import signal
import socket
import socketserver
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

Message = dict[str, Any]


class ControlError(Exception):
    """The simulator is not there, or did not understand the message; the text says which."""


class _Conversation(socketserver.StreamRequestHandler):
    """One client; it may send any number of messages, each is answered before the next is read."""

    server: "_Listener"

    def handle(self) -> None:
        """Answer line by line until the client hangs up."""
        with contextlib.suppress(ConnectionError):
            for line in self.rfile:
                self.wfile.write(json.dumps(self.server.answer(line)).encode() + b"\n")


class _Listener(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """Listens at a path; one thread a client, one message at a time."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, path: Path, handle: Callable[[Message], Message]) -> None:
        self._handle = handle
        self._one_at_a_time = threading.Lock()
        super().__init__(str(path), _Conversation)

    def answer(self, line: bytes) -> Message:
        """Return what the simulator says to one line; a mistake in it becomes `{"error": text}`."""
        try:
            message = json.loads(line)
            with self._one_at_a_time:
                return self._handle(message)
        except (ValueError, KeyError, TypeError) as error:
            return {"error": f"{type(error).__name__}: {error}"}


class ControlServer:
    """Answers messages at a Unix socket in a thread of its own, from entering the context until leaving it.

    `handle` gets the decoded message and returns the answer; it is never called twice at the same time. When it raises
    ValueError, KeyError or TypeError the client sees a `ControlError` with that text.
    """

    def __init__(self, path: str | os.PathLike[str], handle: Callable[[Message], Message]) -> None:
        self._path = Path(path)
        self._path.unlink(missing_ok=True)  # a socket left behind by a killed simulator
        self._listener = _Listener(self._path, handle)
        self._thread = threading.Thread(
            target=self._listener.serve_forever, kwargs={"poll_interval": 0.05}, name="control", daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown()
        self._listener.server_close()
        self._thread.join()
        self._path.unlink(missing_ok=True)


def send(path: str | os.PathLike[str], timeout: float = 5.0, **message: Any) -> Message:
    """Send one message to the simulator at `path` and return its answer.

    Raises:
        ControlError: nobody listens there, no answer came within `timeout` seconds, or the simulator refused.
    """
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(timeout)
            line.connect(os.fspath(path))
            line.sendall(json.dumps(message).encode() + b"\n")
            with line.makefile("rb") as answers:
                answer: Message = json.loads(answers.readline())
    except (OSError, ValueError) as error:
        raise ControlError(f"no simulator answers at {os.fspath(path)}: is it running?") from error
    if "error" in answer:
        raise ControlError(answer["error"])
    return answer


def announce(**where: Any) -> None:
    """Say on stdout, as one JSON line, that the simulator is ready and where it can be reached."""
    print(json.dumps(where), flush=True)  # noqa: T201  # stdout is the channel to whoever started the process


class Steered(Protocol):
    """A simulator that works on threads of its own until `stopping` is set."""

    stopping: threading.Event

    def tell(self, message: Message) -> Message:
        """Have it do what the message says."""


def serve(simulator: Steered, control: str, **where: str) -> None:
    """Announce a simulator and let it be steered at `control` (nowhere when empty) until it is to stop, or told to by a signal."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: simulator.stopping.set())
    with contextlib.ExitStack() as stack:
        if control:
            stack.enter_context(ControlServer(control, simulator.tell))
        announce(**where, control=control)
        simulator.stopping.wait()


def await_announcement(process: subprocess.Popen[str]) -> Message:
    """Return what a simulator started with `stdout=PIPE, text=True` announced; waits until it is ready.

    Raises:
        ControlError: it ended without announcing anything.
    """
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise ControlError("the simulator ended before it was ready: see its stderr")
    announcement: Message = json.loads(line)
    return announcement


def main(argv: Sequence[str]) -> int:
    """Steer a running simulator from the command line; print its answer and return 0, or 1 when it refused."""
    parser = argparse.ArgumentParser(prog="kiosk simulate tell", description="Steer a running simulator.")
    parser.add_argument("path", help="what was given to the simulator as --control")
    parser.add_argument("do", help="what to do, for example lay, lift, fault")
    parser.add_argument("more", nargs="*", metavar="KEY=VALUE", type=_pair)
    args = parser.parse_args(argv)
    try:
        announce(**send(args.path, do=args.do, **dict(args.more)))
    except ControlError as error:
        print(f"SIMULATOR: {error}", file=sys.stderr)  # noqa: T201  # a command's answer
        return 1
    return 0


def _pair(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator:
        raise argparse.ArgumentTypeError(f"{text} is not of the form KEY=VALUE")
    return key, value

"""The line that the demo cuts: bytes pass, a cut resets and refuses, and the mended line has the same port."""

import socket
import socketserver
import threading
from collections.abc import Iterator

import pytest

from kiosk.demo.line import Line


class _Echo(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        for row in self.rfile:
            self.wfile.write(row)


@pytest.fixture
def line() -> Iterator[Line]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Echo) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        with Line(server.server_address[1]) as line:
            yield line
        server.shutdown()
        thread.join()


def _says(port: int, words: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as end, end.makefile("rwb") as file:
        file.write(words)
        file.flush()
        return file.readline()


def _has_ended(end: socket.socket) -> bool:
    try:
        return end.recv(1) == b""
    except ConnectionResetError:
        return True


def test_bytes_pass_both_ways(line: Line) -> None:
    assert _says(line.port, b"hello\n") == b"hello\n"


def test_a_cut_ends_what_was_connected_and_refuses_what_is_new(line: Line) -> None:
    with socket.create_connection(("127.0.0.1", line.port), timeout=5) as end:
        end.sendall(b"a\n")
        assert end.recv(2) == b"a\n"
        line.cut()
        assert _has_ended(end)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", line.port), timeout=5)


def test_the_mended_line_is_where_it_was(line: Line) -> None:
    port = line.port
    line.cut()
    line.mend()
    assert line.port == port
    assert _says(port, b"back\n") == b"back\n"


def test_nobody_at_the_far_end_ends_the_connection() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        with Line(nobody.getsockname()[1]) as line, socket.create_connection(("127.0.0.1", line.port)) as end:
            end.settimeout(5)
            assert _has_ended(end)

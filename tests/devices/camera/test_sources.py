"""Sources as they are met: picture files, nodes that are none, network cameras with their habits."""

import base64
import io
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image as Drawn

from devices.camera.opencv import OpencvCamera
from devices.camera.session import source_of
from devices.camera.v4l2 import HEIGHT, WIDTH, V4l2Source
from devices.errors import ConfigurationError, DeviceError, StaffError
from tests.devices.camera.pictures import PAPER

UPSIDE_DOWN = 3  # EXIF orientation


@pytest.fixture
def jpeg() -> bytes:
    coded = io.BytesIO()
    PAPER.save(coded, "JPEG")
    return coded.getvalue()


Server = Callable[[dict[str, str], bytes], str]


@pytest.fixture
def serve() -> Iterator[Server]:
    """A network camera that says one thing again and again: `serve(headers, body)` returns its host and port."""
    running: list[ThreadingHTTPServer] = []

    def begin(headers: dict[str, str], body: bytes) -> str:
        class Camera(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                wanted = headers.get("WWW-Authenticate")
                if wanted and self.headers["Authorization"] != wanted:
                    self.send_error(401)
                    return
                self.send_response(200)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("X-Path", self.path)
                self.end_headers()
                with suppress(ConnectionError):
                    while not ended.wait(0.02):  # whoever looks late sees it too
                        self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Camera)
        server.daemon_threads = True
        running.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,)).start()
        return f"127.0.0.1:{server.server_port}"

    ended = threading.Event()
    yield begin
    ended.set()
    for server in running:
        server.shutdown()
        server.server_close()


def stream_of(frame: bytes, count: int = 1) -> tuple[dict[str, str], bytes]:
    head = f"--x\r\nContent-Length: {len(frame)}\r\n\r\n".encode()
    return {"Content-Type": "multipart/x-mixed-replace; boundary=x"}, (head + frame + b"\r\n") * count


def refusal(source: object) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        OpencvCamera(str(source)).open()
    return raised.value


def test_the_interface_loads_no_opencv() -> None:
    program = (
        "import sys, devices.camera, devices.camera.opencv as driver; driver.OpencvCamera('0')\n"
        "sys.exit('cv2' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF"])
def test_picture_files_of_many_kinds(tmp_path: Path, kind: str) -> None:
    PAPER.save(tmp_path / "picture", kind)
    with OpencvCamera(str(tmp_path / "picture")) as camera:
        assert (camera.frame().width, camera.frame().height) == (640, 360)


def test_a_picture_file_is_turned_as_it_says(tmp_path: Path) -> None:
    picture = Drawn.new("RGB", (640, 480), (0, 0, 0))
    picture.paste((255, 255, 255), (0, 0, 640, 240))
    exif = Drawn.Exif()
    exif[0x0112] = UPSIDE_DOWN
    picture.save(tmp_path / "turned.jpg", exif=exif)
    with OpencvCamera(str(tmp_path / "turned.jpg")) as camera:
        frame = camera.frame()
        assert b"Exif" not in camera.still().jpeg
    assert frame.pixels[0] < 10
    assert frame.pixels[-4] > 245


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 nor this"])
def test_a_file_that_is_no_picture_is_for_the_settings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "picture.jpg").write_bytes(content)
    error = refusal(tmp_path / "picture.jpg")
    assert isinstance(error, ConfigurationError)
    assert error.code == "CAMERA_SOURCE"


def test_a_picture_that_claims_to_be_huge_is_refused(tmp_path: Path) -> None:
    Drawn.new("1", (20_000, 20_000)).save(tmp_path / "bomb.png")
    assert refusal(tmp_path / "bomb.png").code == "CAMERA_SOURCE"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "endless.jpg").open("wb") as file:
        file.truncate(10**9)
    assert refusal(tmp_path / "endless.jpg").code == "CAMERA_SOURCE"


def test_a_node_that_is_not_there_was_unplugged() -> None:
    error = refusal("63")
    assert isinstance(error, StaffError)
    assert error.code == "DEVICE_GONE"


def test_a_node_that_is_no_camera_says_so() -> None:
    assert refusal("/dev/null").code == "CAMERA_BUSY"
    assert refusal("/dev/fd").code == "CAMERA_SOURCE"


def test_name_and_password_go_along(serve: Server, jpeg: bytes) -> None:
    headers, body = stream_of(jpeg, 3)
    secret = "Basic " + base64.b64encode("admin:样本 1".encode()).decode()
    host = serve({**headers, "WWW-Authenticate": secret}, body)
    with OpencvCamera(f"http://admin:%E6%A0%B7%E6%9C%AC%201@{host}/live?channel=1"):
        pass
    error = refusal(f"http://admin:wrong@{host}/")
    assert error.code == "CAMERA_SOURCE"
    assert "wrong" not in str(error)


def test_a_single_picture_is_no_stream(serve: Server, jpeg: bytes) -> None:
    error = refusal(f"http://{serve({'Content-Type': 'image/jpeg'}, jpeg)}/snapshot")
    assert error.code == "CAMERA_SOURCE"
    assert "Motion JPEG" in error.message


def test_a_page_is_no_stream(serve: Server) -> None:
    assert refusal(f"http://{serve({'Content-Type': 'text/html'}, b'<p>')}/").code == "CAMERA_SOURCE"


def test_what_looks_like_a_frame_and_is_none_is_passed_over(serve: Server, jpeg: bytes) -> None:
    headers, body = stream_of(b"\xff\xd8\xff\xe0 no picture \xff\xd9")
    host = serve(headers, body + stream_of(jpeg, 2)[1])
    with OpencvCamera(f"http://{host}/"):
        pass


def test_something_that_does_not_speak_http_is_gone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            line, _ = listening.accept()
            with line:
                line.recv(1000)
                line.sendall(b"SSH-2.0-OpenSSH\r\n\r\n")

        threading.Thread(target=answer).start()
        error = refusal(f"http://127.0.0.1:{listening.getsockname()[1]}/")
    assert isinstance(error, StaffError)
    assert error.code == "DEVICE_GONE"


def test_a_plain_camera_is_not_spoken_to_in_secret(serve: Server, jpeg: bytes) -> None:
    host = serve(*stream_of(jpeg))
    assert refusal(f"https://{host}/").code == "DEVICE_GONE"


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("0", (WIDTH, HEIGHT)),
        ("/dev/video2", (WIDTH, HEIGHT)),
        ("0@2592x1944", (2592, 1944)),
        ("/dev/v@640x480", (640, 480)),
    ],
)
def test_a_camera_may_be_given_a_size(name: str, size: tuple[int, int]) -> None:
    source = source_of(name)
    assert isinstance(source, V4l2Source)
    assert source.size == size

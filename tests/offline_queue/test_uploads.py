"""Our uploads against a tus server that is not ours, over a line that breaks at random bytes."""

import random
import subprocess
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from offline_queue.answer import Later
from offline_queue.exchange import Exchange
from offline_queue.seal import sha256
from offline_queue.uploads import CHUNK, NotOfferedError, Uploads
from tests.offline_queue.cutting import breaking

HERE = Path(__file__).parent / "tus_server"
CONTENT = random.Random(5).randbytes(1_000_003)  # noqa: S311  # no secret


def now() -> datetime:
    return datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """The port and the directory of npm's @tus/server."""
    assert (HERE / "node_modules").is_dir(), "not installed: make setup-dev"
    directory = tmp_path_factory.mktemp("tus")
    command = ["node", "server.mjs", str(directory)]
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline()), directory
        finally:
            process.kill()


def brought(url: str, content: bytes, session: requests.Session) -> int:
    """Bring `content` there however often the line breaks; return how many tries it took."""
    uploads = Uploads(Exchange(session, url, now, 0).ask, url, now)
    until, tries = time.monotonic() + 40, 0
    while time.monotonic() < until:
        tries += 1
        try:
            if uploads.bring(sha256(content), content) is None:
                return tries
        except (requests.RequestException, OSError):
            continue
    raise TimeoutError("it did not arrive")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_cut_at_random_bytes_it_goes_on_where_it_was(stranger: tuple[int, Path], seed: int) -> None:
    port, directory = stranger
    content = CONTENT + bytes([seed])
    with breaking(port, seed) as line, requests.Session() as session:
        session.trust_env = False
        assert brought(line.url, content, session) > 3
        assert line.cuts > 3
        assert (directory / sha256(content)).read_bytes() == content
        before = line.sent
        assert brought(line.url, content, session) >= 1
        assert line.sent - before < 3_000, "what is there is not sent again"


class Platform:
    """Answers as told, one answer for each question; keeps what it was asked."""

    def __init__(self, *answers: tuple[int, Mapping[str, str]]) -> None:
        self._answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    def ask(self, method: str, url: str, **how: object) -> tuple[int, Mapping[str, str], bytes]:
        headers = how["headers"]
        assert isinstance(headers, dict)
        assert url.startswith("/v1/uploads/")
        self.asked.append((method, headers.get("Upload-Offset", "")))
        return (*self._answers.pop(0), b"")


def at(offset: int) -> dict[str, str]:
    return {"Upload-Offset": str(offset)}


def test_it_goes_on_from_what_is_there_in_pieces() -> None:
    platform = Platform((200, at(10)), (204, at(10 + CHUNK)), (204, at(len(CONTENT))))
    content = CONTENT[: CHUNK + 20]
    platform._answers[-1] = (204, at(len(content)))
    assert Uploads(platform.ask, "", now).bring("d", content) is None
    assert platform.asked == [("HEAD", ""), ("PATCH", "10"), ("PATCH", str(10 + CHUNK))]


@pytest.mark.parametrize(
    "answers",
    [
        [(503, {})],
        [(401, {})],
        [(200, {})],
        [(200, at(1001))],
        [(200, {"Upload-Offset": "-1"})],
        [(404, {}), (429, {})],
        [(404, {}), (413, {})],
        [(404, {}), (201, {}), (409, {})],
        [(404, {}), (201, {}), (460, {})],
        [(404, {}), (201, {}), (204, at(0))],
        [(404, {}), (201, {}), (500, {})],
    ],
)
def test_whatever_goes_wrong_is_tried_again_later(answers: list[tuple[int, Mapping[str, str]]]) -> None:
    assert isinstance(Uploads(Platform(*answers).ask, "", now).bring("d", bytes(1000)), Later)


@pytest.mark.parametrize("status", [404, 405, 501])
def test_a_platform_without_uploads_is_known_by_its_answer(status: int) -> None:
    with pytest.raises(NotOfferedError):
        Uploads(Platform((404, {}), (status, {})).ask, "", now).bring("d", b"x")

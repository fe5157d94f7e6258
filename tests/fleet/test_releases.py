"""The operator's repository as static files, and the platform's own knowledge of the items."""

import json
from pathlib import Path

import pytest
import requests

from config.catalogue.load import demonstration
from config.releases import Releases
from config.repository import Repository
from fleet.platform import Platform
from tests.fleet.contract import CONTRACT
from tests.fleet.process import Server


@pytest.fixture
def session(server: Server) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.verify = str(server.ca)
    session.hooks["response"].append(CONTRACT.check)
    return session


def catalogue_of(*codes: str) -> bytes:
    """The demonstration catalogue under another version; these items have another name."""
    document = json.loads(demonstration().model_dump_json(by_alias=True, exclude_none=True))
    for item in document["items"]:
        if item["code"] in codes:
            item["name_zh"] = "另一名称"
    return json.dumps(document, ensure_ascii=False).encode()


def test_a_terminal_follows(server: Server, session: requests.Session, tmp_path: Path) -> None:
    repository = Repository(server.home / "releases", server.home / "release-keys")
    if not repository.exists:  # another test may have published on this platform
        repository.create()
    repository.publish({"settings/base.json": {"site": {"code": "GZ044"}}})
    releases = Releases(tmp_path)
    root = session.get(f"{server.url}/releases/metadata/1.root.json")
    releases.root.write_bytes(root.content)
    assert releases.follow(session, f"{server.url}/releases", "GZ044"), releases.status().followed
    staged = releases.staged()
    assert staged is not None
    assert staged.settings.site.code == "GZ044"
    _static_files(server, session)


def _static_files(server: Server, session: requests.Session) -> None:
    url = f"{server.url}/releases"
    root = session.get(f"{url}/metadata/1.root.json")
    assert "immutable" in root.headers["Cache-Control"]
    timestamp = session.get(f"{url}/metadata/timestamp.json")
    assert timestamp.headers["Cache-Control"] == "no-cache"
    tag = {"If-None-Match": timestamp.headers["ETag"]}
    assert session.get(f"{url}/metadata/timestamp.json", headers=tag).status_code == 304
    assert session.get(f"{url}/metadata/root.pem").status_code == 404
    assert session.get(f"{url}/targets/settings").status_code == 404
    keep = server.home / "releases" / "targets" / "voice.ogg"
    keep.write_bytes(b"OggS")
    assert session.get(f"{url}/targets/voice.ogg").headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "path",
    [
        "metadata/..%2F..%2Fadmin-token",
        "targets/%2e%2e/%2e%2e/admin-token",
        "targets//etc/passwd",
        "targets/.hidden",
        "targets/a/../b",
        "metadata/%00",
    ],
)
def test_nothing_else_is_handed_out(server: Server, path: str) -> None:
    with requests.Session() as session:
        session.trust_env = False
        asked = session.prepare_request(requests.Request("GET", server.url))
        asked.url = f"{server.url}/releases/{path}"  # as it is, not tidied up
        answer = session.send(asked, verify=str(server.ca))
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_platform_knows_the_items_that_it_publishes(platform: Platform, tmp_path: Path) -> None:
    assert platform.services.catalogue() == demonstration()
    repository = Repository(platform.home.releases, tmp_path / "keys")
    repository.create()
    assert platform.services.item("MZ-004") == demonstration().by_code["MZ-004"], (
        "a release without catalogue"
    )
    repository.publish({}, catalogue_of("MZ-004"))
    published = platform.services.item("MZ-004")
    assert published is not None
    assert published.name_zh == "另一名称"
    before = platform.services.catalogue()
    repository.publish({"settings/base.json": {}})
    assert platform.services.catalogue() is before, "the same catalogue is not read again"


def test_a_broken_release_keeps_nothing_from_being_taken_in(
    platform: Platform, caplog: pytest.LogCaptureFixture
) -> None:
    (platform.home.releases / "metadata").mkdir()
    (platform.home.releases / "metadata" / "timestamp.json").write_text("{")
    assert platform.services.item("MZ-004") is None
    assert "kiosk config publish" in caplog.text

"""The operator's repository: what it publishes anybody's TUF client can verify, and nothing published ever changes."""

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root
from tuf.ngclient import Updater

from config.catalogue.load import CatalogueError
from config.layers import InvalidSettingsError
from config.repository import Repository, RepositoryError, settings_target
from tests.config.conftest import Operator


def _files(directory: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def test_the_stock_client_verifies_it(operator: Operator, tmp_path: Path) -> None:
    operator.publish("A")
    (tmp_path / "stock").mkdir()
    updater = Updater(
        metadata_dir=str(tmp_path / "stock"),
        metadata_base_url=f"{operator.url}/metadata/",
        target_dir=str(tmp_path / "stock"),
        target_base_url=f"{operator.url}/targets/",
        bootstrap=(operator.directory / "metadata" / "1.root.json").read_bytes(),
    )
    info = updater.get_targetinfo("settings/base.json")
    assert info
    assert json.loads(Path(updater.download_target(info)).read_bytes()) == {"site": {"code": "A"}}


def test_only_the_timestamp_ever_changes(operator: Operator) -> None:
    operator.publish("A")
    before = _files(operator.directory)
    operator.publish("B")
    after = _files(operator.directory)
    changed = [name for name in before if before[name] != after[name]]
    assert [Path(name).name for name in changed] == ["timestamp.json"]


def test_what_is_not_given_stays(operator: Operator) -> None:
    operator.publish("A", {settings_target(group="g"): {"timers": {"form": 100}}})
    operator.repository.publish({settings_target(terminal="T1"): {"site": {"code": "T"}}})
    first, second, third = operator.repository.versions()
    assert first.targets == {}
    assert set(second.targets) == {"settings/base.json", "settings/group/g.json"}
    assert set(third.targets) == {*second.targets, "settings/terminal/T1.json"}
    assert third.targets["settings/base.json"] == second.targets["settings/base.json"]
    assert second.published_at == operator.clock.isoformat()


def test_publishing_nothing_signs_anew(operator: Operator) -> None:
    operator.publish("A")
    operator.clock += timedelta(days=80)
    assert operator.repository.publish({}) == 3
    _, before, after = operator.repository.versions()
    assert before.targets == after.targets
    assert after.published_at > before.published_at


def test_going_back_publishes_the_old_content_as_the_newest(operator: Operator) -> None:
    operator.publish("A")
    operator.publish("B")
    assert operator.repository.roll_back(2) == 4
    versions = operator.repository.versions()
    assert versions[3].targets == versions[1].targets
    with pytest.raises(RepositoryError, match="never published") as refused:
        operator.repository.roll_back(9)
    assert refused.value.code == "NO_SUCH_RELEASE"


def test_keys_are_for_their_owner_only(operator: Operator) -> None:
    assert stat.S_IMODE(operator.keys.stat().st_mode) == 0o700
    keys = sorted(operator.keys.glob("*.pem"))
    assert [key.stem for key in keys] == ["root", "snapshot", "targets", "timestamp"]
    assert {stat.S_IMODE(key.stat().st_mode) for key in keys} == {0o600}


def test_a_repository_is_never_made_twice(operator: Operator, tmp_path: Path) -> None:
    for directory, keys in (
        (operator.directory, operator.keys),
        (tmp_path / "new", operator.keys),
        (operator.directory, tmp_path / "new"),
    ):
        with pytest.raises(RepositoryError, match="cut off every terminal") as refused:
            Repository(directory, keys).create()
        assert refused.value.code == "EXISTS"


def test_root_may_need_two_of_three(tmp_path: Path) -> None:
    Repository(tmp_path / "r", tmp_path / "k").create(root_keys=3, root_threshold=2)
    root = Metadata[Root].from_file(str(tmp_path / "r" / "metadata" / "1.root.json"))
    assert root.signed.roles["root"].threshold == 2
    assert len(root.signatures) == 3
    assert {path.stem for path in (tmp_path / "k").glob("root*")} == {"root-1", "root-2", "root-3"}
    root.signed.verify_delegate("root", root.signed_bytes, root.signatures)


def test_publishing_needs_no_root_key(operator: Operator) -> None:
    (operator.keys / "root.pem").unlink()
    assert operator.publish("A") == 2


@pytest.mark.parametrize("content", [None, b"no key"])
def test_a_missing_key_is_named(operator: Operator, content: bytes | None) -> None:
    key = operator.keys / "targets.pem"
    key.unlink()
    if content:
        key.write_bytes(content)
    with pytest.raises(RepositoryError, match=r"targets\.pem") as refused:
        operator.publish("A")
    assert refused.value.code == "NO_KEY"


def test_without_a_repository_nothing_is_published(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "none", tmp_path / "keys")
    for use in (lambda: repository.publish({}), lambda: repository.roll_back(1), repository.versions):
        with pytest.raises(RepositoryError) as refused:
            use()
        assert refused.value.code == "NO_REPOSITORY"
    assert not (tmp_path / "keys").exists()


def test_what_no_terminal_would_take_is_not_published(operator: Operator) -> None:
    with pytest.raises(InvalidSettingsError, match=r"timers\.form"):
        operator.repository.publish({"settings/base.json": {"timers": {"form": 1}}})
    with pytest.raises(InvalidSettingsError, match=r"screen\.widht"):
        operator.repository.publish({"settings/base.json": {"screen": {"widht": 1080}}})
    with pytest.raises(CatalogueError):
        operator.repository.publish({}, b'{"items": []}')
    assert len(operator.repository.versions()) == 1

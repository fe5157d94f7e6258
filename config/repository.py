"""The operator's side of releases: a TUF repository of static files that any web server can hand out.

`directory/metadata` and `directory/targets` are what terminals fetch below `/releases/`. Keys stay in a directory of
their own. A published version never changes; going back means publishing the content of an earlier release as a newer
version. Every file but `timestamp.json` carries its version or hash in its name, and that one is replaced last, in one
step: a terminal sees the release before or the release after.
"""

import fcntl
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from config import durable, layers, release_keys
from config.catalogue.load import load_json
from config.release_keys import RepositoryError
from config.working_days import read_year

__all__ = ["Repository", "RepositoryError", "Version", "settings_target"]

CATALOGUE = "catalogue.json"
CALENDARS = "calendar/"
BASE = "settings/base.json"
YEAR = timedelta(days=365)
QUARTER = timedelta(days=90)
PUBLISHED_AT = "published_at"
PRETTY = JSONSerializer(compact=False)


@dataclass(frozen=True, slots=True)
class Version:
    """One published release: its number, when (ISO 8601, UTC), and the fingerprint (SHA-256) of each target."""

    number: int
    published_at: str
    targets: Mapping[str, str]


def settings_target(group: str = "", terminal: str = "") -> str:
    """Return the name under which a layer of settings is published: base, a group's, or a terminal's."""
    if terminal:
        return f"settings/terminal/{terminal}.json"
    return f"settings/group/{group}.json" if group else BASE


def calendar_target(year: int) -> str:
    """Return the name under which a year of working days is published."""
    return f"{CALENDARS}cn-{year}.json"


class Repository:
    """Releases in `directory`, signed with the keys in `keys_directory`."""

    def __init__(
        self,
        directory: Path,
        keys_directory: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC).replace(microsecond=0),
    ) -> None:
        self.directory = directory
        self._keys = keys_directory
        self._now = now
        self._metadata = directory / "metadata"

    @property
    def exists(self) -> bool:
        """Whether it was created."""
        return (self._metadata / "timestamp.json").exists()

    def create(self, root_keys: int = 1, root_threshold: int = 1) -> None:
        """Make the keys and an empty first release; `root_threshold` of the `root_keys` must sign a change of keys.

        Raises:
            RepositoryError: there is a repository, or keys of one, already.
        """
        if self._metadata.exists() or any(self._keys.glob("*.pem")):
            raise RepositoryError(
                "EXISTS",
                f"{self.directory} or {self._keys} holds a repository's files already; new keys would cut off every "
                "terminal: give both directories of the same repository, or two empty ones. "
                "目录中已有发布仓库或密钥，重建会使所有终端失联：请同时指定同一仓库的两个目录，或两个空目录。",
            )
        self._metadata.mkdir(parents=True)
        (self.directory / "targets").mkdir()
        signers = release_keys.make(self._keys, root_keys)
        root = Metadata(Root(version=1, expires=self._now() + YEAR, consistent_snapshot=True))
        for role, of_role in signers.items():
            for signer in of_role:
                root.signed.add_key(signer.public_key, role)
        root.signed.roles[Root.type].threshold = root_threshold
        for signer in signers[Root.type]:
            root.sign(signer, append=True)
        self._write("1.root.json", root)
        self._sign_release({}, number=1)

    def publish(
        self,
        settings: Mapping[str, layers.Layer],
        catalogue: bytes | None = None,
        calendars: Sequence[bytes] = (),
    ) -> int:
        """Publish layers of settings (by `settings_target`), a catalogue (JSON), years of working days; return the new version.

        What is not given stays as it was; giving nothing signs the same content anew. Everything is checked first.

        Raises:
            RepositoryError: there is no repository, or a key is not there.
            InvalidSettingsError: a layer is wrong.
            CatalogueError: the catalogue is wrong.
            InvalidCalendarError: a year of working days is wrong.
        """
        for name, layer in settings.items():
            layers.check(layer, name)
        if catalogue is not None:
            load_json(catalogue)
        contents = {name: _canonical(layer) for name, layer in settings.items()}
        if catalogue is not None:
            contents[CATALOGUE] = catalogue
        contents |= {calendar_target(read_year(one, "calendar").year): one for one in calendars}
        with self._alone():
            before = self._targets(self._latest())
            fresh = {name: self._put(name, content) for name, content in contents.items()}
            return self._sign_release({**before.targets, **fresh}, before.version + 1)

    def roll_back(self, number: int) -> int:
        """Publish the content of release `number` again as the newest version; return that version.

        Raises:
            RepositoryError: there is no such release, or a key is not there.
        """
        with self._alone():
            return self._sign_release(self._targets(number).targets, self._latest() + 1)

    def versions(self) -> tuple[Version, ...]:
        """Return every published release, the oldest first.

        Raises:
            RepositoryError: there is no repository.
        """
        return tuple(self._version(number) for number in range(1, self._latest() + 1))

    def _version(self, number: int) -> Version:
        signed = self._targets(number)
        published_at = str(signed.unrecognized_fields.get(PUBLISHED_AT, ""))
        hashes = {name: target.hashes["sha256"] for name, target in sorted(signed.targets.items())}
        return Version(number, published_at, hashes)

    def _latest(self) -> int:
        if not self.exists:
            raise RepositoryError(
                "NO_REPOSITORY",
                f"There is no repository in {self.directory}: `kiosk config publish` with new, empty directories makes "
                "one. 该目录没有发布仓库：用空目录运行 kiosk config publish 即可创建。",
            )
        timestamp = Metadata[Timestamp].from_file(str(self._metadata / "timestamp.json")).signed
        snapshot = self._metadata / f"{timestamp.snapshot_meta.version}.snapshot.json"
        return Metadata[Snapshot].from_file(str(snapshot)).signed.meta["targets.json"].version

    def _targets(self, number: int) -> Targets:
        path = self._metadata / f"{number}.targets.json"
        if not path.exists():
            raise RepositoryError(
                "NO_SUCH_RELEASE",
                f"Release {number} was never published here: `kiosk config status --repository DIR` lists them. "
                "没有这个版本：请用 kiosk config status --repository DIR 查看。",
            )
        return Metadata[Targets].from_file(str(path)).signed

    def _put(self, name: str, content: bytes) -> TargetFile:
        target = TargetFile.from_data(name, content, ["sha256"])
        folder, _, file_name = name.rpartition("/")
        path = self.directory / "targets" / folder / f"{target.hashes['sha256']}.{file_name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.write(path, content)
        return target

    def _sign_release(self, targets: Mapping[str, TargetFile], number: int) -> int:
        """Sign the three lists of release `number`; versions of all three are the same number."""
        now = self._now()
        signers = {role: release_keys.load(self._keys, role) for role in release_keys.PUBLISHING}
        extra = {PUBLISHED_AT: now.isoformat()}
        listed = Metadata(Targets(number, None, now + YEAR, dict(targets), unrecognized_fields=extra))
        listed.sign(signers[Targets.type])
        known = {"targets.json": _described(number, listed.to_bytes(PRETTY))}
        snapshot = Metadata(Snapshot(number, None, now + QUARTER, known))
        snapshot.sign(signers[Snapshot.type])
        timestamp = Metadata(
            Timestamp(number, None, now + QUARTER, _described(number, snapshot.to_bytes(PRETTY)))
        )
        timestamp.sign(signers[Timestamp.type])
        self._write(f"{number}.targets.json", listed)
        self._write(f"{number}.snapshot.json", snapshot)
        self._write("timestamp.json", timestamp)
        return number

    def _write(self, name: str, metadata: "Metadata[Any]") -> None:
        durable.write(self._metadata / name, metadata.to_bytes(PRETTY))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no second operator publish at the same time."""
        self._latest()  # before a lock file appears where no repository is
        with (self._keys / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _canonical(layer: layers.Layer) -> bytes:
    """Return the same bytes for the same content, so that it gets the same name."""
    return json.dumps(layer, sort_keys=True, ensure_ascii=False, indent=2).encode() + b"\n"


def _described(version: int, content: bytes) -> MetaFile:
    return MetaFile.from_data(version, content, ["sha256"])

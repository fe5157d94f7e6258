"""Fetching a release by TUF: what the platform signed for this terminal, merged and checked."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import requests
from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
)
from tuf.api.metadata import Metadata, Targets
from tuf.ngclient import FetcherInterface, Updater

from config import layers
from config.catalogue.load import CatalogueError, load_json
from config.slots import Found
from config.working_days import InvalidCalendarError, read_year

CHUNK = 64 * 1024
BASE = "settings/base.json"


class FollowError(Exception):
    """No release could be had. `code` is stable, the message names the remedy."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class SessionFetcher(FetcherInterface):
    """Lets TUF download over the terminal's own session: its signature, its authority, its time limits."""

    def __init__(self, session: requests.Session) -> None:
        self._session = session

    def _fetch(self, url: str) -> Iterator[bytes]:
        response = self._session.get(url, stream=True)
        if response.status_code != requests.codes.ok:
            response.close()
            raise DownloadHTTPError(f"{url}: HTTP {response.status_code}", response.status_code)
        return self._chunks(response)

    @staticmethod
    def _chunks(response: requests.Response) -> Iterator[bytes]:
        with response:
            try:
                yield from response.iter_content(CHUNK)
            except requests.RequestException as error:  # TUF wraps what `_fetch` raises, not what comes later
                raise DownloadError(str(error)) from error


@dataclass(frozen=True, slots=True)
class _Targets:
    """Verified targets of one refreshed repository."""

    updater: Updater
    version: int
    cache: Path
    names: tuple[str, ...]

    def read(self, path: str) -> bytes | None:
        """Return the target's content, None when the platform offers none of that name."""
        info = self.updater.get_targetinfo(path)
        if info is None:
            return None
        kept = self.cache / path.replace("/", "%2F")
        found = self.updater.find_cached_target(info, str(kept))
        return Path(found or self.updater.download_target(info, str(kept))).read_bytes()


def fetch(directory: Path, session: requests.Session, base_url: str, terminal_id: str, group: str) -> Found:
    """Return what the platform offers this terminal, every signature verified from `directory/root.json` on.

    Raises:
        FollowError: there is no trust anchor, no network, a list that is expired or forged, or nothing offered.
    """
    try:
        anchor = (directory / "root.json").read_bytes()
    except FileNotFoundError as error:
        raise FollowError(
            "NO_ROOT",
            "This terminal has no trust anchor for releases: enrol it again (`kiosk provision enrol`). "
            "本机没有发布信任根：请重新注册（kiosk provision enrol）。",
        ) from error
    try:
        return _offered(_refreshed(directory, session, base_url, anchor), terminal_id, group)
    except ExpiredMetadataError as error:
        raise FollowError(
            "EXPIRED",
            f"The platform's signed list has expired ({error}): check this terminal's clock, else the operator must "
            "sign anew (`kiosk config publish`); the terminal keeps its release. "
            "发布清单已过期：请检查本机时钟，或由运维重新签发；本机继续使用现有版本。",
        ) from error
    except DownloadError as error:
        raise FollowError(
            "UNREACHABLE",
            f"The platform's releases cannot be fetched ({error}): check the network; the terminal keeps its release. "
            "无法获取发布内容：请检查网络；本机继续使用现有版本。",
        ) from error
    except (RepositoryError, LengthOrHashMismatchError, ValueError) as error:
        raise FollowError(
            "FORGED",
            f"The platform's releases do not verify ({error}): tell the operator; the terminal keeps its release. "
            "发布内容签名校验失败：请告知运维；本机继续使用现有版本。",
        ) from error


def checked(found: Found) -> bool:
    """Check that a terminal would take the release; return True.

    Raises:
        FollowError: settings, catalogue or a calendar are wrong; the message says where.
    """
    try:
        layers.settings_of(json.loads(found.settings), "settings")
        if found.catalogue:
            load_json(found.catalogue)
        for content in found.calendars:
            read_year(content, "calendar")
    except (layers.InvalidSettingsError, CatalogueError, InvalidCalendarError) as error:
        raise _unfit(found.number, error) from error
    return True


def _unfit(number: int, error: Exception) -> FollowError:
    return FollowError(
        "INVALID",
        f"Release {number} is not fit for use, the operator must mend it; the terminal keeps its release. "
        f"该版本内容有误，须由运维更正；本机继续使用现有版本。\n{error}",
    )


def _refreshed(directory: Path, session: requests.Session, base_url: str, anchor: bytes) -> _Targets:
    metadata, cache = directory / "metadata", directory / "targets"
    metadata.mkdir(parents=True, exist_ok=True)
    cache.mkdir(exist_ok=True)
    updater = Updater(
        metadata_dir=str(metadata),
        metadata_base_url=f"{base_url}/metadata/",
        target_base_url=f"{base_url}/targets/",
        fetcher=SessionFetcher(session),
        bootstrap=anchor,
    )
    updater.refresh()
    verified = Metadata[Targets].from_file(str(metadata / "targets.json")).signed
    return _Targets(updater, verified.version, cache, tuple(sorted(verified.targets)))


def _offered(targets: _Targets, terminal_id: str, group: str) -> Found:
    names = [BASE]
    if group:
        names.append(f"settings/group/{group}.json")
    names.append(f"settings/terminal/{terminal_id}.json")
    found = {name: content for name in names if (content := targets.read(name)) is not None}
    catalogue = targets.read("catalogue.json")
    if not found and catalogue is None:
        raise FollowError(
            "NOTHING",
            "The platform has published nothing for terminals yet: the operator must (`kiosk config publish`). "
            "平台尚未发布任何内容：请运维先发布（kiosk config publish）。",
        )
    try:
        merged = layers.merge(*(layers.parse(content.decode(), name) for name, content in found.items()))
    except (layers.InvalidSettingsError, UnicodeDecodeError) as error:
        raise _unfit(targets.version, error) from error
    settings = json.dumps(merged, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    years = [name for name in targets.names if name.startswith("calendar/")]
    calendars = tuple(content for name in years if (content := targets.read(name)) is not None)
    return Found(targets.version, settings, catalogue, calendars)

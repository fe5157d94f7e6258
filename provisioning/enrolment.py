"""From an enrolment document to a terminal with its first release; may be interrupted and run again at any point."""

import base64
import binascii
import ipaddress
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from config import durable
from config.releases import Release, Releases
from provisioning import est
from provisioning.est import EnrolmentError
from provisioning.identity import Identity, NotEnrolledError, new_key, parse_key, private_pem
from provisioning.terminal import IDENTITY, RELEASES, Terminal

PENDING = "enrolment"
NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Document:
    """What the operator hands the technician. `ca_sha256` is hexadecimal; `code` is good once and never shown."""

    url: str
    ca_sha256: str
    terminal_id: str
    code: str
    group: str = ""

    def __repr__(self) -> str:
        return f"Document({self.url}, {self.terminal_id})"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the document in JSON: `url`, `ca_sha256`, `id`, `code`, and `group` if there is one.

        Raises:
            EnrolmentError: it is no such document.
        """
        try:
            fields = json.loads(text)
            url, ca_sha256, number, code = (str(fields[name]) for name in ("url", "ca_sha256", "id", "code"))
            group = str(fields.get("group") or "")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise EnrolmentError(
                "BAD_DOCUMENT",
                "The enrolment document must be JSON with url, ca_sha256, id and code: copy it whole. "
                "注册单应为包含 url、ca_sha256、id、code 的 JSON：请完整复制。",
            ) from error
        return cls.checked(url, ca_sha256, number, code, group)

    @classmethod
    def checked(cls, url: str, ca_sha256: str, terminal_id: str, code: str, group: str = "") -> Self:
        """Return the document when each field can be right.

        Raises:
            EnrolmentError: one cannot; the message says which.
        """
        _check_url(url)
        if not NAME.fullmatch(terminal_id) or (group and not NAME.fullmatch(group)) or not code.strip():
            raise EnrolmentError(
                "BAD_DOCUMENT",
                "The terminal's number or group has signs that none has, or the code is empty: copy it from the document. "
                "终端编号或分组含有非法字符，或注册码为空：请按注册单填写。",
            )
        return cls(url.rstrip("/"), _hexadecimal(ca_sha256), terminal_id, code.strip(), group)


def enrol(home: Path, document: Document) -> Release | None:
    """Make the machine the terminal of the document; return its first release, None when there is none to be had yet.

    Run again with the same document it goes on where it was cut off, with the same key.

    Raises:
        EnrolmentError: it is not enrolled; or it was before, as another terminal.
    """
    if not _is_enrolled(home / IDENTITY, document):
        _become(home, document)
    shutil.rmtree(home / PENDING, ignore_errors=True)
    terminal = Terminal.load(home)
    if terminal.release is None:
        with terminal.identity.session() as session:
            terminal.follow(session)
        terminal.releases.activate_staged()
    return terminal.releases.active()


def _become(home: Path, document: Document) -> None:
    pending = home / PENDING
    pending.mkdir(mode=0o700, parents=True, exist_ok=True)
    key_file, ca_file = pending / f"{document.terminal_id}.pem", pending / "ca.pem"
    if not key_file.exists():
        durable.write(key_file, private_pem(new_key()), 0o600)
    key = parse_key(key_file.read_bytes())
    durable.write(ca_file, est.fetch_authority(document.url, document.ca_sha256).encode())
    certificate = est.EstClient(document.url, ca_file).enrol(document.terminal_id, document.code, key)
    (home / RELEASES).mkdir(exist_ok=True)
    durable.write(Releases(home / RELEASES).root, _trust_anchor(document.url, ca_file))
    Identity(
        terminal_id=document.terminal_id,
        platform_url=document.url,
        recipients=(),
        training=False,
        key=key,
        certificate=certificate,
        ca_file=ca_file,
        group=document.group,
    ).save(home / IDENTITY)


def _trust_anchor(url: str, ca_file: Path) -> bytes:
    """Fetch the first TUF root over the connection that the pinned authority vouches for."""
    import requests  # noqa: PLC0415  # TUF and requests take 0.4 s to import
    from tuf.api.exceptions import RepositoryError  # noqa: PLC0415
    from tuf.api.metadata import Metadata, Root  # noqa: PLC0415

    from provisioning.signing import PlatformSession  # noqa: PLC0415

    with PlatformSession(ca_file) as session:
        try:
            response = session.get(f"{url}/releases/metadata/1.root.json")
            response.raise_for_status()
            root = Metadata[Root].from_bytes(response.content)
            root.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
        except requests.HTTPError as error:
            raise EnrolmentError(
                "NO_RELEASES",
                "The platform has no releases yet: the operator must publish (`kiosk config publish`), then run the same "
                "command again. 平台尚未建立发布仓库：请运维先发布（kiosk config publish），再次运行同一命令。",
            ) from error
        except requests.RequestException as error:
            raise est.unreachable(url, error) from error
        except (RepositoryError, AttributeError, TypeError) as error:
            raise EnrolmentError(
                "BAD_ROOT",
                "The platform's trust anchor for releases (1.root.json) does not verify: tell the platform's operator. "
                "平台的发布信任根校验失败：请联系平台运维。",
            ) from error
    return response.content


def _is_enrolled(directory: Path, document: Document) -> bool:
    try:
        identity = Identity.load(directory)
    except NotEnrolledError:
        return False
    if not identity.enrolled:
        return False
    if (identity.terminal_id, identity.platform_url) != (document.terminal_id, document.url):
        raise EnrolmentError(
            "ENROLLED",
            f"This machine is terminal {identity.terminal_id} of {identity.platform_url} already: `kiosk provision "
            "retire` first, or use another KIOSK_HOME. 本机已是该编号的终端：请先运行 kiosk provision retire，或换一个 KIOSK_HOME。",
        )
    return True


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname and _is_here(parts.hostname):
        return  # a platform on the same machine: nobody stands between
    raise EnrolmentError(
        "BAD_URL",
        "A terminal is enrolled over https:// only, for the code must stay secret (http:// only on this machine): "
        "correct the URL. 注册必须使用 https://（仅本机可用 http://）：请更正地址。",
    )


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _hexadecimal(fingerprint: str) -> str:
    """Return a SHA-256 given in hexadecimal, with or without colons, or in base64."""
    plain = fingerprint.strip().replace(":", "").lower()
    if re.fullmatch(r"[0-9a-f]{64}", plain):
        return plain
    try:
        raw = base64.b64decode(fingerprint.strip().replace("-", "+").replace("_", "/") + "==")
    except binascii.Error:
        raw = b""
    if len(raw) == 32:
        return raw.hex()
    raise EnrolmentError(
        "BAD_DOCUMENT",
        "The authority's fingerprint must be a SHA-256: 64 hexadecimal digits. "
        "CA 指纹应为 SHA-256（64 位十六进制数）：请按注册单填写。",
    )

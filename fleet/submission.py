"""A submission, checked: signed by the terminal, whole, and for the number it was sent under (pure)."""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

from fleet.problems import PlatformError, malformed

TEXT_MAX = 255


@dataclass(frozen=True, slots=True)
class Attachment:
    """One sealed attachment; `content` is an age file."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Submission:
    """What a terminal handed in; `manifest` names digests of all the rest, so that it stands for the whole content."""

    id: str
    reference: str
    type: str
    terminal: str
    manifest: str = field(repr=False)
    payload: bytes = field(repr=False)
    attachments: tuple[Attachment, ...]


Uploaded = Callable[[str], bytes | None]


def read(
    transaction: str,
    terminal: str,
    keys: Sequence[ec.EllipticCurvePublicKey],
    said: Mapping[str, Any],
    uploaded: Uploaded = lambda _: None,
) -> Submission:
    """Return the submission that came under the number `transaction` (schema Submission), signed with one of the terminal's keys.

    `uploaded` gives the content of an attachment that came before, by its digest.

    Raises:
        PlatformError: it cannot be read, is not signed by the terminal, or is not what its manifest names.
    """
    manifest, payload, came = _parts(said)
    named = _named(_claims(manifest, keys))
    digests = [digest for digest, _, _ in named.attachments]
    if (named.id, named.terminal, len(digests)) != (transaction, terminal, len(came)):
        raise _mismatch()
    sealed = _whole(came, digests, uploaded)
    if [named.payload, *digests] != list(map(_digest, (payload, *sealed))):
        raise _mismatch()
    attachments = tuple(
        Attachment(name, media_type, content)
        for (_, name, media_type), content in zip(named.attachments, sealed, strict=True)
    )
    return Submission(transaction, named.reference, named.type, terminal, manifest, payload, attachments)


@dataclass(frozen=True, slots=True)
class _Named:
    """What a manifest names: `payload` is a digest, attachments are digest, name and media type."""

    id: str
    terminal: str
    reference: str
    type: str
    payload: str
    attachments: tuple[tuple[str, str, str], ...]


def _named(claims: dict[str, Any]) -> _Named:
    try:
        datetime.fromisoformat(claims["created_at"])
        if str(UUID(claims["id"])) != claims["id"]:
            raise _mismatch()
        return _Named(
            id=claims["id"],
            terminal=claims["terminal"],
            reference=_text(claims["reference"]),
            type=_text(claims["type"]),
            payload=claims["payload"]["sha256"],
            attachments=tuple(
                (one["sha256"], _text(one["name"]), _text(one["media_type"])) for one in claims["attachments"]
            ),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _mismatch() from error


def _parts(said: Mapping[str, Any]) -> tuple[str, bytes, list[bytes | None]]:
    """Return manifest, payload and attachments as the contract says; None stands for one that was uploaded before."""
    try:
        payload = base64.b64decode(said["payload"], validate=True)
        came = [one.get("content") for one in said["attachments"]]
        sealed = [None if content is None else base64.b64decode(content, validate=True) for content in came]
        manifest = str(said["manifest"].encode("ascii"), "ascii")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise malformed(
            "Send JSON with manifest, payload and attachments (docs/platform-api.yaml).",
            "请按接口文档提交 manifest、payload 和 attachments。",
        ) from error
    return manifest, payload, sealed


def _whole(came: Sequence[bytes | None], digests: Sequence[str], uploaded: Uploaded) -> list[bytes]:
    found = [
        uploaded(digest) if content is None else content
        for content, digest in zip(came, digests, strict=True)
    ]
    if None in found:
        raise PlatformError(
            424,
            "missing-attachments",
            "An attachment has not been uploaded. 有附件尚未上传。",
            "Upload it to /v1/uploads/, then send the same again. 请先上传附件，再重新提交。",
        )
    return [content for content in found if content is not None]


def _claims(manifest: str, keys: Sequence[ec.EllipticCurvePublicKey]) -> dict[str, Any]:
    for key in keys:
        try:
            return jwt.decode(manifest, key, algorithms=["ES256"])
        except jwt.InvalidSignatureError:
            continue
        except jwt.PyJWTError:
            break
    raise PlatformError(
        422,
        "bad-manifest",
        "The manifest does not carry this terminal's signature. 清单签名校验失败。",
        "Keep the transaction on the terminal and tell the operator: `kiosk queue verify` there. "
        "请保留终端上的事务并告知运维，在终端运行 kiosk queue verify。",
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable() or len(value) > TEXT_MAX:
        raise ValueError("not a short printable text")
    return value


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _mismatch() -> PlatformError:
    return PlatformError(
        422,
        "not-as-named",
        "What came is not what its signed manifest names. 内容与已签名的清单不符。",
        "Keep the transaction on the terminal and tell the operator: `kiosk queue verify` there. "
        "请保留终端上的事务并告知运维，在终端运行 kiosk queue verify。",
    )

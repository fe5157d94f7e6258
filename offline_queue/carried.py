"""Taking in what another disk exported: sealed and signed as it is, verified, and never twice however often it comes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from offline_queue import counters, intake
from offline_queue.database import Database
from offline_queue.decide import NO_DEADLINE
from offline_queue.errors import DamagedError, UnfitError
from offline_queue.intake import Order
from offline_queue.outbox import Outbox
from offline_queue.parts import Parts
from offline_queue.policy import ORDINARY
from offline_queue.reference import day_and_number
from offline_queue.seal import Manifest, Part, Sealed, Verifier, sha256
from offline_queue.transaction import Sending, Transaction
from offline_queue.trouble import translated

HOW = "carried.json"


@dataclass(frozen=True, slots=True)
class Carried:
    """One exported transaction, proved to be what its terminal signed."""

    said: Manifest
    manifest: str
    public_pem: str
    sealed: Sealed
    sending: Sending


def take_in(database: Database, parts: Parts, outbox: Outbox, terminal: str, directory: Path) -> list[str]:
    """Keep each transaction below `directory` that is not here yet, in the order they were made; return the ids.

    Raises:
        DamagedError: one is not what was exported; the others are kept.
        UnfitError: `directory` holds no export, or one of another terminal's number; the others are kept.
        QueueError: the disk cannot be used.
    """
    kept: list[str] = []
    trouble: DamagedError | UnfitError | None = None
    with translated():
        folders = sorted(one for one in directory.iterdir() if (one / "manifest.jws").is_file())
    if not folders:
        raise UnfitError(f"{directory} holds nothing that `kiosk queue export` wrote. 该目录没有导出内容。")
    for folder in folders:
        try:
            carried = _read(database, folder, terminal)
        except (DamagedError, UnfitError) as error:
            trouble = error
            continue
        if _keep(database, parts, outbox, carried):
            kept.append(carried.said.id)
    if trouble:
        raise trouble
    return kept


def _keep(database: Database, parts: Parts, outbox: Outbox, carried: Carried) -> bool:
    """Keep it unless it is here, acknowledged or not; return whether it was kept."""
    said = carried.said
    if database.rows("SELECT 1 FROM transactions WHERE id = ?", said.id):
        return False
    made = Transaction(said.id, said.reference, said.type, said.created_at)
    order = Order(said.type, said.id, outbox.time(), None, ORDINARY, carried.sending, print_job=False)
    database.ballast.ensure(len(carried.sealed.payload.content))
    with translated(), parts.keeping(carried.sealed.attachments), database.keeping() as connection:
        signed = intake.Signed(
            carried.manifest, carried.public_pem, sha256(carried.public_pem.encode()), "imported"
        )
        intake.write(connection, made, signed, carried.sealed, order)
        counters.given_elsewhere(connection, *day_and_number(said.reference))
    return True


def _read(database: Database, folder: Path, terminal: str) -> Carried:
    with translated():
        manifest = (folder / "manifest.jws").read_text("ascii")
        payload = (folder / "payload.age").read_bytes()
        how = json.loads((folder / HOW).read_text("ascii")) if (folder / HOW).exists() else {}
        files = {path.stem: path.read_bytes() for path in (folder / "attachments").glob("*.age")}
    said, pem = _proved(manifest, [how["public_pem"]] if how else list(_signers(database)))
    if said.terminal != terminal:
        raise UnfitError(
            f"{folder.name} was kept by terminal {said.terminal}: import it on the machine that has that number now "
            "(`kiosk provision replace`). 该事务属于其他终端：请在接替该编号的机器上导入。"
        )
    digests = {name: sha256(content) for name, content in files.items()}
    whole = set(said.digests) <= digests.keys() and all(name == digest for name, digest in digests.items())
    if said.id != folder.name or sha256(payload) != said.payload_sha256 or not whole:
        raise DamagedError(
            f"What is in {folder.name} is not what was exported: copy it again. 导出内容已损坏：请重新复制。"
        )
    attachments = tuple(Part(files[digest], digest) for digest in said.digests)
    return Carried(
        said, manifest, pem, Sealed(Part(payload, said.payload_sha256), attachments), _sending(how)
    )


def _proved(manifest: str, keys: Sequence[str]) -> tuple[Manifest, str]:
    for pem in keys[:-1]:
        try:
            return Verifier(pem).read(manifest), pem
        except DamagedError:
            continue
    if not keys:
        raise DamagedError("Nothing tells whose signature the manifest carries. 无法确认清单由谁签名。")
    return Verifier(keys[-1]).read(manifest), keys[-1]


def _signers(database: Database) -> Iterator[str]:
    for row in database.rows("SELECT public_pem FROM signers"):
        yield row["public_pem"]


def _sending(how: dict[str, Any]) -> Sending:
    deadline = how.get("deadline", NO_DEADLINE)
    return Sending(how.get("case", ""), None if deadline == NO_DEADLINE else date.fromisoformat(deadline))

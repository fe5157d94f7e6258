"""A queue survives its disk: what one machine exported another takes in, sealed as it is, and the platform gets it once."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pyrage
import pytest
import requests

from offline_queue import schema
from offline_queue.database import DATABASE
from offline_queue.errors import DamagedError, QueueError, UnfitError
from offline_queue.records import Acknowledged
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from offline_queue.transaction import Attachment, Sending
from provisioning.identity import new_key
from tests.offline_queue.conftest import Clock, Opener
from tests.offline_queue.platform import Platform

PAGE = Attachment("page-1.jpg", "image/jpeg", b"a picture")
FOLLOWS = Sending("GZ-1", date(2026, 12, 1))


@pytest.fixture
def replacement(tmp_path: Path, clock: Clock, reader: pyrage.x25519.Identity) -> Store:
    """The queue of the machine that took the number, with a key of its own."""
    sealer = Sealer("GZ044", new_key(), [str(reader.to_public())])
    return Store(tmp_path / "replacement", sealer, clock.now, clock=clock)


@pytest.fixture
def exported(store: Store, tmp_path: Path) -> list[str]:
    """What waits of five: one was acknowledged."""
    made = [store.put("MZ-004", b"%d" % number, [PAGE], sending=FOLLOWS).id for number in range(5)]
    claim = store.outbox.claim(due_by=1e9)
    assert claim
    store.outbox.acknowledge(claim, Acknowledged("GZ-1", "", ""))
    store.export(tmp_path / "out")
    return made[1:]


def test_another_machine_takes_it_in_once(exported: list[str], replacement: Store, tmp_path: Path) -> None:
    own = replacement.put("MZ-001", b"its own")
    assert replacement.take_in(tmp_path / "out") == exported
    assert replacement.verify() == []
    entries = replacement.list()
    assert [entry.id for entry in entries] == [own.id, *exported]
    assert [(entry.case, entry.deadline) for entry in entries[1:]] == [("GZ-1", "2026-12-01")] * 4
    assert replacement.take_in(tmp_path / "out") == []
    assert replacement.export(tmp_path / "again") == [own.id, *exported]
    for one in exported:
        for name in ("manifest.jws", "payload.age", "carried.json"):
            assert (tmp_path / "again" / one / name).read_bytes() == (
                tmp_path / "out" / one / name
            ).read_bytes()


def test_numbers_that_both_machines_gave_on_one_day_are_both_kept(
    exported: list[str], replacement: Store, tmp_path: Path
) -> None:
    """The papers are in residents' hands: neither can be made unsaid. The id tells them apart."""
    own = [replacement.put("MZ-001", b"its own") for _ in range(3)]
    assert replacement.take_in(tmp_path / "out") == exported
    own.append(replacement.put("MZ-001", b"its own"))
    assert [int(one.reference.split("-")[3]) for one in own] == [1, 2, 3, 6]
    assert replacement.verify() == []


def test_the_platform_gets_it_once_from_both(
    exported: list[str], store: Store, replacement: Store, tmp_path: Path, platform: Platform
) -> None:
    replacement.take_in(tmp_path / "out")
    for one in (store, replacement):
        with requests.Session() as session:
            session.trust_env = False
            Submitter(one, session, platform.url).submit_once(everything=True)
        assert one.stats().waiting == 0
    assert {one: platform.made[one] for one in exported} == dict.fromkeys(exported, 1)
    assert replacement.take_in(tmp_path / "out") == []
    assert replacement.verify() == []


def _edit(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(b"x" + (folder / name).read_bytes())


def _remove_page(folder: Path) -> None:
    shutil.rmtree(folder / "attachments")


@pytest.mark.parametrize(
    "spoil",
    [
        _edit("payload.age"),
        _edit("manifest.jws"),
        _remove_page,
        lambda folder: next((folder / "attachments").iterdir()).write_bytes(b"x"),
        lambda folder: folder.rename(folder.with_name("0193")),
    ],
)
def test_what_was_spoilt_on_the_way_is_not_taken(
    exported: list[str], replacement: Store, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(tmp_path / "out" / exported[1])
    with pytest.raises(DamagedError):
        replacement.take_in(tmp_path / "out")
    assert [entry.id for entry in replacement.list()] == [exported[0], *exported[2:]]
    assert replacement.verify() == []


def test_without_a_known_signature_nothing_is_taken(
    exported: list[str], replacement: Store, store: Store, tmp_path: Path
) -> None:
    for folder in (tmp_path / "out").iterdir():
        (folder / "carried.json").unlink()
    with pytest.raises(DamagedError):
        replacement.take_in(tmp_path / "out")
    assert replacement.list() == []
    assert store.take_in(tmp_path / "out") == []
    assert len(exported) == 4


def test_another_number_or_nothing_is_refused(
    exported: list[str], tmp_path: Path, clock: Clock, reader: pyrage.x25519.Identity
) -> None:
    assert exported
    sealer = Sealer("GZ045", new_key(), [str(reader.to_public())])
    with Store(tmp_path / "other", sealer, clock.now, clock=clock) as other:
        with pytest.raises(UnfitError, match="GZ044"):
            other.take_in(tmp_path / "out")
        (tmp_path / "empty").mkdir()
        with pytest.raises(UnfitError, match="nothing"):
            other.take_in(tmp_path / "empty")
        with pytest.raises(QueueError):
            other.take_in(tmp_path / "not there")
        assert other.list() == []


def test_a_damaged_queue_goes_on_in_a_new_one(
    opened: Opener, sealer: Sealer, clock: Clock, tmp_path: Path
) -> None:
    """The way out that the message of a damaged database names."""
    store = opened()
    made = [store.put("MZ-004", b"%d" % number * 1000, [PAGE]).id for number in range(20)]
    store.close()
    database = tmp_path / "queue" / DATABASE
    content = bytearray(database.read_bytes())
    begins = content.index(b"age-encryption.org", len(content) // 2) // 4096 * 4096
    content[begins : begins + 4096] = b"\xa5" * 4096
    database.write_bytes(content)
    with opened(None) as damaged, pytest.raises(DamagedError):
        damaged.export(tmp_path / "out")
    (tmp_path / "queue").rename(tmp_path / "evidence")
    with Store(tmp_path / "queue", sealer, clock.now, clock=clock) as fresh:
        taken = fresh.take_in(tmp_path / "out")
        assert len(made) > len(taken) > len(made) - 8
        assert set(taken) < set(made)
        assert fresh.verify() == []


def test_each_of_two_platform_keys_opens_it_by_debians_age(tmp_path: Path, clock: Clock) -> None:
    secrets = [tmp_path / "old.txt", tmp_path / "new.txt"]
    recipients = []
    for secret in secrets:
        subprocess.run(["age-keygen", "-o", secret], check=True, capture_output=True)
        shown = subprocess.run(["age-keygen", "-y", secret], check=True, capture_output=True, text=True)
        recipients.append(shown.stdout.strip())
    with Store(tmp_path / "queue", Sealer("GZ044", new_key(), recipients), clock.now) as store:
        made = store.put("MZ-004", b"payload", [PAGE])
        store.export(tmp_path / "out")
    folder = tmp_path / "out" / made.id
    for secret in secrets:
        (page,) = (folder / "attachments").iterdir()
        for file, plain in ((folder / "payload.age", b"payload"), (page, PAGE.data)):
            opened = subprocess.run(["age", "-d", "-i", secret, file], check=True, capture_output=True)
            assert opened.stdout == plain


def test_what_waits_outlives_a_new_key_and_an_older_release(
    store: Store, opened: Opener, reader: pyrage.x25519.Identity, tmp_path: Path, platform: Platform
) -> None:
    """Enrolled anew; gone back to a release that does not know the queue, and forward again."""
    made = [store.put("MZ-004", b"before", [PAGE]).id]
    store.close()
    with opened(Sealer("GZ044", new_key(), [str(reader.to_public())])) as again:
        made.append(again.put("MZ-004", b"after", [PAGE]).id)
        assert again.verify() == []
    with closing(sqlite3.connect(tmp_path / "queue" / DATABASE)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
        with pytest.raises(DamagedError, match="later version"):
            opened()
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS)}")
    with opened() as forward, requests.Session() as session:
        session.trust_env = False
        Submitter(forward, session, platform.url).submit_once(everything=True)
        assert (forward.stats().waiting, forward.verify()) == (0, [])
    assert platform.made == dict.fromkeys(made, 1)

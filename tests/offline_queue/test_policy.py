"""What a terminal takes in, and when it takes no more; nobody is recognised the day after."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from offline_queue import policy
from offline_queue.admission import Admission
from offline_queue.errors import ItemFullError, QueueFullError, ResidentFullError
from offline_queue.platform_clock import read
from offline_queue.policy import Limits, Load
from offline_queue.records import Acknowledged
from offline_queue.store import Store
from offline_queue.transaction import Sending
from tests.offline_queue.conftest import Clock, Opener

LIMITS = Limits(waiting=5, per_item=3, per_resident=2, age=100.0, bytes=1000, items={"MZ-004": 1})
NUMBER = "440104198808080023"


@pytest.mark.parametrize(
    ("load", "item", "code"),
    [
        (Load(), "MZ-001", None),
        (Load(waiting=4, bytes=999, age=99.9, of_item=2, of_resident=1), "MZ-001", None),
        (Load(waiting=5), "MZ-001", "queue_full"),
        (Load(waiting=5), "", "queue_full"),
        (Load(bytes=1000), "MZ-001", "queue_large"),
        (Load(age=100.0), "MZ-001", "queue_old"),
        (Load(of_item=3), "MZ-001", "item_full"),
        (Load(of_item=1), "MZ-004", "item_full"),
        (Load(of_resident=2), "MZ-001", "resident_full"),
        (Load(waiting=5, of_item=3, of_resident=2), "MZ-001", "queue_full"),
    ],
)
def test_each_limit_has_its_own_reason(load: Load, item: str, code: str | None) -> None:
    refused = policy.refusal(LIMITS, load, item)
    assert (refused.code if refused else None) == code
    assert not refused or "queue." in str(refused)


def test_an_item_that_is_full_leaves_room_for_others(opened: Opener) -> None:
    store = opened(limits=replace(LIMITS, bytes=100_000))
    store.put("MZ-004", b"x")
    assert store.admission().full == {"MZ-004"}
    with pytest.raises(ItemFullError):
        store.put("MZ-004", b"y")
    for _ in range(3):
        store.put("MZ-001", b"x")
    assert store.admission() == Admission("", frozenset({"MZ-001", "MZ-004"}))
    store.put("MZ-002", b"x")
    assert store.admission().closed == "queue_full"
    _acknowledge(store)
    assert store.admission().closed == ""


def test_a_resident_is_known_for_a_day_and_by_nobody(opened: Opener, clock: Clock, tmp_path: Path) -> None:
    store = opened(limits=Limits(per_resident=2))
    digest = store.residents.digest(NUMBER)
    assert digest == opened().residents.digest(NUMBER) != store.residents.digest(NUMBER[::-1])
    for _ in range(2):
        store.put("MZ-004", b"x", sending=Sending(resident=digest))
    assert store.admission() == Admission(residents=frozenset({digest}))
    with pytest.raises(ResidentFullError):
        store.put("MZ-004", b"x", sending=Sending(resident=digest))
    _acknowledge(store)
    assert store.admission() == Admission()
    store.put("MZ-004", b"x", sending=Sending(resident=digest))
    assert _residents(tmp_path) == {"", digest}
    clock.pass_(timedelta(days=1).total_seconds())
    store.residents.forget()
    assert _residents(tmp_path) == {""}
    assert not (tmp_path / "queue" / "salt.json").exists()
    assert store.residents.digest(NUMBER) != digest
    assert store.residents.digest("") == ""


def test_a_platform_that_takes_nothing_for_too_long_closes_the_terminal(opened: Opener, clock: Clock) -> None:
    store = opened(limits=LIMITS)
    store.put("MZ-001", b"x")
    store.put("MZ-002", b"x")
    clock.pass_(101)
    with pytest.raises(QueueFullError) as raised:
        store.put("MZ-003", b"x")
    assert raised.value.code == store.admission().closed == "queue_old"


def test_a_clock_that_somebody_sets_closes_nothing(opened: Opener, clock: Clock) -> None:
    store = opened(limits=LIMITS)
    store.put("MZ-001", b"x")
    for year in (2036, 2016):
        clock.wall = clock.wall.replace(year=year)
        assert store.admission().closed == ""
    clock.pass_(101)
    assert store.admission().closed == "queue_old"


def test_one_that_it_cannot_digest_does_not(opened: Opener, clock: Clock) -> None:
    store = opened(limits=LIMITS)
    store.put("MZ-001", b"x")
    claim = store.outbox.claim(due_by=clock.elapsed())
    assert claim
    store.outbox.postpone(claim, "HTTP 500", 1e6, unknown=True)
    store.put("MZ-002", b"x")
    clock.pass_(101)
    _acknowledge(store)
    assert store.admission().closed == ""


def test_the_manifest_says_how_far_the_clock_was_off(
    store: Store, clock: Clock, key: ec.EllipticCurvePrivateKey, tmp_path: Path
) -> None:
    asked = clock.elapsed()
    clock.pass_(0.2)
    reading = read("Mon, 23 Nov 2026 15:14:05 GMT", asked, clock)
    assert reading
    store.platform_clock.keep(reading)
    clock.pass_(1000)
    clock.wall = clock.wall.replace(year=2016)
    claims = _manifest(store, key, tmp_path / "one")
    assert claims["created_at"].startswith("2016-11-23T15:20:45")
    said = clock.wall + timedelta(seconds=claims["clock"]["seconds"])
    true = timedelta(minutes=10 + 1000 / 60, seconds=0.1)
    assert (
        abs((said - clock.wall.replace(year=2026, hour=15, minute=4, second=5) - true).total_seconds()) < 1.0
    )
    assert 0.6 <= claims["clock"]["uncertainty"] < 0.8
    clock.reboot()
    assert _manifest(store, key, tmp_path / "other")["clock"] is None


def test_what_says_no_time_is_no_reading(clock: Clock) -> None:
    assert read("", clock.elapsed(), clock) is None
    assert read("yesterday", clock.elapsed(), clock) is None


def _manifest(store: Store, key: ec.EllipticCurvePrivateKey, directory: Path) -> dict[str, Any]:
    made = store.put("MZ-004", b"x")
    store.export(directory)
    manifest = (directory / made.id / "manifest.jws").read_text()
    return dict(jwt.decode(manifest, key.public_key(), algorithms=["ES256"]))


def _acknowledge(store: Store) -> None:
    while claim := store.outbox.claim(due_by=store.outbox.clock.elapsed()):
        store.outbox.acknowledge(claim, Acknowledged("GZ-1", "", ""))


def _residents(tmp_path: Path) -> set[str]:
    with closing(sqlite3.connect(tmp_path / "queue" / "queue.db")) as connection:
        return {row[0] for row in connection.execute("SELECT resident FROM outbox")}

"""`kill -9` in the middle of intake: what was acknowledged is held, everything is held once, numbers have no gap."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from fleet.platform import Platform
from offline_queue.transaction import Attachment
from tests.fleet.postgres import Postgres
from tests.fleet.process import Server, Terminal

SENDERS, EACH = 4, 24
PHOTO = Attachment("photo.jpg", "image/jpeg", b"\xff\xd8" * 20_000)


def sent_until_killed(
    server: Server, terminal: Terminal, sealed: list[tuple[str, object]], after: int
) -> dict[str, str]:
    """Send everything from several senders at once and kill the platform after so many answers; return the answers."""
    answers: dict[str, str] = {}
    count = threading.Semaphore(0)

    def send(one: tuple[str, object]) -> None:
        try:
            answers[one[0]] = terminal.put(one[0], one[1]).json()["case_number"]  # type: ignore[arg-type]  # as sealed
        except requests.RequestException:
            return
        count.release()

    with ThreadPoolExecutor(SENDERS) as threads:
        sending = [threads.submit(send, one) for one in sealed]
        for _ in range(after):
            assert count.acquire(timeout=30)
        server.kill()
    for one in sending:
        one.result()
    return answers


@pytest.mark.slow
@pytest.mark.parametrize(("store", "rounds"), [("sqlite", 5), ("postgresql", 2)])
def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(
    store: str, rounds: int, tmp_path: Path, postgres: Postgres
) -> None:
    # Without TLS: when a server dies, Python 3.11 leaves a socket open whose handshake had not begun.
    database = postgres.database() if store == "postgresql" else ""
    with Server(tmp_path / "home", ("--http", "--port", "0"), database) as server:
        terminal = server.terminal("T1")
        sealed: list[tuple[str, object]] = []
        acknowledged: dict[str, str] = {}
        for round_ in range(rounds):
            sealed += [terminal.seal({"item": "MZ-004"}, [PHOTO]) for _ in range(EACH)]
            answers = sent_until_killed(server, terminal, sealed, after=3 + 7 * round_)
            for transaction, number in answers.items():
                assert acknowledged.setdefault(transaction, number) == number
            server.again()
            terminal.session.close()
        for transaction, content in sealed:
            number = terminal.put(transaction, content).json()["case_number"]  # type: ignore[arg-type]  # as sealed
            assert acknowledged.setdefault(transaction, number) == number
        terminal.session.close()
    with Platform.open(tmp_path / "home") as platform:
        cases = platform.cases.held()
        if store == "sqlite":
            assert platform.database.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert {case.transaction: case.number for case in cases} == acknowledged
    assert len(cases) == rounds * EACH
    assert sorted(int(case.number.split("-")[2]) for case in cases) == list(range(1, rounds * EACH + 1))
    assert all(case.attachments == 1 for case in cases)

"""The head of a terminal's journal, remembered by the platform: what was cut, put back or edited is noticed."""

import pytest

from fleet.heartbeats import EDITED, REWOUND, Head, judge
from tests.fleet.process import Server, Terminal

BOTH_STORES = True

FIVE, NINE = Head(5, "5" * 64), Head(9, "9" * 64)


@pytest.mark.parametrize(
    ("known", "said", "since", "outcome"),
    [
        (None, NINE, None, (NINE, "")),
        (FIVE, NINE, FIVE, (NINE, "")),
        (FIVE, NINE, None, (FIVE, "")),
        (FIVE, NINE, Head(4, "4" * 64), (FIVE, "")),
        (FIVE, NINE, Head(5, "0" * 64), (FIVE, EDITED)),
        (FIVE, FIVE, None, (FIVE, "")),
        (FIVE, Head(5, "0" * 64), None, (FIVE, EDITED)),
        (NINE, FIVE, None, (NINE, REWOUND)),
        (NINE, Head(0, "0" * 64), Head(0, "0" * 64), (NINE, REWOUND)),
    ],
)
def test_a_head_moves_on_only_with_proof(
    known: Head | None, said: Head, since: Head | None, outcome: tuple[Head, str]
) -> None:
    assert judge(known, said, since) == outcome


def beat(terminal: Terminal, journal: object = None, trouble: str = "") -> object:
    queue = {"waiting": 0, "oldest_seconds": 0, "parked": 0, "trouble": trouble}
    said = {"at": "2026-11-25T02:00:00+00:00", "version": "0.1.0", "queue": queue}
    answer = terminal.post(
        f"/v1/terminals/{terminal.number}/heartbeat",
        said if journal is None else {**said, "journal": journal},
    )
    return answer.headers.get("Journal-Position") if answer.status_code == 204 else answer.status_code


def entry(head: Head) -> dict[str, object]:
    return {"position": head.position, "hash": head.hash}


def test_the_operator_is_told_of_a_journal_put_back(server: Server, terminal: Terminal) -> None:
    assert beat(terminal) is None
    assert beat(terminal, entry(FIVE)) == "5"
    assert beat(terminal, {**entry(NINE), "since": entry(FIVE)}) == "9"
    assert beat(terminal) == "9"
    assert "Journal" not in row(server, terminal.number)
    assert beat(terminal, {**entry(FIVE), "since": entry(FIVE)}, "disk_full") == "9"
    assert "日志被截断或回退 Journal cut or put back" in row(server, terminal.number)
    assert "存储故障 Storage: disk_full" in row(server, terminal.number)
    later = Head(12, "c" * 64)
    assert beat(terminal, {**entry(later), "since": entry(Head(9, "0" * 64))}) == "9"
    assert "日志被改动 Journal edited" in row(server, terminal.number)


@pytest.mark.parametrize(
    "journal",
    [1, {}, {"position": 1}, {"position": -1, "hash": "0" * 64}, {"position": 1, "hash": "x"}],
)
def test_a_journal_that_is_none(terminal: Terminal, journal: object) -> None:
    assert beat(terminal, journal) == 400
    assert beat(terminal, {**entry(FIVE), "since": journal}) == 400


def row(server: Server, number: str) -> str:
    """What the console says of one terminal."""
    with server.admin() as admin:
        page = str(admin.get(f"{server.url}/").text)
    return next(one for one in page.split("<tr>") if f"<td>{number}" in one)

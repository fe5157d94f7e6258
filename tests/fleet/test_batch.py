"""Many transactions in one exchange: each answered for by itself, all by one commit."""

import json
from collections.abc import Sequence

import pytest

from offline_queue.records import Content
from offline_queue.submitter import body
from tests.fleet.process import Server, Terminal

BOTH_STORES = True

DOCUMENT = {"schema": 1, "item": "MZ-004"}


def written(*sealed: tuple[str, Content]) -> bytes:
    return json.dumps(
        {"transactions": [{"id": id_, **json.loads(body(one))} for id_, one in sealed]}
    ).encode()


def statuses(terminal: Terminal, sealed: Sequence[tuple[str, Content]]) -> list[int]:
    answer = terminal.batch(written(*sealed))
    assert answer.status_code == 200
    results = answer.json()["results"]
    assert [result["id"] for result in results] == [id_ for id_, _ in sealed]
    return [result["status"] for result in results]


def test_each_is_answered_for_by_itself(server: Server, terminal: Terminal) -> None:
    first, second, third, fourth = (terminal.seal(DOCUMENT) for _ in range(4))
    assert terminal.put(*first).status_code == 201
    other = (second[0], terminal.seal(DOCUMENT, transaction=second[0])[1])
    unlike = (third[0], fourth[1])
    answers = statuses(terminal, [first, second, other, second, unlike, fourth, third])
    assert answers == [200, 201, 409, 200, 422, 201, 201]
    for transaction, _ in (first, second, third, fourth):
        assert server.case(transaction)["terminal"] == terminal.number


def test_fifty_in_their_order(server: Server, terminal: Terminal) -> None:
    sealed = [terminal.seal(DOCUMENT) for _ in range(50)]
    assert statuses(terminal, sealed) == [201] * 50
    assert statuses(terminal, sealed) == [200] * 50
    held = [case["transaction"] for case in server.cases() if case["terminal"] == terminal.number]
    assert held == [transaction for transaction, _ in sealed]


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b"{}",
        b'{"transactions": []}',
        b'{"transactions": {}}',
        b'{"transactions": [1]}',
        b'{"transactions": [{}]}',
        b'{"transactions": [{"id": 1}]}',
        json.dumps({"transactions": [{"id": "1"}] * 51}).encode(),
    ],
)
def test_what_is_no_batch_is_refused_whole(terminal: Terminal, said: bytes) -> None:
    assert terminal.batch(said).status_code == 400


def test_of_what_is_refused_whole_nothing_is_kept(server: Server, terminal: Terminal) -> None:
    sealed = [terminal.seal(DOCUMENT) for _ in range(20)]
    spoiled = json.loads(written(*sealed))
    spoiled["transactions"][-1]["id"] = 7
    assert terminal.batch(json.dumps(spoiled).encode()).status_code == 400
    assert not {id_ for id_, _ in sealed} & {case["transaction"] for case in server.cases()}

"""Many transactions in one exchange (`POST /v1/transactions/batch`): which go together, and what is said of each (pure)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice, takewhile
from typing import Any

from offline_queue.answer import Answer, Later, judge, judge_document
from offline_queue.records import Claim, Content

TOGETHER = 50  # the contract's limit
BYTES = 256 * 1024  # sealed: eight seconds at 256 kbit/s, to be sent again when the line is cut
NOT_TAKEN = (400, 404, 405, 413, 501)  # a platform that takes them only one by one


def together(claims: Iterable[Claim]) -> Sequence[Claim]:
    """Return the first of `claims` that may share an exchange: none may have arrived before, and they are not too large."""
    room = BYTES
    taken: list[Claim] = []
    for claim in islice(takewhile(lambda claim: not claim.unknown, claims), TOGETHER):
        room -= claim.size
        if room < 0:
            break
        taken.append(claim)
    return taken


def size(content: Content) -> int:
    """Return how many sealed bytes there are to send."""
    return len(content.payload) + sum(map(len, content.attachments.values()))


def judge_batch(
    status: int, headers: Mapping[str, str], body: bytes, now: datetime, ids: Sequence[str]
) -> Sequence[Answer] | None:
    """Return what the answer means for each of `ids`; None: this platform takes them one by one, and has taken none."""
    if status in NOT_TAKEN:
        return None
    results = _results(body) if status == 200 else None
    if results is None or [one.get("id") for one in results] != list(ids):
        whole = judge(status, headers, body, now)
        said = (
            whole
            if isinstance(whole, Later)
            else Later("not answered for each", whole_platform=True, unknown=True)
        )
        return [said] * len(ids)
    return [_judge(one, headers, now) for one in results]


def _judge(result: Mapping[str, Any], headers: Mapping[str, str], now: datetime) -> Answer:
    status = result.get("status")
    if type(status) is not int or not 200 <= status < 600:
        return Later("not answered for", whole_platform=False, unknown=True)
    answer = result.get("answer")
    said: Mapping[str, object] = answer if isinstance(answer, dict) else {}
    return judge_document(status, headers, said, now, str(result["id"]))


def _results(body: bytes) -> Sequence[Mapping[str, Any]] | None:
    try:
        results = json.loads(body)["results"]
    except (ValueError, KeyError, TypeError):
        return None
    return results if isinstance(results, list) and all(isinstance(one, dict) for one in results) else None

"""`/v1/transactions/{id}` and `/v1/transactions/batch`: what residents handed in."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from fleet import submission
from fleet.cases import Case
from fleet.documents import received
from fleet.platform import Platform
from fleet.problems import PlatformError, malformed, unknown
from fleet.submission import Submission
from fleet.web.asking import Asked, json_response

TOGETHER = 50

Taken = tuple[Case, bool] | PlatformError


def put(platform: Platform, asked: Asked) -> Response:
    """Take a transaction in: 201 the first time, 200 again."""
    transaction = asked.path["id"]
    try:
        said = asked.document()
        case, is_new = platform.intake.take(_read(platform, asked.terminal, transaction, said))
    except PlatformError as problem:
        _note(platform, asked.terminal, transaction, problem)
        raise
    _forget(platform, asked.terminal, said)
    return json_response(received(case, platform.url), 201 if is_new else 200)


def post_batch(platform: Platform, asked: Asked) -> Response:
    """Take many transactions in by one commit; each is answered for as if it had come alone."""
    entries = _entries(asked)
    readings = [_reading(platform, asked.terminal, entry) for entry in entries]
    whole = iter(platform.intake.take_all([one for one in readings if isinstance(one, Submission)]))
    results = [one if isinstance(one, PlatformError) else next(whole) for one in readings]
    for entry, taken in zip(entries, results, strict=True):
        if not isinstance(taken, PlatformError):
            _forget(platform, asked.terminal, entry)
    return json_response(
        {
            "results": [
                _result(platform, asked.terminal, entry["id"], taken)
                for entry, taken in zip(entries, results, strict=True)
            ]
        }
    )


def get(platform: Platform, asked: Asked) -> Response:
    """Say whether it arrived."""
    case = platform.cases.by_transaction(asked.path["id"], asked.terminal)
    if case is None:
        raise unknown("It has not arrived: send it.", "尚未收到：请发送。")
    return json_response(received(case, platform.url))


def _read(platform: Platform, terminal: str, transaction: str, said: Mapping[str, Any]) -> Submission:
    keys = platform.terminals.keys(terminal, former=True)

    def uploaded(digest: str) -> bytes | None:
        return platform.uploads.content(terminal, digest) or platform.intake.kept(transaction, digest)

    return submission.read(transaction, terminal, keys, said, uploaded)


def _reading(platform: Platform, terminal: str, entry: Mapping[str, Any]) -> Submission | PlatformError:
    try:
        return _read(platform, terminal, entry["id"], entry)
    except PlatformError as problem:
        return problem


def _note(platform: Platform, terminal: str, transaction: str, problem: PlatformError) -> None:
    """Keep a refusal for the operator, unless the terminal puts it right by itself."""
    if problem.status != 424:
        platform.refusals.note(terminal, transaction, problem)


def _forget(platform: Platform, terminal: str, said: Mapping[str, Any]) -> None:
    """Let go of what was uploaded for a transaction that is kept with all that it names."""
    named = [one.get("sha256") for one in said["attachments"] if one.get("content") is None]
    platform.uploads.remove(terminal, [digest for digest in named if isinstance(digest, str)])


def _entries(asked: Asked) -> list[dict[str, Any]]:
    entries = asked.document().get("transactions")
    if (
        not isinstance(entries, list)
        or not 0 < len(entries) <= TOGETHER
        or not all(isinstance(entry, dict) and _is_number(entry.get("id")) for entry in entries)
    ):
        raise malformed(
            f"Send 1 to {TOGETHER} transactions, each with its id.",
            f"请提交 1 至 {TOGETHER} 件事务，并各附编号。",
        )
    return entries


def _is_number(said: object) -> bool:
    return isinstance(said, str) and said.isprintable()


def _result(platform: Platform, terminal: str, transaction: str, taken: Taken) -> dict[str, Any]:
    if isinstance(taken, PlatformError):
        _note(platform, terminal, transaction, taken)
        return {"id": transaction, "status": taken.status, "answer": taken.document()}
    case, is_new = taken
    return {
        "id": transaction,
        "status": 201 if is_new else 200,
        "answer": received(case, platform.url),
    }

"""`/v1/transactions/{id}`: what residents handed in."""

from starlette.responses import Response

from fleet import submission
from fleet.documents import received
from fleet.platform import Platform
from fleet.problems import PlatformError, unknown
from fleet.web.asking import Asked, json_response


def put(platform: Platform, asked: Asked) -> Response:
    """Take a transaction in: 201 the first time, 200 again."""
    transaction = asked.path["id"]
    try:
        keys = platform.terminals.keys(asked.terminal, former=True)
        case, is_new = platform.intake.take(submission.read(transaction, asked.terminal, keys, asked.body))
    except PlatformError as problem:
        platform.refusals.note(asked.terminal, transaction, problem)
        raise
    return json_response(received(case, platform.url), 201 if is_new else 200)


def get(platform: Platform, asked: Asked) -> Response:
    """Say whether it arrived."""
    case = platform.cases.by_transaction(asked.path["id"], asked.terminal)
    if case is None:
        raise unknown("It has not arrived: send it.", "尚未收到：请发送。")
    return json_response(received(case, platform.url))

"""`/v1/holder-checks`: one-time codes."""

from starlette.responses import Response

from fleet.platform import Platform
from fleet.web.asking import Asked, json_response


def send(platform: Platform, asked: Asked) -> Response:
    """Have a code sent."""
    check, expires_at = platform.holder_checks.send(
        asked.terminal,
        asked.text("mobile") if "mobile" in asked.document() else None,
        asked.text("id_number"),
    )
    return json_response({"id": check, "expires_at": expires_at}, 201)


def check(platform: Platform, asked: Asked) -> Response:
    """Say whether the code is right."""
    outcome = platform.holder_checks.check(asked.terminal, asked.path["id"], asked.text("code"))
    return json_response({"outcome": outcome})

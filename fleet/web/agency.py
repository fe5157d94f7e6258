"""`/v1/agents/standing`, `/v1/mandates/{number}/revocation`: acting for residents, and how it ends."""

from starlette.responses import Response

from fleet.platform import Platform
from fleet.web.asking import Asked, json_response


def standing(platform: Platform, asked: Asked) -> Response:
    """Return whether somebody is registered as an agent."""
    return json_response(platform.roster.standing(asked.text("id_number")))


def revoke(platform: Platform, asked: Asked) -> Response:
    """Revoke a mandate; return how it stands then."""
    who, check = asked.text("id_number"), asked.text("holder_check")
    return json_response(platform.lookups.revoked(asked.terminal, asked.path["number"], who, check))

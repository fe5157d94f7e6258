"""`/v1/residents/profile`: what departments hold about a resident, to fill in a form with."""

from starlette.responses import Response

from fleet.platform import Platform
from fleet.web.asking import Asked, json_response


def find(platform: Platform, asked: Asked) -> Response:
    """Return the profile for an item."""
    item, id_number, check = (asked.text(name) for name in ("item", "id_number", "holder_check"))
    found = platform.profiles.of(asked.terminal, item, id_number, check, hints=asked.truth("hints"))
    return json_response(found)

"""`/v1/slots`: free times, and holding one."""

from starlette.responses import Response

from fleet.platform import Platform
from fleet.web.asking import Asked, json_response


def find(platform: Platform, asked: Asked) -> Response:
    """Return the free times of an item."""
    return json_response({"slots": platform.appointments.free(asked.text("item"), asked.text("site"))})


def hold(platform: Platform, asked: Asked) -> Response:
    """Hold one."""
    held, until = platform.appointments.hold(asked.terminal, asked.text("item"), asked.path["id"])
    return json_response({"hold": held, "until": until}, 201)

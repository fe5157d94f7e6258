"""`/v1/supervision` and `/v1/terminals/{id}/events`: what is published, and what terminals tell for it."""

from starlette.responses import Response

from fleet.platform import Platform
from fleet.problems import malformed
from fleet.terminal_events import MOST_EVENTS
from fleet.web.asking import Asked, json_response
from fleet.web.terminals import check_own


def published(platform: Platform, _: Asked) -> Response:
    """Return the published figures."""
    return json_response(platform.oversight.document())


def note(platform: Platform, asked: Asked) -> Response:
    """Keep what a terminal tells of its submissions and sessions."""
    check_own(asked)
    events = asked.document().get("events")
    if not isinstance(events, list) or len(events) > MOST_EVENTS:
        raise malformed(f"Send up to {MOST_EVENTS} events.", f"每次最多提交 {MOST_EVENTS} 个事件。")
    platform.events.note(asked.terminal, events)
    return Response(status_code=204)

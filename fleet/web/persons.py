"""`/v1/persons`, `/v1/organisations`: who somebody is, and for which organisation they act, by codes and cards."""

from starlette.responses import Response

from fleet.platform import Platform
from fleet.web.asking import Asked, json_response


def find(platform: Platform, asked: Asked) -> Response:
    """Return the person."""
    code, number = asked.text("code"), asked.text("card_number")
    persons = platform.persons
    return json_response(persons.by_code(asked.terminal, code) if code else persons.by_card(number))


def represent(platform: Platform, asked: Asked) -> Response:
    """Return the organisation that shows a code, and what the holder of a card may do for it."""
    code, operator = asked.text("code"), asked.text("id_number")
    return json_response(platform.organisations.represented(asked.terminal, code, operator))

"""`/v1/persons`: who somebody is, by the code on their phone or the number of their social security card."""

from starlette.responses import Response

from fleet.platform import Platform
from fleet.web.asking import Asked, json_response


def find(platform: Platform, asked: Asked) -> Response:
    """Return the person."""
    code, number = asked.text("code"), asked.text("card_number")
    persons = platform.persons
    return json_response(persons.by_code(asked.terminal, code) if code else persons.by_card(number))

"""`/v1/lookups/{item}`: what residents may look up."""

from starlette.responses import Response

from fleet.lookups import Question
from fleet.platform import Platform
from fleet.problems import malformed
from fleet.web.asking import Asked, json_response


def post(platform: Platform, asked: Asked) -> Response:
    """Return the sheet."""
    return json_response(
        platform.lookups.answer(asked.terminal, asked.path["item"], question(asked, asked.text("link")))
    )


def question(asked: Asked, link: str = "") -> Question:
    """Return what a resident asks, and who they are, as the body says.

    Raises:
        PlatformError: it does not say so.
    """
    form = asked.document().get("form", {})
    if not isinstance(form, dict):
        raise malformed("Send form as an object.", "请以对象形式提交 form。")
    return Question(form, asked.text("id_number"), asked.text("holder_check"), link)

"""`/v1/lookups/{item}`: what residents may look up."""

from starlette.responses import Response

from fleet.lookups import Question
from fleet.platform import Platform
from fleet.problems import malformed
from fleet.web.asking import Asked, json_response


def post(platform: Platform, asked: Asked) -> Response:
    """Return the sheet."""
    form = asked.document().get("form", {})
    if not isinstance(form, dict):
        raise malformed("Send form as an object.", "请以对象形式提交 form。")
    question = Question(form, *(asked.text(name) for name in ("id_number", "holder_check", "link")))
    return json_response(platform.lookups.answer(asked.terminal, asked.path["item"], question))

"""`/v1/consultations`: matters, papers, answers; and the page on which a code shows that an answer is in the box."""

from html import escape

from starlette.responses import Response

from fleet.participation.desk import Answer
from fleet.platform import Platform
from fleet.problems import malformed
from fleet.web.asking import Asked, json_response
from fleet.web.lookups import question
from fleet.web.pages import page

CODE_MAX = 20


def listed(platform: Platform, asked: Asked) -> Response:
    """Return the matters of an item."""
    return json_response({"matters": platform.desk.listed(asked.path["item"])})


def paper(platform: Platform, asked: Asked) -> Response:
    """Give out a paper."""
    given, questions = platform.desk.paper(asked.terminal, asked.path["id"], question(asked))
    return json_response({"paper": given, "questions": questions}, 201)


def answer(platform: Platform, asked: Asked) -> Response:
    """Take an answer under a paper, which names nobody."""
    marks = asked.document().get("marks")
    if not isinstance(marks, dict) or not all(isinstance(mark, str) for mark in marks.values()):
        raise malformed("Send marks as an object of texts.", "请以对象形式提交 marks。")
    said = Answer(marks, asked.text("remark"), asked.text("mobile"))
    code, is_new = platform.desk.answer(asked.path["id"], asked.text("paper"), said)
    return json_response({"code": code}, 201 if is_new else 200)


def status(platform: Platform, asked: Asked) -> Response:
    """Say whether anything came under a paper."""
    return json_response({"code": platform.desk.status(asked.path["id"], asked.text("paper"))})


def show_code(platform: Platform, asked: Asked) -> Response:
    """Return the page that says whether an answer is in the box; never what it says."""
    found = platform.desk.by_code(asked.path["code"][:CODE_MAX].upper())
    if found is None:
        return page(
            "没有此编码",
            "<h1>没有此参与码，请核对凭条。</h1>"
            '<p lang="en">There is no such code. Compare with the slip.</p>',
            status=404,
        )
    matter, counted = found
    zh, en = (
        ("已计入结果。", "It is counted.")
        if counted
        else ("已投入，截止后计票。", "It is in, and counted after the end.")
    )
    return page(
        "参与码 Code",
        f"<h1>{escape(matter.title['zh'])}<span lang='en'>{escape(matter.title['en'])}</span></h1>"
        f"<p>{zh}本页不显示选择。</p><p lang='en'>{en} This page does not show the choice.</p>",
    )

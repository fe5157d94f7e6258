"""`/v1/drafts`: what a resident takes along on a phone unfinished; and the page that the phone opens."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from starlette.responses import Response

from fleet import draft_sheet
from fleet.draft_sheet import Line
from fleet.drafts import Draft
from fleet.platform import Platform
from fleet.problems import malformed
from fleet.web.asking import Asked, json_response
from fleet.web.pages import filled, page

MOST_LINES = 400


def keep(platform: Platform, asked: Asked) -> Response:
    """Keep a draft."""
    document = asked.document()
    answers, missing = document.get("answers"), document.get("missing", [])
    if not isinstance(answers, dict) or not isinstance(missing, list):
        raise malformed(
            "Send answers as an object, missing as a list.", "请按接口文档提交 answers 和 missing。"
        )
    named = tuple(one for one in missing[:MOST_LINES] if isinstance(one, str))
    kept = platform.drafts.keep(asked.text("item"), asked.text("id_number"), answers, named)
    return json_response(kept, 201)


def open_(platform: Platform, asked: Asked) -> Response:
    """Return what is in a draft, to go on with it."""
    item, id_number, code = (asked.text(name) for name in ("item", "id_number", "code"))
    return json_response(platform.drafts.open(item, id_number, code))


def show(platform: Platform, asked: Asked) -> Response:
    """Return the resident's page."""
    draft = platform.drafts.by_token(asked.path["token"])
    return _shown(platform, draft, asked.path["token"]) if draft else _none()


def discard(platform: Platform, asked: Asked) -> Response:
    """Delete a draft, for whoever has its address."""
    if not platform.drafts.discard(asked.path["token"]):
        return _none()
    return page(
        "草稿已删除 Deleted",
        '<h1>草稿已删除，什么也没有提交。</h1><p lang="en">The draft is deleted. Nothing was handed in.</p>',
    )


def _shown(platform: Platform, draft: Draft, token: str) -> Response:
    catalogue, item = platform.services.catalogue(), platform.services.item(draft.item)
    values = {
        "item_zh": escape(item.name_zh if item else draft.item),
        "item_en": escape(item.name_en if item else ""),
        "code": f"{draft.code[:4]} {draft.code[4:]}",
        "until": escape(draft.until[:16].replace("T", " ")),
        "answered": "".join(map(_answer, draft_sheet.answered(catalogue, draft.answers))),
        "missing": _listed(draft_sheet.missing(catalogue, draft.missing)),
        "papers": _listed(draft_sheet.papers(catalogue, item) if item else ()),
        "discard": f"/w/{quote(token, safe='')}/discard",
    }
    return page("草稿 Draft", filled("draft.html", values))


def _answer(line: Line) -> str:
    label, value = (escape(text) for text in (f"{line.label[0]} {line.label[1]}", line.value[0]))
    english = f"<span lang='en'>{escape(line.value[1])}</span>" if line.value[1] != line.value[0] else ""
    return f"<dt>{label}</dt><dd>{value}{english}</dd>"


def _listed(lines: Iterable[Line]) -> str:
    rows = "".join(
        f"<li>{escape(one.label[0])}<span lang='en'>{escape(one.label[1])}</span></li>" for one in lines
    )
    return rows or "<li>无<span lang='en'>None</span></li>"


def _none() -> Response:
    return page(
        "没有此草稿 No such draft",
        "<h1>没有此草稿：已提交、已删除、已过期，或有了更新的一份。</h1>"
        '<p lang="en">There is no such draft: it was handed in, deleted, has ended, or a newer one took its place.</p>',
        status=404,
    )

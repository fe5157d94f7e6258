"""`/v1/documents…`: what residents print; and the page behind the code on the paper."""

import base64
from dataclasses import asdict
from html import escape

from starlette.responses import Response

from fleet.issuing import drawing
from fleet.issuing.issuer import Issued
from fleet.issuing.register import Printable, Whose
from fleet.platform import Platform
from fleet.problems import PlatformError, malformed, unknown
from fleet.web.asking import Asked, json_response
from fleet.web.pages import page


def find(platform: Platform, asked: Asked) -> Response:
    """Return what a resident may print of an item."""
    found = platform.issuer.find(*_who(platform, asked, asked.text("item")))
    return json_response({"documents": [_listed(one) for one in found]})


def content(platform: Platform, asked: Asked) -> Response:
    """Return a document's file and its seal."""
    item, whose = _who(platform, asked, asked.text("item"))
    copy = asked.document().get("copy") is True
    pdf, seal = platform.issuer.issue(item, asked.path["id"], whose, copy=copy)
    return json_response({"pdf": base64.b64encode(pdf).decode(), "seal": seal})


def verify(platform: Platform, asked: Asked) -> Response:
    """Return what was issued under a code."""
    return json_response(asdict(platform.issuer.verify(asked.path["code"])))


def show(platform: Platform, asked: Asked) -> Response:
    """Return the page that a phone opens with the code on a paper."""
    try:
        found = platform.issuer.verify(asked.path["code"])
    except PlatformError as problem:
        return page(
            "查无此文书 Not genuine",
            "<h1>没有以此验真码开具的文书。</h1><p>请核对验真码；如与纸上一致，则该文书不是真的。</p>"
            "<p lang='en'>No document was issued under this code. If it is the one on the paper, the paper is not genuine.</p>",
            problem.status,
        )
    return page("文书验真 Verification", _genuine(found))


def _genuine(found: Issued) -> str:
    rows = (
        ("验真码 Code", found.code),
        ("证件号码 Document number", found.holder),
        ("开具日期 Issued on", found.issued_on),
        ("有效期至 Valid until", found.valid_until or "长期 no end"),
        ("张数 Sheets", str(found.pages)),
        ("补打 Copy", "是 yes" if found.copy else "否 no"),
    )
    terms = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in rows)
    return f"<h1>{escape(found.title_zh)}<span lang='en'>{escape(found.title_en)}</span></h1><dl>{terms}</dl>"


def _who(platform: Platform, asked: Asked, code: str) -> tuple[str, Whose]:
    """Return the item, and whose documents are asked for by somebody of whom the platform is sure."""
    item = platform.services.item(code)
    if item is None:
        raise unknown("Look the item up in the catalogue.", "请核对事项目录。")
    id_number = asked.text("id_number")
    platform.holder_checks.require(asked.terminal, item, id_number, asked.text("holder_check"))
    said = asked.document().get("organisation")
    if said is None:
        return code, Whose(id_number)
    uscc, check = (said.get("uscc"), said.get("check")) if isinstance(said, dict) else (None, None)
    if not isinstance(uscc, str) or not isinstance(check, str) or not f"{uscc}{check}".isprintable():
        raise malformed(
            "Send organisation with its uscc and check.", "请提交 organisation 的 uscc 和 check。"
        )
    if not platform.organisations.may_bring(asked.terminal, check, uscc, id_number, item.owner):
        raise PlatformError(
            403,
            "not-authorised",
            "It is not sure that they may act for the organisation. 未核实经办权限。",
            "Have the organisation's code scanned, or its authority looked at by the staff. 请先扫单位的码，或由工作人员核对授权。",
        )
    return code, Whose(uscc, organisation=True)


def _listed(one: Printable) -> dict[str, object]:
    """A document as the contract lists it (schema Printable)."""
    return {
        "id": one.id,
        "title_zh": one.title_zh,
        "title_en": one.title_en,
        "office_zh": one.office_zh,
        "office_en": one.office_en,
        "issued_on": one.issued_on.isoformat(),
        "valid_until": one.valid_until.isoformat() if one.valid_until else None,
        "pages": drawing.sheets(one),
        "fee": 0,
        "sealed": one.sealed,
    }

"""Pages for people: the resident's follow-up page and the operator's console. Plain HTML, no script, nothing fetched."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from html import escape
from importlib import resources
from string import Template
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from fleet import heartbeats, oversight
from fleet.cases import Case, Notice, Step
from fleet.documents import follow_up
from fleet.notice_texts import TITLES
from fleet.parking import care
from fleet.platform import Platform
from fleet.refusals import Refusal
from fleet.states import STATES
from fleet.terminal_events import Measured
from fleet.terminals import Terminal
from fleet.web.asking import Asked

SHOWN = 200  # rows of a table
STAFF = '<span class="look">待人工核对 Needs staff</span>'


def show_case(platform: Platform, asked: Asked) -> Response:
    """Return the resident's page."""
    case = platform.cases.by_token(asked.path["token"])
    if case is None:
        return page(
            "没有此页",
            "<h1>没有此页，请核对回执上的二维码。</h1>"
            '<p lang="en">There is no such page. Compare with the code on your receipt.</p>',
            status=404,
        )
    return _progress(platform, case)


def show_receipt(platform: Platform, asked: Asked) -> Response:
    """Return the page behind a receipt that a terminal gave out while it had no network."""
    case = platform.cases.by_receipt(asked.path["id"])
    if case is None:
        return page(
            "还没有收到 Not here yet",
            "<h1>平台还没有收到。终端恢复网络后会自动提交，请过些时候再扫一次。</h1>"
            "<p>三天后仍是这样，请带上回执到窗口，或拨打回执上的电话。</p>"
            '<p lang="en">Not here yet. The terminal sends it by itself once it is on line again: look again later. '
            "After three days take the receipt to the window, or call the number on it.</p>",
            status=404,
        )
    return _progress(platform, case)


def show_notice(platform: Platform, asked: Asked) -> Response:
    """Return a paper by the code on it: what stands here was issued, whatever a sheet of paper says."""
    notice = platform.cases.notice(asked.path["code"])
    if notice is None:
        return page(
            "没有此文书 No such paper",
            "<h1>没有签发过这份文书，请核对二维码。</h1>"
            '<p lang="en">No such paper was issued. Compare the code.</p>',
            status=404,
        )
    zh, en = (f"<p>{escape(text)}</p>".replace("\n", "<br>") for text in (notice.text_zh, notice.text_en))
    return page(
        "文书验真 A genuine paper",
        f"<h1>{escape(notice.number)}</h1>{zh}<p>{escape(notice.seal_zh)}　{_time(notice.issued_at)}</p>"
        f'<div lang="en">{en}<p>{escape(notice.seal_en)}</p></div>',
    )


def _progress(platform: Platform, case: Case) -> Response:
    item = platform.services.item(case.item)
    notices = platform.cases.notices(case.number)
    values = {
        "state_zh": escape(STATES[case.state].zh),
        "state_en": escape(STATES[case.state].en),
        "number": escape(case.number),
        "item_zh": escape(item.name_zh if item else case.item),
        "item_en": escape(item.name_en if item else ""),
        "reference": escape(case.reference),
        "received_at": _time(case.received_at),
        "dates": _dates(case),
        "steps": "".join(map(_step, platform.cases.steps(case.number))),
        "notices": _papers(notices),
    }
    return page("办件进度 Case progress", filled("follow_up.html", values))


def show_console(platform: Platform, _: Asked) -> Response:
    """Return the operator's page."""
    cases = reversed(platform.cases.held()[-SHOWN:])
    values = {
        "terminals": _rows((_terminal(terminal) for terminal in platform.terminals.known()), 5),
        "cases": _rows((_case(platform, case) for case in cases), 6),
        "measured": _rows((_measured(platform, one) for one in platform.events.measured()[:SHOWN]), 5),
        "parked": _rows((_parked(platform, one) for one in platform.refusals.parked()[:SHOWN]), 6),
    }
    return page("平台控制台 Platform console", filled("console.html", values), width="wide")


def page(title: str, body: str, status: int = 200, width: str = "") -> Response:
    """Return a page of this platform; `body` is HTML already."""
    style = _file("style.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    headers = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": f"default-src 'none'; form-action 'self'; style-src 'sha256-{digest}'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    page = filled("frame.html", {"title": title, "style": style, "width": width, "body": body})
    return Response(page, status, headers, "text/html")


def filled(name: str, values: dict[str, str]) -> str:
    """Fill a page with values that are HTML already."""
    return Template(_file(name)).substitute(values)


def _file(name: str) -> str:
    return (resources.files("fleet") / "pages" / name).read_text("utf-8")


def _dates(case: Case) -> str:
    shown = []
    if case.needs_staff:
        shown.append(
            (
                "下一步 Next",
                "工作人员将核对您提交的内容。<span lang='en'>Staff will check what you sent.</span>",
            )
        )
    if case.accept_by:
        shown.append(("最迟告知是否受理 You will hear by", escape(case.accept_by)))
    if case.due:
        shown.append(("预计办结 Expected by", escape(case.due)))
    return "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in shown)


def _step(step: Step) -> str:
    state = STATES[step.state]
    return f"<li>{escape(state.zh)}<span lang='en'>{escape(state.en)}</span>{_time(step.at)}</li>"


def _papers(notices: Iterable[Notice]) -> str:
    return "".join(map(_paper, notices))


def _paper(notice: Notice) -> str:
    zh, en = TITLES[notice.kind]
    return (
        f"<h2>{zh} <span lang='en'>{en}</span></h2>"
        f"<div class='paper'>{escape(notice.number)}\n{escape(notice.text_zh)}</div>"
        f"<div class='paper' lang='en'>{escape(notice.text_en)}</div>"
    )


def _time(moment: str) -> str:
    return (
        f"<time datetime='{escape(moment)}'>{escape(moment[:16].replace('T', ' '))}</time>" if moment else ""
    )


JOURNAL = {
    heartbeats.REWOUND: "日志被截断或回退 Journal cut or put back",
    heartbeats.EDITED: "日志被改动 Journal edited",
}


FEW_RECEIPTS = 30
"""From there on a roll should be brought; terminals tell their staff so at the same number."""

DEVICES = {
    "card_reader": "身份证读卡器",
    "chip_reader": "芯片卡读卡器",
    "printer": "凭条打印机",
    "document_printer": "A4 打印机",
    "camera": "摄像头",
    "scanner": "扫码器",
    "voice": "语音",
    "keypad": "触感按键",
    "touch_panel": "触摸屏",
}


def _rows(rows: Iterable[tuple[str, ...]], columns: int) -> str:
    """Fill a table with cells that are HTML already."""
    filled = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return filled or f"<tr><td colspan='{columns}'>无 None</td></tr>"


def _terminal(terminal: Terminal) -> tuple[str, ...]:
    beat = terminal.heartbeat
    kind = place(beat) if terminal.enrolled else "<span>实验 Laboratory</span>"
    waiting = f"{beat['waiting']}<span>{beat['oldest_seconds']} s</span>" if beat else ""
    if beat.get("parked"):
        waiting += f"<strong>停放 Parked {beat['parked']}</strong>"
    waiting += paper(beat)
    if alarm := _alarm(beat):
        waiting += f"<strong>{alarm}</strong>"
    release = escape(str(beat.get("release") or ""))
    heard = _time(terminal.heard_at) or "从未 Never"
    return f"{escape(terminal.id)}{kind}", escape(terminal.group), heard, waiting, release


def place(beat: Mapping[str, Any]) -> str:
    """Say when a technician measured the place, or that nobody did, or what is not as required there."""
    if not beat:
        return ""
    record = beat.get("commissioned")
    if record is None:
        return "<span>未现场验收 Not commissioned</span>"
    if record["outside"]:
        return f"<strong>现场不符合要求 Place: {escape(', '.join(record['outside']))}</strong>"
    return f"<span>现场验收 Commissioned {_time(record['at'])}</span>"


def paper(beat: Mapping[str, Any]) -> str:
    """Say about how many receipts the roll still gives, aloud when one should be at hand; "" when it is not known."""
    roll = beat.get("printer")
    if not roll:
        return ""
    if roll["paper"] == "out":
        return "<strong>凭条纸已用完 No receipt paper</strong>"
    left = roll["receipts_left"]
    said = f"约剩 {left} 张凭条 About {left} receipts left"
    return (
        f"<strong>{said}</strong>"
        if roll["paper"] == "low" or left < FEW_RECEIPTS
        else f"<span>{said}</span>"
    )


def _alarm(beat: Mapping[str, Any]) -> str:
    """Say what is wrong with a terminal's queue, and which of its devices do not work."""
    journal = (beat.get("journal") or {}).get("trouble")
    said = [JOURNAL[journal]] if journal else []
    if beat.get("trouble"):
        said.append(f"存储故障 Storage: {escape(beat['trouble'])}")
    for device, code in sorted((beat.get("devices") or {}).items()):
        said.append(f"{DEVICES.get(device, '')} {escape(device)}: {escape(code)}".strip())
    return "<br>".join(said)


def _case(platform: Platform, case: Case) -> tuple[str, ...]:
    item, state = platform.services.item(case.item), STATES[case.state]
    return (
        f"<a href='{escape(follow_up(case.token, platform.url))}'>{escape(case.number)}</a>",
        f"{escape(item.name_zh if item else '')}<span lang='en'>{escape(item.name_en if item else case.item)}</span>",
        f"{escape(state.zh)}<span lang='en'>{escape(state.en)}</span>{STAFF if case.needs_staff else ''}",
        f"{escape(case.reference)}<span>{escape(case.terminal)}</span>",
        _time(case.received_at),
        str(case.attachments),
    )


def _measured(platform: Platform, one: Measured) -> tuple[str, ...]:
    item = platform.services.item(one.item)
    steps = (
        f"{escape(oversight.step_name(step)[0])} {seconds:.0f} s<span lang='en'>{escape(oversight.step_name(step)[1])}</span>"
        for step, seconds in one.steps.items()
    )
    return (
        f"{escape(item.name_zh if item else '')}<span lang='en'>{escape(item.name_en if item else one.item)}</span>",
        str(one.sessions),
        str(one.finished),
        f"{one.seconds:.0f} s" if one.finished else "",
        "".join(steps),
    )


def _parked(platform: Platform, refusal: Refusal) -> tuple[str, ...]:
    what = care(refusal.status)
    since = platform.now() - datetime.fromisoformat(refusal.at)
    asked = f"<span>已要求重试 Asked {_time(refusal.retry_at)}</span>" if refusal.retry_at else ""
    address = f"/admin/parked/{quote(refusal.terminal, safe='')}/{quote(refusal.transaction, safe='')}/retry"
    return (
        f"{escape(refusal.terminal)}<span>{escape(refusal.transaction)}</span>",
        f"{refusal.status} {escape(refusal.title)}",
        _both(what.owner),
        f"{_age(since)}<span>{_time(refusal.at)}</span>",
        _both(what.remedy),
        f"<form method='post' action='{escape(address)}'><button>重试 Retry</button></form>{asked}",
    )


def _both(text: tuple[str, str]) -> str:
    return f"{escape(text[0])}<span lang='en'>{escape(text[1])}</span>"


def _age(since: timedelta) -> str:
    """How long ago, in the largest unit that is full."""
    for unit, zh, en in ((timedelta(days=1), "天", "d"), (timedelta(hours=1), "小时", "h")):
        if since >= unit:
            return f"{since // unit} {zh} {en}"
    return f"{max(timedelta(0), since) // timedelta(minutes=1)} 分钟 min"

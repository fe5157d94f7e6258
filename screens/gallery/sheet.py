"""The gallery as one HTML page: choose panel, language, size, colours and mode; every page, and what is wrong with it."""

import json
from collections.abc import Iterable
from pathlib import Path

from screens.gallery.shoot import Shown

_PAGE = Path(__file__).with_name("sheet.html")


def write(shown: Iterable[Shown], out: Path) -> None:
    """Write `index.html` and `findings.json` into the folder of the pictures."""
    pages: dict[str, dict[str, int]] = {}
    findings = []
    for one in shown:
        pages.setdefault(one.setup.path, {})[one.page] = one.screens
        for found in one.findings:
            findings.append(
                {"setup": one.setup.path, "page": one.page, "kind": found.kind, "what": found.what}
            )
    (out / "findings.json").write_text(json.dumps(findings, ensure_ascii=False, indent=1), "utf-8")
    data = json.dumps({"pages": pages, "findings": findings}, ensure_ascii=False).replace("</", "<\\/")
    (out / "index.html").write_text(_PAGE.read_text("utf-8").replace("DATA", data, 1), "utf-8")

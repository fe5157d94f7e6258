"""The texts of the platform's papers: the catalogue's legal wording with its blanks filled in, in both languages (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from config.catalogue import Catalogue, Item
from config.catalogue.model import Limit
from config.catalogue.papers import ReceiptTemplate
from fleet.cases import Case, Missing

_NO_EFFECT = (
    "演示文书，所盖为演示电子印章，不具法律效力。",
    "Demonstration paper with a demonstration seal: it has no legal effect.",
)
_DAY_ZH = "____年__月__日"

Texts = tuple[str, str]

TITLES: Mapping[str, Texts] = {
    "R_ACCEPT": ("受理通知书", "Notice of acceptance"),
    "R_CORRECT": ("补正告知书", "Notice of papers to correct"),
    "R_REJECT": ("不予受理通知书", "Notice of non-acceptance"),
}
"""What each kind of paper is called for short."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a paper is about; `until` is the day that it names, None when the calendar does not reach it."""

    case: Case
    item: Item
    template: ReceiptTemplate
    until: date | None

    @property
    def name_zh(self) -> str:
        """Whom it is for."""
        return self.case.applicant or "申请人"

    @property
    def name_en(self) -> str:
        """Whom it is for."""
        return self.case.applicant or "Applicant"

    @property
    def handed_in(self) -> date:
        """The day the papers came."""
        return datetime.fromisoformat(self.case.received_at).date()


def acceptance(facts: Facts, *, by_law: bool) -> Texts:
    """Return the text of a notice of acceptance (受理通知书)."""
    item, until = facts.item, facts.until
    limits_zh = (
        f"法定办结时限：{_limit_zh(item.statutory_limit)}；承诺办结时限：{_limit_zh(item.promised_limit)}。"
    )
    limits_en = (
        f"Limit by law: {_limit_en(item.statutory_limit)}; promised: {_limit_en(item.promised_limit)}."
    )
    until_zh = f"预计办结日期：{until:%Y年%m月%d日}。" if until else "办结日期以受理机关通知为准。"
    until_en = f"Expected by {until.isoformat()}." if until else "The authority will tell you by when."
    says = _by_law(facts) if by_law else _accepted(facts)
    return _framed(facts, (f"{says[0]}\n{limits_zh}{until_zh}", f"{says[1]}\n{limits_en} {until_en}"))


def correction(facts: Facts, catalogue: Catalogue, missing: Sequence[Missing]) -> Texts:
    """Return the text of the one notice of everything that must be corrected or added (一次性告知)."""
    papers = [(catalogue.materials[one.material], one) for one in missing]
    list_zh = "".join(
        f"\n{number}. {paper.name_zh}（{one.reason_zh}）" for number, (paper, one) in enumerate(papers, 1)
    )
    list_en = "".join(
        f"\n{number}. {paper.name_en} ({one.reason_en})" for number, (paper, one) in enumerate(papers, 1)
    )
    until = facts.until
    zh = facts.template.wording_zh.replace("（事项名称）", f"“{facts.item.name_zh}”").replace(
        "……", f"{list_zh}\n"
    )
    en = facts.template.wording_en.replace("(service)", f"“{facts.item.name_en}”").replace(
        "…", f"{list_en}\n", 1
    )
    zh = zh.replace(_DAY_ZH, f"{until:%Y年%m月%d日}" if until else "受理机关告知的日期")
    en = en.replace("____", until.isoformat() if until else "the day that the authority tells you")
    return _framed(facts, (f"{facts.name_zh}：{zh}", f"{facts.name_en}: {en}"))


def rejection(facts: Facts) -> Texts:
    """Return the text of a notice of non-acceptance (不予受理通知书): reason, and what can be done against it."""
    why_zh = f"“{facts.item.name_zh}”不符合受理条件（{facts.item.conditions_zh}）"
    why_en = f": “{facts.item.name_en}” does not meet the conditions ({facts.item.conditions_en})"
    zh = facts.template.wording_zh.replace("（理由及法律依据）", why_zh).replace("（应当向____提出。）", "")
    en = facts.template.wording_en.replace(" (reasons and legal basis)", why_en)
    en = en.replace("(It should be made to ____.) ", "")
    return _framed(facts, (f"{facts.name_zh}：{zh}", f"{facts.name_en}: {en}"))


def seal(catalogue: Catalogue, item: Item) -> Texts:
    """Return whose seal is on the papers of an item."""
    for owner in catalogue.departments:
        if owner.code == item.owner:
            return f"{owner.full_zh}（演示）业务专用章", f"Seal of {owner.full_en} (demonstration)"
    return "街道办事处（演示）业务专用章", "Seal of the street office (demonstration)"


def _accepted(facts: Facts) -> Texts:
    basis_zh = facts.item.statutory_limit.basis or "该事项的办理依据"
    basis_en = facts.item.statutory_limit.basis_en or "the rules of this service"
    zh = facts.template.wording_zh.replace("（申请人）", facts.name_zh).replace("（法律依据）", basis_zh)
    zh = zh.replace(_DAY_ZH, f"{facts.handed_in:%Y年%m月%d日}").replace(
        "（事项名称）", f"“{facts.item.name_zh}”"
    )
    en = facts.template.wording_en.replace("(Applicant)", facts.name_en).replace("(legal basis)", basis_en)
    en = en.replace("(service)", f"“{facts.item.name_en}”").replace("____", facts.handed_in.isoformat())
    return zh, en


def _by_law(facts: Facts) -> Texts:
    day = facts.handed_in
    return (
        f"{facts.name_zh}：您于{day:%Y年%m月%d日}提交的“{facts.item.name_zh}”申请及材料，"
        "受理机关逾期未告知是否受理，依法自收到申请材料之日起即为受理。",
        f"{facts.name_en}: the application for “{facts.item.name_en}” that you submitted on {day.isoformat()} "
        "was not decided on in time; by law it is accepted from the day the papers were received.",
    )


def _framed(facts: Facts, texts: Texts) -> Texts:
    number = facts.case.number
    return (
        f"办件编号 {number}\n{texts[0]}\n{_NO_EFFECT[0]}",
        f"Case {number}\n{texts[1]}\n{_NO_EFFECT[1]}",
    )


def _limit_zh(limit: Limit) -> str:
    units = {"wd": "个工作日", "day": "天", "h": "小时"}
    return f"{limit.value}{units[limit.unit]}" if limit.unit in units else "即时办结"


def _limit_en(limit: Limit) -> str:
    units = {"wd": "working days", "day": "days", "h": "hours"}
    return f"{limit.value} {units[limit.unit]}" if limit.unit in units else "at once"

"""A specimen of each of the catalogue's thirteen papers, by its key; all are marked as training, nobody in them exists."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from config.language import Language, told_in
from devices.printer import Receipt
from devices.printer.samples import ADDRESS
from kiosk.case_file import Notice
from kiosk.payment import UNKNOWN, Bill, Order
from kiosk.receipts.appointments import appointment
from kiosk.receipts.notices import notice
from kiosk.receipts.participation import participation
from kiosk.receipts.payments import payment_slip
from kiosk.receipts.samples import SAMPLES, sample_facts
from kiosk.sheet import Bilingual

_CASE = "440104-20261123-00003-9"
_AT = "2026-11-23T15:04:05+08:00"
_SLOT = {
    Language.CHINESE: (("地点", "北京街政务服务中心"), ("时间", "2026年12月1日 星期二 09:00")),
    Language.ENGLISH: (("Place", "Beijing Street service centre"), ("Time", "Tuesday, 2026-12-01 09:00")),
}
_SEAL = Bilingual("样本街道办事处（演示）业务专用章", "Seal of the Specimen Street office (demonstration)")
_NUMBERS = {
    "R_ACCEPT": "演示受字〔2026〕第000001号",
    "R_CORRECT": "演示补正字〔2026〕第000001号",
    "R_REJECT": "演示不受字〔2026〕第000001号",
    "R_CERT": "演示证字〔2026〕第000001号",
}


def _issued(kind: str) -> Callable[[Language], Receipt]:
    """A paper that the authority issues: the catalogue's wording, with its blanks where the authority fills them in."""

    def paper(language: Language) -> Receipt:
        facts = sample_facts(language)
        template = facts.catalogue.receipts[kind]
        text = Bilingual(f"办件编号 {_CASE}\n{template.wording_zh}", f"Case {_CASE}\n{template.wording_en}")
        issued = Notice(kind, _NUMBERS[kind], _AT, text, _SEAL, ADDRESS)
        return notice(language, facts.catalogue, facts.site, issued, training=True)

    return paper


def _appointment(language: Language) -> Receipt:
    facts = sample_facts(language)
    item = facts.catalogue.by_code["CP-018"]
    booked = replace(facts, item=item, case_number=_CASE, received_at=_AT, details=_SLOT[told_in(language)])
    return appointment(booked)


def _paid(state: str) -> Callable[[Language], Receipt]:
    def paper(language: Language) -> Receipt:
        facts = sample_facts(language)
        return payment_slip(
            language,
            facts.catalogue,
            facts.catalogue.by_code["PY-007"],
            facts.site,
            bill=Bill("b1", "水费", "Water", "样本供水企业", "Specimen Water", "2026-10", 6820),
            order=Order("o1", "20261123-000001", "settled", ADDRESS, 300, ADDRESS),
            state=state,
            terminal_id=facts.terminal_id,
            training=True,
        )

    return paper


def _voted(language: Language) -> Receipt:
    facts = sample_facts(language)
    return participation(
        language,
        facts.catalogue,
        facts.catalogue.by_code["CP-004"],
        facts.site,
        title=Bilingual("样本巷加装路灯", "Street lamps in Specimen Lane"),
        code="7KQ4M-2XD9A",
        address=ADDRESS,
        terminal_id=facts.terminal_id,
        training=True,
    )


PAPERS: Mapping[str, Callable[[Language], Receipt]] = {
    "R_PRE": SAMPLES["pre-receipt"],
    "R_RECV": SAMPLES["received"],
    **{kind: _issued(kind) for kind in _NUMBERS},
    "R_QUERY": SAMPLES["query"],
    "R_APPT": _appointment,
    "R_PAY": _paid("settled"),
    "R_PAY_UNKNOWN": _paid(UNKNOWN),
    "R_REPORT": SAMPLES["report"],
    "R_VOTE": _voted,
    "R_GUIDE": SAMPLES["guide"],
}
"""Of each paper a specimen, by its key in the catalogue."""

"""Specimen receipts of the demonstration catalogue, to look at and to try a printer with; nobody in them exists."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from config.catalogue.load import demonstration
from config.language import Language, told_in
from config.settings import Site
from devices.printer import Receipt
from devices.printer.samples import ADDRESS, TEST_PAGE
from kiosk.receipts.applications import pre_receipt, received
from kiosk.receipts.facts import Facts
from kiosk.receipts.guides import guide
from kiosk.receipts.reports import report_receipt
from kiosk.receipts.sheets import sheet
from kiosk.sheet import Bilingual, Sheet, SheetGroup, SheetRow

_SITE = Site(
    code="GZ044",
    name_zh="北京街政务服务中心",
    name_en="Beijing Street service centre",
    address_zh="广州市越秀区样本路一号",
    address_en="1 Specimen Road, Yuexiu, Guangzhou",
    window_zh="北京街政务服务中心三号窗口",
    window_en="window 3 of the Beijing Street service centre",
)
_PAPERS = {
    Language.CHINESE: (("居民身份证", 2), ("居住证", 1), ("签名", 0)),
    Language.ENGLISH: (("Resident ID card", 2), ("Residence permit", 1), ("Signature", 0)),
}
_PROBLEM = {
    Language.CHINESE: (("类别", "路灯、照明"), ("地点", "北京街样本巷口")),
    Language.ENGLISH: (("Kind", "Street lighting"), ("Place", "Specimen Lane, Beijing Street")),
}
_PHOTO = {Language.CHINESE: (("现场照片", 1),), Language.ENGLISH: (("Photo of the place", 1),)}


def sample_facts(language: Language) -> Facts:
    """Return an application that only the terminal holds."""
    catalogue = demonstration()
    return Facts(
        language=language,
        catalogue=catalogue,
        item=catalogue.by_code["GA-003"],
        site=_SITE,
        terminal_id="GZ044",
        reference="P-GZ044-20261123-0007-T",
        transaction="019aafe4-5b7e-7c3a-9c61-1c2c1a2b3c4d",
        recorded_at="2026-11-23T15:04:05+08:00",
        applicant="张小三",
        materials=_PAPERS[told_in(language)],
        follow_up=ADDRESS,
        training=True,
    )


def _received(language: Language) -> Receipt:
    return received(
        replace(
            sample_facts(language), case_number="440104-20261123-00001-2", received_at="2026-11-23T07:04:07Z"
        )
    )


def _report(language: Language) -> Receipt:
    facts = sample_facts(language)
    return report_receipt(
        replace(
            facts,
            item=facts.catalogue.by_code["CP-001"],
            applicant="",
            materials=_PHOTO[told_in(language)],
            details=_PROBLEM[told_in(language)],
            case_number="440104-20261123-00002-0",
            received_at="2026-11-23T07:04:07Z",
        )
    )


def _guide(language: Language) -> Receipt:
    facts = sample_facts(language)
    return guide(language, facts.catalogue, facts.item, facts.site, address=ADDRESS, training=True)


def _sheet(language: Language) -> Receipt:
    facts = sample_facts(language)
    rows = (
        SheetRow(Bilingual("缴至月份", "Paid up to"), Bilingual("2026-10", "2026-10")),
        SheetRow(Bilingual("余额", "Balance"), Bilingual("52,170.40 元", "CNY 52,170.40"), paper=False),
    )
    groups = (SheetGroup(Bilingual("公积金账户", "Housing fund account"), rows),)
    found = Sheet(facts.recorded_at, groups, Bilingual("示范数据。", "Demonstration data."))
    item = facts.catalogue.by_code["PY-012"]
    return sheet(language, facts.catalogue, item, facts.site, found, training=True)


#: The samples by the names that `kiosk devices print --sample` takes; all but the test page are marked as training.
SAMPLES: Mapping[str, Callable[[Language], Receipt]] = {
    "received": _received,
    "pre-receipt": lambda language: pre_receipt(sample_facts(language)),
    "report": _report,
    "guide": _guide,
    "query": _sheet,
    "test-page": lambda _: TEST_PAGE,
}

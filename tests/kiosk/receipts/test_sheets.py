from config.language import Language
from kiosk.receipts import Facts, sheet
from kiosk.sheet import Bilingual, Sheet, SheetGroup, SheetRow
from tests.kiosk.receipts.reading import codes, words

ROWS = (
    SheetRow(Bilingual("缴至", "Paid up to"), Bilingual("2026-10", "2026-10")),
    SheetRow(Bilingual("账号", "Account"), Bilingual("***678", "***678"), paper=False),
)
SECRET = SheetGroup(Bilingual("秘密", "Secret"), ROWS[1:])
FOUND = Sheet("2026-11-25T10:00:00+08:00", (SheetGroup(Bilingual("账户", "Account sheet"), ROWS), SECRET))


def of(facts: Facts, code: str, found: Sheet = FOUND) -> str:
    return words(sheet(facts.language, facts.catalogue, facts.catalogue.by_code[code], facts.site, found))


def test_it_says_what_was_found_and_as_of_when(facts: Facts) -> None:
    said = of(facts, "PY-012")
    assert "2026-10" in said
    assert "2026-11-25 10:00" in said
    assert ("Account sheet" if facts.language is Language.ENGLISH else "账户") in said
    assert facts.catalogue.by_code["PY-012"].name(facts.language) in said


def test_it_is_no_certificate_and_says_so(facts: Facts) -> None:
    english = facts.language is Language.ENGLISH
    assert ("is not a certificate" if english else "不作为证明使用") in of(facts, "PY-012")
    assert ("published last applies" if english else "以受理机关最新公布为准") in of(facts, "CP-006")


def test_what_is_not_for_paper_stays_off_it(facts: Facts) -> None:
    said = of(facts, "PY-012")
    assert "***678" not in said
    assert "Secret" not in said
    assert "秘密" not in said


def test_a_note_stands_on_it_and_no_code_that_leads_anywhere(facts: Facts) -> None:
    found = Sheet(FOUND.as_of, FOUND.groups, Bilingual("示范", "Specimen"))
    item = facts.catalogue.by_code["CP-006"]
    made = sheet(facts.language, facts.catalogue, item, facts.site, found)
    assert ("Specimen" if facts.language is Language.ENGLISH else "示范") in words(made)
    assert not codes(made)

"""A sheet is read whole or not at all."""

import pytest

from config.language import Language
from kiosk.sheet import MOST_ROWS, Bilingual, sheet_of

AT = "2026-11-25T10:00:00+08:00"
ROW = {
    "label": {"zh": "余额", "en": "Balance"},
    "value": {"zh": "一元"},
    "link": "7",
    "paper": False,
    "new": 1,
}


PAYMENT = {
    "item": "PY-007",
    "number": "20261125-000001",
    "state": "settled",
    "amount": 6820,
    "title_zh": "水费",
    "title_en": "Water",
    "payee_zh": "样本水务",
    "payee_en": "Specimen Water",
    "period": "2026-10",
    "follow_up": "https://p.example/p/x",
}


def document(**changes: object) -> dict[str, object]:
    return {"as_of": AT, "groups": [{"heading": {"zh": "账户"}, "rows": [ROW]}], "further": True, **changes}


def test_what_is_told_is_read_and_what_is_new_is_passed_over() -> None:
    found = sheet_of(document(note={"en": "Demonstration"}), cached=True)
    ((row,),) = (group.rows for group in found.groups)
    assert (row.link, row.paper, found.cached, found.as_of) == ("7", False, True, AT)
    assert row.label.said(Language.ENGLISH) == "Balance"
    assert row.value.said(Language.ENGLISH) == "一元", "what is not translated is shown as it is"
    assert found.note.said(Language.CHINESE) == "Demonstration"


def test_nothing_of_it_is_in_its_repr() -> None:
    assert "余额" not in repr(sheet_of(document()))
    assert repr(Bilingual("余额", "Balance")) == "Bilingual()"


def test_a_payment_has_its_slip_once_something_was_paid() -> None:
    paid = sheet_of(document(payment=PAYMENT)).paid
    assert paid is not None
    assert (paid.item, paid.bill.amount, paid.order.number) == ("PY-007", 6820, "20261125-000001")
    assert "水费" not in repr(paid)
    for state in ("pending", "closed", "of the future"):
        assert sheet_of(document(payment={**PAYMENT, "state": state})).paid is None


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {},
        document(as_of="soon"),
        document(as_of="2026-11-25T10:00:00"),
        document(as_of=7),
        document(groups=7),
        document(payment=[]),
        document(payment={**PAYMENT, "amount": "6820"}),
        document(payment={**PAYMENT, "period": None}),
        document(groups=[7]),
        document(groups=[{"heading": {}, "rows": {}}]),
        document(groups=[{"heading": "a", "rows": []}]),
        document(groups=[{"heading": {"zh": 7}, "rows": []}]),
        document(groups=[{"heading": {}, "rows": [{"label": {}}]}]),
        document(groups=[{"heading": {}, "rows": [{**ROW, "link": 7}]}]),
        document(groups=[{"heading": {}, "rows": [ROW] * (MOST_ROWS + 1)}]),
    ],
)
def test_what_is_no_sheet_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"sheet|zone|rows|isoformat"):
        sheet_of(wrong)

"""The review: everything answered, in words, changeable; and the document that is sent."""

import json

from config.language import Language
from kiosk.journeys.form import Address, Answers, Context, Period, Place, begin, document, find, review
from screens.views.listing import Row
from tests.kiosk.journeys.form.specimens import ADULT, BANK_CARD, CHILD, OTHER_ADULT, SITE, context

MEMBER = {"m_name": "李四", "m_id": OTHER_ADULT, "m_relation": "spouse", "m_job": None, "m_income": "10.00"}


def _answers(here: Context) -> Answers:
    answers = begin(here)
    for path, value in (
        ("contact.mobile", "13800138000"),
        ("contact.alt_phone", None),
        ("address_now.live_region", "440104002901"),
        ("address_now.live_detail", Address("", "北京路168号")),
        ("address_now.live_since", "2020-01-31"),
        ("relief.reason", "illness"),
        ("relief.expense", "1850.50"),
        ("household.members", (MEMBER, {})),
        ("check_authorisation.auth_read", True),
        ("bank_account.account_kind", False),
        ("bank_account.bank_card", BANK_CARD),
        ("commitment.use_commitment", False),
        ("commitment.commit_item", "之前写的"),
        ("delivery.delivery", "mail"),
        ("delivery.mail_address", Address("440104001901", "示范路2号")),
    ):
        answers = answers.with_value(path, value)
    return answers


def _rows(here: Context, answers: Answers) -> dict[str, Row]:
    return {f"{group.heading}/{row.label}": row for group in review(here, answers) for row in group.rows}


def _values(here: Context, answers: Answers) -> dict[str, str]:
    return {label: row.value for label, row in _rows(here, answers).items()}


def test_answers_are_shown_in_words_by_field_set() -> None:
    here = context("MZ-004")
    shown = _values(here, _answers(here))
    assert shown["申请人信息/姓名"] == "张三"
    assert shown["申请人信息/出生日期"] == "1988年08月08日"
    assert shown["联系方式/手机号码"] == "13800138000"
    assert shown["联系方式/其他联系电话"] == "未填写"
    assert shown["现居住地址/现住街道社区"] == "越秀区北京街道盐运西社区"
    assert shown["现居住地址/现住详细地址"] == "北京路168号"
    assert shown["困难情况/困难原因"] == "重大疾病"
    assert shown["困难情况/已发生必需支出"] == "1850.50 元"
    assert shown["家庭经济状况核对授权/已阅读核对授权书全文"] == "是"
    assert shown["收款账户/使用社会保障卡金融账户"] == "否"
    assert shown["结果送达方式/收件地址"] == "越秀区洪桥街道三眼井社区示范路2号"


def test_answers_in_english() -> None:
    here = context("MZ-004", language=Language.ENGLISH)
    shown = _values(here, _answers(here))
    assert shown["Applicant/Date of birth"] == "1988-08-08"
    assert shown["Contact/Other phone"] == "Left out"
    assert shown["Delivery of the result/Mailing address"].endswith(
        "Yuexiu District, Hongqiao Street, Sanyanjing Community"
    )


def test_numbers_of_documents_and_bank_cards_are_masked_in_the_middle() -> None:
    here = context("MZ-004")
    shown = _values(here, _answers(here))
    assert shown["申请人信息/证件号码"] == "440104********0023"
    assert shown["收款账户/银行卡号"] == "6222 **** **** 0000"
    assert not {ADULT, OTHER_ADULT, BANK_CARD} & {
        part for value in shown.values() for part in value.split("，")
    }


def test_short_numbers_show_their_first_and_last() -> None:
    here = context("CL-002")
    answers = begin(here).with_value("disability_info.dis_cert", "A1234567")
    assert _values(here, answers)["残疾信息/残疾人证号"] == "A*****67"


def test_what_is_locked_cannot_be_changed_everything_else_can() -> None:
    here = context("MZ-004")
    answers = _answers(here)
    rows = _rows(here, answers)
    locked = {"申请人信息/姓名", "申请人信息/证件号码", "申请人信息/证件类型"}
    assert {label for label, row in rows.items() if row.action is None} == locked
    for label, row in rows.items():
        if row.action:
            assert row.action.label == "修改"
            assert find(here, answers, row.action.id.removeprefix("change:")) is not None, label


def test_without_a_card_everything_can_be_changed() -> None:
    here = context("MZ-004", card=None)
    assert all(row.action for row in _rows(here, begin(here)).values())


def test_rows_of_a_list_have_a_line_each() -> None:
    here = context("MZ-004")
    row = _rows(here, _answers(here))["共同生活家庭成员/家庭成员 1"]
    assert row.value == "李四，440105********123X，配偶，10.00 元"
    assert row.action is not None
    assert row.action.id == "change:household.members"
    assert _values(here, begin(here))["共同生活家庭成员/家庭成员"] == "没有"


def test_signatures_and_codes_are_no_lines() -> None:
    here = context("MZ-004")
    labels = set(_rows(here, _answers(here)))
    assert not any(
        "签名" in label.split("/")[1] for label in labels if not label.endswith("成年家庭成员签名")
    )
    assert not any("验证码" in label for label in labels)


def test_other_kinds_of_values() -> None:
    here = context("ZJ-003")
    answers = begin(here).with_value("lease.term", Period("2026-01-01", "2026-12-31"))
    answers = answers.with_value("lease.lease_area", "85.50")
    shown = _values(here, answers)
    assert shown["租赁信息/租赁期限"] == "2026年01月01日 – 2026年12月31日"
    assert shown["租赁信息/租赁面积"] == "85.50 平方米"
    veteran = context("TY-001")
    assert (
        _values(veteran, begin(veteran).with_value("veteran.enlist", "1990-12"))["服役信息/入伍年月"]
        == "1990年12月"
    )


def test_reports() -> None:
    here = context("CP-001", card=None)
    answers = begin(here).with_value("problem.where", Place(True, SITE, ""))
    answers = answers.with_value("problem.photos", ("photo-1", "photo-2"))
    shown = _values(here, answers)
    assert shown["反映问题/发生地点"] == "就在这里，这台机器所在的地方"
    assert shown["反映问题/现场照片"] == "2 张"
    elsewhere = answers.with_value("problem.where", Place(False, "", "北京路口"))
    assert _values(here, elsewhere)["反映问题/发生地点"] == "北京路口"


def test_several_options_are_listed() -> None:
    here = context("MZ-001")
    answers = begin(here).with_value("income_assets.income_types", ("wage", "transfer"))
    assert _values(here, answers)["收入和财产/收入类型"] == "工资性收入、转移净收入"


def test_what_was_computed_is_shown_without_a_change() -> None:
    here = context("GA-007")
    computed = here.catalogue.field_sets["crime_record"].model_copy(
        update={
            "fields": tuple(
                field.model_copy(update={"source": "use == job"})
                if field.key == "use_proof_needed"
                else field
                for field in here.catalogue.field_sets["crime_record"].fields
            )
        }
    )
    sets = {**here.catalogue.field_sets, "crime_record": computed}
    there = Context(
        here.catalogue.model_copy(update={"field_sets": sets}), here.item, here.language, here.today
    )
    row = _rows(there, begin(there).with_value("crime_record.use", "job"))[
        "无犯罪记录证明/超过3次须提交用途材料"
    ]
    assert (row.value, row.action) == ("是", None)
    sent = document(there, begin(there).with_value("crime_record.use", "study"))
    assert sent["crime_record"] == {"use": "study", "use_proof_needed": False}


def test_nothing_personal_is_in_the_repr_of_a_review() -> None:
    here = context("MZ-004")
    assert "13800138000" not in repr(review(here, _answers(here)))


def test_the_document_is_json_by_field_set() -> None:
    here = context("MZ-004")
    sent = json.loads(json.dumps(document(here, _answers(here))))
    assert sent["applicant"] == {
        "name": "张三",
        "id_type": "111",
        "id_number": ADULT,
        "gender": "2",
        "birth_date": "1988-08-08",
    }
    assert sent["contact"] == {"mobile": "13800138000"}
    assert sent["address_now"] == {
        "live_region": "440104002901",
        "live_detail": {"region": "440104002901", "detail": "北京路168号"},
        "live_since": "2020-01-31",
    }
    assert sent["delivery"]["mail_address"] == {"region": "440104001901", "detail": "示范路2号"}
    assert sent["household"] == {
        "members": [{"m_name": "李四", "m_id": OTHER_ADULT, "m_relation": "spouse", "m_income": "10.00"}]
    }
    assert sent["commitment"] == {"use_commitment": False}  # what was hidden again is not sent
    assert "declaration" not in sent


def test_the_shapes_of_other_values_in_the_document() -> None:
    here = context("CP-001", card=None)
    answers = (
        begin(here)
        .with_value("problem.where", Place(True, SITE, ""))
        .with_value("problem.photos", ("photo-1",))
    )
    assert document(here, answers)["problem"] == {
        "where": {"here": True, "region": SITE, "detail": ""},
        "photos": ["photo-1"],
    }
    lease = context("ZJ-003")
    sent = document(lease, begin(lease).with_value("lease.term", Period("2026-01-01", "2026-12-31")))
    assert sent["lease"] == {"term": {"start": "2026-01-01", "end": "2026-12-31"}}


def test_an_address_without_its_region_says_so() -> None:
    here = context("MZ-001")
    sent = document(here, begin(here))
    assert sent["address_hukou"] == {
        "hukou_detail": {"region": "", "detail": "广东省广州市越秀区示范路1号101房"}
    }


def test_an_empty_list_is_an_answer() -> None:
    here = context("MZ-004")
    assert "household" not in document(here, begin(here))
    sent = document(here, begin(here).with_value("household.members", ()))
    assert sent["household"] == {"members": []}
    assert CHILD not in json.dumps(sent)

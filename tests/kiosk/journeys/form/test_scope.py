"""Which field sets and fields apply: form rules, conditions, computed values."""

from dataclasses import replace
from datetime import date

from config.catalogue import FieldSet, FormRule
from kiosk.journeys.form import Answers, Context, begin
from kiosk.journeys.form.part import Part, row_fields
from kiosk.journeys.form.scope import parts
from tests.kiosk.journeys.form.specimens import CARD, CHILD, context, field


def _names(here: Context, answers: Answers | None = None) -> list[str]:
    return [part.name for part in parts(here, begin(here) if answers is None else answers)]


def _part(here: Context, name: str, answers: Answers) -> Part:
    return next(part for part in parts(here, answers) if part.name == name)


def _keys(part: Part) -> list[str]:
    return [one.key for one in part.fields]


def test_field_sets_stand_in_the_order_of_the_item() -> None:
    here = context("MZ-004")
    assert _names(here) == list(here.item.form)


def test_minors_need_their_guardian_before_the_declaration() -> None:
    here = context("MZ-006", card=replace(CARD, id_number=CHILD, birth_date=date(2019, 6, 1)))
    assert _names(here)[-2:] == ["guardian", "declaration"]
    assert "guardian" not in _names(here, begin(here).with_value("applicant.birth_date", "2008-11-23"))
    assert "guardian" in _names(here, begin(here).with_value("applicant.birth_date", "2008-11-24"))


def test_a_guardian_in_the_form_is_asked_once_and_only_for_minors() -> None:
    here = context("GA-002")
    assert "guardian" not in _names(here)
    minor = begin(here).with_value("applicant.birth_date", "2019-06-01")
    assert _names(here, minor).count("guardian") == 1


def test_without_an_applicant_the_guardian_acts_for_a_child() -> None:
    assert _names(context("JY-001"))[0] == "guardian"


def test_agents_are_added_before_the_declaration() -> None:
    assert _names(context("MZ-004", mode="agency"))[-2:] == ["agent", "declaration"]


def test_an_agent_for_an_item_without_a_declaration_stands_last() -> None:
    assert _names(context("CP-012", mode="agency"))[-1] == "agent"


def test_legal_persons_replace_the_applicant() -> None:
    assert _names(context("ZJ-003", mode="legal"))[:3] == ["legal_entity", "operator", "contact"]
    assert _names(context("RS-016", mode="legal"))[:2] == ["legal_entity", "operator"]


def test_a_rule_for_a_field_set_that_is_not_there_changes_nothing() -> None:
    here = context("CP-001", card=None)
    rule = FormRule(when="always", do="replace", replace="applicant", field_sets=("operator",))
    catalogue = here.catalogue.model_copy(update={"form_rules": (rule,)})
    assert _names(replace(here, catalogue=catalogue)) == ["problem"]


def test_codes_by_message_are_for_who_is_not_verified() -> None:
    here = context("MZ-004")
    assert "mobile_otp" in _keys(_part(here, "contact", begin(here)))
    verified = context("MZ-004", signin_level="L2")
    assert "mobile_otp" not in _keys(_part(verified, "contact", begin(verified)))


def test_fields_appear_with_the_answer_they_depend_on() -> None:
    here = context("MZ-004")
    shown = begin(here).with_value("bank_account.account_kind", False)
    assert "bank_card" in _keys(_part(here, "bank_account", shown))
    hidden = shown.with_value("bank_account.account_kind", True)
    assert "bank_card" not in _keys(_part(here, "bank_account", hidden))


def test_a_hidden_field_counts_as_having_no_value() -> None:
    here, answers = _one_set(
        {"key": "a", "type": "boolean"},
        {"key": "b", "type": "boolean", "visible_if": "a"},
        {"key": "c", "type": "text", "visible_if": "b"},
    )
    answers = answers.with_value("demo.b", True)
    assert _keys(_part(here, "demo", answers.with_value("demo.a", True))) == ["a", "b", "c"]
    assert _keys(_part(here, "demo", answers.with_value("demo.a", False))) == ["a"]


def test_computed_values_follow_what_they_are_computed_from() -> None:
    here, answers = _one_set(
        {"key": "count", "type": "integer"},
        {"key": "many", "type": "computed", "source": "count >= 3"},
        {"key": "shared", "type": "computed", "source": "shared:residence"},
        {"key": "remote", "type": "computed", "source": "platform"},
        {"key": "nothing", "type": "computed"},
    )
    assert _part(here, "demo", answers).known["many"] is None
    assert _part(here, "demo", answers.with_value("demo.count", 3)).known["many"] is True
    known = _part(here, "demo", answers.with_value("demo.count", 2)).known
    assert (known["many"], known["shared"], known["remote"], known["nothing"]) == (False, None, None, None)


def test_fields_of_a_row_depend_on_their_row_and_on_the_set() -> None:
    inner = (
        field("select", key="kind"),
        field("text", key="job", visible_if="kind == child"),
        field("text", key="note", visible_if="mode == self and job"),
    )
    group = field("repeat", key="rows", fields=inner)
    shown, known = row_fields(group, {"kind": "child", "job": "学生"}, {"mode": "self"})
    assert [one.key for one in shown] == ["kind", "job", "note"]
    assert known["job"] == "学生"
    assert [one.key for one in row_fields(group, {"kind": "spouse", "job": "学生"}, {"mode": "self"})[0]] == [
        "kind"
    ]


def _one_set(*fields: dict[str, object]) -> tuple[Context, Answers]:
    """Return the context of an item with one field set made of `fields`."""
    here = context("CP-001", card=None)
    made = tuple(field(**one) for one in ({"type_": one.pop("type"), **one} for one in map(dict, fields)))  # type: ignore[arg-type]  # strings
    sets = {"demo": FieldSet(title_zh="示范", title_en="Demo", fields=made)}
    catalogue = here.catalogue.model_copy(update={"field_sets": sets})
    return replace(
        here, catalogue=catalogue, item=here.item.model_copy(update={"form": ("demo",)})
    ), Answers()

"""Each rule of the catalogue has a change to the shipped catalogue that breaks it, and nothing else of its kind."""

import json
from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest

from config.catalogue import Catalogue
from config.catalogue.rules import RULES, check

Raw = dict[str, Any]
TEXT = (resources.files("config.catalogue") / "demonstration.json").read_text("utf-8")


def item(raw: Raw, code: str) -> Raw:
    return next(each for each in raw["items"] if each["code"] == code)


def field(raw: Raw, field_set: str, key: str) -> Raw:
    return next(each for each in raw["field_sets"][field_set]["fields"] if each["key"] == key)


def put(raw: Raw, code: str, path: str, value: Any) -> None:
    *steps, last = path.split(".")
    entry = item(raw, code)
    for step in steps:
        entry = entry[step]
    entry[last] = value


def item_with(code: str, path: str, value: Any) -> Callable[[Raw], None]:
    return lambda raw: put(raw, code, path, value)


def field_with(field_set: str, key: str, **values: Any) -> Callable[[Raw], None]:
    return lambda raw: field(raw, field_set, key).update(values)


BROKEN: list[tuple[str, Callable[[Raw], None], str]] = [
    ("unique_codes", item_with("MZ-002", "code", "MZ-001"), "items"),
    ("unique_codes", lambda raw: raw["option_lists"]["gender"][1].update(code="1"), "option_lists.gender"),
    ("unique_codes", lambda raw: raw["regions"][1]["children"][0].update(code="440104000000"), "regions"),
    ("unique_keys", lambda raw: item(raw, "MZ-001")["form"].insert(0, "contact"), "items[MZ-001].form"),
    (
        "unique_keys",
        lambda raw: field(raw, "household", "members")["fields"][1].update(key="m_name"),
        "field_sets.household.fields[members]",
    ),
    (
        "unique_keys",
        lambda raw: field(raw, "pregnancy", "stage")["options"][1].update(code="plan"),
        "field_sets.pregnancy.fields[stage].options",
    ),
    (
        "implementation_codes",
        item_with("MZ-001", "impl_code", "1144010400000001945440561001000"),
        "items[MZ-001].impl_code",
    ),
    ("implementation_codes", item_with("MZ-001", "basic_code", "440561009000"), "items[MZ-001].impl_code"),
    ("implementation_codes", item_with("MZ-001", "basic_code", "44056100100"), "items[MZ-001].basic_code"),
    ("implementation_codes", item_with("MZ-001", "business_code", "1"), "items[MZ-001].business_code"),
    ("counts", lambda raw: raw["items"].pop(0), "catalogue.targets.one_stop"),
    ("counts", item_with("MZ-001", "community", False), "catalogue.targets.community"),
    ("departments", lambda raw: raw["departments"][0]["systems"].append("XX"), "departments[MZ].systems[2]"),
    ("departments", lambda raw: raw["departments"][0]["systems"].pop(), "systems[0]"),
    ("items", item_with("MZ-001", "owner", "XX"), "items[MZ-001].owner"),
    ("items", item_with("MZ-001", "system", "RS-JY"), "items[MZ-001].system"),
    ("items", lambda raw: item(raw, "MZ-001")["materials"][1].update(ref="x"), "items[MZ-001].materials[1]"),
    ("items", lambda raw: item(raw, "MZ-001")["form"].insert(2, "nope"), "items[MZ-001].form[2]"),
    ("items", item_with("MZ-001", "receipts", ["R_NONE"]), "items[MZ-001].receipts[0]"),
    ("items", item_with("MZ-001", "life_events", ["party"]), "items[MZ-001].life_events[0]"),
    (
        "materials",
        lambda raw: raw["materials"]["id_card"].update(shared_source="x"),
        "materials.id_card.shared_source[0]",
    ),
    (
        "materials",
        field_with("contact", "mobile", prefill="shared:x"),
        "field_sets.contact.fields[mobile].prefill[0]",
    ),
    ("flows", item_with("MZ-001", "flow", "dance"), "items[MZ-001].flow"),
    ("flows", item_with("MZ-001", "flow_offline", "dance"), "items[MZ-001].flow_offline"),
    ("form_rules", lambda raw: raw["form_rules"][0].update(field_sets=["x"]), "form_rules[0].field_sets[0]"),
    ("form_rules", lambda raw: raw["form_rules"][1].update(replace="x"), "form_rules[1].field_sets[2]"),
    ("form_rules", lambda raw: raw["form_rules"][0].update(materials=["x"]), "form_rules[0].materials[0]"),
    ("form_rules", lambda raw: raw["form_rules"][3].update(fields=["x"]), "form_rules[3].fields[0]"),
    (
        "options",
        field_with("applicant", "gender", options="sexes"),
        "field_sets.applicant.fields[gender].options",
    ),
    (
        "options",
        field_with("applicant", "gender", options="remote:nowhere"),
        "field_sets.applicant.fields[gender].options",
    ),
    (
        "options",
        field_with("applicant", "gender", options=[]),
        "field_sets.applicant.fields[gender].options",
    ),
    ("options", field_with("problem", "urgency", default="x"), "field_sets.problem.fields[urgency].default"),
    (
        "conditions",
        field_with("delivery", "mail_name", visible_if="delivery = mail"),
        "field_sets.delivery.fields[mail_name].visible_if",
    ),
    (
        "conditions",
        field_with("delivery", "mail_name", visible_if="deliver == mail"),
        "field_sets.delivery.fields[mail_name].visible_if",
    ),
    (
        "conditions",
        lambda raw: field(raw, "household", "members")["fields"][0].update(visible_if="nobody"),
        "field_sets.household.fields[members].fields[m_name].visible_if",
    ),
    (
        "conditions",
        lambda raw: raw["field_sets"]["agent"].update(shown_if="mood"),
        "field_sets.agent.shown_if",
    ),
    ("conditions", lambda raw: raw["form_rules"][0].update(when="mode =="), "form_rules[0].when"),
    ("conditions", lambda raw: raw["site_tiers"][1].update(filter="cosy"), "site_tiers[community].filter"),
    (
        "bounds",
        field_with("problem", "where", min="today"),
        "field_sets.problem.fields[where].min",
    ),
    ("bounds", field_with("relief", "event_date", max="now"), "field_sets.relief.fields[event_date].max"),
    ("bounds", field_with("relief", "event_date", max=3), "field_sets.relief.fields[event_date].max"),
    ("bounds", field_with("signup", "people", min=9), "field_sets.signup.fields[people]"),
    (
        "patterns",
        field_with("bill_nontax", "nontax_code", pattern="["),
        "field_sets.bill_nontax.fields[nontax_code].pattern",
    ),
    ("shapes", field_with("household", "members", fields=[]), "field_sets.household.fields[members].fields"),
    (
        "shapes",
        lambda raw: field(raw, "household", "members")["fields"].append(field(raw, "hire_list", "hires")),
        "field_sets.household.fields[members].fields",
    ),
    ("shapes", field_with("problem", "what", must_be=True), "field_sets.problem.fields[what].must_be"),
    ("declaration", lambda raw: item(raw, "MZ-001")["form"].pop(), "items[MZ-001].form"),
    ("legal_entity", lambda raw: item(raw, "RS-016")["form"].remove("legal_entity"), "items[RS-016].form"),
    ("offline_kinds", item_with("PY-001", "offline.mode", "provisional"), "items[PY-001].offline.mode"),
    ("offline_kinds", item_with("CP-004", "offline.mode", "cached"), "items[CP-004].offline.mode"),
    ("offline_kinds", item_with("GA-005", "offline.mode", "provisional"), "items[GA-005].offline.mode"),
    ("offline_personal_queries", item_with("RS-010", "offline.mode", "cached"), "items[RS-010].offline.mode"),
    ("offline_minors", item_with("CL-008", "offline.mode", "provisional"), "items[CL-008].offline.mode"),
    ("offline_flows", item_with("MZ-001", "flow_offline", None), "items[MZ-001].flow_offline"),
    ("offline_flows", item_with("PY-001", "flow_offline", "pay"), "items[PY-001].flow_offline"),
    ("offline_reasons", item_with("PY-001", "offline.reason_zh", " "), "items[PY-001].offline.reason_zh"),
    ("agency_reasons", item_with("MZ-009", "agency.reason_zh", ""), "items[MZ-009].agency.reason_zh"),
    ("agency_reasons", item_with("MZ-001", "agency.by", []), "items[MZ-001].agency.by"),
    ("promises", item_with("MZ-001", "promised_limit.value", 31), "items[MZ-001].promised_limit.value"),
    ("promises", item_with("MZ-005", "promised_limit.unit", "wd"), "items[MZ-005].promised_limit.unit"),
    ("visits", item_with("MZ-001", "visits_required", 1), "items[MZ-001].visits_required"),
    ("short_names", item_with("MZ-001", "short_zh", "最低生活保障金"), "items[MZ-001].short_zh"),
    ("short_names", item_with("MZ-001", "short_en", "x" * 25), "items[MZ-001].short_en"),
    ("languages", item_with("MZ-001", "name_en", " "), "items[MZ-001].name_en"),
    ("languages", item_with("MZ-009", "agency.reason_en", ""), "items[MZ-009].agency.reason_en"),
    ("languages", lambda raw: raw["option_lists"]["gender"][0].update(en=""), "option_lists.gender[1].en"),
    (
        "languages",
        field_with("problem", "what", label_zh="", label_en=""),
        "field_sets.problem.fields[what].label_zh",
    ),
    ("terms", item_with("MZ-001", "result.delivery", ["pigeon"]), "items[MZ-001]"),
]


def test_the_shipped_catalogue_keeps_every_rule() -> None:
    assert check(Catalogue.model_validate_json(TEXT, strict=True)) == ()


@pytest.mark.parametrize(("rule", "change", "where"), BROKEN)
def test_a_broken_rule_is_found(rule: str, change: Callable[[Raw], None], where: str) -> None:
    raw = json.loads(TEXT)
    change(raw)
    problems = list(RULES[rule](Catalogue.model_validate_json(json.dumps(raw), strict=True)))
    assert where in {problem.where for problem in problems}
    assert all(problem.reason and problem.reason_zh for problem in problems)


def test_every_rule_has_a_failing_test() -> None:
    assert {rule for rule, _, _ in BROKEN} == set(RULES)


def test_a_rule_can_be_skipped() -> None:
    raw = json.loads(TEXT)
    put(raw, "MZ-001", "name_en", "")
    catalogue = Catalogue.model_validate_json(json.dumps(raw), strict=True)
    assert check(catalogue)
    assert not check(catalogue, skip=("languages",))


def test_an_empty_catalogue_breaks_counts_and_nothing_crashes() -> None:
    raw = json.loads(TEXT)
    raw["items"] = []
    problems = check(Catalogue.model_validate_json(json.dumps(raw), strict=True))
    assert {"catalogue.targets.one_stop", "catalogue.targets.online"} <= {
        problem.where for problem in problems
    }

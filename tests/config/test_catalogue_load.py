"""A catalogue is loaded whole, or refused with file, place and reason for everything that is wrong."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from config.catalogue import FieldType, Option
from config.catalogue.load import CatalogueError, demonstration, load_json, load_yaml
from config.catalogue.publish import search_terms, to_json
from config.language import Language, in_language, traditional

SHIPPED = Path(str(resources.files("config.catalogue") / "demonstration.yaml"))
JSON = (resources.files("config.catalogue") / "demonstration.json").read_text("utf-8")


def refused(text: str, tmp_path: Path) -> CatalogueError:
    file = tmp_path / "bad.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_yaml(file)
    assert all(finding.file == "bad.yaml" for finding in caught.value.findings)
    return caught.value


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    raw = json.loads(JSON)
    change(raw)
    return json.dumps(raw, ensure_ascii=False)


def test_the_shipped_catalogue_has_the_numbers_of_the_article() -> None:
    catalogue = load_yaml(SHIPPED)
    one_stop = [item for item in catalogue.items if item.one_stop]
    assert len(catalogue.departments) == 9
    assert len(catalogue.systems) == 18
    assert len(one_stop) == 91
    assert sum(item.online for item in one_stop) == 80
    assert sum(item.community for item in one_stop) == 51
    assert len(catalogue.items) == 123


def test_the_published_form_is_that_of_the_shipped_file() -> None:
    # when this fails: kiosk catalogue export config/catalogue/demonstration.yaml > config/catalogue/demonstration.json
    assert to_json(load_yaml(SHIPPED)) == JSON.rstrip("\n")


def test_nothing_is_lost_by_publishing() -> None:
    written = load_yaml(SHIPPED)
    published = demonstration()
    assert all(item.search for item in published.items)
    stripped = tuple(item.model_copy(update={"search": ()}) for item in published.items)
    assert published.model_copy(update={"items": stripped}) == written


def test_terminals_never_import_pinyin_nor_yaml() -> None:
    code = (
        "import sys; from config.catalogue.load import demonstration; import kiosk.catalogue.search, kiosk.catalogue.home;"
        "demonstration(); sys.exit(any(name in sys.modules for name in ('pypinyin', 'yaml', 'requests')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_search_terms_come_in_four_kinds() -> None:
    terms = search_terms(demonstration().by_code["RS-011"])
    assert {"社保卡挂失", "社保卡", "sbkgs", "sbk", "shebaokaguashi", "shebaoka", "card"} <= set(terms)


def test_every_choice_has_options_in_both_languages() -> None:
    catalogue = demonstration()
    fields = [field for each in catalogue.field_sets.values() for field in each.fields]
    choices = [field for field in fields if field.type in (FieldType.SELECT, FieldType.MULTISELECT)]
    assert len(choices) > 50
    for field in choices:
        assert catalogue.options_of(field)
        for option in catalogue.options_of(field):
            assert option.label(Language.CHINESE)
            assert option.label(Language.ENGLISH)


def test_options_resolve_from_all_four_sources() -> None:
    catalogue = demonstration()
    fields = {field.key: field for each in catalogue.field_sets.values() for field in each.fields}
    assert catalogue.options_of(fields["name"]) == ()
    assert catalogue.options_of(fields["gender"])[0] == Option(code="1", zh="男", en="Male")
    assert catalogue.options_of(fields["stage"])[1].code == "preg"
    assert catalogue.options_of(fields["hospital"]) == catalogue.option_lists["remote_hospitals"]
    entrusted = {option.code for option in catalogue.options_of(fields["entrust_item"])}
    assert "MZ-001" in entrusted
    assert "RS-011" not in entrusted


def test_places_are_found_with_the_way_to_them() -> None:
    catalogue = demonstration()
    assert {way[0] for way in catalogue.regions_to.values()} == set(catalogue.regions)
    for code, way in catalogue.regions_to.items():
        assert way[-1].code == code
        assert all(below in above.children for above, below in pairwise(way))
    assert max(map(len, catalogue.regions_to.values())) == 3


def test_regions_never_end_the_cascade_early() -> None:
    districts = demonstration().regions
    assert [region.name_zh for region in districts[:1]] == ["越秀区"]
    assert len(districts) == 13
    streets = districts[0].children
    assert sum(len(street.children) >= 3 for street in streets) == 18
    assert all(
        len(code) == 12 for street in streets for code in (street.code, *(c.code for c in street.children))
    )
    assert all(len(district.children) == 1 for district in districts[1:11])


def test_words_of_codes() -> None:
    catalogue = demonstration()
    assert catalogue.term("delivery", "mail", Language.ENGLISH) == "By post"
    assert catalogue.term("delivery", "mail", Language.CHINESE) == "邮寄"
    assert catalogue.term("delivery", "pigeon", Language.ENGLISH) == "pigeon"


BOTH = (Language.CHINESE, Language.ENGLISH)


def test_labels_in_both_languages() -> None:
    catalogue = demonstration()
    item = catalogue.by_code["MZ-001"]
    assert [item.short(language) for language in BOTH] == ["申请低保", "Living allowance"]
    assert [item.name(language) for language in BOTH] == [
        "最低生活保障对象认定",
        "Minimum living allowance",
    ]
    field_set = catalogue.field_sets["contact"]
    assert [field_set.title(language) for language in BOTH] == ["联系方式", "Contact"]
    assert [field_set.fields[0].label(language) for language in BOTH] == ["手机号码", "Mobile number"]


def test_a_broken_rule_names_file_item_field_and_reason(tmp_path: Path) -> None:
    error = refused(changed(lambda raw: raw["items"][0]["form"].insert(2, "nope")), tmp_path)
    (finding,) = error.findings
    assert (finding.item, finding.field) == ("MZ-001", "form[2]")
    assert "nope" in finding.reason
    assert str(finding).startswith("bad.yaml: items[MZ-001].form[2]: 'nope' is not among field_sets")
    assert finding.document()["item"] == "MZ-001"


@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        (lambda raw: raw["items"][0].update(kind="dance"), "items[MZ-001].kind", "known values"),
        (
            lambda raw: raw["items"][0]["fee"].update(charged="no"),
            "items[MZ-001].fee.charged",
            "true or false",
        ),
        (lambda raw: raw["items"][0].update(form="applicant"), "items[MZ-001].form", "list"),
        (lambda raw: raw["items"][0].pop("code"), "items[0].code", "missing"),
        (
            lambda raw: raw["items"][0]["materials"][1].pop("required"),
            "items[MZ-001].materials[hukou_book].required",
            "m",
        ),
        (
            lambda raw: raw["field_sets"]["pregnancy"]["fields"][0]["options"][0].pop("zh"),
            "field_sets.pregnancy.fields[stage].options[plan].zh",
            "missing",
        ),
        (
            lambda raw: raw["field_sets"]["contact"]["fields"][0].update(type="x"),
            "field_sets.contact.fields[mobile].type",
            "u",
        ),
        (lambda raw: raw["catalogue"].update(version=1), "catalogue.version", "quotes"),
        (lambda raw: raw.update(items={}), "items", "list"),
        (lambda raw: raw["items"].append(3), "items[123]", "names with values"),
        (lambda raw: raw.pop("flows"), "flows", "missing"),
        (lambda raw: raw["items"][0].update(sign_in="L9"), "items[MZ-001].sign_in", "'L0'"),
    ],
)
def test_wrong_types_are_findings(
    change: Callable[[dict[str, Any]], object], where: str, reason: str, tmp_path: Path
) -> None:
    error = refused(changed(change), tmp_path)
    found = {finding.where: finding.reason for finding in error.findings}
    assert where in found
    assert reason in found[where]


def test_missing_english_does_not_hide_other_problems(tmp_path: Path) -> None:
    def change(raw: dict[str, Any]) -> None:
        del raw["items"][1]["name_en"]
        raw["items"][0]["form"].insert(2, "nope")

    found = {finding.where for finding in refused(changed(change), tmp_path).findings}
    assert found == {"items[MZ-002].name_en", "items[MZ-001].form[2]"}


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("a: 1\nb: [1, 2\nc: 3", "line 3", "no YAML"),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "line 4", "'c' is written twice, first on line 3"),
        ("a: \x01", "", "no YAML"),
        ("{[1]: 2}", "line 1", "no YAML"),
        ("[" * 200_000, "line 1", "nested deeper"),
        ("- " * 200_000, "line 1", "nested deeper"),
        ("- a", "", "names with values"),
        ("", "", "names with values"),
        ("{}", "items", "missing"),
    ],
)
def test_what_is_no_catalogue_at_all(text: str, where: str, reason: str, tmp_path: Path) -> None:
    error = refused(text, tmp_path)
    found = {finding.where: finding.reason for finding in error.findings}
    assert reason in found.get(where, "") or any(reason in each for each in found.values())
    assert where in found or not where


def test_merged_and_repeated_values_are_no_duplicates(tmp_path: Path) -> None:
    error = refused("a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\nd: *x\n", tmp_path)
    assert not any("twice" in finding.reason for finding in error.findings)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="check the path"):
        load_yaml(tmp_path / "nowhere.yaml")
    (tmp_path / "gbk.yaml").write_bytes("名称: 1".encode("gbk"))
    with pytest.raises(CatalogueError, match="UTF-8"):
        load_yaml(tmp_path / "gbk.yaml")


def test_json_that_is_none() -> None:
    with pytest.raises(CatalogueError, match="publish the catalogue again") as caught:
        load_json("{")
    assert caught.value.findings[0].file == "catalogue.json"
    assert caught.value.findings[0].item == ""


def test_a_place_is_not_blamed_for_what_is_wrong_inside_it(tmp_path: Path) -> None:
    error = refused(
        changed(lambda raw: raw["field_sets"]["pregnancy"]["fields"][0]["options"][0].pop("zh")), tmp_path
    )
    assert [finding.where for finding in error.findings] == [
        "field_sets.pregnancy.fields[stage].options[plan].zh"
    ]


def test_who_reads_traditional_characters_reads_the_catalogue_in_them() -> None:
    item = demonstration().by_code["MZ-001"]
    assert item.short(Language.TRADITIONAL) == "申請低保"
    assert (
        traditional("头发、理发、以后、皇后、户口、说明") == "頭髮、理髮、以後、皇后、戶口、說明"
    )  # by words, not by characters


def test_a_language_without_texts_of_its_own_gets_the_chinese_ones_and_their_papers() -> None:
    assert in_language(Language.UYGHUR, "社区", "Community") == "社区"
    assert Language.UYGHUR.on_paper is Language.CHINESE

"""Settings as people write them: layered, checked, and told in words what is wrong with them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import layers
from config.differences import Difference, differences
from config.settings import Settings

RECIPIENT = "age14d2sdlqsfkef6y0jrk8and8qkrla8lnzmhlfu6ld05fpdsvlju7sr3ml2z"
LAYER = st.recursive(
    st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2),
    lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
).filter(lambda value: isinstance(value, dict))


@given(LAYER, LAYER, LAYER)
def test_merging_is_associative_and_the_last_wins(
    one: layers.Layer, two: layers.Layer, three: layers.Layer
) -> None:
    assert layers.merge(layers.merge(one, two), three) == layers.merge(one, two, three)
    assert layers.merge(one, one) == one
    assert layers.merge({}, one) == one == layers.merge(one)


def test_merging_changes_no_layer() -> None:
    base: layers.Layer = {"site": {"code": "A"}}
    assert layers.merge(base, {"site": {"code": "B"}}) == {"site": {"code": "B"}}
    assert base == {"site": {"code": "A"}}


@pytest.mark.parametrize("text", ['{"site": {"code": "A"}}', "site:\n  code: A\n"])
def test_json_and_yaml_are_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    assert layers.check(layers.read(path), "x").site.code == "A"


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("# nothing yet\n")
    assert layers.check(layers.read(path), "x") == Settings()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"site: [unclosed", "expected"),
        (b'{"site": ', "Expecting value"),
        (b"- a list", "no named fields"),
        (b"\xff\xfe\xfa", "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_bytes(content)
    with pytest.raises(layers.InvalidSettingsError) as refused:
        layers.read(path)
    (finding,) = refused.value.findings
    assert finding.file == str(path)
    assert reason in finding.reason
    assert finding.remedy
    assert str(path) in str(refused.value)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(layers.InvalidSettingsError, match="No such file"):
        layers.read(tmp_path / "none.yaml")


def test_every_wrong_field_is_a_finding_with_its_default() -> None:
    wrong = {"timers": {"form": 1, "warn": "soon"}, "devices": {"printer": {"paper_mm": 72}}, "sceen": {}}
    with pytest.raises(layers.InvalidSettingsError) as refused:
        layers.check(wrong, "f.yaml")
    found = {finding.field: finding for finding in refused.value.findings}
    assert set(found) == {"timers.form", "timers.warn", "devices.printer.paper_mm", "sceen"}
    assert "45" in found["timers.form"].reason
    assert "120" in found["timers.form"].remedy
    assert "80" in found["devices.printer.paper_mm"].remedy
    assert "no such field" in found["sceen"].reason


def test_an_unknown_field_is_refused_before_publishing_only() -> None:
    layer = {"site": {"code": "A", "moon": 1}, "screen": 5}
    assert [finding.field for finding in layers.unknown_fields(layer, "x")] == ["site.moon"]
    assert layers.settings_of({"site": {"moon": 1}}, "x") == Settings()
    with pytest.raises(layers.InvalidSettingsError, match="no such field"):
        layers.check({"site": {"moon": 1}}, "x")


def test_a_wrong_section_shows_its_defaults() -> None:
    with pytest.raises(layers.InvalidSettingsError) as refused:
        layers.settings_of({"queue": 5, "platform": {"recipients": [1]}}, "x")
    by_field = {finding.field: finding.remedy for finding in refused.value.findings}
    assert "max_waiting" in by_field["queue"]
    assert "platform.recipients.0" in by_field


def test_a_key_nothing_can_be_sealed_to_is_not_published() -> None:
    platform = {"platform": {"url": "https://p.example", "recipients": [RECIPIENT]}}
    assert layers.check(platform, "x").platform.recipients == (RECIPIENT,)
    platform["platform"]["recipients"] = [RECIPIENT, RECIPIENT.replace("4d", "4e")]
    with pytest.raises(layers.InvalidSettingsError, match="mistyped") as refused:
        layers.check(platform, "x")
    assert [finding.field for finding in refused.value.findings] == ["platform.recipients.1"]
    for wrong in ({"url": "p.example"}, {"recipients": ["AGE-SECRET-KEY-1"]}):
        with pytest.raises(layers.InvalidSettingsError):
            layers.settings_of({"platform": wrong}, "x")


def test_what_differs_is_told_field_by_field() -> None:
    after = layers.settings_of({"site": {"code": "B"}, "platform": {"recipients": [RECIPIENT]}}, "x")
    assert differences(Settings(), Settings()) == ()
    assert differences(Settings(), after) == (
        Difference("site.code", "GZ000", "B"),
        Difference("platform.recipients", [], [RECIPIENT]),
    )


@pytest.mark.parametrize(
    ("languages", "training", "wrong"),
    [
        (["zh-Hans", "en"], False, ""),
        (["zh-Hans", "zh-Hant", "en"], False, ""),
        (["zh-Hans", "zh-Hant", "en", "ug"], True, ""),
        (["zh-Hans", "ug"], False, "not reviewed"),
        (["en", "zh-Hans"], False, "begin with zh-Hans"),
        (["zh-Hans", "zh-Hans"], False, "each once"),
        (["zh-Hans", "xx"], False, "en"),
    ],
)
def test_languages_begin_with_chinese_and_only_training_has_what_nobody_reviewed(
    languages: list[str], training: bool, wrong: str
) -> None:
    if not wrong:
        assert layers.check({"languages": languages, "training": training}, "x").languages
        return
    with pytest.raises(layers.InvalidSettingsError, match=wrong):
        layers.check({"languages": languages, "training": training}, "x")

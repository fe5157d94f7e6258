"""The place of a terminal: what is measured, what is asked of it, and the record that ends commissioning."""

import json
from typing import Any

import pytest

from config.settings import Settings
from kiosk.cli.doctor import said
from provisioning import commissioning
from provisioning.checks import Bench, belonging
from provisioning.commissioning import Commissioning, MeasuresError
from provisioning.place import Judged, Measures, Terms, judge
from provisioning.terminal import Terminal

ALL = Terms(width_mm=336.0, loudspeaker=True, keypad=True)
GOOD: dict[str, Any] = {
    "panel_width_mm": 336,
    "approach": "front",
    "obstruction_mm": 0,
    "highest_mm": 1180,
    "lowest_mm": 700,
    "floor_width_mm": 800,
    "floor_length_mm": 1300,
    "slope_percent": 1,
    "low_counter_mm": 780,
    "counter_knee_width_mm": 750,
    "counter_knee_height_mm": 650,
    "counter_knee_depth_mm": 450,
    "force_n": 8.5,
    "legible_from_1015_mm": True,
    "one_open_hand": True,
    "told_apart_by_touch": True,
    "card_side_is_felt": True,
    "braille_where_speech_begins": True,
    "speaker_dba": 68,
    "five_is_felt": True,
}
OVER = {
    "knee_width_mm": 760,
    "knee_height_mm": 685,
    "knee_depth_mm": 280,
    "toe_height_mm": 230,
    "toe_depth_mm": 430,
}


def judged(**changed: Any) -> tuple[Judged, ...]:
    return judge(Measures.model_validate({**GOOD, **changed}), ALL)


def wrong(**changed: Any) -> list[str]:
    return [one.measure for one in judged(**changed) if not one.ok]


def test_a_good_place_is_a_good_place() -> None:
    assert wrong() == []


@pytest.mark.parametrize(
    ("changed", "outside"),
    [
        ({"panel_width_mm": 331}, ["panel_width_mm"]),
        ({"highest_mm": 1221}, ["highest_mm"]),
        ({"lowest_mm": 379}, ["lowest_mm"]),
        ({"obstruction_mm": 509, "highest_mm": 1220, **OVER}, []),
        ({"obstruction_mm": 510, "highest_mm": 1121, **OVER}, ["highest_mm"]),
        ({"obstruction_mm": 636, "highest_mm": 1120, **OVER}, ["obstruction_mm"]),
        ({"obstruction_mm": 255, "highest_mm": 1220, "approach": "side"}, []),
        ({"obstruction_mm": 256, "highest_mm": 1171, "approach": "side"}, ["highest_mm"]),
        ({"obstruction_mm": 611, "highest_mm": 1170, "approach": "side"}, ["obstruction_mm"]),
        ({"obstruction_mm": 300}, list(OVER)),
        ({"obstruction_mm": 300, **OVER, "toe_depth_mm": 429}, ["toe_depth_mm"]),
        ({"floor_width_mm": 759, "floor_length_mm": 1219}, ["floor_width_mm", "floor_length_mm"]),
        ({"slope_percent": 2.09}, ["slope_percent"]),
        ({"alcove_width_mm": 914}, ["alcove_width_mm"]),
        ({"alcove_width_mm": 1524, "approach": "side"}, ["alcove_width_mm"]),
        ({"counter_knee_depth_mm": 449}, ["counter_knee_depth_mm"]),
        ({"low_counter_mm": 699}, ["low_counter_mm"]),
        ({"low_counter_mm": 851}, ["low_counter_mm"]),
        ({"force_n": 22.3}, ["force_n"]),
        ({"legible_from_1015_mm": False}, ["legible_from_1015_mm"]),
        ({"speaker_dba": 64}, ["speaker_dba"]),
        ({"speaker_dba": None, "five_is_felt": None}, ["speaker_dba", "five_is_felt"]),
    ],
)
def test_each_limit(changed: dict[str, Any], outside: list[str]) -> None:
    assert wrong(**changed) == outside


def test_what_is_not_there_is_not_measured() -> None:
    bare = Terms(336.0, loudspeaker=False, keypad=False)
    assert {"speaker_dba", "five_is_felt"}.isdisjoint(
        one.measure for one in judge(Measures.model_validate(GOOD), bare)
    )
    assert commissioning.terms(Settings()) == Terms(344.0, loudspeaker=False, keypad=False)


def test_before_anything_was_measured_everything_is_listed_and_nothing_is_well() -> None:
    listed = judge(None, ALL)
    assert {one.measure for one in listed} | {"approach"} == set(Measures.model_fields)
    assert not [one for one in listed if one.ok]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"highest_mm": None}, "highest_mm"),
        ({"hightest_mm": 1}, "hightest_mm"),
        ({"lowest_mm": -1}, "lowest_mm"),
        ({"one_open_hand": "yes"}, "one_open_hand"),
        ({"force_n": float("nan")}, "force_n"),
    ],
)
def test_measures_that_are_none_are_refused_by_name(change: dict[str, Any], name: str) -> None:
    with pytest.raises(MeasuresError, match=name) as refused:
        commissioning.read(json.dumps({**GOOD, **change}))
    assert "kiosk provision commission" in str(refused.value)


def test_a_text_that_is_no_json_is_refused() -> None:
    with pytest.raises(MeasuresError, match="JSON"):
        commissioning.read("{")


def test_a_terminal_is_well_only_with_the_record_of_its_place(enrolled: Terminal) -> None:
    bench = Bench(enrolled.home, enrolled)
    assert found(bench) == (False, "open")
    commissioning.keep(enrolled, judged(force_n=30))
    assert found(bench) == (False, "outside")
    assert belonging.site(bench).values["measures"] == "force_n"
    path = commissioning.keep(enrolled, judged())
    assert found(bench) == (True, "passed")
    head, body, _signature = path.read_text().split(".")
    path.write_text(f"{head}.{body}.{'A' * 86}")
    assert found(bench) == (False, "open"), "this terminal did not sign it"
    path.write_bytes(b"\xff")
    assert Commissioning.kept(enrolled) is None


def found(bench: Bench) -> tuple[bool, str]:
    """What the check of the place says; it can be said in words."""
    result = belonging.site(bench)
    assert all(said(result, language) for language in ("zh-Hans", "en"))
    return result.ok, result.found

"""A few of the hard pictures, so that a change that reads worse is seen without the bench; all are in `tests/bench`."""

import pytest

from devices.errors import StaffError
from devices.scanner.camera_scanner import CameraScanner
from devices.scanner.decoder import decode
from devices.simulators.process import simulated
from tests.bench.hard_codes import FORMATS, HARDSHIPS, Sample, sample, samples

EASY = {("PDF417", "rotation"), ("Code128", "rotation")}  # nothing reads them turned: people turn them back


@pytest.fixture(scope="module")
def first_two() -> dict[tuple[str, str], list[Sample]]:
    found: dict[tuple[str, str], list[Sample]] = {}
    for each in samples(variants=2):
        found.setdefault((each.symbology, each.hardship), []).append(each)
    return found


@pytest.mark.parametrize("symbology", FORMATS)
def test_hard_pictures_are_read_and_never_wrongly(
    first_two: dict[tuple[str, str], list[Sample]], symbology: str
) -> None:
    for hardship in HARDSHIPS:
        for each in first_two[symbology, hardship]:
            texts = {code.text for code in decode(each.image)}
            assert texts <= {each.text}
            if (symbology, hardship) not in EASY and hardship not in {"perspective", "motion"}:
                assert texts == {each.text}, hardship


def test_where_there_is_no_code_none_is_read(first_two: dict[tuple[str, str], list[Sample]]) -> None:
    assert [decode(each.image) for each in first_two["nothing", "nothing"]] == [()] * 4


def test_a_blurred_code_wants_a_closer_look() -> None:
    blurred = [sample("DataMatrix", "blur", variant) for variant in (6, 7)]
    quick, close = (
        sum(bool(decode(each.image, thorough=thorough)) for each in blurred) for thorough in (False, True)
    )
    assert quick < close == len(blurred)


def test_a_camera_that_hangs_is_told_of() -> None:
    with simulated("camera", "--scene", "empty-desk", "--fault", "freeze") as camera:
        clock = [0.0]
        scanner = CameraScanner(str(camera.where["url"]), now=lambda: clock[0])
        with scanner:
            for clock[0] in (0.0, 2.0, 4.0):
                assert scanner.scan() is None
            clock[0] = 5.5
            with pytest.raises(StaffError, match="CAMERA_FROZEN"):
                scanner.scan()

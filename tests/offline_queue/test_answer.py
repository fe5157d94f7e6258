import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline_queue.answer import Later, Refused, judge, judge_inquiry, retry_after
from offline_queue.back_off import BackOff
from offline_queue.outage import Outage
from offline_queue.records import Acknowledged

NOW = datetime(2026, 11, 23, 15, 0, 0, tzinfo=UTC)
BODY = {
    "id": "0193",
    "case_number": "GZ-1",
    "follow_up": "https://platform.example/c/t",
    "received_at": "2026-11-23T15:00:00Z",
}


def answer(
    status: int, body: object = b"", headers: Mapping[str, str] | None = None
) -> Acknowledged | Refused | Later:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return judge(status, headers or {}, raw, NOW)


@pytest.mark.parametrize("status", [200, 201, 204])
def test_the_platform_has_it(status: int) -> None:
    assert answer(status, BODY) == Acknowledged(
        "GZ-1", "https://platform.example/c/t", "2026-11-23T15:00:00Z"
    )


@pytest.mark.parametrize(
    "body", [b"", b"ok", b"[]", b"7", b"\xff\xfe", b"{", {"case_number": 7}, {"case_number": "a\nb"}]
)
def test_any_or_no_document_is_an_acknowledgement(body: object) -> None:
    assert answer(201, body) == Acknowledged("", "", "")


def test_an_answer_for_another_transaction_says_nothing() -> None:
    said = judge(200, {}, json.dumps(BODY).encode(), NOW, "0194")
    assert isinstance(said, Later)
    assert (said.whole_platform, said.unknown) == (True, True)
    assert isinstance(judge(200, {}, json.dumps(BODY).encode(), NOW, "0193"), Acknowledged)
    assert isinstance(judge(201, {}, b"{}", NOW, "0193"), Acknowledged)
    batch = json.dumps(
        {"results": [{"id": "0194", "status": 201, "answer": {**BODY, "id": "0194"}}]}
    ).encode()
    assert isinstance(judge(200, {}, batch, NOW, "0193"), Later)


def asked(status: int, body: object = b"") -> Acknowledged | Later | None:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return judge_inquiry(status, {"Retry-After": "9"}, raw, NOW, "0193")


def test_only_a_document_about_the_transaction_says_that_it_arrived() -> None:
    assert asked(200, BODY) == Acknowledged("GZ-1", "https://platform.example/c/t", "2026-11-23T15:00:00Z")
    for status, body in ((200, {**BODY, "id": "0194"}), (200, b"<html>"), (200, {}), (204, b""), (404, b"")):
        assert asked(status, body) is None


@pytest.mark.parametrize("status", [302, 401, 429, 500, 503])
def test_a_platform_that_does_not_say_is_asked_again(status: int) -> None:
    said = asked(status)
    assert isinstance(said, Later)
    assert (said.unknown, said.pause) == (True, 9.0)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://", "https:// x", "x" * 3000, 7])
def test_only_a_web_address_can_be_followed(link: object) -> None:
    assert answer(201, BODY | {"follow_up": link}) == Acknowledged("GZ-1", "", "2026-11-23T15:00:00Z")


def test_a_captive_portals_page_is_no_acknowledgement() -> None:
    said = answer(200, b"\r\n <!DOCTYPE html><title>Log in</title>")
    assert isinstance(said, Later)
    assert said.whole_platform


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 410, 413, 415, 422, 451, 499])
def test_a_refusal_is_final(status: int) -> None:
    assert answer(status) == Refused(f"HTTP {status}", str(status))


def test_the_reason_is_the_problems_title_never_its_detail() -> None:
    problem = {"title": "Item 440104198808080023 is closed", "detail": "张三 may not"}
    assert answer(422, problem) == Refused("HTTP 422 Item … is closed", "422")


@pytest.mark.parametrize(
    "status", [401, 407, 408, 425, 429, 500, 502, 503, 504, 599, 100, 202, 301, 302, 307, 308]
)
def test_everything_else_is_asked_again(status: int) -> None:
    assert isinstance(answer(status), Later)


@pytest.mark.parametrize(
    ("status", "whole"), [(500, False), (408, False), (503, True), (429, True), (401, True), (302, True)]
)
def test_trouble_of_one_transaction_or_of_the_platform(status: int, whole: bool) -> None:
    said = answer(status)
    assert isinstance(said, Later)
    assert said.whole_platform is whole


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0.0),
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": " 7 "}, 7.0),
        ({"Retry-After": "99999999999"}, 86400.0),
        ({"Retry-After": "-5"}, 0.0),
        ({"Retry-After": "soon"}, 0.0),
        ({"Retry-After": "²"}, 0.0),
        ({"Retry-After": "Mon, 23 Nov 2026 15:02:00 GMT"}, 120.0),
        ({"Retry-After": "Mon, 23 Nov 2026 14:00:00 GMT"}, 0.0),
        ({"Retry-After": "Mon, 23 Nov 2026 15:02:00 -0000"}, 120.0),
        # The terminal's clock is ten years wrong: the platform's own tells how long.
        ({"Retry-After": "Fri, 23 Nov 2035 15:02:00 GMT", "Date": "Fri, 23 Nov 2035 15:00:00 GMT"}, 120.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(headers: dict[str, str], seconds: float) -> None:
    assert retry_after(headers, NOW) == seconds


@given(
    st.integers(100, 599),
    st.binary(max_size=200),
    st.dictionaries(st.just("Retry-After"), st.text(max_size=40)),
)
def test_no_answer_is_too_strange(status: int, body: bytes, headers: dict[str, str]) -> None:
    said = judge(status, headers, body, NOW)
    assert isinstance(said, Acknowledged) is (
        status in {200, 201, 204} and not body.lstrip().startswith(b"<")
    )


@given(st.integers(1, 100_000))
def test_the_delay_stays_within_its_doubling_bound(failures: int) -> None:
    bounds: list[tuple[float, float]] = []

    def least(low: float, high: float) -> float:
        bounds.append((low, high))
        return low

    assert BackOff(1.0, 300.0, least).delay(failures) == 0.0
    assert bounds == [(0.0, min(300.0, 2.0 ** min(failures - 1, 10)))]


def highest(_: float, bound: float) -> float:
    return bound


ONE = Later("HTTP 500", whole_platform=False)
ALL = Later("no answer", whole_platform=True, unknown=True)


def test_trouble_of_the_platform_keeps_everybody_quiet_for_longer_and_longer() -> None:
    outage = Outage(BackOff(1.0, 300.0, highest))
    assert [outage.failed(ALL, 1, 100.0) for _ in range(3)] == [1.0, 2.0, 4.0]
    assert outage.lasts
    assert (outage.quiet_until, outage.paused_until) == (104.0, 0.0)
    assert outage.answered(Acknowledged("", "", ""))
    assert not outage.answered(Acknowledged("", "", ""))
    assert (outage.lasts, outage.quiet_until) == (False, 0.0)


def test_trouble_of_one_transaction_is_its_own_until_it_is_that_of_three() -> None:
    outage = Outage(BackOff(1.0, 300.0, highest))
    assert [outage.failed(ONE, 5, 100.0) for _ in range(2)] == [16.0, 16.0]
    assert (outage.lasts, outage.hopeless) == (False, False)
    assert outage.failed(ONE, 5, 100.0) == 1.0
    assert (outage.lasts, outage.hopeless) == (True, True)


def test_a_pause_that_was_asked_for_is_kept() -> None:
    outage = Outage(BackOff(1.0, 300.0, highest))
    assert outage.failed(Later("HTTP 429", whole_platform=True, pause=120.0), 1, 100.0) == 120.0
    assert outage.paused_until == 220.0
    assert (
        Outage(BackOff(1.0, 300.0, highest)).failed(
            Later("HTTP 500", whole_platform=False, pause=60.0), 1, 0.0
        )
        == 60.0
    )


def test_what_is_damaged_here_says_nothing_about_the_platform() -> None:
    outage = Outage(BackOff(1.0, 300.0, highest))
    assert outage.failed(ALL, 1, 100.0) == 1.0
    assert not outage.answered(Refused("damaged", "damaged", by_platform=False))
    assert outage.lasts

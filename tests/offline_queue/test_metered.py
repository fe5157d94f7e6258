"""A line that costs by the byte: what is small goes, what is large waits for its hours, nothing waits past its term."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline_queue.metered import DAY, MeteredLine

CHINA = timezone(timedelta(hours=8))
LINE = MeteredLine(above=1000, off_peak_from=time(22), off_peak_until=time(6))
NOON = datetime(2026, 11, 25, 12, tzinfo=CHINA)
HOUR = 3600.0
MOMENTS = st.integers(-(10**8), 10**8).map(lambda seconds: NOON + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("size", "kept", "deadline", "hour", "wait"),
    [
        (1000, timedelta(), None, 12, 0.0),
        (1001, timedelta(), None, 12, 10 * HOUR),
        (1001, timedelta(), None, 21, HOUR),
        (1001, timedelta(), None, 22, 0.0),
        (1001, timedelta(), None, 5, 0.0),
        (1001, timedelta(), None, 6, 16 * HOUR),
        (1001, timedelta(days=2, hours=-3), None, 12, 3 * HOUR),
        (1001, timedelta(days=2), None, 12, 0.0),
        (1001, timedelta(), date(2026, 11, 25), 12, 0.0),
        (1001, timedelta(), date(2026, 11, 26), 12, 0.0),
        (1001, timedelta(), date(2026, 11, 27), 12, 10 * HOUR),
        (1001, timedelta(hours=40), date(2026, 11, 27), 12, 8 * HOUR),
        (1001, timedelta(days=-400), date(2030, 1, 1), 12, 10 * HOUR),  # the clock was wrong
    ],
)
def test_how_long_it_waits(size: int, kept: timedelta, deadline: date | None, hour: int, wait: float) -> None:
    now = NOON.replace(hour=hour)
    assert LINE.wait(size, (now - kept).astimezone(UTC), deadline, now) == wait


def test_equal_hours_mean_that_none_are_off_peak() -> None:
    line = MeteredLine(above=0, off_peak_from=time(6), off_peak_until=time(6))
    assert line.wait(1, NOON, None, NOON) == DAY.total_seconds()
    assert line.wait(1, NOON - 2 * DAY, None, NOON) == 0.0


def test_hours_within_a_day() -> None:
    line = MeteredLine(above=0, off_peak_from=time(1), off_peak_until=time(5))
    assert line.wait(1, NOON, None, NOON) == 13 * HOUR
    assert line.wait(1, NOON, None, NOON.replace(hour=1)) == 0.0
    assert line.wait(1, NOON, None, NOON.replace(hour=5)) == 20 * HOUR


@given(
    created=MOMENTS,
    now=MOMENTS,
    deadline=st.none() | st.dates(date(2016, 1, 1), date(2036, 1, 1)),
)
def test_nothing_waits_past_its_term_whatever_the_clocks_say(
    created: datetime, now: datetime, deadline: date | None
) -> None:
    wait = LINE.wait(2000, created, deadline, now)
    assert 0.0 <= wait <= DAY.total_seconds()
    after = now + timedelta(seconds=wait)
    assert wait == 0.0 or after <= created + LINE.longest
    if deadline is not None and wait:
        assert after <= datetime.combine(deadline, time(), CHINA) - LINE.before_deadline
    assert LINE.wait(2000, created, deadline, after) == 0.0, "and then it goes"

"""How long steps take, measured without a word of what was said."""

from datetime import UTC, datetime, timedelta

from kiosk.runtime.trail import Trail

START = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)


def walked(*pages: tuple[str, float]) -> tuple[Trail, Clock]:
    """A resident who stays on each page for so many seconds."""
    clock = Clock()
    trail = Trail(clock.monotonic, clock.now)
    for page, seconds in pages:
        trail.seen(page, "MZ-004")
        clock.seconds += seconds
    return trail, clock


def test_seconds_are_summed_by_the_first_word_of_the_page() -> None:
    trail, _ = walked(("guide", 10), ("question.mobile", 4), ("question.reason", 6.04), ("outcome.done", 3))
    assert trail.session() == {
        "kind": "session",
        "at": "2026-11-25T02:00:23+00:00",
        "item": "MZ-004",
        "steps": {"guide": 10.0, "question": 10.0, "outcome": 3.0},
        "ended": "outcome",
    }


def test_a_submission_says_when_its_guide_was_shown_first_and_when_all_was_there() -> None:
    trail, _ = walked(("guide", 10), ("question.mobile", 5), ("guide", 5))
    assert trail.submitted() == {
        "guide_shown": "2026-11-25T02:00:00+00:00",
        "captured": "2026-11-25T02:00:20+00:00",
    }


def test_another_item_is_another_trail_and_none_is_none() -> None:
    trail, clock = walked(("guide", 10))
    trail.seen("home", "")
    clock.seconds += 99
    assert trail.session() is None
    trail.seen("guide", "CP-001")
    clock.seconds += 2
    session = trail.session()
    assert session is not None
    assert session["steps"] == {"guide": 2.0}
    assert trail.submitted()["guide_shown"] == "2026-11-25T02:01:49+00:00"


def test_without_a_guide_only_the_capture_is_told() -> None:
    trail, _ = walked(("question.mobile", 5))
    assert set(trail.submitted()) == {"captured"}

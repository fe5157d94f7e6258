"""By when an office must answer, as far as the published working days reach: a date, or none; never a guess."""

from datetime import date, datetime

from kiosk.case_file import Act
from kiosk.events.sending import Delivered
from kiosk.journeys.session import Kept
from kiosk.journeys.state import State

ACCEPTANCE = 5
"""行政许可法 art. 32(4): within so many working days an application is accepted, refused, or told what is missing."""


_NOTHING_TO_ANSWER = (Act.WITHDRAW, Act.CANCEL, Act.RATE)
"""Of what is asked of a case, what is received and done, without anything to be accepted."""


def days_to_answer(state: State, kept: Kept) -> int:
    """Return within how many working days the office must answer; 0 when nothing of that kind is promised."""
    if kept.booked or kept.act in _NOTHING_TO_ANSWER:
        return 0
    if state.item.flow == "report":
        promise = state.item.promised_limit
        return promise.value if promise.unit == "wd" else 0
    return ACCEPTANCE


def answer_by(state: State, kept: Kept, delivered: Delivered) -> date | None:
    """Return the last day of that, counted from when the platform received it; None if it is not known."""
    zone = datetime.fromisoformat(kept.recorded_at).tzinfo
    received = datetime.fromisoformat(delivered.received_at or kept.recorded_at).astimezone(zone)
    return state.outside.working_days.add(received.date(), days_to_answer(state, kept))

"""Free times: asking the platform for them, and saying in words which one was chosen."""

from datetime import date

from config.language import Language
from kiosk.commands.slots import FindSlots
from kiosk.journeys import acts
from kiosk.journeys.case import answers
from kiosk.journeys.form.dates import day as written
from kiosk.journeys.phases.slots import FindingSlots
from kiosk.journeys.state import State
from kiosk.journeys.wording import picked, speaker


def find(state: State, *, gone: bool = False) -> State:
    """Ask for the free times of the item, at the place that was chosen; `gone` when the one chosen was taken meanwhile."""
    site, case = answers(state).value("appointment.site"), acts.case_of(state.session)
    place = site if isinstance(site, str) else case.appointment.site if case and case.appointment else ""
    state = state.commanding(lambda number: FindSlots(number, state.session.item, place))
    return state.at(FindingSlots(state.issued, gone))


def appointed(state: State, language: Language) -> tuple[tuple[str, str], ...]:
    """Return place and time of the slot that is held, as lines for the outcome page and the slip."""
    slot, say = state.session.slot, speaker(language)
    if slot is None:
        return ()
    return (
        (say("appoint-place"), picked(language, slot.place_zh, slot.place_en)),
        (say("appoint-when"), f"{day_name(language, slot.day)} {slot.time}"),
    )


def day_name(language: Language, iso: str) -> str:
    """Return a day with its weekday: 2026年11月27日 星期五."""
    weekday = speaker(language)(f"weekday-{date.fromisoformat(iso).isoweekday()}")
    return f"{written(language, iso)} {weekday}"

"""The staff's page, and the PIN before it."""

from typing import assert_never

from kiosk.events.world import DeviceClass
from kiosk.journeys.pages.frame import bare, outer, spoken
from kiosk.journeys.phases.staff import AdmittingStaff, Staff, StaffInside, StaffPin
from kiosk.journeys.staff import LONGEST_PIN
from kiosk.journeys.state import State
from kiosk.journeys.wording import words_of
from kiosk.remedies import remedy
from kiosk.staff import ParkedItem, Report, owner
from screens.texts import Words
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup, RowState
from screens.views.waiting import Working

_NOT_THERE = "NOT_CONFIGURED"
_MINUTE, _MEBIBYTE = 60, 1024 * 1024


def view(state: State, phase: Staff) -> Entry | Working | Listing:
    """Return the page."""
    match phase:
        case StaffPin():
            return _pin(state, phase)
        case AdmittingStaff():
            return _admitting(state)
        case StaffInside():
            return _inside(state, phase.report)
        case _:
            assert_never(phase)


def _pin(state: State, phase: StaffPin) -> Entry:
    say = words_of(state.session.language, "staff")
    error = say(f"pin-{phase.trouble}", seconds=phase.wait) if phase.trouble else ""
    return Entry(
        page="staff.pin",
        title=say("pin"),
        lead=say("pin-lead"),
        keyboard=Keyboard.DIGITS,
        value=phase.digits,
        max_length=LONGEST_PIN,
        masked=True,
        error=error,
        primary=Action("next", words_of(state.session.language, "journey")("next")),
        speech=spoken(error, say("pin")),
        **outer(state),
    )


def _admitting(state: State) -> Working:
    title = words_of(state.session.language, "staff")("admitting")
    return Working(page="staff.admitting", title=title, speech=spoken(title), **bare(state))


def _inside(state: State, report: Report) -> Listing:
    say = words_of(state.session.language, "staff")
    devices = (_device(state, say, device) for device in DeviceClass)
    groups = (
        RowGroup(say("terminal"), _terminal(state, say, report)),
        RowGroup(say("queue"), _queue(state, say, report)),
        *((RowGroup(say("parked"), _parked(say, report)),) if report.parked else ()),
        RowGroup(say("devices"), tuple(devices)),
    )
    return Listing(
        page="staff", title=say("title"), groups=groups, speech=spoken(say("title")), **outer(state)
    )


def _terminal(state: State, say: Words, report: Report) -> tuple[Row, ...]:
    release = say("release-none") if report.release is None else f"{report.release}"
    online = state.outside.online
    network = say("network-works" if online else "network-lost")
    return (
        Row(
            say("network"),
            network,
            None if online else RowState.CARE,
            hint="" if online else say("network-remedy"),
        ),
        Row(say("number"), state.outside.terminal_id),
        Row(say("software"), say("software-is", version=report.version, release=release)),
        Row(say("disk"), say("disk-is", free=f"{report.free / _MEBIBYTE / 1024:.1f}")),
    )


def _queue(state: State, say: Words, report: Report) -> tuple[Row, ...]:
    next_ = say("next-none") if report.next_seconds is None else say("next-in", seconds=report.next_seconds)
    trouble = report.queue_trouble or state.outside.closed
    return (
        Row(
            say("keeps"),
            say("keeps-not" if trouble else "keeps-well", code=trouble),
            RowState.CARE if trouble else None,
            hint=say("keeps-remedy") if trouble else "",
        ),
        Row(
            say("waiting"),
            say("waiting-is", count=report.waiting, minutes=report.oldest_seconds // _MINUTE),
        ),
        Row(say("unknown"), say("count", count=report.unknown)),
        Row(say("parked-count"), say("count", count=report.parked_count)),
        Row(say("next"), next_),
    )


def _parked(say: Words, report: Report) -> tuple[Row, ...]:
    rows = [_refused(say, one) for one in report.parked]
    if (more := report.parked_count - len(rows)) > 0:
        rows.append(Row(say("parked-more", count=more), hint=say("parked-list")))
    return tuple(rows)


def _refused(say: Words, one: ParkedItem) -> Row:
    """The number, what it is, why it was refused and who sees to it."""
    return Row(
        one.reference,
        f"{one.item} · {one.reason}",
        RowState.CARE,
        hint=say("owner", owner=say(f"owner-{owner(one.reason)}")),
    )


def _device(state: State, say: Words, device: DeviceClass) -> Row:
    name, code = say(f"device-{device.value.replace('_', '-')}"), state.outside.trouble(device)
    if not code and state.outside.works(device):
        return Row(name, say("works"))
    if code == _NOT_THERE:
        return Row(name, say("not-there"))
    return Row(name, code, RowState.CARE, hint=say(f"remedy-{remedy(code) or 'otherwise'}"))

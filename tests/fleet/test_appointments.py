"""Appointments at the real platform: free times, holds that lapse, one place for one transaction."""

import json
from datetime import timedelta

import pyrage
import pytest

from fleet.appointments import DAYS, HOLD_LIFE, PLACES, TIMES
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.submission import Submission
from fleet.working_days import is_working_day
from kiosk.commands import Command
from kiosk.commands.slots import FindSlots, HoldSlot
from kiosk.events import Event
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from offline_queue.transaction import new_id
from tests.fleet.conftest import START, Clock
from tests.fleet.process import Server, Terminal
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import Terminal as Screen
from tests.kiosk.journeys.terminal import willing

BOTH_STORES = True

ITEM = "CP-018"


def booked(platform: Platform, hold: str) -> str:
    """Hand in a transaction with a hold; return why staff must look, "" when they need not."""
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    payload = pyrage.encrypt(json.dumps({"item": ITEM, "appointment": {"hold": hold}}).encode(), [recipient])
    name = new_id()
    case, _ = platform.intake.take(Submission(name, f"P-{name}", ITEM, "T1", f"m {name}", payload, ()))
    return case.needs_staff


def test_free_times_are_on_working_days_from_tomorrow_on(platform: Platform) -> None:
    free = platform.appointments.free(ITEM, "site-02")
    days = sorted({slot["at"][:10] for slot in free})
    assert len(free) == DAYS * len(TIMES)
    assert days[0] == "2026-11-26"
    assert all(is_working_day((START + timedelta(days=ahead)).date()) for ahead in (1, 2))
    assert "2026-11-28" not in days, "a Saturday"
    assert {slot["left"] for slot in free} == {PLACES}


def test_days_that_nobody_can_be_sure_of_are_not_offered(platform: Platform, clock: Clock) -> None:
    clock.pass_(days=34)  # 29 December; next year's notice is not here
    days = {slot["at"][:10] for slot in platform.appointments.free(ITEM, "")}
    assert days == {"2026-12-30", "2026-12-31"}


def test_a_time_is_held_booked_and_full(platform: Platform) -> None:
    slot = platform.appointments.free(ITEM, "site-01")[0]["id"]
    holds = [platform.appointments.hold("T1", ITEM, slot)[0] for _ in range(PLACES)]
    with pytest.raises(PlatformError) as full:
        platform.appointments.hold("T1", ITEM, slot)
    assert full.value.status == 409
    assert slot not in [one["id"] for one in platform.appointments.free(ITEM, "site-01")]
    assert [booked(platform, hold) for hold in holds] == [""] * PLACES


def test_a_hold_lapses_and_a_late_transaction_takes_only_what_is_free(
    platform: Platform, clock: Clock
) -> None:
    slot = platform.appointments.free(ITEM, "site-01")[0]["id"]
    first, late = (platform.appointments.hold("T1", ITEM, slot)[0] for _ in range(2))
    clock.pass_(seconds=HOLD_LIFE.total_seconds())
    assert booked(platform, first) == "", "nobody else has come"
    for _ in range(PLACES - 1):
        booked(platform, platform.appointments.hold("T2", ITEM, slot)[0])
    assert booked(platform, late) == "slot_lost"
    assert booked(platform, first) == "slot_lost", "it is another's already"


@pytest.mark.parametrize(
    ("item", "slot"),
    [
        ("MZ-001", "MZ-001.site-01.202611260900"),
        (ITEM, "x"),
        (ITEM, "CP-018.site-99.202611260900"),
        (ITEM, "CP-018.site-01.202611250900"),
        (ITEM, "GA-005.site-01.202611260900"),
    ],
)
def test_what_is_no_time_cannot_be_held(platform: Platform, item: str, slot: str) -> None:
    with pytest.raises(PlatformError) as refused:
        platform.appointments.hold("T1", item, slot)
    assert refused.value.status == 404


def test_a_resident_books_at_the_real_platform(server: Server, terminal: Terminal) -> None:
    client = PlatformClient(server.url, terminal.identity.session, PublicSheets(server.home))
    assert terminal.post("/v1/slots", {"item": ITEM, "site": ""}).status_code == 200
    assert terminal.post("/v1/slots/x/hold", {"item": ITEM}).status_code == 404

    def answer(command: Command) -> Event | None:
        match command:
            case FindSlots(number, item, site):
                return client.find_slots(number, item, site)
            case HoldSlot(number, item, slot):
                return client.hold_slot(number, item, slot)
            case _:
                return willing(command)

    screen = Screen(answer=answer).open(ITEM)
    Resident(screen).walk("appoint.confirm")
    hold = screen.touch("book").commands
    documents = [json.loads(one.payload) for one in hold if hasattr(one, "payload")]
    put = terminal.put(*terminal.seal(documents[0], kind=ITEM))
    assert put.status_code == 201
    assert server.case(put.json()["id"])["needs_staff"] == ""

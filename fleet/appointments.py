"""Appointments: free times on working days, a time held while it is handed in, kept once the transaction is here."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from config.catalogue import Option
from fleet.clock import CHINA, Now, stamp
from fleet.database import Connection, Database
from fleet.problems import PlatformError, unknown
from fleet.services import Services
from fleet.working_days import is_working_day

FLOWS = ("appoint", "guide_and_appoint")
DAYS, PLACES = 10, 3  # working days ahead; how many may come at a time
TIMES = (
    time(9),
    time(9, 30),
    time(10),
    time(10, 30),
    time(11),
    time(14),
    time(14, 30),
    time(15),
    time(15, 30),
)
HOLD_LIFE = timedelta(minutes=10)  # longer than any terminal waits between holding and handing in


@dataclass(frozen=True)
class Appointments:
    """What can be booked, and what is."""

    database: Database
    services: Services
    now: Now

    def free(self, code: str, site: str) -> list[dict[str, Any]]:
        """Return the free slots of an item (schema Slot), at a site of the catalogue, the first when none is named.

        Raises:
            PlatformError: nothing is booked for that item, or there is no such site.
        """
        place = self._place(code, site)
        booked = self.database.rows(
            """SELECT slot, count(*) AS number FROM appointments
            WHERE transaction_id IS NOT NULL OR until > ? GROUP BY slot""",
            stamp(self.now()),
        )
        taken = {row["slot"]: row["number"] for row in booked}
        found = []
        for at in self._times():
            slot = f"{code}.{place.code}.{at:%Y%m%d%H%M}"
            if (left := PLACES - taken.get(slot, 0)) > 0:
                found.append(
                    {"id": slot, "at": stamp(at), "left": left, "place": {"zh": place.zh, "en": place.en}}
                )
        return found

    def hold(self, terminal: str, code: str, slot: str) -> tuple[str, str]:
        """Hold a slot for ten minutes; return the hold and until when.

        Raises:
            PlatformError: 409 when others were faster; 404 when there is no such slot.
        """
        _, site, _ = slot.split(".") if slot.count(".") == 2 else ("", "", "")
        self._place(code, site)
        now = self.now()
        hold, until = secrets.token_urlsafe(16), stamp(now + HOLD_LIFE)
        with self.database.writing() as connection:
            if slot not in {f"{code}.{site}.{at:%Y%m%d%H%M}" for at in self._times()}:
                raise unknown("Ask for the free times again.", "请重新查询可约时段。")
            if _count(connection, slot, now) >= PLACES:
                raise _gone()
            connection.execute(
                "INSERT INTO appointments VALUES (?, ?, ?, ?, NULL)", (hold, slot, terminal, until)
            )
        return hold, until

    def _place(self, code: str, site: str) -> Option:
        item = self.services.item(code)
        if item is None or item.flow not in FLOWS:
            raise unknown("Look the item up in the catalogue.", "请核对事项目录。")
        places = self.services.catalogue().option_lists["remote_sites"]
        found = next((place for place in places if place.code == site), None if site else places[0])
        if found is None:
            raise unknown("Choose a site of the catalogue.", "请选择目录中的办理地点。")
        return found

    def _times(self) -> list[datetime]:
        """Every time of the next working days, beginning tomorrow; none of a day that nobody can be sure of."""
        day, days = self.now().astimezone(CHINA).date(), list[date]()
        for ahead in range(1, DAYS * 3):
            following = day + timedelta(days=ahead)
            if len(days) < DAYS and is_working_day(following):
                days.append(following)
        return [datetime.combine(one, at, CHINA) for one in days for at in TIMES]


def keep(connection: Connection, hold: str, transaction: str, now: datetime) -> bool:
    """Give a held slot to a transaction; return whether it is kept: still held, or still free."""
    row = connection.execute(
        "SELECT slot, until FROM appointments WHERE hold = ? AND transaction_id IS NULL", (hold,)
    ).fetchone()
    if row is None or (row["until"] <= stamp(now) and _count(connection, row["slot"], now) >= PLACES):
        return False
    connection.execute("UPDATE appointments SET transaction_id = ? WHERE hold = ?", (transaction, hold))
    return True


@dataclass(frozen=True, slots=True)
class Booking:
    """What a transaction has booked."""

    slot: str
    item: str
    site: str
    at: str

    @property
    def day(self) -> str:
        """The day, as an ISO date."""
        return self.at[:10]


def booking(database: Database, transaction: str) -> Booking | None:
    """Return what a transaction has booked, None when nothing is kept for it."""
    row = database.row("SELECT slot FROM appointments WHERE transaction_id = ?", transaction)
    if row is None:
        return None
    item, site, at = row["slot"].split(".")
    moment = datetime.strptime(at, "%Y%m%d%H%M").replace(tzinfo=CHINA)
    return Booking(row["slot"], item, site, stamp(moment))


def free(connection: Connection, transaction: str) -> None:
    """Give back what a transaction has booked: others may have it."""
    connection.execute("DELETE FROM appointments WHERE transaction_id = ?", (transaction,))


def rebook(connection: Connection, hold: str, transaction: str, now: datetime) -> bool:
    """Give a held slot to a transaction instead of the one it has; return whether that was so. If not, it has its old one."""
    before = [
        row["hold"]
        for row in connection.execute(
            "SELECT hold FROM appointments WHERE transaction_id = ?", (transaction,)
        )
    ]
    if hold in before or not keep(connection, hold, transaction, now):
        return False
    connection.executemany("DELETE FROM appointments WHERE hold = ?", [(one,) for one in before])
    return True


def _count(connection: Connection, slot: str, now: datetime) -> int:
    found = connection.execute(
        "SELECT count(*) FROM appointments WHERE slot = ? AND (transaction_id IS NOT NULL OR until > ?)",
        (slot, stamp(now)),
    )
    return int(found.fetchone()[0])


def _gone() -> PlatformError:
    return PlatformError(
        409,
        "slot-gone",
        "Others have booked that time. 该时段已约满。",
        "Ask for the free times again. 请重新选择时段。",
    )

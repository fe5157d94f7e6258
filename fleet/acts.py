"""What residents ask of a case that is here already: each comes as a transaction, and each does its work at most once.

A transaction that is an act opens no case of its own (a complaint does: it needs an answer). What cannot be done any more
is kept all the same, as `void`: nothing that was handed in is ever dropped, and staff can see it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from config.catalogue import Item
from fleet import appointments
from fleet.appointments import Booking
from fleet.cases import Case
from fleet.casework import move, restart_acceptance
from fleet.clock import CHINA, stamp
from fleet.database import Connection, Database
from fleet.states import CORRECTED, ENDED, RATEABLE, TO_CORRECT, WITHDRAWN, may_follow


class Act(Enum):
    """What a resident may ask; the value goes over the wire (`about.act` of a document)."""

    SUPPLEMENT = "supplement"
    WITHDRAW = "withdraw"
    RATE = "rate"
    COMPLAIN = "complain"
    CANCEL = "cancel"
    REBOOK = "rebook"


NEEDS_HOLDER = frozenset({Act.WITHDRAW, Act.CANCEL, Act.REBOOK})
"""What ends or moves something: only a checked holder may ask for it."""

BAD = ("1", "2")
"""The two lowest of five levels: each is looked into (差评整改)."""

ANONYMOUS = frozenset({Act.RATE})
"""What is said without a name: the number of the case is all there is."""


@dataclass(frozen=True, slots=True)
class About:
    """An act as a document names it: the case, what is asked, and what belongs to it (`stars`, the `hold` of a new time).

    A rating right after something was done is about no case, but an `item`.
    """

    case: str
    act: Act
    stars: str = ""
    hold: str = field(default="", repr=False)
    item: str = ""

    @property
    def is_bad_rating(self) -> bool:
        """Whether somebody is dissatisfied, so that staff must look into it."""
        return self.act is Act.RATE and bool(self.item) and self.stars in BAD


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, in which transaction: the owner's digest of their document, and whether the holder was checked."""

    transaction: str
    owner: str
    checked: bool


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a case stands: what was done of it already, what is booked, which day it is."""

    case: Case
    item: Item | None
    done: frozenset[Act]
    booked: Booking | None
    today: date


def allowed(database: Database, case: Case, item: Item | None, today: date) -> list[Act]:
    """Return what the owner of a case may ask of it now, in the order in which it is offered."""
    rows = database.rows("SELECT act FROM acts WHERE case_number = ? AND outcome = 'done'", case.number)
    done = frozenset(Act(row["act"]) for row in rows)
    standing = _Standing(case, item, done, appointments.booking(database, case.transaction), today)
    return [act for act in Act if _may(standing, act)]


def _may(standing: _Standing, act: Act) -> bool:
    state, item, booked = standing.case.state, standing.item, standing.booked
    match act:
        case Act.SUPPLEMENT:
            return state == TO_CORRECT
        case Act.WITHDRAW:
            return booked is None and may_follow(state, WITHDRAWN)
        case Act.RATE:
            return bool(item and item.rating) and state in RATEABLE and act not in standing.done
        case Act.COMPLAIN:
            return act not in standing.done
        case Act.CANCEL | Act.REBOOK:
            return booked is not None and state not in ENDED and booked.day > standing.today.isoformat()


@dataclass(frozen=True, slots=True)
class Desk:
    """Where acts are carried out: the platform's store, in the middle of one commit, at a moment."""

    database: Database
    connection: Connection
    at: datetime


def carry_out(desk: Desk, case: Case, item: Item | None, about: About, asker: Asker) -> bool:
    """Do what is asked of a case, and note it; return whether it could be done."""
    may = about.act in allowed(desk.database, case, item, desk.at.astimezone(CHINA).date())
    done = may and _is_theirs(desk, case, about.act, asker) and _done(desk, case, about)
    desk.connection.execute(
        "INSERT INTO acts VALUES (?, ?, ?, ?, ?)",
        (asker.transaction, case.number, about.act.value, stamp(desk.at), "done" if done else "void"),
    )
    return done


def _is_theirs(desk: Desk, case: Case, act: Act, asker: Asker) -> bool:
    if act in ANONYMOUS:
        return True
    own = desk.database.row(
        "SELECT 1 FROM owners WHERE case_number = ? AND owner = ?", case.number, asker.owner
    )
    return own is not None and (asker.checked or act not in NEEDS_HOLDER)


def _done(desk: Desk, case: Case, about: About) -> bool:
    connection, at = desk.connection, desk.at
    match about.act:
        case Act.SUPPLEMENT:
            restart_acceptance(connection, case, at)
            return move(connection, case, CORRECTED, at)
        case Act.WITHDRAW:
            return move(connection, case, WITHDRAWN, at)
        case Act.CANCEL:
            appointments.free(connection, case.transaction)
            return move(connection, case, WITHDRAWN, at)
        case Act.REBOOK:
            return appointments.rebook(connection, about.hold, case.transaction, at)
        case Act.RATE:
            connection.execute("INSERT INTO ratings VALUES (?, ?, ?)", (case.number, about.stars, stamp(at)))
            return True
        case Act.COMPLAIN:
            return True


def about(document: Mapping[str, Any]) -> About | None:
    """Return the act that a document names, None when it is an application of its own."""
    said = document.get("about")
    if not isinstance(said, Mapping):
        return None
    number, item = said.get("case", ""), said.get("item", "")
    if not isinstance(number, str) or not isinstance(item, str) or not (number or item):
        return None
    if said.get("act") not in {act.value for act in Act}:
        return None
    form, appointment = _entry(document, "form"), _entry(document, "appointment")
    stars, hold = _entry(form, "rating").get("stars"), appointment.get("hold")
    return About(
        number[:60],
        Act(said["act"]),
        stars if stars in ("1", "2", "3", "4", "5") else "",
        hold if isinstance(hold, str) else "",
        item[:60],
    )


def _entry(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = document.get(name)
    return value if isinstance(value, Mapping) else {}


def rate(connection: Connection, about: About, at: datetime) -> None:
    """Note what somebody thinks of an item, without anything that points at them."""
    if about.stars:
        connection.execute(
            "INSERT INTO service_ratings VALUES (?, ?, ?)", (about.item, about.stars, stamp(at))
        )

"""One platform: its parts, wired to one home."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self

from fleet.agency.mandates import Mandates
from fleet.agency.roster import Roster
from fleet.appointments import Appointments
from fleet.authority import Authority
from fleet.case_files import CaseFiles
from fleet.cases import Cases
from fleet.clerk import Clerk
from fleet.clock import Now, system_now
from fleet.database import Database
from fleet.digests import Digests
from fleet.drafts import LIFE, Drafts
from fleet.enrolment import Enrolment
from fleet.holder_checks import HolderChecks
from fleet.home import Home
from fleet.intake import Intake
from fleet.issuing.issuer import Issuer
from fleet.issuing.register import Register
from fleet.lookups import Lookups
from fleet.messages import Messages
from fleet.money.cashier import Cashier
from fleet.opening import Opener
from fleet.oversight import Oversight
from fleet.owners import Owners
from fleet.participation.desk import Desk
from fleet.persons.organisations import Organisations
from fleet.persons.persons import STEPS as PERSON_STEPS
from fleet.persons.persons import Persons
from fleet.profiles import Profiles
from fleet.refusals import Refusals
from fleet.schema import STEPS
from fleet.services import Services
from fleet.signatures import Signatures
from fleet.terminal_events import STEPS as EVENT_STEPS
from fleet.terminal_events import TerminalEvents
from fleet.terminals import Terminals
from fleet.uploads import Uploads


@dataclass(frozen=True)
class Platform:
    """A platform. `url` is where terminals and residents reach it, without a slash at the end, "" when not known."""

    home: Home
    url: str
    now: Now
    admin_token: str
    authority: Authority
    opener: Opener
    database: Database
    terminals: Terminals
    signatures: Signatures
    enrolment: Enrolment
    holder_checks: HolderChecks
    messages: Messages
    services: Services
    intake: Intake
    cases: Cases
    lookups: Lookups
    roster: Roster
    persons: Persons
    organisations: Organisations
    case_files: CaseFiles
    profiles: Profiles
    drafts: Drafts
    appointments: Appointments
    desk: Desk
    events: TerminalEvents
    oversight: Oversight
    refusals: Refusals
    clerk: Clerk
    cashier: Cashier
    uploads: Uploads
    issuer: Issuer

    @classmethod
    def open(
        cls,
        directory: Path,
        url: str = "",
        now: Now = system_now,
        pace: timedelta | None = None,
        *,
        database: str = "",
        draft_life: timedelta | None = None,
    ) -> Self:
        """Return the platform that lives in `directory`; keys and tables are made when they are not there.

        `database` is the URL of its PostgreSQL database, "" for the one of last time, at first SQLite; `draft_life`
        is how long drafts are kept for residents' phones, `drafts.LIFE` when nothing is said.

        Raises:
            PlatformError: the database cannot be used, or the platform's cases are in another.
        """
        home = Home(directory)
        home.prepare()
        with home.alone():
            app_codes = home.app_codes()
            authority, digests = home.authority(), Digests(home.pepper())
            opener, token, seal = Opener(home.identities()), home.admin_token(), home.seal()
            store = home.store(database)
            tables = store.open(Home.TABLES, STEPS)
            home.keep(store)
        url = url or home.url()
        terminals, services = Terminals(tables, now), Services(home.releases)
        cashier = Cashier.open(store, digests, services, now)
        owners, cases = Owners(tables, digests, now), Cases(tables)
        holder_checks, mandates = HolderChecks(tables, digests, now), Mandates(tables, digests, now)
        roster = Roster(mandates, services)
        events = TerminalEvents(store.open("supervision", EVENT_STEPS))
        oversight = Oversight(cases, events, services, now)
        registered = store.open("persons", PERSON_STEPS)
        persons = Persons(registered, digests, holder_checks, app_codes, now)
        organisations = Organisations(registered, digests, persons, now)
        return cls(
            home,
            url,
            now,
            token,
            authority=authority,
            opener=opener,
            database=tables,
            terminals=terminals,
            signatures=Signatures(terminals),
            enrolment=Enrolment(tables, authority, digests, now),
            holder_checks=holder_checks,
            messages=Messages(tables, now),
            services=services,
            intake=Intake(
                *(tables, opener, owners, services, holder_checks),
                roster=roster,
                organisations=organisations,
                url=url,
                now=now,
            ),
            roster=roster,
            persons=persons,
            organisations=organisations,
            cases=cases,
            appointments=Appointments(tables, services, now),
            desk=Desk.open(
                directory, tables, opener=opener, digests=digests, holder_checks=holder_checks, now=now
            ),
            lookups=Lookups(cases, owners, services, holder_checks, mandates, oversight, cashier, now, url),
            events=events,
            oversight=oversight,
            profiles=Profiles(services, holder_checks, now),
            drafts=Drafts(
                tables, digests, opener, services, url, now, LIFE if draft_life is None else draft_life
            ),
            case_files=CaseFiles(cases, owners, services, tables, url, now),
            refusals=Refusals(tables, now),
            clerk=Clerk(tables, services, now, pace),
            cashier=cashier,
            uploads=Uploads(home.uploads),
            issuer=Issuer(
                tables, Register(cases, owners, digests), seal, now, lambda code: f"{url}/d/{code}"
            ),
        )

    def close(self) -> None:
        """Close the databases."""
        self.cashier.close()
        self.desk.close()
        self.events.close()
        self.persons.close()
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

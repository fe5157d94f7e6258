"""A resident's cases as their terminal shows them: clock and light, what is missing, papers, what may be asked."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from fleet import acts, appointments
from fleet.cases import Case, Cases
from fleet.clock import CHINA, Now, stamp
from fleet.database import Database
from fleet.documents import progress
from fleet.lights import colour, light
from fleet.owners import Owners
from fleet.services import Services
from fleet.states import TO_CORRECT

MOST = 50


@dataclass(frozen=True)
class CaseFiles:
    """Answers for the holders of documents. `url` is the platform's."""

    cases: Cases
    owners: Owners
    services: Services
    database: Database
    url: str
    now: Now

    def of(self, id_number: str) -> dict[str, Any]:
        """Return the cases of a document's holder, the newest first (schema CaseFiles); nobody's for an empty number."""
        today = self.now().astimezone(CHINA).date()
        numbers = self.owners.cases(id_number)[:MOST] if id_number else ()
        found = [case for number in numbers if (case := self.cases.by_number(number))]
        return {"as_of": stamp(self.now()), "cases": [self._file(case, today) for case in found]}

    def _file(self, case: Case, today: date) -> dict[str, Any]:
        item = self.services.item(case.item)
        missing = self.cases.missing(case.number) if case.state == TO_CORRECT else ()
        return {
            **progress(case, self.cases.steps(case.number), self.cases.notices(case.number), self.url),
            "reference": case.reference,
            "light": {"code": colour(case, today).value, **light(case, today)},
            "missing": [asdict(one) for one in missing],
            "acts": [act.value for act in acts.allowed(self.database, case, item, today)],
            "appointment": self._appointment(case),
        }

    def _appointment(self, case: Case) -> dict[str, Any] | None:
        booked = appointments.booking(self.database, case.transaction)
        if booked is None:
            return None
        sites = self.services.catalogue().option_lists["remote_sites"]
        place = next((site for site in sites if site.code == booked.site), None)
        named = {"zh": place.zh, "en": place.en} if place else {"zh": booked.site, "en": booked.site}
        return {"slot": booked.slot, "site": booked.site, "at": booked.at, "place": named}
